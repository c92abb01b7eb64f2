/** Effective dates beside those of the other published versions: no day without a version, no day with two. */
import { isoOfDay, parseIsoDay } from '../../time/instant.js';
import type { Day } from '../../time/instant.js';
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import { member } from './subject.js';
import type { Period } from './subject.js';

interface Days {
  readonly version: number | null;
  readonly from: Day;
  /** Null: until a newer version comes. */
  readonly to: Day | null;
}

function daysOf({ version, effectiveFrom, effectiveTo }: Period): readonly Days[] {
  const from = parseIsoDay(effectiveFrom);
  const to = effectiveTo === null ? null : parseIsoDay(effectiveTo);
  // One that was taken back before its first day was never in force.
  return from === undefined || to === undefined || (to !== null && to < from) ? [] : [{ version, from, to }];
}

function ownDays(definition: unknown): Days | null {
  const [from, to] = [member(definition, 'effectiveFrom'), member(definition, 'effectiveTo')];
  const first = typeof from === 'string' ? parseIsoDay(from) : undefined;
  const last = typeof to === 'string' ? parseIsoDay(to) : null;
  return first === undefined || last === undefined ? null : { version: null, from: first, to: last };
}

/** Between the end of the earlier and the beginning of the later; `place` is the field to change. */
function between(earlier: Days, later: Days, place: string): readonly LintFinding[] {
  if (earlier.to === null) return [];
  const version = earlier.version ?? later.version;
  const facts = { version, ends: isoOfDay(earlier.to), begins: isoOfDay(later.from) };
  if (earlier.to >= later.from) return [finding('effective-dates-overlap', place, facts)];
  return earlier.to + 1 < later.from ? [finding('effective-dates-hole', place, facts)] : [];
}

/**
 * A version takes over on its first day from whichever was in force before, so an open end is no overlap. A version that ends and
 * has no successor leaves the procedure without one: a superseded version does not come back.
 */
export function datesAgree(definition: unknown, others: readonly Period[]): readonly LintFinding[] {
  const own = ownDays(definition);
  if (own === null) return [];
  if (own.to !== null && own.to < own.from) {
    return [finding('effective-dates-reversed', 'effectiveTo', { begins: isoOfDay(own.from), ends: isoOfDay(own.to) })];
  }
  const days = others.flatMap(daysOf).sort((a, b) => a.from - b.from);
  const twin = days.find(({ from }) => from === own.from);
  const before = days.filter(({ from }) => from < own.from).at(-1);
  const after = days.find(({ from }) => from > own.from);
  const found: LintFinding[] = [];
  if (twin !== undefined) {
    const facts = { version: twin.version, ends: null, begins: isoOfDay(own.from) };
    found.push(finding('effective-dates-overlap', 'effectiveFrom', facts));
  }
  if (before !== undefined) found.push(...between(before, own, 'effectiveFrom'));
  if (after !== undefined) found.push(...between(own, after, 'effectiveTo'));
  else if (own.to !== null) {
    found.push(finding('effective-dates-hole', 'effectiveTo', { version: null, ends: isoOfDay(own.to), begins: null }));
  }
  return found;
}
