import type { Pool } from 'pg';
import type { Statement } from './columns.js';
import { LEDGER_WRITES, inTransaction } from './transactions.js';

const PURGE: Statement = {
  name: 'purge-keys',
  text: `delete from command_key where (agency_id, key) in (
    select agency_id, key from command_key where stored_at < now() - interval '90 days' limit $1)`,
};
const COUNT: Statement = {
  name: 'count-expired-keys',
  text: `select count(*) from command_key where stored_at < now() - interval '90 days'`,
};

/**
 * Deletes up to `limit` idempotency keys older than 90 days (DESIGN §5) and returns how many are left to delete. Row-level security
 * lets no younger key be deleted, whatever the statement says.
 */
export async function purgeExpiredKeys(pool: Pool, limit: number): Promise<number> {
  return inTransaction(pool, LEDGER_WRITES, async (wire) => {
    const [, rows] = await Promise.all([wire.send(PURGE, [limit]), wire.send(COUNT)]);
    return rows[0]?.integer() ?? 0;
  });
}
