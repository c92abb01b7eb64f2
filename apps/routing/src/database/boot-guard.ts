import { types } from 'node:util';
import type { Pool } from 'pg';
import { MIGRATION_NAMES } from './data-source.js';

/** One thing wrong with the database, in both languages. */
export interface Complaint {
  readonly vi: string;
  readonly en: string;
}

/** The database is missing or not fit for dossiers. `message` is ready to be shown to whoever starts the service. */
export class UnsafeDatabase extends Error {
  override readonly name = 'UnsafeDatabase';

  constructor(
    readonly complaints: readonly Complaint[],
    options?: ErrorOptions,
  ) {
    const lines = complaints.flatMap(({ vi, en }) => [`  - ${vi}`, `    ${en}`]);
    super(
      ['Không khởi động được với cơ sở dữ liệu này / cannot start on this database:', ...lines].join('\n'),
      options,
    );
  }
}

/** The oldest server whose SQL we use. */
const OLDEST_VERSION = 150_000;

const FACTS = `select current_setting('server_version_num')::int as version, current_setting('server_version') as release,
  r.rolname as login, r.rolsuper as superuser, r.rolbypassrls as bypasses,
  current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
  current_setting('full_page_writes') as full_page_writes, pg_is_in_recovery() as replica,
  exists (select from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and pg_has_role(r.oid, c.relowner, 'usage')) as owns,
  to_regclass('public.migration') is not null as migrated,
  case when to_regclass('public.event') is null then false
    else has_table_privilege('public.event', 'update') or has_table_privilege('public.event', 'delete')
      or has_table_privilege('public.event', 'truncate') end as rewrites
  from pg_roles r where r.rolname = current_user`;

interface Facts {
  readonly version: number;
  readonly release: string;
  readonly login: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
  readonly replica: boolean;
  readonly owns: boolean;
  readonly migrated: boolean;
  readonly rewrites: boolean;
}

/**
 * Refuses to serve from a database that could lose what was answered, show what must not be shown, or is not up to date. Throws
 * `UnsafeDatabase` naming every reason at once.
 */
export async function guardDatabase(pool: Pool): Promise<void> {
  const facts = await factsOf(pool);
  const complaints = [...powers(facts), ...durability(facts), ...(await missingMigrations(pool, facts))];
  if (complaints.length > 0) throw new UnsafeDatabase(complaints);
}

async function factsOf(pool: Pool): Promise<Facts> {
  try {
    const { rows } = await pool.query<Facts>(FACTS);
    const [facts] = rows;
    if (facts === undefined) throw new Error('the login is not among the roles');
    return facts;
  } catch (error) {
    const reason = types.isNativeError(error) ? error.message || error.name : String(error);
    const unreachable = {
      vi: `không kết nối được PostgreSQL theo DATABASE_URL; kiểm tra máy chủ, cổng, tên cơ sở dữ liệu, mật khẩu (${reason})`,
      en: 'PostgreSQL cannot be reached by DATABASE_URL; check host, port, database name and password',
    };
    throw new UnsafeDatabase([unreachable], { cause: error });
  }
}

/** Powers that go around row-level security or could rewrite the journal. */
function powers({ login, superuser, bypasses, owns, rewrites }: Facts): Complaint[] {
  const complaints: Complaint[] = [];
  const add = (vi: string, en: string) =>
    complaints.push({ vi: `${login} ${vi}; hãy dùng tài khoản app`, en: `${login} ${en}; connect as app` });
  if (superuser) add('là superuser', 'is a superuser');
  if (bypasses) add('có quyền BYPASSRLS', 'has BYPASSRLS');
  if (owns && !superuser) add('sở hữu bảng dữ liệu', 'owns tables');
  if (rewrites && !superuser && !owns) add('sửa được nhật ký hồ sơ', 'may rewrite the journal');
  return complaints;
}

/** Settings under which an answered command could be lost. */
function durability(facts: Facts): Complaint[] {
  const complaints: Complaint[] = [];
  if (facts.version < OLDEST_VERSION) {
    complaints.push({
      vi: `PostgreSQL ${facts.release} quá cũ; cần phiên bản 15 trở lên`,
      en: `PostgreSQL ${facts.release} is too old; version 15 or newer is needed`,
    });
  }
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'] as const) {
    if (facts[name] !== 'off') continue;
    complaints.push({
      vi: `${name} = off: việc đã trả lời có thể mất khi mất điện; hãy đặt ${name} = on`,
      en: `${name} = off: answered commands could be lost in a power cut; set ${name} = on`,
    });
  }
  if (facts.replica) {
    complaints.push({
      vi: 'đây là máy chủ dự phòng chỉ đọc; hãy trỏ DATABASE_URL tới máy chủ chính',
      en: 'this server is a read-only standby; point DATABASE_URL at the primary',
    });
  }
  return complaints;
}

async function missingMigrations(pool: Pool, { migrated }: Facts): Promise<Complaint[]> {
  const done = migrated ? (await pool.query<{ name: string }>('select name from migration')).rows : [];
  const names = new Set(done.map(({ name }) => name));
  const missing = MIGRATION_NAMES.filter((name) => !names.has(name));
  if (missing.length === 0) return [];
  return [
    {
      vi: `lược đồ chưa cập nhật, thiếu ${missing.length} bước; hãy chạy \`node dist/migrate.js\``,
      en: `the schema is not up to date, ${missing.length} migrations are missing (${missing.join(', ')}); run \`node dist/migrate.js\``,
    },
  ];
}
