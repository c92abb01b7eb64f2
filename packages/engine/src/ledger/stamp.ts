import { ENGINE } from '@lien-thong/domain';
import type { ActingParty, Actor, Dossier, DossierEvent, DossierId, Fact, Instant } from '@lien-thong/domain';
import { FIRST_PREV_HASH, hashOf } from '../journal/hash.js';

/** Hash of an event whose code is not allocated yet, and of those that follow it. */
export const UNHASHED = '';

/** What an actor leaves in the journal: whom he supervises is gathered, never journalled. */
function actorOf({ kind, agencyId, officerId }: ActingParty): Actor {
  return { kind, agencyId, officerId };
}

/** What the engine records in its own name within the act of another: receipts of an agency without software, and the re-cut. */
const BY_THE_ENGINE: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'dossier.transferDelivered.v1',
  'dossier.resultArrived.v1',
  'dossier.subDeadlinesRecut.v1',
]);

/** Who signs the fact at `index` of one decision: its party, except for what follows by itself from the act before it. */
export function signerOf(fact: Fact, index: number, party: ActingParty): Actor {
  return actorOf(index > 0 && BY_THE_ENGINE.has(fact.type) ? ENGINE : party);
}

/** The later of two times. Instants compare as texts. */
export function later(a: Instant, b: Instant): Instant {
  return a < b ? b : a;
}

/** True for a fact that names a new code which `decide` has left for the ledger to allocate. */
export function awaitsCode(fact: Fact): boolean {
  switch (fact.type) {
    case 'dossier.submitted.v1':
    case 'dossier.received.v1':
    case 'dossier.jurisdictionResolved.v1':
      return fact.data.code === '';
    default:
      return false;
  }
}

interface Stamp {
  readonly id: string;
  readonly dossierId: DossierId;
  readonly actor: Actor;
  readonly now: Instant;
  /** The dossier before the fact, or null for the first one. */
  readonly before: Dossier | null;
}

/**
 * Makes a fact an event: id, place, the time it was learnt (never before that of the previous event), actor, chain. An event that
 * awaits its code, and every event after it in the batch, stays unhashed until `chained`.
 */
export function stamp(fact: Fact, { id, dossierId, actor, now, before }: Stamp): DossierEvent {
  const prevHash = before === null ? FIRST_PREV_HASH : before.hash;
  const recordedAt = before === null ? now : later(now, before.recordedAt);
  const event = { ...fact, id, dossierId, seq: (before?.seq ?? 0) + 1, recordedAt, actor, prevHash, hash: UNHASHED };
  if (prevHash !== UNHASHED && !awaitsCode(fact)) event.hash = hashOf(event);
  return event;
}

/** The event with its code, in its place of the chain. */
export function chained(event: DossierEvent, code: string | undefined, before: Dossier | null): DossierEvent {
  const complete = code === undefined ? event : withCode(event, code);
  const linked = { ...complete, prevHash: before === null ? FIRST_PREV_HASH : before.hash };
  return { ...linked, hash: hashOf(linked) };
}

function withCode(event: DossierEvent, code: string): DossierEvent {
  switch (event.type) {
    case 'dossier.submitted.v1':
      return { ...event, data: { ...event.data, code } };
    case 'dossier.received.v1':
      return { ...event, data: { ...event.data, code } };
    case 'dossier.jurisdictionResolved.v1':
      return { ...event, data: { ...event.data, code } };
    default:
      throw new Error(`no code belongs to ${event.type}`);
  }
}
