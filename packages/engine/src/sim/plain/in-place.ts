/** Facts in the order in which they happened, whatever the order in which they were learnt. */
import type { DossierEvent } from '@lien-thong/domain';
import { DETECTED, minuteOfText, nameOf } from './story.js';

export interface Placed {
  readonly facts: DossierEvent[];
  /** True when others that are known already happened after it. */
  readonly late: boolean;
}

const declares = (event: DossierEvent): boolean =>
  !DETECTED.includes(nameOf(event)) && nameOf(event) !== 'receptionCorrected';

/** A receipt that was late: what was thought to be on its way had arrived. An opinion changes no phase. */
function phaseAfter(late: DossierEvent, known: DossierEvent): DossierEvent['phase'] {
  const arrived = late.type === 'dossier.transferDelivered.v1' && late.data.leg === 'transfer';
  return arrived && known.phase === 'inTransfer' ? late.phase : known.phase;
}

/** The facts with one more, behind all that happened no later. Pure. */
export function inPlace(facts: readonly DossierEvent[], event: DossierEvent): Placed {
  const at = minuteOfText(event.occurredAt);
  const first = declares(event) ? facts.findIndex((fact) => declares(fact) && minuteOfText(fact.occurredAt) > at) : -1;
  if (first === -1) return { facts: [...facts, event], late: false };
  const after = facts.slice(first).map((known) => ({ ...known, phase: phaseAfter(event, known) }));
  const before = facts[first - 1] ?? event;
  const arrives = event.type === 'dossier.transferDelivered.v1' && event.data.leg === 'transfer';
  const placed = { ...event, phase: arrives ? event.phase : before.phase };
  return { facts: [...facts.slice(0, first), placed, ...after], late: true };
}
