import { partiesOf } from '@lien-thong/domain';
import type { DossierWrite, Party } from '../ports/store.js';
import { sameValue } from './same-value.js';
import { fileOf, isRefolded } from './track.js';
import type { Track } from './track.js';

/** Rows of `after` that `before` does not hold just so. */
function changed<Row, Key>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => Key): readonly Row[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  return after.filter((row) => !sameValue(old.get(keyOf(row)), row));
}

/** Agencies that became party in the course of the track, some of them again, also those that are none any more at its end. */
function newParties({ dossierId, stored, drafts }: Track): readonly Party[] {
  const joined = new Map<string, Party>();
  let before = stored === null ? [] : partiesOf(stored.file.dossier);
  for (const { after } of drafts) {
    const now = partiesOf(after.dossier);
    for (const { agencyId, role } of now) {
      if (before.some((party) => party.agencyId === agencyId && party.role === role)) continue;
      joined.set(`${agencyId} ${role}`, { dossierId, agencyId, role });
    }
    before = now;
  }
  return [...joined.values()];
}

/** The rows a track changes. Throws for a track without a fact. */
export function dossierWrite(track: Track): DossierWrite {
  const after = fileOf(track);
  if (after === null || track.drafts.length === 0) throw new Error(`nothing happened to ${track.dossierId}`);
  const replaceAll = isRefolded(track);
  const before = replaceAll ? null : track.stored;
  return {
    isNew: track.stored === null,
    dossier: after.dossier,
    clocks: changed(before?.file.clocks ?? [], after.clocks, ({ id }) => id),
    segments: changed(before?.file.segments ?? [], after.segments, ({ n }) => n),
    replaceAll,
    events: track.drafts.map(({ event }) => event),
    parties: newParties(track),
  };
}
