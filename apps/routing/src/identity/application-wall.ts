/**
 * The first of the two walls around dossiers (ADR 0010): what the application asks by itself before anybody sees or changes one. It
 * rests on the dossier and the caller alone, never on what row-level security lets through.
 */
import { consultationOf, isFinal, partiesOf } from '@lien-thong/domain';
import type { AgencyId, Dossier, DossierEvent, DossierFile, Owner } from '@lien-thong/domain';
import type { TakenFor } from '@lien-thong/engine';
import type { Viewer } from '../store/read-as.js';

/** What was read of a dossier. */
export interface Known {
  readonly file: DossierFile;
  /** Empty unless it was asked for. */
  readonly journal: readonly DossierEvent[];
}

export interface ApplicationWall {
  /** What of it the viewer may be shown; null when he may not know of the dossier. */
  readonly shown: (viewer: Viewer, known: Known) => Known | null;
  /** Whether he sees all of it; who does not cannot fold its journal. */
  readonly seesWhole: (viewer: Viewer, dossier: Dossier) => boolean;
  /** Agencies whose dossiers a list or a search names in its `where`, given those the viewer is or watches over. */
  readonly agenciesNamed: (own: readonly AgencyId[]) => readonly AgencyId[];
  /** Whose feed is asked for when an agency reads its own. */
  readonly feedNamed: (reader: AgencyId) => AgencyId;
  /** Whom the checks of a command take its caller for. */
  readonly takenFor: TakenFor;
}

/** The wall in service: everybody is himself, and is shown what is his. */
export const STANDING_WALL: ApplicationWall = {
  shown: (viewer, known) => {
    const { dossier } = known.file;
    if (seesWhole(viewer, dossier)) return known;
    const isParty = partiesOf(dossier).some(({ agencyId }) => agencyId === viewer.agencyId);
    return isParty ? partOf(known, viewer.agencyId) : null;
  },
  seesWhole,
  agenciesNamed: (own) => own,
  feedNamed: (reader) => reader,
  takenFor: (caller) => caller,
};

/** Parties but the consulted see the whole dossier, and so does whoever supervises a party. */
function seesWhole({ agencyId, supervises }: Viewer, dossier: Dossier): boolean {
  return partiesOf(dossier).some(
    (party) => supervises.includes(party.agencyId) || (party.agencyId === agencyId && party.role !== 'consulted'),
  );
}

/** A consulted agency sees the clocks, minutes and facts of its own consultation. */
function partOf({ file, journal }: Known, agencyId: AgencyId): Known {
  const isOwn = (owner: Owner | null) => owner?.kind === 'agency' && owner.agencyId === agencyId;
  const clocks = file.clocks.filter(({ kind, owner }) => kind === 'consultation' && isOwn(owner));
  const segments = file.segments.filter(({ owner }) => isOwn(owner));
  const own = Object.entries(file.dossier.consultations).filter(([, each]) => each.agencyId === agencyId);
  const keys = own.map(([key]) => key);
  // The end of the dossier also ends a consultation that was still open.
  const endsOwn = own.some(([, { state }]) => state === 'open');
  const events = journal.filter(
    (event) => keys.includes(consultationOf(event) ?? '') || (endsOwn && isFinal(event.phase)),
  );
  return { file: { ...file, clocks, segments }, journal: events };
}
