import { describe, expect, it } from '@jest/globals';
import type { DossierId } from '../kernel/ids.js';
import { BUCKETS, HOLDING_PLACES, MIRROR, bucketOf, bucketText, inBuckets } from './holdings.js';
import type { Holding } from './holdings.js';
import { bucketDigests, peerOf, reconcileHoldings } from './reconcile-holdings.js';

/** Any injective text will do where only sameness is asked of a digest. */
const asItIs = (text: string): string => text;

function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function holding(n: number, random: (below: number) => number): Holding {
  const byte = random(256).toString(16).padStart(2, '0');
  const dossierId = `0193a000-0000-7000-8000-${n.toString(16).padStart(10, '0')}${byte}` as DossierId;
  const place = HOLDING_PLACES[random(HOLDING_PLACES.length)] ?? 'holds';
  return { dossierId, code: `H31.1-261122-${n}`, place, attempt: random(4) };
}

/** Another row of the same dossier. */
function otherwise(row: Holding, random: (below: number) => number): Holding {
  const places = HOLDING_PLACES.filter((place) => place !== row.place);
  return random(2) === 0
    ? { ...row, attempt: row.attempt + 1 }
    : { ...row, place: places[random(places.length)] ?? 'holds' };
}

describe('two offices that compare what they hold', () => {
  it.each([1, 2, 3, 4, 5])('find exactly the differences among thousands of dossiers (%i)', async (seed) => {
    const random = randomOf(seed);
    const common = Array.from({ length: 4_000 }, (_, n) => holding(n, random));
    const lost = new Set(Array.from({ length: 7 }, () => random(common.length)));
    const unknown = new Set(Array.from({ length: 5 }, () => random(common.length)).filter((n) => !lost.has(n)));
    const changed = new Set(
      Array.from({ length: 9 }, () => random(common.length)).filter((n) => !lost.has(n) && !unknown.has(n)),
    );
    const here = common.filter((_, n) => !unknown.has(n));
    const there = common.flatMap((row, n) => (lost.has(n) ? [] : [changed.has(n) ? otherwise(row, random) : row]));
    let rowsSent = 0;
    const peer = peerOf(there, asItIs);
    const counted = {
      ...peer,
      rows: async (buckets: readonly number[]) => {
        const rows = await peer.rows(buckets);
        rowsSent += rows.length;
        return rows;
      },
    };
    const found = await reconcileHoldings([...here].reverse(), counted, asItIs);
    const ids = (rows: readonly Holding[]) => new Set(rows.map(({ dossierId }) => dossierId));
    const of = (places: ReadonlySet<number>) => new Set([...places].map((n) => common[n]?.dossierId));
    expect(ids(found.onlyHere)).toEqual(of(lost));
    expect(ids(found.onlyThere)).toEqual(of(unknown));
    expect(ids(found.differs.map(({ here: row }) => row))).toEqual(of(changed));
    // Only the rows of the buckets that differ travel: 21 of 256 at most.
    expect(rowsSent).toBeLessThan(there.length / 4);
  });

  it('send nothing but digests when they agree', async () => {
    const random = randomOf(9);
    const rows = Array.from({ length: 2_000 }, (_, n) => holding(n, random));
    const peer = { ...peerOf([...rows].reverse(), asItIs), rows: () => Promise.reject(new Error('asked for rows')) };
    expect(await reconcileHoldings(rows, peer, asItIs)).toEqual({ onlyHere: [], onlyThere: [], differs: [] });
  });

  it('put every dossier into the bucket of its last byte, whatever its place', () => {
    const random = randomOf(3);
    const rows = Array.from({ length: 500 }, (_, n) => holding(n, random));
    const buckets = inBuckets(rows);
    expect(buckets).toHaveLength(BUCKETS);
    expect(buckets.flat()).toHaveLength(rows.length);
    for (const [bucket, list] of buckets.entries()) for (const row of list) expect(bucketOf(row)).toBe(bucket);
    expect(bucketDigests(rows, asItIs)[0]).toBe(bucketText(buckets[0] ?? []));
  });

  it('see the two sides of one transfer as mirror images', () => {
    for (const place of HOLDING_PLACES) {
      const mirrored = MIRROR[place];
      if (mirrored !== null) expect(MIRROR[mirrored]).toBe(place);
    }
  });
});
