/** Whether the facts of a journal, in the order in which they happened, could each have been decided: asked of the machine once more. */
import { ask } from '../../procedure/ask.js';
import type { GuardFacts } from '../../procedure/machine.js';
import { positionOf } from '../../procedure/position.js';
import type { CommandType } from '../commands.js';
import type { Dossier } from '../dossier.js';
import { isEntitled } from '../entitlement.js';
import type { DossierEvent, EventType } from '../events.js';
import { evolve } from '../evolve.js';
import type { Rules } from '../file.js';

/** The command that leads to a fact. What is not here is found out, derived, or a remark. */
const COMMAND_OF: Partial<Record<EventType, CommandType>> = {
  'dossier.submitted.v1': 'submit',
  'dossier.received.v1': 'receive',
  'dossier.receptionRefused.v1': 'refuseReception',
  'dossier.jurisdictionResolved.v1': 'resolveJurisdiction',
  'dossier.transferDispatched.v1': 'transfer',
  'dossier.transferDelivered.v1': 'confirmDelivery',
  'dossier.transferAccepted.v1': 'acceptTransfer',
  'dossier.transferRefused.v1': 'refuseTransfer',
  'dossier.transferRecalled.v1': 'recallTransfer',
  'dossier.transferRedirected.v1': 'redirectTransfer',
  'dossier.assigned.v1': 'assign',
  'dossier.stepStarted.v1': 'startStep',
  'dossier.stepCompleted.v1': 'completeStep',
  'dossier.consultationRequested.v1': 'requestConsultation',
  'dossier.consultationAnswered.v1': 'answerConsultation',
  'dossier.consultationCancelled.v1': 'cancelConsultation',
  'dossier.supplementRequested.v1': 'requestSupplement',
  'dossier.supplementProvided.v1': 'provideSupplement',
  'dossier.paymentRequested.v1': 'requestPayment',
  'dossier.paymentConfirmed.v1': 'confirmPayment',
  'dossier.suspended.v1': 'suspend',
  'dossier.resumed.v1': 'resume',
  'dossier.decided.v1': 'decide',
  'dossier.resultDispatched.v1': 'dispatchResult',
  'dossier.resultArrived.v1': 'confirmResultArrival',
  'dossier.applicantNotified.v1': 'notifyApplicant',
  'dossier.resultReturned.v1': 'returnResult',
  'dossier.withdrawn.v1': 'withdraw',
  'dossier.closed.v1': 'close',
  'dossier.limitExtended.v1': 'extend',
  'dossier.apologyIssued.v1': 'apologise',
};

/** What the decision had gathered, as far as the fact still tells. */
function gatheredBy(event: DossierEvent, dossier: Dossier | null): Partial<GuardFacts> {
  switch (event.type) {
    case 'dossier.received.v1': {
      const { pin, resolution, heldReason } = event.data;
      const receiverIsCompetent = resolution?.agencyId === pin.receivingAgency;
      return { receiverIsCompetent, heldForJurisdiction: heldReason !== null };
    }
    case 'dossier.jurisdictionResolved.v1':
      return { receiverIsCompetent: event.data.resolution.agencyId === dossier?.pin.receivingAgency };
    case 'dossier.transferRedirected.v1':
      return { redirectHome: event.data.to === null };
    default:
      return {};
  }
}

/** Facts that are numbered or done once, beyond what the machine keeps. */
function ownRule(event: DossierEvent, dossier: Dossier | null): string | null {
  if (dossier === null) return null;
  const { openSteps, completedSteps, supplementRounds, transfer } = dossier;
  switch (event.type) {
    case 'dossier.stepStarted.v1':
      if (openSteps.includes(event.data.step)) return 'step-already-open';
      return completedSteps.includes(event.data.step) ? 'step-already-completed' : null;
    case 'dossier.stepCompleted.v1':
      return openSteps.includes(event.data.step) ? null : 'step-not-open';
    case 'dossier.supplementRequested.v1':
      return event.data.round === supplementRounds + 1 ? null : 'supplement-rounds-exhausted';
    case 'dossier.transferDelivered.v1':
      return event.data.leg === 'supplement' || event.data.attempt === transfer?.attempt ? null : 'command-not-allowed';
    default:
      return null;
  }
}

/** Whom a supervisor watched over, and what the engine did, the journal does not tell again. */
function isEntitledTo(event: DossierEvent, type: CommandType, dossier: Dossier): boolean {
  if (event.actor.kind !== 'clerk') return true;
  return isEntitled(dossier, { ...event.actor, supervises: [] }, type);
}

function ruleAgainst(event: DossierEvent, dossier: Dossier | null, { machine, procedure }: Rules): string | null {
  const type = COMMAND_OF[event.type];
  if (type === undefined) return null;
  if (dossier !== null && !isEntitledTo(event, type, dossier)) return 'actor-not-entitled';
  const position = positionOf(dossier, procedure, gatheredBy(event, dossier));
  const consultation = 'consultation' in event.data ? { consultation: event.data.consultation } : {};
  const answer = ask(machine, position, { type, ...consultation });
  if (!answer.allowed) return answer.code;
  return answer.phase === event.phase ? ownRule(event, dossier) : 'command-not-allowed';
}

export interface Contradiction {
  readonly event: DossierEvent;
  /** The code by which it would have been refused. */
  readonly rule: string;
}

/** The first fact that could not have been decided where it stands, or null. `facts`: as they happened. Pure. */
export function contradictionIn(facts: readonly DossierEvent[], rules: Rules): Contradiction | null {
  let dossier: Dossier | null = null;
  for (const event of facts) {
    const rule = ruleAgainst(event, dossier, rules);
    if (rule !== null) return { event, rule };
    dossier = evolve(dossier, event);
  }
  return null;
}
