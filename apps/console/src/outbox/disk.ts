/** The log of the queue in the browser's own database: what is written there survives a reload and a power cut. */
import { createStore, delMany, entries, setMany } from 'idb-keyval';
import type { Log } from '@lien-thong/client';

/** What tells whose record it is (`QueueRecord` of the client). */
interface Kept {
  readonly id?: string;
  readonly act?: { readonly id: string };
  readonly by?: { readonly id: string };
}

export interface BrowserLog extends Log {
  /** Ids of the acts in it, oldest first. */
  readonly actIds: () => Promise<readonly string[]>;
  /** Removes all that was written of these acts: they may name persons, and the machine is shared. */
  readonly forget: (ids: ReadonlySet<string>) => Promise<void>;
}

const DIGITS = 15;

/** One database an account: nobody sends what another has written. Several windows write to it. */
export function browserLog(account: string): BrowserLog {
  const store = createStore(`lienthong-outbox-${account}`, 'log');
  let written = 0;
  /** In the order of time; two windows never make the same. */
  const newKey = () =>
    `${String(Date.now()).padStart(DIGITS, '0')}.${String(written++).padStart(DIGITS, '0')}.${crypto.randomUUID()}`;
  const all = async () => (await entries<string, Kept>(store)).sort(([a], [b]) => (a < b ? -1 : 1));
  const remove = async (which: (record: Kept) => boolean) => {
    const found = (await all()).filter(([, record]) => which(record));
    await delMany(
      found.map(([key]) => key),
      store,
    );
  };
  // A transaction of the browser's database is on disk when it has ended.
  const write = (records: readonly unknown[]) =>
    setMany(
      records.map((record) => [newKey(), record]),
      store,
    );
  return {
    load: async () => (await all()).map(([, record]) => record),
    write,
    sync: () => Promise.resolve(),
    rewrite: async (instead) => {
      const before = await all();
      await write(instead);
      await delMany(
        before.map(([key]) => key),
        store,
      );
    },
    close: () => Promise.resolve(),
    actIds: async () => (await all()).flatMap(([, { act, by }]) => [act?.id ?? by?.id ?? []].flat()),
    forget: (ids) => remove(({ id, act, by }) => ids.has(id ?? '') || ids.has(act?.id ?? '') || ids.has(by?.id ?? '')),
  };
}
