/** A whole service for end-to-end tests of what speaks to it: its own database, its own broker, its process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../../apps/routing/test/database.js';
import { demoKey } from '../journey/office.mjs';
import { startNats } from '../nats/launcher.mjs';
import type { RunningNats } from '../nats/launcher.mjs';
import { freePort } from '../postgres/launcher.mjs';
import { endService, startService } from './service.mjs';

export interface Hub {
  readonly url: string;
  readonly nats: RunningNats;
  /** API key of an agency in the demo profile. */
  readonly key: (agencyId: string) => string;
  /** Lets the stepped clock go on (RFC 3339). */
  readonly goOnTo: (instant: string) => Promise<void>;
  /** Of the service; the database lives on. */
  readonly kill9: () => Promise<void>;
  /** The service again, under the same address. */
  readonly start: () => Promise<void>;
  /** Everything, and removes it. */
  readonly close: () => Promise<void>;
}

/** Starts it in the demo profile, its stepped clock at `start`. `npm test` has built the programs before any spec runs. */
export async function startHub(start: string): Promise<Hub> {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-hub-'));
  const database = await createTestDatabase({ seeded: true });
  const nats = await startNats({ folder: join(folder, 'nats') });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...{ NODE_ENV: 'test', LIENTHONG_PROFILE: 'demo', LIENTHONG_DEMO_START: start },
    ...{ PUBLIC_URL: url, PORT: String(port) },
    ...{ LIENTHONG_RATE_PER_SECOND: '100000', LIENTHONG_RATE_BURST: '100000' },
    DATABASE_URL: database.appUrl,
    LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...{ NATS_URL: nats.hubUrl, NATS_USERS_FILE: nats.usersFile, NATS_PID_FILE: nats.pidFile },
  };
  let service = await startService({ env });
  return {
    ...{ url, nats, key: demoKey },
    goOnTo: (instant) => advance(url, instant),
    kill9: () => endService(service, 'SIGKILL'),
    start: async () => {
      service = await startService({ env });
    },
    close: async () => {
      await endService(service, 'SIGTERM');
      await nats.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function advance(url: string, instant: string): Promise<void> {
  const answer = await fetch(`${url}/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: instant }),
  });
  if (!answer.ok) throw new Error(`the clock did not go on to ${instant}: ${await answer.text()}`);
  await answer.body?.cancel();
}
