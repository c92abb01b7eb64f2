/** What `verify` cannot find by going through the dossiers: what is left of one whose own row is gone. */
import type { DossierFinding } from '@lien-thong/engine';
import type { DossierId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import type { Statement } from './columns.js';
import { LEDGER_READS, askOnce } from './transactions.js';

const TABLES = [
  'event',
  'clock',
  'segment',
  'party',
  'dossier_alias',
  'feed',
  'private_key',
  'private',
  'custody_receipt',
  'lateness',
] as const;

const leftIn = (table: string) => `select o.dossier_id, '${table}' as kind, count(*) as n from ${table} o
  where not exists (select from dossier d where d.id = o.dossier_id) group by 1`;

const ROWS_WITHOUT_DOSSIER: Statement = {
  name: 'rows-without-dossier',
  text: `select dossier_id, string_agg(kind || ' ' || n, ', ' order by kind)
    from (${TABLES.map(leftIn).join(' union all ')}) as left_over group by 1 order by 1`,
};

/** One finding for each dossier of which there are rows, and no row of its own: no dossier is ever removed. */
export async function rowsWithoutDossier(pool: Pool): Promise<readonly DossierFinding[]> {
  const rows = await askOnce(pool, LEDGER_READS, { statement: ROWS_WITHOUT_DOSSIER });
  return rows.map((row) => {
    const dossierId = row.text() as DossierId;
    return { dossierId, row: 'dossier', key: dossierId, field: 'row', expected: `of ${row.text()}`, found: null };
  });
}
