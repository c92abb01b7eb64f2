import type { Pool } from 'pg';
import { z } from 'zod';

/** A working day and the evening after it. */
const LIFE = '12 hours';

const ADD = `insert into session (id_hash, account_id, authz_version, expires_at)
  values ($1, $2, $3, now() + interval '${LIFE}')`;
const CLEAR = `delete from session where expires_at < now() - interval '1 day'`;
const FIND = `select account_id as "accountId", authz_version as "authzVersion" from session
  where id_hash = $1 and ended_at is null and expires_at > now()`;
const END = 'update session set ended_at = now() where id_hash = $1 and ended_at is null';

const sessionRow = z.strictObject({ accountId: z.string(), authzVersion: z.int() });
export type SessionRow = z.infer<typeof sessionRow>;

/** Stores a session; long expired ones go at the same time. */
export async function addSession(pool: Pool, idHash: Buffer, { accountId, authzVersion }: SessionRow): Promise<void> {
  await pool.query(CLEAR);
  await pool.query({ text: ADD, values: [idHash, accountId, authzVersion] });
}

/** The session when it is neither ended nor expired, or null. */
export async function findSession(pool: Pool, idHash: Buffer): Promise<SessionRow | null> {
  const { rows } = await pool.query({ name: 'session', text: FIND, values: [idHash] });
  return rows[0] === undefined ? null : sessionRow.parse(rows[0]);
}

export async function endSession(pool: Pool, idHash: Buffer): Promise<void> {
  await pool.query({ text: END, values: [idHash] });
}
