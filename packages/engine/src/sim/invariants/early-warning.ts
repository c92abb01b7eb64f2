/** I16 a conflict is told early. */
import { foldHistory } from '@lien-thong/domain';
import type { DossierEvent, EventOf, Risk } from '@lien-thong/domain';
import { leftByConstruction } from '../plain/construction.js';
import type { Left } from '../plain/construction.js';
import { first } from './evidence.js';
import type { Complaint, Evidence } from './evidence.js';

/** The warning that must be given: of the limit, only of the promise, or none. */
function due(left: Left | null): string {
  if (left === null || Math.min(left.ofLimit, left.ofPromise) >= 0) return 'nothing';
  const what = left.ofLimit < 0 ? 'high legsExceedLimit' : 'warning legsExceedPromise';
  return `${what}, left ${left.ofLimit} and ${left.ofPromise}`;
}

function said(risks: readonly Risk[]): string {
  const found = risks.filter(({ rule }) => rule === 'structuralInfeasibility');
  if (found.length === 0) return 'nothing';
  return found
    .map(({ level, cause: { code, facts } }) => {
      return `${level} ${code}, left ${String(facts['slack'])} and ${String(facts['promiseSlack'])}`;
    })
    .join(' and ');
}

/**
 * I16: whoever asks for the risks of a dossier in the minute of its reception is told what cannot be kept by construction, with its
 * cause, and nothing of the kind where everything can. A paper taken in earlier is asked about as of the minute it was recorded, too.
 */
export function conflictToldEarly(
  reception: EventOf<'dossier.received.v1'>,
  journal: readonly DossierEvent[],
  { reference, risks }: Evidence,
): Complaint {
  const rules = reference.rulesOf(reception.data.pin);
  const file = foldHistory(journal.slice(0, reception.seq), rules);
  const must = due(leftByConstruction(reception));
  return first([reception.occurredAt, reception.recordedAt], (now) => {
    const is = said(risks(file, rules, { now, systemsDown: [] }));
    return is === must ? null : `${reception.dossierId} at ${now}: the risks say ${is}, by construction it is ${must}`;
  });
}
