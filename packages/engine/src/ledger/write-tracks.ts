import type { DossierId } from '@lien-thong/domain';
import type { FeedItem, PrivateRecord, ReceiptRecord, StoredAnswer, StoreTransaction } from '../ports/store.js';
import { takeCodes } from './codes.js';
import type { CodeRules } from './codes.js';
import { entriesOf, numbered, unnumberedItems } from './feed.js';
import { needsCodes, withCodes } from './track.js';
import type { Draft, Track } from './track.js';
import { dossierWrite } from './write-set.js';

type Tracks = ReadonlyMap<DossierId, Track>;

/** Drafts `from` up to `to` of one track: stretches in the order in which things happened make the order of the feeds. */
export interface Stretch {
  readonly dossierId: DossierId;
  readonly from: number;
  readonly to: number;
}

export interface ToWrite {
  readonly tracks: Tracks;
  readonly order: readonly Stretch[];
  /** Made once the codes are in place. */
  readonly answers: (tracks: Tracks) => readonly StoredAnswer[];
  readonly privates: readonly PrivateRecord[];
  readonly receipts: readonly ReceiptRecord[];
}

function draftsInOrder(tracks: Tracks, order: readonly Stretch[]): readonly Draft[] {
  return order.flatMap(({ dossierId, from, to }) => tracks.get(dossierId)?.drafts.slice(from, to) ?? []);
}

export interface Written {
  readonly tracks: Tracks;
  /** What went into the feeds. To be asked for after the commit, with which the numbers come; rejects if they never came. */
  readonly items: () => Promise<readonly FeedItem[]>;
}

/**
 * The second half of every batch, the sweep's included: codes, then rows and feed numbers (lock order: dossiers → code counters → feed
 * counters). Sends the rows and does not wait for them: whatever fails in them fails the commit.
 */
export async function writeTracks(
  tx: StoreTransaction,
  { tracks, order, answers, privates, receipts }: ToWrite,
  rules: CodeRules,
): Promise<Written> {
  const codes = await takeCodes(tx, [...tracks.values()], rules);
  const done = new Map<DossierId, Track>();
  for (const [id, track] of tracks) done.set(id, needsCodes(track) ? withCodes(track, codes) : track);
  const items = unnumberedItems(draftsInOrder(done, order));
  const dossiers = [...done.values()].filter(({ drafts }) => drafts.length > 0).map(dossierWrite);
  const stored = answers(done);
  if (dossiers.length + stored.length + privates.length === 0)
    return { tracks: done, items: () => Promise.resolve([]) };
  const firsts = tx.write({ dossiers, answers: stored, feed: entriesOf(items), privates, receipts });
  // Its failure is that of the commit.
  firsts.catch(() => undefined);
  return { tracks: done, items: async () => numbered(items, await firsts) };
}
