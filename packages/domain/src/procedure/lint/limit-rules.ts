/** Limits of cases: unit, amount, legal basis. */
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import { isBlank, itemsOf, member, membersOf } from './subject.js';
import { writtenDuration } from './written-duration.js';
import type { WrittenDuration } from './written-duration.js';

interface StatedLimit {
  readonly path: string;
  readonly written: WrittenDuration;
}

function limitsOfCase(theCase: unknown, index: number): readonly StatedLimit[] {
  return membersOf(member(theCase, 'limits')).flatMap(([channel, limit]) => {
    const written = writtenDuration(limit);
    return written === undefined ? [] : [{ path: `cases.${index}.limits.${channel}`, written }];
  });
}

function statedLimits(definition: unknown): readonly StatedLimit[] {
  return itemsOf(member(definition, 'cases')).flatMap(limitsOfCase);
}

/** Neither a number alone nor a unit nobody knows says how long something may take. */
export function limitsHaveUnits(definition: unknown): readonly LintFinding[] {
  return statedLimits(definition).flatMap(({ path, written }) =>
    written.unit === null ? [finding('limit-without-unit', path, { written: written.text })] : [],
  );
}

export function limitsArePositive(definition: unknown): readonly LintFinding[] {
  return statedLimits(definition).flatMap(({ path, written }) =>
    written.unit !== null && written.amount !== null && written.amount <= 0
      ? [finding('duration-not-positive', path, { written: written.text })]
      : [],
  );
}

/** A limit binds only because a legal text says so. */
export function limitsRestOnLaw(definition: unknown): readonly LintFinding[] {
  const isStated = statedLimits(definition).length > 0;
  const basis = itemsOf(member(definition, 'legalBasis')).filter((text) => !isBlank(text));
  return isStated && basis.length === 0 ? [finding('limit-without-legal-basis', 'legalBasis')] : [];
}

/** Without any limit no dossier of the procedure is taken in (`procedure-limit-unknown`). */
export function someLimitIsStated(definition: unknown): readonly LintFinding[] {
  return statedLimits(definition).length === 0 ? [finding('no-limit', 'cases')] : [];
}

/** Calendar days and working time cannot be compared without a calendar. */
export function limitsOfACaseCompare(definition: unknown): readonly LintFinding[] {
  return itemsOf(member(definition, 'cases')).flatMap((theCase, index) => {
    const units = limitsOfCase(theCase, index).flatMap(({ written }) => written.unit ?? []);
    const inCalendarDays = units.includes('cd');
    const inWorkingTime = units.some((unit) => unit !== 'cd');
    return inCalendarDays && inWorkingTime ? [finding('limits-in-different-units', `cases.${index}.limits`)] : [];
  });
}

const hasSameDayLimit = (definition: unknown): boolean =>
  statedLimits(definition).some(({ written }) => written.unit === 'sameDay');

/** What comes in at the last minute of the day would be due within that minute. */
export function sameDayHasCutoff(definition: unknown): readonly LintFinding[] {
  return hasSameDayLimit(definition) && isBlank(member(definition, 'limitCutoff'))
    ? [finding('same-day-without-cutoff', 'limitCutoff')]
    : [];
}

/** The cut-off of the limit is for limits of the same day, that of the transfer for procedures that cross a boundary. */
export function cutoffsHaveEffect(definition: unknown): readonly LintFinding[] {
  const found: LintFinding[] = [];
  const limitCutoff = member(definition, 'limitCutoff');
  if (!isBlank(limitCutoff) && !hasSameDayLimit(definition))
    found.push(finding('cutoff-without-effect', 'limitCutoff'));
  const staysAtHome = member(definition, 'boundaryScope') === 'none';
  if (!isBlank(member(definition, 'transferCutoff')) && staysAtHome) {
    found.push(finding('cutoff-without-effect', 'transferCutoff'));
  }
  return found;
}
