/** Relief for outages of shared systems: of legs that require one, within a limit that runs while they do (ADR 0028). */
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import { itemsOf, member, membersOf } from './subject.js';

/** Legs, steps and consultations that require a system, by name. */
function legsThatRequire(definition: unknown): readonly string[] {
  const needs = (leg: unknown): boolean => itemsOf(member(leg, 'requires')).length > 0;
  const named = (list: string, leg: string): readonly string[] =>
    itemsOf(member(definition, list))
      .filter(needs)
      .map((rule) => `${leg}:${String(member(rule, 'key'))}`);
  const legs = membersOf(member(definition, 'legs')).filter(([, leg]) => needs(leg));
  return [...legs.map(([name]) => name), ...named('steps', 'step'), ...named('consultations', 'consultation')];
}

/** Legs during which the limit of this procedure never counts. */
function outsideTheLimit(definition: unknown): readonly string[] {
  const excluded = member(definition, 'transferExcluded') === true;
  const later = member(definition, 'clockStart') === 'competentReceipt';
  const back = member(definition, 'legalEnd') === 'readyForReturn' ? [] : ['resultTransfer'];
  return ['reception', ...(excluded || later ? ['transfer', 'delivery', 'acceptance'] : []), ...back];
}

/** An outage of nothing relieves nobody: the systems were forgotten. */
export function someLegRequiresASystem(definition: unknown): readonly LintFinding[] {
  if (member(definition, 'outageRelief') === undefined || legsThatRequire(definition).length > 0) return [];
  return [finding('outage-relief-without-system', 'outageRelief')];
}

/** Relief of the limit where the limit stands still anyway, or has not begun, or is over. */
export function reliefReachesTheLimit(definition: unknown): readonly LintFinding[] {
  if (member(member(definition, 'outageRelief'), 'scope') !== 'legAndLimit') return [];
  const legs = legsThatRequire(definition);
  const outside = outsideTheLimit(definition);
  if (legs.length === 0 || legs.some((leg) => !outside.includes(leg))) return [];
  return [finding('outage-relief-of-limit-without-effect', 'outageRelief.scope', { legs: legs.join(', ') })];
}
