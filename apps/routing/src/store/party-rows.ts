/** Parties: what row-level security looks at. Rows are added and retired, never removed. */
import { partiesOf } from '@lien-thong/domain';
import type { AgencyId, Dossier, DossierId, EventType } from '@lien-thong/domain';
import type { DossierWrite, Party } from '@lien-thong/engine';
import { binaryArray } from './binary-array.js';
import { column, insertMissing, wordColumn } from './columns.js';
import type { Statement } from './columns.js';
import type { RowReader } from './raw-row.js';

/** Most are there already. One that was passed over and is addressed again becomes current. */
export const INSERT_PARTIES = insertMissing<Party>(
  { table: 'party', key: ['dossier_id', 'agency_id', 'role'], condition: 'k.current' },
  [
    column('dossier_id', 'uuid', (party) => party.dossierId),
    wordColumn('agency_id', (party) => party.agencyId),
    wordColumn('role', (party) => party.role),
  ],
  'on conflict (dossier_id, agency_id, role) do update set current = true',
);

/** The select list `readParty` reads, for statements on `party p`. */
export const PARTY_COLUMNS = 'p.dossier_id, p.agency_id, p.role';

/** A party from a row of `PARTY_COLUMNS`. */
export function readParty(row: RowReader): Party {
  return {
    dossierId: row.text() as DossierId,
    agencyId: row.text() as AgencyId,
    role: row.text() as Party['role'],
  };
}

/** Facts after which an agency may be party no more: the dossier was sent back, called back or sent elsewhere. */
const MOVES: ReadonlySet<EventType> = new Set<EventType>([
  'dossier.transferRefused.v1',
  'dossier.transferRecalled.v1',
  'dossier.transferRedirected.v1',
]);

function moved({ dossier, events }: DossierWrite): boolean {
  // A first transfer only adds a party.
  const sentAgain = (dossier.transfer?.attempt ?? 0) > 1;
  return events.some(({ type }) => MOVES.has(type) || (sentAgain && type === 'dossier.transferDispatched.v1'));
}

/** Dossiers of the batch that may have lost a party. */
export function movedDossiers(writes: readonly DossierWrite[]): readonly Dossier[] {
  return writes.filter(moved).map(({ dossier }) => dossier);
}

/** Retires the parties of those dossiers that are none as the dossiers stand. */
export const RETIRE_PARTIES: Statement = {
  name: 'retire-parties',
  text: `update party p set current = false
    where p.current and p.dossier_id = any ($1::uuid[]) and not exists (
      select from unnest($2::uuid[], $3::text[], $4::text[]) as s (dossier_id, agency_id, role)
      where s.dossier_id = p.dossier_id and s.agency_id = p.agency_id and s.role = p.role)`,
};

export function retireValues(dossiers: readonly Dossier[]): Buffer[] {
  const current = dossiers.flatMap((dossier) =>
    partiesOf(dossier).map((party) => ({ dossierId: dossier.id, ...party })),
  );
  return [
    binaryArray(
      'uuid',
      dossiers.map(({ id }) => id),
    ),
    binaryArray(
      'uuid',
      current.map(({ dossierId }) => dossierId),
    ),
    binaryArray(
      'text',
      current.map(({ agencyId }) => agencyId),
    ),
    binaryArray(
      'text',
      current.map(({ role }) => role),
    ),
  ];
}
