import { instantSchema } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { logFault, logLine } from '../http/log.js';
import { demoClock } from '../store/demo-clock.js';
import { PostgresClock } from '../store/postgres-clock.js';

/** The clock of this process: stepped in the demo profile, Postgres's otherwise. */
export async function domainClock(env: Env, pool: Pool): Promise<ClockPort> {
  if (env.LIENTHONG_PROFILE === 'demo') {
    const start = instantSchema.parse(env.LIENTHONG_DEMO_START);
    return demoClock(pool, { start, production: env.NODE_ENV === 'production' });
  }
  const clock = new PostgresClock(pool, {
    unmeasured: (error) => logFault('clock', error),
    stepped: ({ name, millis }) => logLine('error', name, { millis }),
  });
  await clock.start();
  return clock;
}
