/** Facts in the order in which they happened, whatever the order in which they were learnt. */
import type { DossierEvent } from '@lien-thong/domain';
import { isDeclaredFact, minuteOfText, nameOf } from './story.js';

export interface Placed {
  readonly facts: DossierEvent[];
  /** True when others that are known already happened after it. */
  readonly late: boolean;
}

/** Facts that leave the dossier in the state in which they find it. */
const STAYS: readonly string[] = [
  ...['assigned', 'stepStarted', 'stepCompleted', 'limitExtended', 'apologyIssued', 'apologyDelivered'],
  ...['consultationRequested', 'consultationAnswered', 'consultationCancelled', 'applicantNotified'],
];

function stays(event: DossierEvent): boolean {
  const forwarded = event.type === 'dossier.transferDelivered.v1' && event.data.leg === 'supplement';
  return forwarded || !isDeclaredFact(event) || STAYS.includes(nameOf(event));
}

/** The copy has arrived, whatever had become of it by the time that was learnt. */
const isCopy = (event: DossierEvent): boolean =>
  event.type === 'dossier.transferDelivered.v1' && event.data.leg === 'transfer';

/** What changes no state has that of the fact before it, and a resumption goes back to before its suspension. */
function inTheirStates(facts: readonly DossierEvent[]): DossierEvent[] {
  let state: DossierEvent['phase'] | null = null;
  let left: DossierEvent['phase'] | null = null;
  return facts.map((fact) => {
    let phase = fact.phase;
    if (state !== null && (stays(fact) || isCopy(fact))) phase = state;
    if (state === 'inTransfer' && isCopy(fact)) phase = 'awaitingAcceptance';
    if (left !== null && nameOf(fact) === 'resumed') phase = left;
    if (nameOf(fact) === 'suspended') left = state;
    state = phase;
    return phase === fact.phase ? fact : { ...fact, phase };
  });
}

/** The facts with one more, behind all that happened no later. Pure. */
export function inPlace(facts: readonly DossierEvent[], event: DossierEvent): Placed {
  const at = minuteOfText(event.occurredAt);
  const first = isDeclaredFact(event)
    ? facts.findIndex((fact) => isDeclaredFact(fact) && minuteOfText(fact.occurredAt) > at)
    : -1;
  if (first === -1) return { facts: [...facts, event], late: false };
  return { facts: inTheirStates([...facts.slice(0, first), event, ...facts.slice(first)]), late: true };
}

/** The whole list put in order. */
export function allInPlace(facts: readonly DossierEvent[]): readonly DossierEvent[] {
  return inTheirStates(facts.reduce<DossierEvent[]>((so, event) => inPlace(so, event).facts, []));
}
