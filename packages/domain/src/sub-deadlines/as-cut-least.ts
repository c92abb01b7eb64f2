import { cuttableLegs, withBudgets } from '../feasibility/budgets.js';
import type { ProcedureVersion } from '../procedure/procedure.js';

/** Legs that can be cut once one before them has ended: all that are charged to the limit, but the first. */
function laterKeys({
  clockStart,
  transferExcluded,
  legalEnd,
  steps,
  consultations,
}: ProcedureVersion): readonly string[] {
  const paidWay = clockStart === 'reception' && !transferExcluded;
  return [
    'acceptance',
    ...steps.slice(paidWay ? 0 : 1).map(({ key }) => `step:${key}`),
    ...consultations.map(({ key }) => `consultation:${key}`),
    ...(legalEnd === 'readyForReturn' ? ['resultTransfer'] : []),
  ];
}

/**
 * The procedure as it can be run where sub-deadlines are cut anew: the first leg takes all it may, and what comes after it is brought
 * down to its minimum work (ADR 0019, "re-cutting"). The same procedure where they are not. A dossier that stays with its receiver
 * begins with its first step, which is taken as cut here too: what is told of it is told a leg late at the most.
 */
export function asCutLeast(procedure: ProcedureVersion, minutesPerDay: number): ProcedureVersion {
  if (procedure.subDeadlines === undefined) return procedure;
  const floors = cuttableLegs(procedure, laterKeys(procedure), minutesPerDay).map(({ key, floor }) => [key, floor]);
  return withBudgets(procedure, Object.fromEntries(floors), minutesPerDay);
}
