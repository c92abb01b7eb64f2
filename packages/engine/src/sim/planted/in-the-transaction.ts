/** Mistakes in how a batch reads and writes. */
import type { AgencyId, DossierId } from '@lien-thong/domain';
import { numbered } from '../../ledger/feed.js';
import type {
  BatchWrite,
  DossierWrite,
  FeedFirsts,
  FeedItem,
  LoadedDossier,
  StoreTransaction,
} from '../../ports/store.js';
import { transactionsWith } from '../../ports/store-with.js';
import type { Plant } from './plant.js';

const TAX_OFFICE = 'tax-office' as AgencyId;

type Loaded = ReadonlyMap<DossierId, LoadedDossier>;

/** Locked row fresh, joined rows as they were before the wait. */
function staleJoin(tx: StoreTransaction): Partial<StoreTransaction> {
  let before: Promise<Loaded> = Promise.resolve(new Map());
  return {
    lockDossiers: (ids) => {
      before = tx.load(ids);
      return tx.lockDossiers(ids);
    },
    load: async (ids) => {
      const [stale, fresh] = [await before, await tx.load(ids)];
      return new Map(
        [...fresh].map(([id, { file, parties }]) => {
          const joined = stale.get(id)?.file ?? file;
          return [id, { parties, file: { ...file, clocks: joined.clocks, segments: joined.segments } }];
        }),
      );
    },
  };
}

export const mapped = (batch: BatchWrite, change: (write: DossierWrite) => DossierWrite): BatchWrite => ({
  ...batch,
  dossiers: batch.dossiers.map(change),
});

export const writing = (change: (batch: BatchWrite) => BatchWrite): NonNullable<Plant['store']> => {
  return (store) => transactionsWith(store, (tx) => ({ write: (batch) => tx.write(change(batch)) }));
};

const wrote = ({ events }: DossierWrite, name: string): boolean =>
  events.some(({ type }) => type === `dossier.${name}.v1`);

/** The facts of a batch as the relay would hand them over. */
function itemsOf({ feed, dossiers }: BatchWrite, firsts: FeedFirsts): readonly FeedItem[] {
  const events = new Map(dossiers.flatMap((write) => write.events.map((event) => [event.id, event])));
  const items = feed.flatMap((entry) => {
    const event = events.get(entry.eventId);
    return event === undefined ? [] : [{ ...entry, event }];
  });
  return numbered(items, firsts);
}

/** Somebody else's feed gets every reception too. */
function leaks(tx: StoreTransaction): Partial<StoreTransaction> {
  return {
    write: (batch) => {
      const [entry] = batch.feed;
      const isTold = batch.feed.some(({ agencyId }) => agencyId === TAX_OFFICE);
      const leaked = entry === undefined || isTold ? [] : [{ ...entry, agencyId: TAX_OFFICE }];
      return tx.write({ ...batch, feed: [...batch.feed, ...leaked] });
    },
  };
}

export const IN_THE_TRANSACTION: readonly Plant[] = [
  {
    name: 'lock-and-load-in-one',
    mistake: 'one statement locks and loads: what is joined to the locked row is as it was before the wait',
    store: (store) => transactionsWith(store, staleJoin),
  },
  {
    name: 'no-row-lock',
    mistake: 'dossiers are loaded without being locked',
    store: (store) => transactionsWith(store, () => ({ lockDossiers: (ids) => Promise.resolve(ids) })),
  },
  {
    name: 'key-not-checked',
    mistake: 'nobody looks whether a key has been used',
    store: (store) => transactionsWith(store, () => ({ loadAnswers: () => Promise.resolve([]) })),
  },
  {
    name: 'answers-forgotten',
    mistake: 'an accepted command stores no answer under its key',
    store: writing((batch) => ({ ...batch, answers: [] })),
  },
  {
    name: 'key-stored-before-commit',
    mistake: 'the answer is stored before the batch commits, outside its transaction',
    store: (store, { database }) =>
      transactionsWith(store, (tx) => ({
        write: (batch) => {
          for (const answer of batch.answers) database.answers.set(`${answer.agencyId} ${answer.key}`, answer);
          return tx.write({ ...batch, answers: [] });
        },
      })),
  },
  {
    name: 'publish-before-commit',
    mistake: 'facts are handed to the bus before their batch commits',
    store: (store, { publish }) =>
      transactionsWith(store, (tx) => ({
        write: async (batch) => {
          const firsts = await tx.write(batch);
          publish(itemsOf(batch, firsts));
          return firsts;
        },
      })),
  },
  {
    name: 'code-counter-not-locked',
    mistake: 'the next code number is read without locking its counter',
    store: (store, { database }) =>
      transactionsWith(store, () => ({
        takeCodes: (requests) =>
          Promise.resolve(
            requests.map(({ scope, day }) => {
              const used = [...database.codes.keys()].filter((code) => code.startsWith(`${scope}-${day}-`));
              return used.length + 1;
            }),
          ),
      })),
  },
  {
    name: 'dropped-segment',
    mistake: 'the second segment of a dossier is never written',
    store: writing((batch) =>
      mapped(batch, (write) => ({ ...write, segments: write.segments.filter(({ n }) => n !== 2) })),
    ),
  },
  {
    name: 'refusal-gives-minutes-back',
    mistake: 'a refused transfer gives the transfer clock its minutes back',
    without: ['I8'],
    store: writing((batch) =>
      mapped(batch, (write) => {
        if (!wrote(write, 'transferRefused')) return write;
        const clocks = write.clocks.map((clock) =>
          clock.kind === 'transfer' ? { ...clock, stretches: [], used: 0 } : clock,
        );
        return { ...write, clocks };
      }),
    ),
  },
  {
    name: 'custody-on-send',
    mistake: 'custody moves with the sending: the receipt is ignored',
    without: ['I8'],
    store: writing((batch) =>
      mapped(batch, (write) => {
        const { transfer } = write.dossier;
        if (transfer === null || write.dossier.phase !== 'inTransfer') return write;
        return { ...write, dossier: { ...write.dossier, holder: transfer.to } };
      }),
    ),
  },
  {
    name: 'correction-without-refold',
    mistake: 'a corrected reception is journalled and clocks and segments stay as they were',
    without: ['I8'],
    store: writing((batch) =>
      mapped(batch, (write) =>
        wrote(write, 'receptionCorrected') ? { ...write, replaceAll: false, clocks: [], segments: [] } : write,
      ),
    ),
  },
  {
    name: 'strangers-are-told',
    mistake: 'an agency that a dossier does not concern finds it in its feed',
    store: (store) => transactionsWith(store, leaks),
  },
];
