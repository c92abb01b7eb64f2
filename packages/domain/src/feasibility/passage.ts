/**
 * How a leg or a wait leads from an arrival to its ends, for every arrival at once (DESIGN 4.6): earliest, when the minimum work is done
 * at the desk; latest, the last desk minute not after the end of the budget; and the desk minutes between. Earliest and latest are
 * monotone in the arrival, which is what makes windows slide and maps compose.
 */
import type { LegalDays } from './legal-days.js';
import { calendarDaysDue, countsFrom } from './legal-days.js';
import type { MinuteGrid, OfficeMinutes } from './minute-grid.js';
import { lastEnd } from './minute-grid.js';
import { greater, table } from './table.js';
import type { Party, TimelineLeg, Wait } from './timeline.js';

/** Instants among which somebody may choose to end; `upTo[i]` of them lie not after instant i, also beyond the loaded years. */
export interface Choices {
  readonly at: Int32Array;
  readonly upTo: Int32Array;
}

export interface Passage {
  /** Instant index per arrival; the size of the grid when it lies beyond the loaded years. */
  readonly earliest: Int32Array;
  /** Not before earliest: where a leg cannot be kept, it is earliest. */
  readonly latest: Int32Array;
  /** What may be chosen after earliest, up to latest; null when only the two themselves count. */
  readonly choices: Choices | null;
}

/** The last desk minute the budget allows, -1 for none: what `latest` is before it is put right. */
export interface LegPassage extends Passage {
  readonly allowed: Int32Array;
}

export interface Desks {
  readonly days: LegalDays;
  deskOf(party: Party): OfficeMinutes;
}

/** One piece of work after the other, from each arrival. */
function earliestEnds(leg: TimelineLeg, { days, deskOf }: Desks): Int32Array {
  const { size } = days.grid;
  const ends = table(size, (arrival) => arrival);
  for (const { desk, minutes } of leg.work) {
    const { workedBefore, reachedAt } = deskOf(desk);
    for (let i = 0; minutes > 0 && i < size; i++) {
      if (ends[i] !== size) ends[i] = reachedAt[workedBefore[ends[i]!]! + minutes] ?? size;
    }
  }
  return ends;
}

/** The last desk minute not after the end of the budget, from each arrival. */
function allowedEnds(leg: TimelineLeg, desk: OfficeMinutes, days: LegalDays): Int32Array {
  const { grid, legal } = days;
  const { size } = grid;
  const ends = countsFrom(days, leg.cutoff);
  for (let i = 0; i < size; i++) {
    if (ends[i] === size) continue;
    if (leg.budget > 0) ends[i] = legal.reachedAt[legal.workedBefore[ends[i]!]! + leg.budget] ?? size;
    if (ends[i] !== size) ends[i] = lastEnd(desk, ends[i]!);
  }
  return ends;
}

/** Every end of a worked minute of a desk. */
function deskEnds({ reachedAt, workedBefore, total }: OfficeMinutes): Choices {
  const upTo = new Int32Array(workedBefore.length + 1);
  upTo.set(workedBefore);
  upTo[workedBefore.length] = total;
  return { at: reachedAt.subarray(1), upTo };
}

/** A leg: from its minimum work to its budget, at the desk where it ends. */
export function legPassage(leg: TimelineLeg, desks: Desks): LegPassage {
  const desk = desks.deskOf(leg.work.at(-1)?.desk ?? leg.owner);
  const earliest = earliestEnds(leg, desks);
  const allowed = allowedEnds(leg, desk, desks.days);
  const latest = greater(earliest, allowed);
  return { earliest, latest, allowed, choices: deskEnds(desk) };
}

const after = (then: Int32Array, first: Int32Array, size: number): Int32Array =>
  table(size, (i) => (first[i] === size ? size : then[first[i]!]!));

const latestOf = (ends: readonly Int32Array[]): Int32Array => ends.reduce(greater);

/** Branches joined: what follows begins when the last of them ends. Whatever lies between makes nothing better or worse. */
export function joined(branches: readonly (readonly Passage[])[], grid: MinuteGrid): Passage {
  const arrivals = table(grid.size, (i) => i);
  const ends = branches.map((legs) => ({
    earliest: legs.reduce<Int32Array>((at, leg) => after(leg.earliest, at, grid.size), arrivals),
    latest: legs.reduce<Int32Array>((at, leg) => after(leg.latest, at, grid.size), arrivals),
  }));
  return {
    earliest: latestOf(ends.map(({ earliest }) => earliest)),
    latest: latestOf(ends.map(({ latest }) => latest)),
    choices: null,
  };
}

/** A wait: any instant from the request to the close of its last calendar day. */
export function waitPassage({ days: count }: Wait, days: LegalDays): Passage {
  const { size } = days.grid;
  const earliest = table(size, (i) => i);
  const upTo = table(size + 1, (i) => Math.min(i + 1, size));
  const due = count === 0 ? earliest : calendarDaysDue(days, count);
  const latest = greater(due, earliest);
  return { earliest, latest, choices: { at: earliest, upTo } };
}

/** The passage when the next deadline is cut to the minimum work: nobody may end later than earliest. */
export function cutToMinimum({ earliest }: Passage): Passage {
  return { earliest, latest: earliest, choices: null };
}
