import { isRefusal, partiesOf, refuse } from '@lien-thong/domain';
import type { ActingParty, AgencyId, Command, Dossier, DossierFile, Refusal } from '@lien-thong/domain';
import type { CommandKey, LoadedDossier } from '../ports/store.js';
import type { Envelope } from './envelope.js';
import { fileOf } from './track.js';
import type { Track } from './track.js';

/**
 * Whom the checks of a command take its caller for. In service everybody is himself; a test of the store's own check hands in a lie,
 * and only the journal then says who it was.
 */
export type TakenFor = (caller: ActingParty, command: Command, dossier: Dossier) => ActingParty;

/** The request as the checks see it. What opens a dossier is always seen as it is. */
export function asTaken<Request extends { readonly party: ActingParty; readonly command: Command }>(
  request: Request,
  file: DossierFile | null | undefined,
  takenFor: TakenFor | undefined,
): Request {
  if (takenFor === undefined || file === null || file === undefined) return request;
  return { ...request, party: takenFor(request.party, request.command, file.dossier) };
}

/** A dossier is visible to whoever is or was party to it and to who supervises such an agency; to others it does not exist. */
function isVisible(parties: readonly AgencyId[], { kind, agencyId, supervises }: ActingParty): boolean {
  switch (kind) {
    case 'engine':
      return true;
    case 'supervisor':
      return parties.some((party) => supervises.includes(party));
    case 'clerk':
      return agencyId !== null && parties.includes(agencyId);
  }
}

/**
 * First check of all: `dossier-not-found` where there is none, or none the caller may know of. `track` holds what earlier commands
 * of the batch did: who was sent the dossier by one may answer in the next.
 */
export function visibilityRefusal(
  { party }: Envelope,
  loaded: LoadedDossier | undefined,
  track: Track | undefined,
): Refusal | null {
  if (loaded === undefined) return refuse('dossier-not-found');
  const joined = track?.drafts.flatMap(({ after }) => partiesOf(after.dossier)) ?? [];
  const parties = [...loaded.parties, ...joined].map(({ agencyId }) => agencyId);
  return isVisible(parties, party) ? null : refuse('dossier-not-found');
}

/** `version-stale` with the version as it is, when the caller decided on an older page. */
export function staleRefusal({ ifMatch }: Envelope, track: Track): Refusal | null {
  const version = fileOf(track)?.dossier.version ?? 0;
  return ifMatch === null || ifMatch === version ? null : refuse('version-stale', { currentVersion: version });
}

/**
 * What stands against the receipt of an act: what was found before, or `receipt-stale` when the journal has gone on since it was
 * signed. Position is number and hash of the head, so whatever else was checked against that head still holds.
 */
export function receiptRefusal({ receipt }: Envelope, track: Track): Refusal | null {
  if (receipt === undefined) return null;
  if (isRefusal(receipt)) return receipt;
  const head = fileOf(track)?.dossier;
  const { seq, hash } = receipt.position;
  if (head !== undefined && head.seq === seq && head.hash === hash) return null;
  return refuse('receipt-stale', { headSeq: head?.seq ?? 0, headHash: head?.hash ?? null });
}

/** The key in the scope of the caller's agency, or null without one. Throws for a key of nobody's. */
export function keyOf({ key, party }: Envelope): CommandKey | null {
  if (key === null) return null;
  if (party.agencyId === null) throw new Error('an idempotency key is scoped to an agency, and its sender has none');
  return { agencyId: party.agencyId, key };
}

/** One text for one key. */
export function keyText({ agencyId, key }: CommandKey): string {
  return `${agencyId} ${key}`;
}
