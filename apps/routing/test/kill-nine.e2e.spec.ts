/** `kill -9` of the service while many speak to it: every act that was answered is there, once; none that was not is there twice. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../infra/postgres/launcher.mjs';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { HAI_AN, reception } from './dossier-steps.js';
import { Identities } from './identities.js';

/** `npm test` has built it before any spec runs. */
const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const CLERKS = 8;
const KILLS = 3;
const LOAD_MS = 1_500;
const READY_WITHIN_MS = 60_000;

interface Sent {
  readonly key: string;
  answer: { readonly code: string; readonly eventIds: readonly string[] } | null;
}

let database: TestDatabase;
let identities: Identities;
let authorization: string;
let url: string;
let server: ChildProcess;
const sent: Sent[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  identities = await Identities.open(database);
  authorization = `Bearer ${await identities.key(HAI_AN, ['clerk'])}`;
}, 120_000);
afterAll(async () => {
  server.kill('SIGKILL');
  await identities.close();
  await database.drop();
});

async function start(): Promise<void> {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [PROGRAM], {
    env: {
      DATABASE_URL: database.appUrl,
      PORT: String(port),
      NODE_ENV: 'test',
      LIENTHONG_PROFILE: 'demo',
      LIENTHONG_DEMO_START: '2026-11-23T09:00:00+07:00',
      LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      LIENTHONG_RATE_PER_SECOND: '100000',
      LIENTHONG_RATE_BURST: '100000',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const ready = await fetch(`${url}/health/live`).catch(() => null);
    if (ready?.ok === true) return;
    await sleep(100);
  }
  throw new Error('the server did not start');
}

/** False when no whole answer came. */
async function receive(one: Sent): Promise<boolean> {
  const answered = await fetch(`${url}/v1/dossiers`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': one.key },
    body: JSON.stringify(reception()),
  })
    .then(async (response) => ({ status: response.status, body: (await response.json()) as Sent['answer'] }))
    .catch(() => null);
  if (answered === null) return false;
  expect(answered.status).toBe(201);
  one.answer = answered.body;
  return true;
}

/** Sends the next dossier when the last is answered, until nobody answers any more. */
async function clerk(): Promise<void> {
  for (;;) {
    const one: Sent = { key: randomUUID(), answer: null };
    sent.push(one);
    if (!(await receive(one))) return;
  }
}

async function loadAndKill(): Promise<void> {
  await start();
  const clerks = Array.from({ length: CLERKS }, clerk);
  await sleep(LOAD_MS);
  server.kill('SIGKILL');
  await once(server, 'exit');
  await Promise.all(clerks);
}

describe('a server that is killed in the middle of its work', () => {
  it('has kept every act it had answered, under the code it had told', async () => {
    for (let kill = 0; kill < KILLS; kill++) await loadAndKill();
    const answered = sent.filter(({ answer }) => answer !== null);
    expect(answered.length).toBeGreaterThan(CLERKS * KILLS);
    expect(sent.length).toBeGreaterThan(answered.length);
    await identities.run(`select set_config('app.scope', 'ledger', false)`);
    const rows = await identities.run(
      'select key, code, event_ids::text[] as ids from command_key where agency_id = $1',
      [HAI_AN],
    );
    const kept = new Map(rows.map((row) => [row['key'], row]));
    for (const { key, answer } of answered) {
      expect(kept.get(key)).toMatchObject({ code: answer?.code, ids: answer?.eventIds });
    }
  }, 240_000);

  it('answers whoever asks again with the same key as it did, or does it now, and nothing is there twice', async () => {
    await start();
    for (const one of sent) {
      const before = one.answer;
      expect(await receive(one)).toBe(true);
      if (before !== null) expect(one.answer).toMatchObject({ code: before.code, eventIds: before.eventIds });
    }
    const [counts] = await identities.run(
      `select (select count(*)::int from dossier) as dossiers, (select count(*)::int from event where seq = 1) as receptions,
        (select count(distinct code)::int from dossier) as codes`,
    );
    expect(counts).toEqual({ dossiers: sent.length, receptions: sent.length, codes: sent.length });
  }, 120_000);
});
