/** What an agency holds by the rows of its dossiers, read with its own eyes. */
import { holdingsOf } from '@lien-thong/domain';
import type { AgencyId, Holding } from '@lien-thong/domain';
import type { Pool } from 'pg';
import type { Statement } from './columns.js';
import { DOSSIER_COLUMNS, readDossier } from './dossier-rows.js';
import { askOnce, viewerReads } from './transactions.js';

const OPEN_DOSSIERS: Statement = {
  name: 'open-dossiers-of-agency',
  text: `select ${DOSSIER_COLUMNS} from dossier d where d.ended_at is null
    and (d.holder = $1 or d.receiving = $1 or d.state -> 'transfer' ->> 'to' = $1)`,
};

/** Every holding of the agency, or only those on the way between it and another agency. */
export async function holdingsSeenBy(
  pool: Pool,
  agencyId: AgencyId,
  between: AgencyId | null,
): Promise<readonly Holding[]> {
  const opening = viewerReads(agencyId, []);
  const rows = await askOnce(pool, opening, { statement: OPEN_DOSSIERS, values: [agencyId] });
  return rows.flatMap((row) => {
    const sides = holdingsOf(readDossier(row));
    if (between !== null && !sides.some((side) => side.agencyId === between)) return [];
    return sides.filter((side) => side.agencyId === agencyId).map(({ agencyId: _, ...holding }) => holding);
  });
}
