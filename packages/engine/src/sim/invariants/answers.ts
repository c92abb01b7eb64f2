/** I11 answers are true, and the part of L1 that concerns callers. */
import type { DossierEvent } from '@lien-thong/domain';
import { nameOf } from '../plain/story.js';
import type { LedgerOutcome } from '../../ledger/envelope.js';
import type { Attempt, Operation } from '../actors/operation.js';
import { NO_ACT } from '../plain/story.js';
import { first, journals } from './evidence.js';
import type { Complaint, Evidence } from './evidence.js';

/** I11 as it goes: a request that was done before it was sent again is answered as done. */
export function doneIsTold(operation: Operation, attempt: Attempt, outcome: LedgerOutcome): Complaint {
  if (!attempt.doneBefore || outcome.kind === 'accepted') return null;
  return `${operation.id}/${attempt.n} was told ${outcome.refusal.code}, and it had been done`;
}

interface Place {
  readonly event: DossierEvent;
  /** Acts of parties up to and with it. */
  readonly version: number;
}

function placesOf(evidence: Evidence): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [, events] of journals(evidence)) {
    let version = 0;
    for (const event of events) {
      if (!NO_ACT.includes(nameOf(event))) version += 1;
      places.set(event.id, { event, version });
    }
  }
  return places;
}

function acceptedComplaint({ id, envelope, answers }: Operation, places: ReadonlyMap<string, Place>): Complaint {
  const told = answers.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? [outcome] : []));
  const [answer] = told;
  if (answer === undefined) return null;
  if (told.some(({ eventIds }) => eventIds.join() !== answer.eventIds.join())) return `${id} was given two answers`;
  const [own] = answer.eventIds;
  const place = own === undefined ? undefined : places.get(own);
  const last = places.get(answer.eventIds.at(-1) ?? '');
  if (place === undefined || last === undefined) return `${id} was told done, and its facts are in no journal`;
  if (place.event.actor.officerId !== id)
    return `${id} was told done, and the fact is of ${place.event.actor.officerId}`;
  const { event } = last;
  if (event.seq !== answer.seq || event.phase !== answer.phase || event.dossierId !== answer.dossierId) {
    return `${id} was told of another state than it led to`;
  }
  if (last.version !== answer.version) return `${id} was told version ${answer.version} and led to ${last.version}`;
  const { ifMatch } = envelope;
  const isAct = !NO_ACT.includes(nameOf(place.event));
  const seen = place.version - (isAct ? 1 : 0);
  return ifMatch === null || ifMatch === seen
    ? null
    : `${id} was done on version ${seen}, and its sender had seen ${ifMatch}`;
}

/** I11 at the end: "done" is in a journal as told; "no" is in none, where every attempt was answered with it. */
export function answersAreTrue(evidence: Evidence): Complaint {
  const places = placesOf(evidence);
  const done = new Set<string | null>([...places.values()].map(({ event }) => event.actor.officerId));
  return first(evidence.operations, (operation) => {
    const accepted = acceptedComplaint(operation, places);
    if (accepted !== null) return accepted;
    const { id, attempts, answers } = operation;
    const refused = answers.length > 0 && answers.every(({ outcome }) => outcome.kind === 'refused');
    const certain = refused && attempts.every(({ state }) => state === 'answered');
    return certain && done.has(id) ? `${id} was told no, and it was done` : null;
  });
}

/** Faults the run itself caused; a caller may see no others. */
const CAUSED = ['CommitUnknown', 'StoreUnavailable', 'StatementFailed'];

/** L1: nobody is told of a fault that was not there, and when all is quiet everybody who asked under a key has an answer. */
export function everybodyIsAnswered(operations: readonly Operation[], quiet: boolean): Complaint {
  return first(operations, ({ id, envelope, faults, closed }) => {
    const strange = faults.find((fault) => !CAUSED.includes(fault.split(':')[0] ?? ''));
    if (strange !== undefined) return `${id} ${envelope.command.type} ran into ${strange}`;
    return quiet && !closed && envelope.key !== null ? `${id} ${envelope.command.type} never got an answer` : null;
  });
}
