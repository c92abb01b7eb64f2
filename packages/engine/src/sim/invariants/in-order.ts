/** I5, of the past: put in the order in which they happened, the facts of a journal could each have happened. */
import type { DossierEvent, DossierId } from '@lien-thong/domain';
import type { DossierRows } from '../../memory/rows.js';
import { allInPlace } from '../plain/in-place.js';
import { asReadAt, isDeclaredFact, isFinalPhase, nameOf, opening, tell } from '../plain/story.js';
import type { Story } from '../plain/story.js';
import type { Complaint } from './evidence.js';

/** DESIGN 4.1, column "from", of facts that have one; the others may be in any state before the end. */
const FROM: Readonly<Record<string, readonly string[]>> = {
  receptionRefused: ['submitted'],
  jurisdictionResolved: ['jurisdictionPending'],
  transferDispatched: ['received', 'transferReturned'],
  transferDelivered: ['inTransfer', 'processing'],
  transferAccepted: ['awaitingAcceptance'],
  transferRefused: ['awaitingAcceptance'],
  transferRecalled: ['inTransfer', 'awaitingAcceptance'],
  stepStarted: ['processing'],
  stepCompleted: ['processing'],
  consultationRequested: ['processing'],
  supplementRequested: ['submitted', 'processing'],
  supplementProvided: ['awaitingSupplement'],
  paymentRequested: ['processing'],
  paymentConfirmed: ['awaitingPayment'],
  suspended: ['awaitingAcceptance', 'processing', 'awaitingSupplement', 'awaitingPayment'],
  resumed: ['suspended'],
  decided: ['processing'],
  resultDispatched: ['decided'],
  resultArrived: ['resultInTransfer'],
  applicantNotified: ['readyForReturn'],
  resultReturned: ['readyForReturn'],
};

function couldFollow(event: DossierEvent, { phase, steps, opinions }: Story): boolean {
  if (isFinalPhase(phase)) return false;
  const from = FROM[nameOf(event)];
  if (from !== undefined && !from.includes(phase)) return false;
  switch (event.type) {
    case 'dossier.stepStarted.v1':
      return !steps.has(event.data.step);
    case 'dossier.stepCompleted.v1':
      return steps.has(event.data.step);
    case 'dossier.consultationRequested.v1':
      return !opinions.has(event.data.consultation);
    case 'dossier.consultationAnswered.v1':
    case 'dossier.consultationCancelled.v1':
      return opinions.get(event.data.consultation)?.open === true;
    default:
      return true;
  }
}

/** Only journals in which something was learnt late or put right can complain: the others were decided in this order. */
export function couldAllHaveHappened(id: DossierId, { events }: DossierRows): Complaint {
  let story: Story | null = null;
  for (const event of allInPlace(asReadAt(events, events.length))) {
    if (story !== null && isDeclaredFact(event) && !couldFollow(event, story)) {
      return `${id}: ${nameOf(event)} (${event.seq}) happened in ${story.phase}, where it could not`;
    }
    story ??= opening(event);
    tell(story, event);
  }
  return null;
}
