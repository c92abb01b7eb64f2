import type { DossierId } from '@lien-thong/domain';
import { parseCursor } from '@lien-thong/engine';
import type { BusReader, Read } from '../../../../packages/engine/test/conformance/bus-conformance.js';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import type { InboxMessage, NatsInboxOptions } from '../../../../packages/client/src/node/nats/index.js';
import { cloudEventSchema } from '../../src/feed/cloud-event.js';

/** The client's own reading end, as the conformance suite asks for it. */
export function natsReader(options: NatsInboxOptions): BusReader {
  const inbox = NatsInbox.open(options);
  const messages = inbox[Symbol.asyncIterator]();
  // A reader that was not served in time is served the next time: no message is taken and dropped.
  let asked: Promise<IteratorResult<InboxMessage>> | null = null;
  return {
    next: async (withinMs = 0) => {
      asked ??= messages.next();
      let late: NodeJS.Timeout | undefined;
      const nothing = new Promise<null>((resolve) => {
        late = setTimeout(() => resolve(null), withinMs);
      });
      const step = await Promise.race([asked, nothing]);
      clearTimeout(late);
      if (step === null) return null;
      asked = null;
      return step.done === true ? null : readOf(step.value);
    },
    die: () => inbox.close(),
  };
}

export function readOf(message: InboxMessage): Read {
  const event = cloudEventSchema.parse(JSON.parse(message.text));
  const cursor = parseCursor(event.cursor);
  return {
    epoch: cursor?.epoch ?? 'none',
    n: event.n,
    view: event.view,
    eventId: event.id,
    dossierId: event.data.dossierId as DossierId,
    seq: event.data.seq,
    ack: () => Promise.resolve(message.ack()),
  };
}
