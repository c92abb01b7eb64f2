/** The built service as a process of its own, for specs that kill it. */
import type { ChildProcess } from 'node:child_process';
import { freePort } from '../../../infra/postgres/launcher.mjs';
import { startService } from '../../../infra/testing/service.mjs';
import type { TestDatabase } from './database.js';

export interface ServerProcess {
  readonly url: string;
  readonly process: ChildProcess;
}

export interface ServerOptions {
  readonly database: TestDatabase;
  /** Of `node`; the service as it is when absent. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it in the demo profile on a free port. `npm test` has built it before any spec runs. */
export async function startServer({ database, args, env = {} }: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const settings = {
    DATABASE_URL: database.appUrl,
    PORT: String(port),
    NODE_ENV: 'test',
    LIENTHONG_PROFILE: 'demo',
    LIENTHONG_DEMO_START: '2026-11-23T09:00:00+07:00',
    LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    LIENTHONG_RATE_PER_SECOND: '100000',
    LIENTHONG_RATE_BURST: '100000',
    ...env,
  };
  const process = await startService({ env: settings, ...(args === undefined ? {} : { args }) });
  return { url: `http://127.0.0.1:${port}`, process };
}
