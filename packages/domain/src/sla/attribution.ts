/** The account of minutes: who owned how many (law 5), and the law that none is lost or counted twice. */
import type { Calendar } from '../calendar/calendar.js';
import type { Rules } from '../dossier/file.js';
import { minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import { closedAt } from './advance-segments.js';
import { askedOrNull } from './outside.js';
import { sameOwner } from './owner.js';
import type { Owner } from './owner.js';
import type { Segment } from './segment.js';

/** What one owner is charged with. Null where some segment of his lies outside the calendar: a sum with a hole is no sum. */
export interface Share {
  readonly owner: Owner;
  readonly legalMinutes: number | null;
  /** Minutes of the owner's own desk; null where he keeps none. */
  readonly deskMinutes: number | null;
  readonly segments: number;
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function charged(share: Share, { legalMinutes, deskMinutes }: Segment): Share {
  return {
    ...share,
    legalMinutes: sum(share.legalMinutes, legalMinutes),
    deskMinutes: sum(share.deskMinutes, deskMinutes),
    segments: share.segments + 1,
  };
}

/** Minutes by owner over the closed segments, in the order in which the owners first appear. Pure. */
export function attribution(segments: readonly Segment[]): readonly Share[] {
  const shares: Share[] = [];
  for (const segment of segments.filter(({ to }) => to !== null)) {
    const known = shares.findIndex(({ owner }) => sameOwner(owner, segment.owner));
    const share = shares[known] ?? { owner: segment.owner, legalMinutes: 0, deskMinutes: 0, segments: 0 };
    shares[known === -1 ? shares.length : known] = charged(share, segment);
  }
  return shares;
}

/** The segments as they would stand if the open one ended at `at` (at its beginning, when that is later). */
export function segmentsUntil(segments: readonly Segment[], at: Instant, rules: Rules): readonly Segment[] {
  return segments.map((segment) => {
    if (segment.to !== null) return segment;
    const minute = minuteOf(at);
    return closedAt(segment, { to: minute < segment.from ? segment.from : minute }, rules);
  });
}

/** Wall-clock time, [from, to) in minutes since 1970. */
export interface Span {
  readonly from: Minute;
  readonly to: Minute;
}

/**
 * The law of conservation: closed segments, numbered without a gap, tile [from, to) and their minutes are the working minutes of
 * that time, exactly. Null where the calendar does not reach.
 */
export function conserved(segments: readonly Segment[], legal: Calendar, { from, to }: Span): boolean | null {
  const tiles = segments.every(
    (segment, i) => segment.n === (segments[0]?.n ?? 1) + i && segment.from === (segments[i - 1]?.to ?? from),
  );
  if (!tiles || (segments.at(-1)?.to ?? from) !== to) return false;
  const worked = askedOrNull(() => legal.workBetween(from, to));
  const total = segments.reduce<number | null>((all, { legalMinutes }) => sum(all, legalMinutes), 0);
  return worked === null || total === null ? null : worked === total;
}
