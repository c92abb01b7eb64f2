/** Mistakes in how facts reach the agencies. */
import { Inbox } from '../../feed/inbox.js';
import type { InboxState, InboxStep } from '../../feed/inbox.js';
import type { Delivery } from '../../ports/bus.js';
import type { FeedDraft, Store } from '../../ports/store.js';
import { storeWith, transactionsWith } from '../../ports/store-with.js';
import type { InboxLike, Plant, PlantedIn } from './plant.js';

/** Applies whatever comes, as it comes; `seen` asks whether a fact is known. */
class Hasty implements InboxLike {
  private highest: number;
  private readonly seen: Set<string>;
  private epoch: string | null;

  constructor(
    state: InboxState,
    private readonly knowsWhatItSaw: boolean,
  ) {
    this.highest = state.applied;
    this.epoch = state.epoch;
    this.seen = new Set(state.seen);
  }

  receive(message: Delivery): InboxStep<Delivery> {
    this.epoch = message.epoch;
    const known = this.knowsWhatItSaw && this.seen.has(message.event.id);
    this.seen.add(message.event.id);
    this.highest = Math.max(this.highest, message.n);
    return { apply: known ? [] : [message], conflicts: [], gap: null, otherEpoch: false };
  }

  restart(epoch: string): void {
    this.epoch = epoch;
    this.highest = 0;
  }

  get cursor(): { readonly epoch: string | null; readonly n: number } {
    return { epoch: this.epoch, n: this.highest };
  }

  state(): InboxState {
    return { epoch: this.epoch, applied: this.highest, seen: [...this.seen], heads: [] };
  }
}

/** As from a sequence: what a batch took is gone when the batch is rolled back. */
function losesNumbers(store: Store, { database }: PlantedIn): Store {
  return storeWith(store, {
    transaction: async (work) => {
      let taken: readonly FeedDraft[] = [];
      const noting = transactionsWith(store, (tx) => ({
        write: (batch) => {
          taken = batch.feed;
          return tx.write(batch);
        },
      }));
      try {
        return await noting.transaction(work);
      } catch (error) {
        for (const { agencyId } of taken) {
          const { last, relayed } = database.feedCounters.get(agencyId) ?? { last: 0, relayed: 0 };
          database.feedCounters.set(agencyId, { last: last + 1, relayed });
        }
        throw error;
      }
    },
  });
}

export const ON_THE_WAY: readonly Plant[] = [
  {
    name: 'no-inbox',
    mistake: 'an agency applies a message as often as it comes',
    without: ['I10'],
    inbox: (state) => new Hasty(state, false),
  },
  {
    name: 'no-order',
    mistake: 'an agency knows what it has seen but applies in the order of arrival',
    without: ['I6'],
    inbox: (state) => new Hasty(state, true),
  },
  { name: 'trusts-the-bus', mistake: 'an agency never reads its feed', trustsTheBus: true },
  {
    name: 'forgets-what-it-applied',
    mistake: 'after a restart an agency begins its feed anew',
    without: ['I10'],
    inbox: (_state) => new Inbox<Delivery>(),
  },
  {
    name: 'mark-at-the-highest',
    mistake: 'the relay marks the highest number it handed over, not the highest without a gap',
    store: (store, { database }) =>
      storeWith(store, {
        advanceRelayCursors: (cursors) => {
          const highest = cursors.map(({ agencyId }) => {
            return { agencyId, relayed: database.feedCounters.get(agencyId)?.last ?? 0 };
          });
          return store.advanceRelayCursors(highest);
        },
      }),
  },
  {
    name: 'failed-publish-counts',
    mistake: 'the relay takes a failed publish for a done one',
    bus: (bus) => ({
      publish: (deliveries) => bus.publish(deliveries).catch(() => undefined),
      close: () => bus.close(),
    }),
  },
  {
    name: 'feed-numbers-from-a-sequence',
    mistake: 'feed numbers come from a sequence instead of a locked counter',
    store: losesNumbers,
  },
];
