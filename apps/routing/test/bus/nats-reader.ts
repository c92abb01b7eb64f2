import type { DossierId } from '@lien-thong/domain';
import { parseCursor } from '@lien-thong/engine';
import { z } from 'zod';
import type { BusReader, Read } from '../../../../packages/engine/test/conformance/bus-conformance.js';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import type { InboxMessage, NatsInboxOptions } from '../../../../packages/client/src/node/nats/index.js';
import { cloudEventSchema } from '../../src/feed/cloud-event.js';
import type { CloudEvent } from '../../src/feed/cloud-event.js';

/** A message may hold hundreds of events, and what is asked for must be acknowledged within the second. */
const AT_ONCE = 2;

const messageSchema = z.array(cloudEventSchema).min(1);

/** The client's own reading end, as the conformance suite asks for it. */
export function natsReader(options: NatsInboxOptions): BusReader {
  const inbox = NatsInbox.open({ ...options, batch: AT_ONCE });
  const messages = inbox[Symbol.asyncIterator]();
  const unpacked: Read[] = [];
  // A reader that was not served in time is served the next time: no message is taken and dropped.
  let asked: Promise<IteratorResult<InboxMessage>> | null = null;
  return {
    next: async (withinMs = 0) => {
      const read = unpacked.shift();
      if (read !== undefined) return read;
      asked ??= messages.next();
      let late: NodeJS.Timeout | undefined;
      const nothing = new Promise<null>((resolve) => {
        late = setTimeout(() => resolve(null), withinMs);
      });
      const step = await Promise.race([asked, nothing]);
      clearTimeout(late);
      if (step === null) return null;
      asked = null;
      if (step.done === true) return null;
      unpacked.push(...readsOf(step.value));
      return unpacked.shift() ?? null;
    },
    die: () => inbox.close(),
  };
}

/** What is in a message, each as it must be. */
export function eventsOf({ text }: Pick<InboxMessage, 'text'>): readonly CloudEvent[] {
  return messageSchema.parse(JSON.parse(text));
}

/** Numbers of what is in a message. */
export function numbersOf(message: Pick<InboxMessage, 'text'>): readonly number[] {
  return eventsOf(message).map(({ n }) => n);
}

/** The events of a message one by one; it is acknowledged with the last of them. */
export function readsOf(message: InboxMessage): readonly Read[] {
  const events = eventsOf(message);
  let left = events.length;
  return events.map((event) => ({
    epoch: parseCursor(event.cursor)?.epoch ?? 'none',
    n: event.n,
    view: event.view,
    eventId: event.id,
    dossierId: event.data.dossierId as DossierId,
    seq: event.data.seq,
    ack: () => {
      left -= 1;
      if (left === 0) message.ack();
      return Promise.resolve();
    },
  }));
}
