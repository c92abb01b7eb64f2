/** `kill -9` between commit and publish, and between publish and cursor: every fact arrives over the bus all the same (S01, S02). */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../../infra/testing/until.js';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import type { BusAccess } from '../../src/bus/exchange.js';
import { createTestDatabase } from '../database.js';
import type { TestDatabase } from '../database.js';
import { HAI_AN, reception } from '../dossier-steps.js';
import { Identities } from '../identities.js';
import { startServer } from '../server-process.js';
import type { ServerProcess } from '../server-process.js';
import { numbersOf } from './nats-reader.js';
import { TestNats } from './test-nats.js';

const KILLED = fileURLToPath(new URL('./killed-relay.mjs', import.meta.url));
const CLERKS = 4;

let nats: TestNats;
let database: TestDatabase;
let identities: Identities;
let authorization = '';
let server: ServerProcess;

beforeAll(async () => {
  nats = await TestNats.start([]);
  database = await createTestDatabase({ seeded: true });
  identities = await Identities.open(database);
  authorization = `Bearer ${await identities.key(HAI_AN, ['clerk'])}`;
}, 120_000);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await identities.close();
  await database.drop();
  await nats.close();
});

async function start(args?: readonly string[]): Promise<void> {
  const { hubUrl, usersFile, pidFile } = nats;
  const env = { NATS_URL: hubUrl, NATS_USERS_FILE: usersFile, NATS_PID_FILE: pidFile };
  server = await startServer({ database, env, ...(args === undefined ? {} : { args }) });
  await until(async () => {
    const answer = await fetch(`${server.url}/health/ready`);
    return ((await answer.json()) as { degraded: readonly string[] }).degraded.length === 0;
  });
}

/** Hands dossiers in until nobody answers any more. */
async function clerk(): Promise<void> {
  const body = JSON.stringify(reception());
  for (;;) {
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const answer = await fetch(`${server.url}/v1/dossiers`, { method: 'POST', headers, body }).catch(() => null);
    if (answer === null) return;
    await answer.text().catch(() => '');
  }
}

async function killedAt(point: string, publish: number): Promise<void> {
  await start([KILLED, point, String(publish)]);
  const ended = once(server.process, 'exit');
  await Promise.all(Array.from({ length: CLERKS }, clerk));
  const [code, signal] = (await ended) as [number | null, string | null];
  expect([code, signal]).toEqual([null, 'SIGKILL']);
}

async function numbers(): Promise<{ readonly last: number; readonly relayed: number }> {
  await identities.run(`select set_config('app.scope', 'ledger', false)`);
  const [row] = await identities.run(
    'select c.last::int, coalesce(r.relayed, 0)::int as relayed from feed_counter c left join relay_cursor r using (agency_id) where agency_id = $1',
    [HAI_AN],
  );
  return { last: Number(row?.['last'] ?? 0), relayed: Number(row?.['relayed'] ?? 0) };
}

async function busAccess(): Promise<BusAccess> {
  const answer = await fetch(`${server.url}/v1/agencies/me/bus`, { headers: { authorization } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return (await answer.json()) as BusAccess;
}

describe('a service that is killed while it hands over', () => {
  it.each([
    ['between commit and publish', 'before', 1],
    ['between publish and cursor', 'after', 2],
    ['between commit and publish, after others went through', 'before', 6],
    ['between publish and cursor, after others went through', 'after', 9],
  ])(
    '%s leaves its mark behind, never before, what was handed over',
    async (_when, point, publish) => {
      await killedAt(point, publish);
      const { last, relayed } = await numbers();
      expect(last).toBeGreaterThan(0);
      expect(relayed).toBeLessThan(last);
    },
    120_000,
  );

  it('hands over what is missing when it is started again: every number arrives, by the bus alone', async () => {
    await start();
    const { last } = await numbers();
    const seen = new Set<number>();
    const inbox = NatsInbox.open(await busAccess());
    const reading = (async () => {
      for await (const message of inbox) {
        for (const n of numbersOf(message)) seen.add(n);
        message.ack();
      }
    })();
    await until(() => seen.size >= last, 60_000);
    expect([...seen].toSorted((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
    await until(async () => (await numbers()).relayed === last, 60_000);
    await inbox.close();
    await reading;
  }, 180_000);
});
