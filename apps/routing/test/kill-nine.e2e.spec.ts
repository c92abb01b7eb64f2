/** `kill -9` of the service while many speak to it: every act that was answered is there, once; none that was not is there twice. */
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { HAI_AN, reception } from './dossier-steps.js';
import { Identities } from './identities.js';
import { startServer } from './server-process.js';
import type { ServerProcess } from './server-process.js';

const CLERKS = 8;
const KILLS = 3;
const LOAD_MS = 1_500;

interface Sent {
  readonly key: string;
  answer: { readonly code: string; readonly eventIds: readonly string[] } | null;
}

let database: TestDatabase;
let identities: Identities;
let authorization: string;
let server: ServerProcess;
const sent: Sent[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  identities = await Identities.open(database);
  authorization = `Bearer ${await identities.key(HAI_AN, ['clerk'])}`;
}, 120_000);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await identities.close();
  await database.drop();
});

/** False when no whole answer came. */
async function receive(one: Sent): Promise<boolean> {
  const answered = await fetch(`${server.url}/v1/dossiers`, {
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
  server = await startServer({ database });
  const clerks = Array.from({ length: CLERKS }, clerk);
  await sleep(LOAD_MS);
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
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
    server = await startServer({ database });
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
