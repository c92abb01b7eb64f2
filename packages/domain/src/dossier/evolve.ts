/** State and fact in, next state out (law 1). Pure: no machine, no calendar, no clock; the fact carries the phase it leads to. */
import { isFinal } from '../procedure/phase.js';
import type { Dossier } from './dossier.js';
import { waitingChange, workChange } from './evolve-work.js';
import { intakeChange, openedBy } from './evolve-intake.js';
import { endingChange } from './evolve-ending.js';
import { amendedChange } from './evolve-amended.js';
import { relievedChange, withoutEmptyOutages } from './evolve-relieved.js';
import { isRevised, revisedChange } from './revision/evolve-revised.js';
import { restatedChange } from './evolve-restated.js';
import { transferChange } from './evolve-transfer.js';
import type { DossierEvent, EventOf } from './events.js';
import { isAct, isDeclared, isRemark } from './events.js';

function minutesByLeg({ data }: EventOf<'dossier.subDeadlinesRecut.v1'>): Readonly<Record<string, number>> {
  return Object.fromEntries(data.legs.map(({ leg, toMinutes }) => [leg, toMinutes]));
}

/** What the fact itself changes. Exhaustive: a new event type does not compile until it is placed here. */
function changeBy(dossier: Dossier, event: DossierEvent): Partial<Dossier> {
  if (isRevised(event)) return revisedChange(dossier, event);
  switch (event.type) {
    case 'dossier.submitted.v1':
      throw new Error('a dossier is submitted once');
    case 'dossier.received.v1':
    case 'dossier.jurisdictionResolved.v1':
      return intakeChange(dossier, event);
    case 'dossier.transferDispatched.v1':
    case 'dossier.transferDelivered.v1':
    case 'dossier.transferAccepted.v1':
    case 'dossier.transferRefused.v1':
    case 'dossier.transferRecalled.v1':
    case 'dossier.transferRedirected.v1':
    case 'dossier.transferLapsed.v1':
      return transferChange(dossier, event);
    case 'dossier.assigned.v1':
    case 'dossier.stepStarted.v1':
    case 'dossier.stepCompleted.v1':
    case 'dossier.consultationRequested.v1':
    case 'dossier.consultationAnswered.v1':
    case 'dossier.consultationCancelled.v1':
      return workChange(dossier, event);
    case 'dossier.supplementRequested.v1':
    case 'dossier.supplementProvided.v1':
    case 'dossier.suspended.v1':
    case 'dossier.resumed.v1':
      return waitingChange(dossier, event);
    case 'dossier.decided.v1':
    case 'dossier.resultDispatched.v1':
    case 'dossier.resultArrived.v1':
    case 'dossier.applicantNotified.v1':
    case 'dossier.limitExtended.v1':
    case 'dossier.apologyIssued.v1':
    case 'dossier.apologyDelivered.v1':
      return endingChange(dossier, event);
    case 'dossier.calendarRestated.v1':
      return restatedChange(dossier, event);
    case 'dossier.versionAmended.v1':
      return amendedChange(dossier, event);
    case 'dossier.outageRelieved.v1':
      return relievedChange(dossier, event);
    case 'dossier.subDeadlinesRecut.v1':
      return { subDeadlines: { ...dossier.subDeadlines, ...minutesByLeg(event) } };
    case 'dossier.receptionRefused.v1':
    case 'dossier.paymentRequested.v1':
    case 'dossier.paymentConfirmed.v1':
    case 'dossier.resultReturned.v1':
    case 'dossier.withdrawn.v1':
    case 'dossier.closed.v1':
    case 'dossier.receptionCorrected.v1':
    case 'dossier.clockWarned.v1':
    case 'dossier.clockRunsLow.v1':
    case 'dossier.clockBreached.v1':
      return {};
  }
}

/** A rung found out moves no time, nor does a remark on the journal: it says when something was, not that something happened. */
function lastFactAfter(dossier: Dossier, event: DossierEvent): Dossier['lastFactAt'] {
  if (!isDeclared(event.type)) return dossier.lastFactAt;
  return event.occurredAt > dossier.lastFactAt ? event.occurredAt : dossier.lastFactAt;
}

/** A supplement on its way on paper has arrived once the agency that asked for it does anything with the dossier. */
function isForwardingOver(dossier: Dossier, event: DossierEvent): boolean {
  const by = event.actor.agencyId;
  return (
    isFinal(event.phase) ||
    (isAct(event.type) && !isRemark(event.type) && by !== null && by === dossier.competentAgency)
  );
}

/** The dossier after the fact. Throws on a fact that cannot follow (a fault of the journal, never of a caller). */
export function evolve(dossier: Dossier | null, event: DossierEvent): Dossier {
  if (dossier === null) return openedBy(event);
  const forwarding = dossier.supplementForwarding && !isForwardingOver(dossier, event);
  const after: Dossier = {
    ...dossier,
    supplementForwarding: forwarding,
    ...changeBy(dossier, event),
    phase: event.phase,
    seq: event.seq,
    version: dossier.version + (isAct(event.type) ? 1 : 0),
    lastFactAt: lastFactAfter(dossier, event),
    endedAt: isFinal(event.phase) ? (dossier.endedAt ?? event.occurredAt) : null,
    recordedAt: event.recordedAt,
    hash: event.hash,
  };
  return event.type === 'dossier.outageRelieved.v1' ? withoutEmptyOutages(after) : after;
}
