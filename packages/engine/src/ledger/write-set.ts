import { partiesOf } from '@lien-thong/domain';
import { canonicalJson } from '../journal/canonical-json.js';
import type { DossierWrite, Party } from '../ports/store.js';
import { fileOf, isRefolded } from './track.js';
import type { Track } from './track.js';

/** Rows of `after` that `before` does not hold just so. Untouched rows are the same object, so most are never compared. */
function changed<Row, Key>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => Key): readonly Row[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  return after.filter((row) => {
    const was = old.get(keyOf(row));
    return was !== row && (was === undefined || canonicalJson(was) !== canonicalJson(row));
  });
}

/** Agencies that became party in the course of the track, also those that are none any more at its end. */
function newParties({ dossierId, stored, drafts }: Track): readonly Party[] {
  const keyOf = ({ agencyId, role }: Pick<Party, 'agencyId' | 'role'>) => `${agencyId} ${role}`;
  const known = new Set((stored?.parties ?? []).map(keyOf));
  const parties: Party[] = [];
  for (const { after } of drafts) {
    for (const { agencyId, role } of partiesOf(after.dossier)) {
      if (known.has(keyOf({ agencyId, role }))) continue;
      known.add(keyOf({ agencyId, role }));
      parties.push({ dossierId, agencyId, role });
    }
  }
  return parties;
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
