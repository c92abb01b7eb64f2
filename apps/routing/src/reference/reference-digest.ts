import type { Pool } from 'pg';

/**
 * Every load of reference data leaves another digest behind, and so does every publication: rows of versions (of
 * procedures and calendars) and of their ends are only ever added. Of a rule of competence its last day may change.
 */
const DIGEST = `select concat_ws(' ', i.seeds_digest, (select count(*) from procedure_version),
  (select count(*) from procedure_retirement), (select count(*) from calendar_version),
  (select concat_ws('/', count(*), count(valid_to), sum(valid_to - date '2000-01-01')) from competence)) as digest from installation i`;

/** Stands for the reference data as they are in the database; null before an installation is there. */
export async function referenceDigest(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ digest: string | null }>(DIGEST);
  return rows[0]?.digest ?? null;
}
