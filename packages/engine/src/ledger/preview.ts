import { asksHistory, isRefusal, refuse } from '@lien-thong/domain';
import type { DossierId, Refusal } from '@lien-thong/domain';
import type { StoreTransaction } from '../ports/store.js';
import { isBehindAnOutage } from './batch.js';
import { asTaken, staleRefusal, visibilityRefusal } from './admission.js';
import type { LedgerPorts } from './batch.js';
import { decideOne, openTrack } from './decide-one.js';
import type { Situation } from './decide-one.js';
import { refused } from './envelope.js';
import type { Envelope, PreviewOutcome } from './envelope.js';
import { fileOf } from './track.js';
import type { Track } from './track.js';

/** The dossier as it is committed, read without a lock: what is foreseen may be overtaken before it is done. */
async function storedTrack(tx: StoreTransaction, envelope: Envelope, situation: Situation): Promise<Track | Refusal> {
  const { dossierId, command } = envelope;
  if (dossierId === null) return openTrack(envelope, situation.ids.next() as DossierId, situation);
  const stored = (await tx.load([dossierId])).get(dossierId);
  const hidden = visibilityRefusal(asTaken(envelope, stored?.file, situation.takenFor), stored, undefined);
  if (stored === undefined || hidden !== null) return hidden ?? refuse('dossier-not-found');
  const asked = asksHistory(command) || isBehindAnOutage(envelope, new Map([[dossierId, stored]]));
  const journals = asked ? await tx.loadJournals([dossierId]) : null;
  const rules = situation.reference.rulesOf(stored.file.dossier.pin);
  return { dossierId, rules, stored, journal: journals?.get(dossierId) ?? null, drafts: [] };
}

/**
 * A dry run: visible → If-Match → decide, as `submit` would, and nothing is written. The key is not looked at, since nothing is
 * done under it.
 */
export async function preview(envelope: Envelope, ports: LedgerPorts): Promise<PreviewOutcome> {
  return ports.store.transaction(async (tx) => {
    const situation = { ...ports, now: ports.clock.now() };
    const track = await storedTrack(tx, envelope, situation);
    if (isRefusal(track)) return refused(track);
    const decided = staleRefusal(envelope, track) ?? decideOne(track, envelope, situation);
    if (isRefusal(decided)) return refused(decided);
    const after = fileOf(decided.after);
    if (after === null) throw new Error('accepted, and no dossier');
    return { kind: 'foreseen', facts: decided.facts, phase: after.dossier.phase };
  });
}
