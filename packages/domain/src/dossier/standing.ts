/** What a dossier forbids by what it is, whatever the command says, beyond the state the machine keeps. */
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { isCalendarDays } from '../time/duration.js';
import type { CommandType } from './commands.js';
import type { Dossier } from './dossier.js';

function noStepLeft(dossier: Dossier, { steps }: ProcedureVersion): Refusal | null {
  if (steps.length === 0) return refuse('step-unknown', { steps: [] });
  const open = dossier.openSteps;
  if (steps.some(({ key }) => !open.includes(key) && !dossier.completedSteps.includes(key))) return null;
  return open.length > 0
    ? refuse('step-already-open', { steps: open })
    : refuse('step-already-completed', { steps: dossier.completedSteps });
}

function noExtensionLeft(dossier: Dossier, { extension }: ProcedureVersion): Refusal | null {
  if (extension === null) return refuse('extension-not-foreseen');
  // Working time cannot be added to calendar days (DESIGN 4.3): an extension that moves nothing would be a false promise.
  const { limit } = dossier.pin;
  const { maximum } = extension;
  if (isCalendarDays(limit) && !isCalendarDays(maximum)) return refuse('extension-not-in-working-time', { limit });
  if (isCalendarDays(maximum) && !isCalendarDays(limit)) return refuse('extension-unit-differs', { limit, maximum });
  if (dossier.extensions < extension.times) return null;
  return refuse('extension-exhausted', { times: extension.times, legalBasis: extension.legalBasis });
}

/** Each letter is handed over once. Null when one waits for it. */
export function noApologyToDeliver({ apologies, apologiesDelivered = 0 }: Dossier): Refusal | null {
  if (apologies > apologiesDelivered) return null;
  return refuse(apologies === 0 ? 'apology-not-issued' : 'apology-already-delivered', { apologies });
}

/** Null when nothing stands against such a command; it may still be refused for what it says. Pure. */
export function standingRefusal(type: CommandType, dossier: Dossier, procedure: ProcedureVersion): Refusal | null {
  switch (type) {
    case 'startStep':
      return noStepLeft(dossier, procedure);
    case 'completeStep':
      return dossier.openSteps.length > 0 ? null : refuse('step-not-open', { steps: [] });
    case 'extend':
      return noExtensionLeft(dossier, procedure);
    case 'apologise':
      return dossier.apologies === 0 ? null : refuse('apology-already-issued', { apologies: dossier.apologies });
    case 'deliverApology':
      return noApologyToDeliver(dossier);
    case 'resolveConflict':
      return (dossier.openConflicts ?? []).length > 0 ? null : refuse('conflict-not-open', {});
    case 'correctReception':
      return dossier.receivedAt !== null ? null : refuse('reception-correction-illegal', { receivedAt: null });
    default:
      return null;
  }
}
