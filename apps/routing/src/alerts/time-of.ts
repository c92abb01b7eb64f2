import { instantFromMillis } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import type { Statement } from '../store/columns.js';
import { LEDGER_READS, askOnce } from '../store/transactions.js';

const SERVER: Statement = {
  name: 'alerts-server-time',
  text: 'select (extract(epoch from clock_timestamp()) * 1000)::int8',
};
const LAST_WRITTEN: Statement = {
  name: 'alerts-last-written',
  text: `select (extract(epoch from greatest((select max(recorded_at) from dossier), (select max(at) from alert_event))) * 1000)::int8`,
};

/** Domain time for who looks from outside: the database's; in the demonstration, whose clock is stepped, that of the last thing written. */
export async function timeOf(pool: Pool, { LIENTHONG_PROFILE }: Pick<Env, 'LIENTHONG_PROFILE'>): Promise<Instant> {
  const statement = LIENTHONG_PROFILE === 'demo' ? LAST_WRITTEN : SERVER;
  const [row] = await askOnce(pool, LEDGER_READS, { statement });
  return instantFromMillis(row?.integerOrNull() ?? 0);
}
