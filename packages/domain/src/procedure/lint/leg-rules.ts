/** Legs, steps and consultations: each has somebody who owns its minutes, and a budget he can keep. */
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import { isBlank, itemsOf, member, membersOf } from './subject.js';
import { writtenDuration, writtenMinutes } from './written-duration.js';

/** Who owns the minutes of each leg (DESIGN 4.2, 4.4); a leg by any other name has nobody. */
const LEG_OWNERS: ReadonlyMap<string, string> = new Map([
  ['reception', 'receiving'],
  ['transfer', 'receiving'],
  ['delivery', 'exchange'],
  ['acceptance', 'competent'],
  ['resultTransfer', 'competent'],
]);
const ROLES = new Set(['receiving', 'competent', 'consulted', 'applicant', 'exchange', 'publicPost']);
/** The longest legal working day; what does not fit into it fits into no other. */
const LONGEST_DAY = 480;

interface WrittenLeg {
  readonly path: string;
  readonly leg: unknown;
}

const listed = (definition: unknown, name: 'steps' | 'consultations'): readonly WrittenLeg[] =>
  itemsOf(member(definition, name)).map((leg, index) => ({ path: `${name}.${index}`, leg }));

function allLegs(definition: unknown): readonly WrittenLeg[] {
  const legs = membersOf(member(definition, 'legs')).map(([name, leg]) => ({ path: `legs.${name}`, leg }));
  return [...legs, ...listed(definition, 'steps'), ...listed(definition, 'consultations')];
}

/** Every known leg is declared, and no other; an owner that is written down is one of the roles. */
export function legsHaveOwners(definition: unknown): readonly LintFinding[] {
  const strangers = membersOf(member(definition, 'legs'))
    .filter(([name]) => !LEG_OWNERS.has(name))
    .map(([name]) => finding('leg-without-owner', `legs.${name}`, { leg: name }));
  const declared = allLegs(definition).flatMap(({ path, leg }) => {
    const owner = member(leg, 'owner');
    if (owner === undefined) return [];
    if (isBlank(owner)) return [finding('leg-without-owner', `${path}.owner`, { leg: path })];
    return typeof owner === 'string' && ROLES.has(owner)
      ? []
      : [finding('unknown-role', `${path}.owner`, { role: JSON.stringify(owner) })];
  });
  return [...strangers, ...declared];
}

export function legsHaveBudgets(definition: unknown): readonly LintFinding[] {
  const legs = member(definition, 'legs');
  const missing = [...LEG_OWNERS.keys()]
    .filter((name) => member(legs, name) === undefined)
    .map((name) => finding('leg-without-budget', `legs.${name}`, { leg: `legs.${name}` }));
  const unbudgeted = allLegs(definition)
    .filter(({ leg }) => isBlank(member(leg, 'budget')))
    .map(({ path }) => finding('leg-without-budget', `${path}.budget`, { leg: path }));
  return [...missing, ...unbudgeted];
}

const isRequiredConsultation = ({ path, leg }: WrittenLeg): boolean =>
  path.startsWith('consultations.') && member(leg, 'requiredForDecision') === true;

/** A budget counts working time; one of nothing cannot be kept, least of all by an opinion the decision waits for. */
export function budgetsAreWorkingTime(definition: unknown): readonly LintFinding[] {
  return allLegs(definition).flatMap((written): readonly LintFinding[] => {
    const budget = writtenDuration(member(written.leg, 'budget'));
    if (budget === undefined || isBlank(budget.text)) return [];
    const path = `${written.path}.budget`;
    const facts = { written: budget.text };
    if (budget.amount !== null && budget.amount <= 0) {
      return [
        finding(
          isRequiredConsultation(written) ? 'consultation-with-zero-budget' : 'duration-not-positive',
          path,
          facts,
        ),
      ];
    }
    if (budget.unit === null) return [finding('budget-without-unit', path, facts)];
    if (budget.unit === 'wd' || budget.unit === 'wh') return [];
    return [finding('mixed-units', path, { ...facts, expected: 'wd, wh' })];
  });
}

/** No start allows a leg whose work alone takes longer than it may (DESIGN 4.6: a finding of its own). */
export function workFitsBudgets(definition: unknown): readonly LintFinding[] {
  return allLegs(definition).flatMap(({ path, leg }) => {
    const work = member(leg, 'minimumWorkMinutes');
    const budget = writtenMinutes(member(leg, 'budget'), LONGEST_DAY);
    if (typeof work !== 'number' || budget === null || budget <= 0 || work <= budget) return [];
    return [finding('minimum-work-exceeds-budget', `${path}.minimumWorkMinutes`, { work, budget })];
  });
}

/** Delivery runs inside the transfer: with the longer budget it would never warn before the transfer is late. */
export function deliveryFitsTransfer(definition: unknown): readonly LintFinding[] {
  const legs = member(definition, 'legs');
  const minutes = (leg: string): number | null => writtenMinutes(member(member(legs, leg), 'budget'), LONGEST_DAY);
  const [delivery, transfer] = [minutes('delivery'), minutes('transfer')];
  return delivery !== null && transfer !== null && delivery > transfer
    ? [finding('delivery-longer-than-transfer', 'legs.delivery.budget', { delivery, transfer })]
    : [];
}
