/** Deliveries as messages of the broker: one for each agency and batch, a JSON array of CloudEvents in the order of its feed. */
import type { AgencyId } from '@lien-thong/domain';
import type { Delivery } from '@lien-thong/engine';
import type { MessageIds } from './message-id.js';
import { inboxSubject } from './nats-names.js';
import type { WireText } from './wire-text.js';

/** Bytes of a message that holds more than one event: half of what the servers of ours take at most. */
const LARGEST_BATCH = 131_072;
const BRACKETS = 2;

export interface Message {
  readonly subject: string;
  /** By which the broker knows what comes twice: the same numbers of the same feed, the same id. */
  readonly id: string;
  readonly text: Buffer;
}

interface Cutting {
  readonly wire: WireText;
  readonly ids: MessageIds;
  /** Bytes the broker takes in one message. */
  readonly largest: number;
  /** It fits into no message: left out, so that what comes behind it is not held up for ever. The reader sees the gap and asks the feed. */
  readonly onTooLarge: (delivery: Delivery) => void;
}

interface Sheet {
  readonly first: Delivery;
  last: number;
  bytes: number;
  readonly texts: string[];
}

/**
 * Cuts a batch into messages. The numbers in a message have no gap, so first and last say what is in it; agencies stand in the order in
 * which they are first told of, and the events of one agency in the order given.
 */
export function messagesOf(deliveries: readonly Delivery[], cutting: Cutting): readonly Message[] {
  const sheets: Sheet[] = [];
  const open = new Map<AgencyId, Sheet>();
  const limit = Math.min(LARGEST_BATCH, cutting.largest);
  for (const delivery of deliveries) {
    const text = cutting.wire.of(delivery);
    const bytes = Buffer.byteLength(text) + 1;
    if (bytes + BRACKETS > cutting.largest) {
      cutting.onTooLarge(delivery);
      continue;
    }
    const sheet = open.get(delivery.agencyId);
    if (sheet !== undefined && follows(sheet, delivery) && sheet.bytes + bytes <= limit) {
      sheet.texts.push(text);
      sheet.bytes += bytes;
      sheet.last = delivery.n;
      continue;
    }
    const next: Sheet = { first: delivery, last: delivery.n, bytes: bytes + BRACKETS, texts: [text] };
    open.set(delivery.agencyId, next);
    sheets.push(next);
  }
  return sheets.map((sheet) => messageOf(sheet, cutting.ids));
}

function follows({ first, last }: Sheet, { n, epoch }: Delivery): boolean {
  return n === last + 1 && epoch === first.epoch;
}

function messageOf({ first: { agencyId, epoch, n }, last, texts }: Sheet, ids: MessageIds): Message {
  return {
    subject: inboxSubject(agencyId),
    id: ids.of({ agencyId, epoch, first: n, last }),
    text: Buffer.from(`[${texts.join(',')}]`),
  };
}
