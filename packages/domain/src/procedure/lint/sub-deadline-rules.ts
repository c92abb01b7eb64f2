/** Sub-deadlines that are cut anew: by a policy there is, of legs there are, within a limit that holds at least the work (ADR 0021). */
import { SUB_DEADLINE_POLICIES } from '../procedure.js';
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import { isBlank, itemsOf, member, membersOf } from './subject.js';
import { writtenDuration, writtenMinutes } from './written-duration.js';

/** The longest legal working day: what does not fit into a limit of such days fits into no other. */
const LONGEST_DAY = 480;

const recutOf = (definition: unknown): unknown => member(definition, 'subDeadlines');

export function policyIsNamed(definition: unknown): readonly LintFinding[] {
  const recut = recutOf(definition);
  if (recut === undefined) return [];
  const policy = member(recut, 'policy');
  if (SUB_DEADLINE_POLICIES.some((known) => known === policy)) return [];
  const written = isBlank(policy) ? null : JSON.stringify(policy);
  const policies = SUB_DEADLINE_POLICIES.join(', ');
  return [finding('sub-deadline-policy-unknown', 'subDeadlines.policy', { policy: written, policies })];
}

/** Without a step nobody decides within a sub-deadline: what is gained has nobody to go to. */
export function somebodyIsCut(definition: unknown): readonly LintFinding[] {
  if (recutOf(definition) === undefined || itemsOf(member(definition, 'steps')).length > 0) return [];
  return [finding('sub-deadlines-without-step', 'subDeadlines')];
}

const workOf = (leg: unknown): number => {
  const minutes = member(leg, 'minimumWorkMinutes');
  return typeof minutes === 'number' ? minutes : 0;
};
const sum = (legs: readonly unknown[]): number => legs.reduce<number>((total, leg) => total + workOf(leg), 0);

/** The least working time along the whole way, as far as it counts on the limit. */
function leastWork(definition: unknown): number {
  const legs = member(definition, 'legs');
  const crosses = member(definition, 'boundaryScope') !== 'none';
  const paid = member(definition, 'clockStart') === 'reception' && member(definition, 'transferExcluded') !== true;
  const out = crosses && paid ? ['transfer', 'delivery', 'acceptance'] : [];
  const back = crosses && member(definition, 'legalEnd') === 'readyForReturn' ? ['resultTransfer'] : [];
  const waited = itemsOf(member(definition, 'consultations')).filter(
    (rule) => member(rule, 'requiredForDecision') === true && member(rule, 'pausesLegalClock') !== true,
  );
  const decided = Math.max(sum(itemsOf(member(definition, 'steps'))), ...waited.map(workOf));
  return sum([...out, ...back].map((name) => member(legs, name))) + decided;
}

/** No cut keeps a limit that is shorter than the work itself. */
export function limitsHoldTheWork(definition: unknown): readonly LintFinding[] {
  if (recutOf(definition) === undefined) return [];
  const work = leastWork(definition);
  return itemsOf(member(definition, 'cases')).flatMap((theCase, index) =>
    membersOf(member(theCase, 'limits')).flatMap(([channel, written]) => {
      const isSameDay = writtenDuration(written)?.unit === 'sameDay';
      const limit = isSameDay ? LONGEST_DAY : writtenMinutes(written, LONGEST_DAY);
      if (limit === null || limit <= 0 || work <= limit) return [];
      return [finding('minimum-works-exceed-limit', `cases.${index}.limits.${channel}`, { work, limit })];
    }),
  );
}
