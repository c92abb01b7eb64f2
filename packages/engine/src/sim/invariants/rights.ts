/** Who may do what: the column "who" of DESIGN 4.1, written down a second time, by the facts it leads to. */
import type { DossierEvent } from '@lien-thong/domain';
import { PROVINCE, WARDS } from '../world/town.js';
import { nameOf } from '../plain/story.js';
import type { Story } from '../plain/story.js';

type Right = (story: Story, event: DossierEvent) => boolean;

const clerkOf = (event: DossierEvent): string | null => (event.actor.kind === 'clerk' ? event.actor.agencyId : null);
const isEngine = ({ actor }: DossierEvent): boolean => actor.kind === 'engine';
const isProvince = ({ actor }: DossierEvent): boolean => actor.kind === 'supervisor' && actor.agencyId === PROVINCE;
const hasNoSoftware = (agency: string | null): boolean =>
  WARDS.some(({ id, consoleOnly }) => id === agency && consoleOnly);

const receiving: Right = ({ receiver }, event) => clerkOf(event) === receiver;
const competent: Right = ({ competent: agency, accepted }, event) => accepted && clerkOf(event) === agency;
const addressed: Right = ({ addressed: agency }, event) => agency !== null && clerkOf(event) === agency;
const addressedThen: Right = ({ addressees }, event) =>
  event.type === 'dossier.transferDelivered.v1' && addressees.get(event.data.attempt) === clerkOf(event);
const holder: Right = ({ holder: agency }, event) => clerkOf(event) === agency;
const consulted: Right = ({ opinions }, event) => {
  const key = 'consultation' in event.data ? event.data.consultation : '';
  return opinions.get(key)?.agency === clerkOf(event);
};
const everConsulted: Right = ({ opinions }, event) =>
  [...opinions.values()].some(({ agency }) => agency === clerkOf(event));
const either =
  (...rights: readonly Right[]): Right =>
  (story, event) =>
    rights.some((right) => right(story, event));
const engineFor =
  (agencyOf: (story: Story) => string | null): Right =>
  (story, event) =>
    isEngine(event) && hasNoSoftware(agencyOf(story));
const engine: Right = (_, event) => isEngine(event);
const timeout: Right = (_, event) =>
  isEngine(event) && event.type === 'dossier.closed.v1' && event.data.ground.endsWith('Timeout');

const RIGHTS: Readonly<Record<string, Right>> = {
  received: receiving,
  receptionRefused: receiving,
  jurisdictionResolved: either(receiving, (_, event) => isProvince(event)),
  transferDispatched: receiving,
  transferDelivered: either(
    addressed,
    addressedThen,
    engineFor(({ addressed: agency }) => agency),
  ),
  transferAccepted: addressed,
  transferRefused: addressed,
  transferRecalled: receiving,
  transferRedirected: (_, event) => isProvince(event),
  assigned: holder,
  stepStarted: competent,
  stepCompleted: competent,
  consultationRequested: competent,
  consultationAnswered: consulted,
  consultationCancelled: competent,
  supplementRequested: holder,
  supplementProvided: either(receiving, competent),
  paymentRequested: competent,
  paymentConfirmed: competent,
  suspended: either(competent, addressed),
  resumed: either(competent, addressed),
  decided: competent,
  resultDispatched: competent,
  resultArrived: either(
    receiving,
    engineFor(({ receiver }) => receiver),
  ),
  applicantNotified: receiving,
  resultReturned: receiving,
  withdrawn: holder,
  closed: either(holder, timeout),
  limitExtended: competent,
  apologyIssued: competent,
  apologyDelivered: receiving,
  receptionCorrected: receiving,
  // Who could state what then is asked of the state of then, by the inspector of conflicts.
  timeCorrected: either(receiving, competent, addressed, everConsulted),
  lateFactsEntered: either(receiving, competent, addressed),
  conflictFound: (_, event) => clerkOf(event) !== null,
  conflictResolved: either(receiving, competent, (_, event) => isProvince(event)),
  subDeadlinesRecut: engine,
  clockWarned: engine,
  clockRunsLow: engine,
  clockBreached: engine,
  transferLapsed: engine,
};

/** Whether the actor of a fact had the right to it, given the story before. The first fact of a dossier is any counter's own. */
export function mayDo(event: DossierEvent, before: Story | null): boolean {
  if (before === null) return event.actor.kind === 'clerk' && 'pin' in event.data && receivedBy(event);
  return RIGHTS[nameOf(event)]?.(before, event) ?? false;
}

function receivedBy(event: DossierEvent): boolean {
  return 'pin' in event.data && event.data.pin.receivingAgency === event.actor.agencyId;
}
