/** Loads the reference data of infra/seeds. Run as `migrator`, again as often as one likes. */
import type { Client } from 'pg';
import { readSeeds, seedsDigest } from './seed-files.js';
import { seedTables } from './seed-rows.js';
import type { TableRows } from './seed-rows.js';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Inserts what is missing and, where rows may change, replaces what differs; returns how many rows it touched. */
export async function loadRows(migrator: Client, { table, key, immutable, rows }: TableRows): Promise<number> {
  const [first] = rows;
  if (first === undefined) return 0;
  const { rows: columns } = await migrator.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  // Left to their defaults are only columns no row speaks of.
  const given = columns.map(({ name }) => name).filter((name) => rows.some((row) => name in row));
  const changed = given.filter((name) => !key.includes(name));
  const update =
    immutable || changed.length === 0
      ? 'do nothing'
      : `do update set ${changed.map((name) => `"${name}" = excluded."${name}"`).join(', ')}
        where ${changed.map((name) => `t."${name}" is distinct from excluded."${name}"`).join(' or ')}`;
  const result = await migrator.query(
    `insert into ${table} as t (${quoted(given)})
     select ${quoted(given)} from jsonb_populate_recordset(null::${table}, $1) on conflict (${quoted(key)}) ${update}`,
    [JSON.stringify(rows)],
  );
  return result.rowCount ?? 0;
}

/** Published versions whose stored contents are not those of the seeds: they were kept, because dossiers are pinned to them. */
async function keptVersions(migrator: Client, tables: readonly TableRows[]): Promise<string[]> {
  const versions = tables.find(({ table }) => table === 'procedure_version')?.rows ?? [];
  const { rows } = await migrator.query<{ kept: string }>(
    `select t.code || ' v' || t.version as kept from procedure_version t
     join jsonb_populate_recordset(null::procedure_version, $1) s using (code, version)
     where t.definition <> s.definition order by 1`,
    [JSON.stringify(versions)],
  );
  return rows.map(({ kept }) => kept);
}

/** Loads the folder in one transaction, unless these very files were loaded before. Says what it did. */
export async function loadSeeds(migrator: Client, folder: string, say: (line: string) => void): Promise<void> {
  const digest = seedsDigest(folder);
  const { rows } = await migrator.query<{ seeds_digest: string | null }>('select seeds_digest from installation');
  if (rows[0]?.seeds_digest === digest) {
    say('seeds: unchanged');
    return;
  }
  const tables = seedTables(readSeeds(folder));
  await migrator.query('begin');
  try {
    for (const rowsOfTable of tables) {
      const touched = await loadRows(migrator, rowsOfTable);
      say(`seeds: ${rowsOfTable.table}: ${rowsOfTable.rows.length} rows, ${touched} written`);
    }
    for (const kept of await keptVersions(migrator, tables)) {
      say(`seeds: ${kept} is published with other contents and stays as it is; raise its version to change it`);
    }
    await migrator.query('update installation set seeds_digest = $1', [digest]);
    await migrator.query('commit');
  } catch (error) {
    await migrator.query('rollback');
    throw error;
  }
  await migrator.query('analyze');
}
