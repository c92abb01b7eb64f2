import { SteppedClock } from '@lien-thong/engine';
import type { ClockPort } from '@lien-thong/engine';
import { instantFromMillis } from '@lien-thong/domain';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { PostgresClock } from './postgres-clock.js';

/** The clock of this process: stepped in the demo profile, Postgres's otherwise. */
export async function domainClock(env: Env, pool: Pool): Promise<ClockPort> {
  if (env.LIENTHONG_PROFILE === 'demo') return demoClock(env, pool);
  const clock = new PostgresClock(pool);
  await clock.start();
  return clock;
}

/** Stands where the journal ends: a demonstration that is started again does not fall behind its own dossiers. */
async function demoClock(env: Env, pool: Pool): Promise<SteppedClock> {
  const clock = new SteppedClock(instantFromMillis(Date.parse(env.LIENTHONG_DEMO_START)));
  const client = await pool.connect();
  try {
    await client.query('begin read only');
    await client.query(`select set_config('app.scope', 'ledger', true)`);
    const { rows } = await client.query<{ millis: number | null }>(
      'select (extract(epoch from max(recorded_at)) * 1000)::float8 as millis from event',
    );
    await client.query('commit');
    const millis = rows[0]?.millis ?? null;
    if (millis !== null) clock.advanceTo(instantFromMillis(Math.ceil(millis)));
    return clock;
  } finally {
    client.release();
  }
}
