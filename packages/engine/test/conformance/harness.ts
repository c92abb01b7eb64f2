import type { DossierId } from '@lien-thong/domain';
import type { BatchWrite, FeedFirsts, LoadedDossier, Store } from '../../src/ports/store.js';

/** A store without a dossier in it, and a second one (another process) over the same data. */
export interface StoreUnderTest {
  readonly store: Store;
  readonly other: Store;
  /** Long enough for a statement that does not have to wait to be answered. */
  pause(): Promise<void>;
  close(): Promise<void>;
}
export type MakeStore = () => Promise<StoreUnderTest>;

/** Opened once by one side, awaited by the other. */
export class Gate {
  open: () => void = () => undefined;
  readonly passed: Promise<void> = new Promise((resolve) => {
    this.open = resolve;
  });
}

/** Whether the promise settles within a pause. */
export async function settles(promise: Promise<unknown>, pause: () => Promise<void>): Promise<boolean> {
  let settled = false;
  const note = () => {
    settled = true;
  };
  void promise.then(note, note);
  await pause();
  return settled;
}

export function write(store: Store, batch: BatchWrite): Promise<FeedFirsts> {
  return store.transaction((tx) => tx.write(batch));
}

/** The dossier as a transaction of its own loads it. Throws when there is none. */
export async function loaded(store: Store, id: DossierId): Promise<LoadedDossier> {
  const found = await store.transaction((tx) => tx.load([id]));
  const dossier = found.get(id);
  if (dossier === undefined) throw new Error(`not stored: ${id}`);
  return dossier;
}
