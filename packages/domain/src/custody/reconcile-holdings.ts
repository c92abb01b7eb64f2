/** Two sides compare what they hold: digests of all buckets first, then only the rows of those that differ. Pure but for its peer. */
import { bucketText, holdingDifferences, inBuckets } from './holdings.js';
import type { Holding, HoldingDifferences } from './holdings.js';

/** The other side: another agency, or the hub. */
export interface HoldingsPeer {
  /** Given our digests, the numbers of the buckets whose digest is another one there. */
  readonly differing: (digests: readonly string[]) => Promise<readonly number[]>;
  /** The rows of those buckets, as the other side has them. */
  readonly rows: (buckets: readonly number[]) => Promise<readonly Holding[]>;
}

/** SHA-256 of a text (UTF-8), in hex: each platform brings its own. */
export type Sha256 = (text: string) => string;

/** The digest of every bucket, in order. */
export function bucketDigests(holdings: readonly Holding[], sha256: Sha256): readonly string[] {
  return inBuckets(holdings).map((bucket) => sha256(bucketText(bucket)));
}

/** Numbers of the buckets in which two lists of digests differ. */
export function differingBuckets(here: readonly string[], there: readonly string[]): readonly number[] {
  return here.flatMap((digest, bucket) => (digest === there[bucket] ? [] : [bucket]));
}

/** Rows of the buckets named. */
export function rowsOf(holdings: readonly Holding[], buckets: readonly number[]): readonly Holding[] {
  const all = inBuckets(holdings);
  return buckets.flatMap((bucket) => all[bucket] ?? []);
}

/** Exactly the differences of two lists, at the cost of the rows of the buckets that differ. Rejects when the peer does. */
export async function reconcileHoldings(
  here: readonly Holding[],
  peer: HoldingsPeer,
  sha256: Sha256,
): Promise<HoldingDifferences> {
  const buckets = await peer.differing(bucketDigests(here, sha256));
  if (buckets.length === 0) return { onlyHere: [], onlyThere: [], differs: [] };
  return holdingDifferences(rowsOf(here, buckets), await peer.rows(buckets));
}

/** A list at hand as a peer. */
export function peerOf(holdings: readonly Holding[], sha256: Sha256): HoldingsPeer {
  return {
    differing: async (digests) => differingBuckets(digests, bucketDigests(holdings, sha256)),
    rows: async (buckets) => rowsOf(holdings, buckets),
  };
}
