/** I16 a conflict is told early. */
import { structuralInfeasibility, structuralTimeline } from '@lien-thong/domain';
import type { Pin } from '@lien-thong/domain';
import { MINUTES_PER_DAY, budgetOf, plainRules, workOf } from '../plain/rules.js';
import type { Complaint, Told } from './evidence.js';

/** Minutes the parties may take and need, from the procedure's own numbers: negative is overdue by construction. */
function slackOf(pin: Pin, crosses: boolean): number | null {
  const { procedure } = plainRules(pin);
  const limit = budgetOf(pin.limit);
  if ('days' in limit) return null;
  let left = 'work' in limit ? limit.work : MINUTES_PER_DAY;
  const counts = crosses && procedure.clockStart === 'reception' && !procedure.transferExcluded;
  if (counts) left -= workOf(procedure.legs.transfer.budget) + workOf(procedure.legs.acceptance.budget);
  let steps = 0;
  for (const { minimumWorkMinutes } of procedure.steps) steps += minimumWorkMinutes;
  for (const { requiredForDecision, pausesLegalClock, minimumWorkMinutes } of procedure.consultations) {
    if (requiredForDecision && !pausesLegalClock) steps = Math.max(steps, minimumWorkMinutes);
  }
  left -= steps;
  if (crosses && procedure.legalEnd === 'readyForReturn') left -= workOf(procedure.legs.resultTransfer.budget);
  return left;
}

/** I16: from the first minute on, what cannot be kept by construction is known as such, and nothing else is. */
export function conflictToldEarly({ event }: Told): Complaint {
  if (event.type !== 'dossier.received.v1') return null;
  const { pin, resolution } = event.data;
  const crossesBoundary = resolution?.agencyId !== pin.receivingAgency;
  const slack = slackOf(pin, crossesBoundary);
  if (slack === null) return null;
  const { procedure } = plainRules(pin);
  const budget = budgetOf(pin.limit);
  const limitMinutes = 'work' in budget ? budget.work : MINUTES_PER_DAY;
  const question = { procedure, limitMinutes, minutesPerDay: MINUTES_PER_DAY, crossesBoundary };
  const told = structuralInfeasibility(structuralTimeline(question)) === 'limit';
  return told === slack < 0
    ? null
    : `${event.dossierId}: ${slack} minutes are left by construction, and the risk says ${told}`;
}
