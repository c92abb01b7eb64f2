import type { Pool } from 'pg';
import { MIGRATION_NAMES } from '../database/data-source.js';
import { isOutage } from '../store/faults.js';

/** The database is missing or not fit for dossiers. `message` is ready to be shown to whoever starts the service. */
export class UnsafeDatabase extends Error {
  override readonly name = 'UnsafeDatabase';
}

const FLOOR = 150_000;

const FACTS = `select current_setting('server_version_num')::int as version, r.rolname as login, r.rolsuper as superuser,
  r.rolbypassrls as bypasses, current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
  current_setting('full_page_writes') as full_page_writes,
  (select count(*)::int from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owned,
  to_regclass('public.migration') is not null as migrated
  from pg_roles r where r.rolname = current_user`;

interface Facts {
  readonly version: number;
  readonly login: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
  readonly owned: number;
  readonly migrated: boolean;
}

/** Refuses to serve from a database that could lose or show what it must not. Throws `UnsafeDatabase` naming every reason at once. */
export async function guardDatabase(pool: Pool): Promise<void> {
  const facts = await factsOf(pool);
  const complaints = [...complaintsOf(facts), ...(await missingMigrations(pool, facts))];
  if (complaints.length === 0) return;
  throw new UnsafeDatabase(
    `Cơ sở dữ liệu chưa an toàn, máy chủ không khởi động / the database is not safe, the server does not start:\n${complaints
      .map((line) => `  - ${line}`)
      .join('\n')}`,
  );
}

async function factsOf(pool: Pool): Promise<Facts> {
  try {
    const { rows } = await pool.query<Facts>(FACTS);
    const [facts] = rows;
    if (facts === undefined) throw new Error('the login is not among the roles');
    return facts;
  } catch (error) {
    if (!isOutage(error) && !isRefusedLogin(error)) throw error;
    throw new UnsafeDatabase(
      'Không kết nối được PostgreSQL theo DATABASE_URL: kiểm tra máy chủ, cổng, tên và mật khẩu.\n' +
        'PostgreSQL cannot be reached by DATABASE_URL: check server, port, login and password.\n' +
        `  (${error instanceof Error ? error.message || error.name : 'unknown'})`,
      { cause: error },
    );
  }
}

/** 28xxx: the login was refused; 3D000: there is no such database. */
function isRefusedLogin(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(28|3D)/.test(error.code);
}

/** Every setting under which an answered command could be lost, and every power that goes around row-level security. */
function complaintsOf(facts: Facts): string[] {
  const off = (['fsync', 'synchronous_commit', 'full_page_writes'] as const).filter((name) => facts[name] === 'off');
  return [
    ...(facts.version < FLOOR ? ['cần PostgreSQL 15 trở lên / PostgreSQL 15 or newer is needed'] : []),
    ...off.map(
      (name) => `${name}=off: hồ sơ đã trả lời có thể mất khi mất điện / answered commands could be lost in a power cut`,
    ),
    ...(facts.superuser ? [`${facts.login}: là superuser / is a superuser; connect as app`] : []),
    ...(facts.bypasses ? [`${facts.login}: có BYPASSRLS / has BYPASSRLS; connect as app`] : []),
    ...(facts.owned > 0 ? [`${facts.login}: sở hữu bảng / owns tables; connect as app, which owns nothing`] : []),
  ];
}

async function missingMigrations(pool: Pool, { migrated }: Facts): Promise<string[]> {
  const done = migrated ? await pool.query<{ name: string }>('select name from migration') : { rows: [] };
  const names = new Set(done.rows.map(({ name }) => name));
  const missing = MIGRATION_NAMES.filter((name) => !names.has(name));
  if (missing.length === 0) return [];
  return [`chưa cập nhật lược đồ / the schema is not migrated: ${missing.join(', ')}`];
}
