/** Warnings beside the shares of a budget (ADR 0023): each once, in order, of a clock there is, and such as can come. */
import { RISK_RUNG_LEVELS } from '../../sla/rungs/low-rung.js';
import { WARNING_CLOCKS } from '../procedure.js';
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import { itemsOf, member, membersOf } from './subject.js';
import { writtenDuration, writtenMinutes } from './written-duration.js';

/** The longest legal working day: what cannot come on such days comes on no other. */
const LONGEST_DAY = 480;

const rungsOf = (definition: unknown): unknown => member(definition, 'warnRungs');
const numbersIn = (list: unknown): readonly number[] =>
  itemsOf(list).filter((each): each is number => typeof each === 'number');
const greatest = (minutes: readonly (number | null)[]): number | null =>
  minutes.reduce((most, each) => (each === null ? most : Math.max(most ?? 0, each)), null);

/** Every list of working minutes, with its place and the clock it is for; null: for all. */
function remainingLists(definition: unknown): readonly (readonly [string, readonly number[], string | null])[] {
  const rungs = rungsOf(definition);
  return [
    ['warnRungs.remainingMinutes', numbersIn(member(rungs, 'remainingMinutes')), null],
    ...itemsOf(member(rungs, 'perClock')).map(
      (own, index) =>
        [
          `warnRungs.perClock.${index}.remainingMinutes`,
          numbersIn(member(own, 'remainingMinutes')),
          String(member(own, 'clock')),
        ] as const,
    ),
  ];
}

function percentLists(definition: unknown): readonly (readonly [string, readonly number[]])[] {
  return itemsOf(member(rungsOf(definition), 'perClock')).map((own, index) => [
    `warnRungs.perClock.${index}.percents`,
    numbersIn(member(own, 'percents')),
  ]);
}

function repeated(path: string, rungs: readonly (number | string)[]): readonly LintFinding[] {
  return rungs.flatMap((rung, index) =>
    rungs.indexOf(rung) < index ? [finding('warn-rung-repeated', `${path}.${index}`, { rung })] : [],
  );
}

export function warnRungsComeOnce(definition: unknown): readonly LintFinding[] {
  const levels = itemsOf(member(rungsOf(definition), 'risk')).filter((level): level is string =>
    RISK_RUNG_LEVELS.some((known) => known === level),
  );
  return [
    ...remainingLists(definition).flatMap(([path, minutes]) => repeated(path, minutes)),
    ...percentLists(definition).flatMap(([path, percents]) => repeated(path, percents)),
    ...repeated('warnRungs.risk', levels),
  ];
}

/** Percents rise and minutes left fall: as the warnings come. */
export function warnRungsComeInOrder(definition: unknown): readonly LintFinding[] {
  const unsorted = (path: string, rungs: readonly number[], sign: 1 | -1): readonly LintFinding[] =>
    rungs.some((rung, index) => sign * rung < sign * (rungs[index - 1] ?? rung))
      ? [finding('warn-rungs-unsorted', path, { rungs: rungs.join(', ') })]
      : [];
  return [
    ...remainingLists(definition).flatMap(([path, minutes]) => unsorted(path, minutes, -1)),
    ...percentLists(definition).flatMap(([path, percents]) => unsorted(path, percents, 1)),
  ];
}

/** Two lists for one clock: only the first would be looked at. */
export function warnRungsNameAClockOnce(definition: unknown): readonly LintFinding[] {
  const clocks = itemsOf(member(rungsOf(definition), 'perClock')).map((own) => member(own, 'clock'));
  return clocks.flatMap((clock, index) =>
    typeof clock === 'string' && clocks.indexOf(clock) < index
      ? [finding('warn-clock-repeated', `warnRungs.perClock.${index}.clock`, { clock })]
      : [],
  );
}

/** The most a budget can be, in working minutes: of calendar days every one may be worked, the first one too. */
function most(written: unknown): number | null {
  const duration = writtenDuration(written);
  if (duration?.unit === 'sameDay') return LONGEST_DAY;
  if (duration?.unit === 'cd' && duration.amount !== null) return (duration.amount + 1) * LONGEST_DAY;
  return writtenMinutes(written, LONGEST_DAY);
}

function longestLimit(definition: unknown): number | null {
  const limits = itemsOf(member(definition, 'cases')).flatMap((theCase) =>
    membersOf(member(theCase, 'limits')).map(([, written]) => most(written)),
  );
  const longest = greatest(limits);
  const extension = member(definition, 'extension');
  const times = member(extension, 'times');
  const extra = typeof times === 'number' ? times * (most(member(extension, 'maximum')) ?? 0) : 0;
  return longest === null ? null : longest + extra;
}

/** The most a clock of that kind can have; null where the procedure has no such clock. A leg that is cut anew may gain up to the limit. */
function longestBudget(kind: string, definition: unknown): number | null {
  const gained = member(definition, 'subDeadlines') === undefined ? 0 : (longestLimit(definition) ?? 0);
  const budgets = (legs: readonly unknown[]): number | null => {
    const longest = greatest(legs.map((leg) => most(member(leg, 'budget'))));
    return longest === null ? null : Math.max(longest, gained);
  };
  if (kind === 'legal') return longestLimit(definition);
  if (kind === 'step') return budgets(itemsOf(member(definition, 'steps')));
  if (kind === 'consultation') return budgets(itemsOf(member(definition, 'consultations')));
  if (kind === 'supplement' || kind === 'payment') return most(member(member(definition, kind), 'timeout'));
  const crosses = member(definition, 'boundaryScope') !== 'none';
  return kind === 'reception' || crosses ? budgets([member(member(definition, 'legs'), kind)]) : null;
}

/** A rung of more minutes than a clock ever has is never crossed: whoever relies on it would wait for ever. */
export function warnRungsCanCome(definition: unknown): readonly LintFinding[] {
  const absent = itemsOf(member(rungsOf(definition), 'perClock')).flatMap((own, index) => {
    const clock = member(own, 'clock');
    if (!WARNING_CLOCKS.some((known) => known === clock) || longestBudget(String(clock), definition) !== null)
      return [];
    return [finding('warn-clock-absent', `warnRungs.perClock.${index}.clock`, { clock: String(clock) })];
  });
  const tooMany = remainingLists(definition).flatMap(([path, minutes, clock]) => {
    const kinds = clock === null ? WARNING_CLOCKS : [clock];
    const budget = greatest(kinds.map((kind) => longestBudget(kind, definition)));
    return minutes.flatMap((rung, index) =>
      budget !== null && rung >= budget
        ? [finding('warn-rung-never-comes', `${path}.${index}`, { minutes: rung, budget })]
        : [],
    );
  });
  return [...absent, ...tooMany];
}

/** A share of the whole budget is no warning. */
export function ownWarningsComeBeforeTheEnd(definition: unknown): readonly LintFinding[] {
  return percentLists(definition).flatMap(([path, percents]) =>
    percents.flatMap((percent, index) =>
      percent >= 100 ? [finding('warn-percent-at-breach', `${path}.${index}`, { percent })] : [],
    ),
  );
}
