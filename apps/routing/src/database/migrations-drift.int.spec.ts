import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../../test/database.js';
import type { TestDatabase } from '../../test/database.js';
import { MIGRATION_NAMES, createDataSource } from './data-source.js';

/** One column in words, so that a difference reads as a sentence. */
type Columns = Record<string, string>;

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.migratorUrl).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

function declared(): Record<string, Columns> {
  return Object.fromEntries(
    source.entityMetadatas.map(({ tableName, columns }) => [
      tableName,
      Object.fromEntries(
        columns.map((column) => {
          const type = `${source.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`;
          const standing = [column.isNullable ? 'may be null' : 'never null', ...(column.isPrimary ? ['key'] : [])];
          return [column.databaseName, [type, ...standing].join(', ')];
        }),
      ),
    ]),
  );
}

async function migrated(tables: readonly string[]): Promise<Record<string, Columns>> {
  const rows = (await source.query(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as never_null,
       coalesce(a.attnum = any (i.indkey), false) as key
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relname = any ($1) and c.relkind in ('r', 'p')`,
    [tables],
  )) as { table: string; name: string; type: string; never_null: boolean; key: boolean }[];
  const found: Record<string, Columns> = {};
  for (const { table, name, type, never_null, key } of rows) {
    const standing = [never_null ? 'never null' : 'may be null', ...(key ? ['key'] : [])];
    found[table] = { ...found[table], [name]: [type, ...standing].join(', ') };
  }
  return found;
}

/** Everything a migration can leave behind. */
async function schema(): Promise<string[]> {
  const rows = (await source.query(`
    select concat_ws(' ', 'table', relname, relkind, relrowsecurity, relforcerowsecurity) as line from pg_class
      where relnamespace = 'public'::regnamespace and relname !~ '^(migration|PK_)'
    union all select concat_ws(' ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull)
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and attnum > 0 and not attisdropped
        and c.relname <> 'migration'
    union all select concat_ws(' ', 'policy', polrelid::regclass, polname, pg_get_expr(polqual, polrelid), '/',
      pg_get_expr(polwithcheck, polrelid)) from pg_policy
    union all select concat_ws(' ', 'grant', table_name, privilege_type) from information_schema.role_table_grants
      where grantee = 'app' and table_name <> 'migration'
    union all select concat_ws(' ', 'constraint', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid <> 0 and conrelid <> to_regclass('migration')
    union all select concat_ws(' ', 'function', proname) from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`)) as { line: string }[];
  return rows.map(({ line }) => line);
}

describe('the migrated schema', () => {
  it('is what the entities declare, column by column', async () => {
    const entities = declared();
    expect(await migrated(Object.keys(entities))).toEqual(entities);
  });

  it('has a comment on every table', async () => {
    const rows = (await source.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and relname <> 'migration' and obj_description(oid) is null`,
    )) as unknown[];
    expect(rows).toEqual([]);
  });

  it('says of every JSON column what it holds', async () => {
    const rows = (await source.query(
      `select attrelid::regclass::text || '.' || attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and atttypid = 'jsonb'::regtype and col_description(attrelid, attnum) is null order by 1`,
    )) as unknown[];
    expect(rows).toEqual([]);
  });

  it('is taken down to nothing and comes back the same', async () => {
    // Months are added outside the migrations, so they are dropped with the journal and come back with the next run of `migrate`.
    const before = (await schema()).filter((line) => !/event_2\d{3}_/.test(line));
    for (let left = MIGRATION_NAMES.length; left > 0; left--) await source.undoLastMigration();
    expect(await schema()).toEqual([]);
    await source.runMigrations();
    expect((await schema()).filter((line) => !/event_2\d{3}_/.test(line))).toEqual(before);
  });
});
