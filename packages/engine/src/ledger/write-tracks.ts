import type { DossierId } from '@lien-thong/domain';
import type { FeedItem, PrivateRecord, ReceiptRecord, StoredAnswer, StoreTransaction } from '../ports/store.js';
import { takeCodes } from './codes.js';
import type { CodeRules } from './codes.js';
import { feedItems, takeFeedNumbers } from './feed.js';
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

/**
 * The second half of every batch, the sweep's included: codes, feed numbers, rows. The two counters are asked without waiting in
 * between, codes first (lock order: dossiers → code counters → feed counters).
 */
export async function writeTracks(
  tx: StoreTransaction,
  { tracks, order, answers, privates, receipts }: ToWrite,
  rules: CodeRules,
): Promise<{ readonly tracks: Tracks; readonly items: readonly FeedItem[] }> {
  const [codes, firsts] = await Promise.all([
    takeCodes(tx, [...tracks.values()], rules),
    takeFeedNumbers(tx, draftsInOrder(tracks, order)),
  ]);
  const done = new Map<DossierId, Track>();
  for (const [id, track] of tracks) done.set(id, needsCodes(track) ? withCodes(track, codes) : track);
  const items = feedItems(draftsInOrder(done, order), firsts);
  const dossiers = [...done.values()].filter(({ drafts }) => drafts.length > 0).map(dossierWrite);
  const feed = items.map(({ event: _event, ...entry }) => entry);
  const stored = answers(done);
  if (dossiers.length + stored.length + privates.length > 0)
    await tx.write({ dossiers, answers: stored, feed, privates, receipts });
  return { tracks: done, items };
}
