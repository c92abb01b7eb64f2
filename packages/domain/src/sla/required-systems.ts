/** Shared systems a leg cannot do without, and which legs the dossier waits for (DESIGN 4.5, ADR 0028). */
import type { Dossier } from '../dossier/dossier.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { Clock } from './clock.js';
import { consultationWaitedFor } from './owner-of.js';

/** The systems the leg of a clock requires, by the clock's id; none for a clock of no leg. */
export function requiredBy(id: Clock['id'], { legs, steps, consultations }: ProcedureVersion): readonly string[] {
  const [kind, ...rest] = id.split(':');
  const key = rest.join(':');
  if (kind === 'step') return steps.find((step) => step.key === key)?.requires ?? [];
  if (kind === 'consultation') return consultations.find((rule) => rule.key === key)?.requires ?? [];
  const leg = Object.entries(legs).find(([name]) => name === kind);
  return leg?.[1].requires ?? [];
}

/**
 * The legs on whose account the minutes pass, by the ids of their clocks: those of whoever owns the minute. Every open step of the
 * competent agency is one, since the decision waits for all of them; without an open step it is the consultation that is waited for.
 * A paper supplement on its way to the agency is a leg without a clock: none.
 */
function legsAtWork(dossier: Dossier): readonly string[] {
  switch (dossier.phase) {
    case 'submitted':
      return ['reception'];
    case 'received':
    case 'jurisdictionPending':
    case 'transferReturned':
      return ['transfer'];
    case 'inTransfer':
      return ['transfer', 'delivery'];
    case 'awaitingAcceptance':
      return ['acceptance'];
    case 'processing':
      return dossier.supplementForwarding ? [] : legsInProcessing(dossier);
    case 'decided':
    case 'resultInTransfer':
      return ['resultTransfer'];
    default:
      return [];
  }
}

function legsInProcessing(dossier: Dossier): readonly string[] {
  if (dossier.openSteps.length > 0) return dossier.openSteps.map((step) => `step:${step}`);
  const waitedFor = consultationWaitedFor(dossier);
  return waitedFor === null ? [] : [`consultation:${waitedFor}`];
}

function anyDown(required: readonly string[], down: readonly string[]): boolean {
  return required.some((system) => down.includes(system));
}

/** Whether a recorded outage holds up what the dossier waits for: its minutes are then the system's. */
export function isHeldUp(dossier: Dossier, procedure: ProcedureVersion): boolean {
  const down = dossier.duringOutage?.down;
  if (down === undefined || procedure.outageRelief === undefined) return false;
  return legsAtWork(dossier).some((leg) => anyDown(requiredBy(leg, procedure), down));
}

/** Whether the legal limit stands still for it, as far as the procedure allows. */
export function limitIsHeldUp(dossier: Dossier, procedure: ProcedureVersion): boolean {
  return procedure.outageRelief?.scope === 'legAndLimit' && isHeldUp(dossier, procedure);
}

/**
 * Whether a leg's own clock rests for a recorded outage. The transfer clock covers the way: it rests with the delivery inside it, or the
 * receiving agency would pay for it.
 */
export function legIsHeldUp(id: Clock['id'], dossier: Dossier, procedure: ProcedureVersion): boolean {
  const down = dossier.duringOutage?.down;
  if (down === undefined || procedure.outageRelief === undefined) return false;
  if (anyDown(requiredBy(id, procedure), down)) return true;
  return id === 'transfer' && dossier.phase === 'inTransfer' && anyDown(procedure.legs.delivery.requires, down);
}
