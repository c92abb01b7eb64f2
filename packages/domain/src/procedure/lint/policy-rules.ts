/** Loops, waits, extension, warnings, and policies that contradict each other. */
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import { isBlank, itemsOf, member } from './subject.js';
import { writtenDuration } from './written-duration.js';

/** The most the law of any procedure here allows; beyond it a bound is none. */
const MOST_ROUNDS = 5;
const MOST_EXTENSIONS = 3;

const isCount = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const isDeclared = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Supplements are asked for a bounded number of times, and so is a limit extended. */
export function loopsAreBounded(definition: unknown): readonly LintFinding[] {
  const found: LintFinding[] = [];
  const rounds = member(member(definition, 'supplement'), 'maxRounds');
  if (!isCount(rounds, 0, MOST_ROUNDS)) {
    found.push(finding('unbounded-loop', 'supplement.maxRounds', { loop: 'supplement', most: MOST_ROUNDS }));
  }
  const extension = member(definition, 'extension');
  if (isDeclared(extension) && !isCount(member(extension, 'times'), 1, MOST_EXTENSIONS)) {
    found.push(finding('unbounded-loop', 'extension.times', { loop: 'extension', most: MOST_EXTENSIONS }));
  }
  return found;
}

/** An applicant who never answers must not keep a dossier open for ever; his time counts calendar days. */
export function waitsEnd(definition: unknown): readonly LintFinding[] {
  const waits = (['supplement', 'payment'] as const).filter((name) => isDeclared(member(definition, name)));
  return waits.flatMap((name): readonly LintFinding[] => {
    const timeout = member(member(definition, name), 'timeout');
    const path = `${name}.timeout`;
    const written = writtenDuration(timeout);
    if (written === undefined || isBlank(timeout)) return [finding('wait-without-end', path, { wait: name })];
    const facts = { written: written.text };
    if (written.amount !== null && written.amount <= 0) return [finding('duration-not-positive', path, facts)];
    return written.unit === 'cd' ? [] : [finding('mixed-units', path, { ...facts, expected: 'cd' })];
  });
}

export function extensionRestsOnLaw(definition: unknown): readonly LintFinding[] {
  const extension = member(definition, 'extension');
  if (!isDeclared(extension)) return [];
  const found: LintFinding[] = [];
  if (isBlank(member(extension, 'legalBasis'))) {
    found.push(finding('extension-without-legal-basis', 'extension.legalBasis'));
  }
  return [...found, ...extensionFitsTheLimits(definition)];
}

const LIMITS = ['counter', 'online', 'post'] as const;

/** Units of every limit that is written in the definition. */
function limitUnits(definition: unknown): ReadonlySet<string> {
  const limits = itemsOf(member(definition, 'cases')).map((item) => member(item, 'limits'));
  return new Set(
    limits.flatMap((each) => LIMITS.flatMap((channel) => writtenDuration(member(each, channel))?.unit ?? [])),
  );
}

/** Calendar days are added to calendar days and working time to the rest, or nobody could ever be given the extension (DESIGN 4.3). */
function extensionFitsTheLimits(definition: unknown): readonly LintFinding[] {
  const maximum = writtenDuration(member(member(definition, 'extension'), 'maximum'));
  if (maximum === undefined) return [];
  const units = limitUnits(definition);
  const inDays = units.has('cd');
  const inWork = [...units].some((unit) => unit !== 'cd');
  const fits = maximum.unit === 'cd' ? inDays : maximum.unit !== 'sameDay' && (inWork || !inDays);
  if (fits) return [];
  const expected = inDays && !inWork ? 'cd' : 'wd, wh';
  return [finding('mixed-units', 'extension.maximum', { written: maximum.text, expected })];
}

/** Somebody can be found who decides. */
export function somebodyDecides(definition: unknown): readonly LintFinding[] {
  const competence = member(definition, 'competence');
  return (['criterion', 'level'] as const)
    .filter((field) => isBlank(member(competence, field)))
    .map((field) => finding('no-actor', `competence.${field}`, { command: 'decide' }));
}

/** Two of one key would be one clock, one region, one limit. */
export function keysAreDistinct(definition: unknown): readonly LintFinding[] {
  return (['cases', 'steps', 'consultations'] as const).flatMap((name) => {
    const keys = itemsOf(member(definition, name)).map((item) => member(item, 'key'));
    return keys.flatMap((key, index) =>
      typeof key === 'string' && keys.indexOf(key) < index
        ? [finding('duplicate-key', `${name}.${index}.key`, { key })]
        : [],
    );
  });
}

/** Without a boundary to cross nothing travels: how the clock treats the transfer says nothing. */
export function transferPoliciesHaveEffect(definition: unknown): readonly LintFinding[] {
  if (member(definition, 'boundaryScope') !== 'none') return [];
  const found: LintFinding[] = [];
  if (member(definition, 'clockStart') === 'competentReceipt') {
    found.push(finding('transfer-policy-without-effect', 'clockStart'));
  }
  if (member(definition, 'transferExcluded') === true) {
    found.push(finding('transfer-policy-without-effect', 'transferExcluded'));
  }
  return found;
}

export function warningsComeInOrder(definition: unknown): readonly LintFinding[] {
  const percents = itemsOf(member(definition, 'warnPercents')).filter(
    (each): each is number => typeof each === 'number',
  );
  const found: LintFinding[] = [];
  const isDisordered = percents.some((percent, index) => percent < (percents[index - 1] ?? percent));
  if (isDisordered) found.push(finding('warn-percents-unsorted', 'warnPercents', { percents: percents.join(', ') }));
  for (const [index, percent] of percents.entries()) {
    const path = `warnPercents.${index}`;
    if (percents.indexOf(percent) < index) found.push(finding('warn-percents-repeated', path, { percent }));
    if (percent >= 100) found.push(finding('warn-percent-at-breach', path, { percent }));
  }
  return found;
}
