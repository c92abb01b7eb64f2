/** `kill -9` of Postgres and all its children in the middle of batches: what was answered is there, once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandSchema } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import { Ledger, SteppedClock, verifyAll } from '@lien-thong/engine';
import type { Accepted, Envelope } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { startPostgres } from '../../../../infra/postgres/launcher.mjs';
import { DONG_HAI, HAI_AN, clerkOf, townReference, vn } from '../../../../packages/engine/test/town.js';
import { testKeyRing } from '../../test/key-ring.js';
import { databaseUrl } from '../database/database-url.js';
import { setUpDatabase } from '../database/set-up.js';
import { createPool } from './pools.js';
import { PostgresStore } from './postgres-store.js';
import { uuid7Ids } from './uuid7.js';

const POWER_FAILURES = 3;
const CLERKS = 12;

type Server = Awaited<ReturnType<typeof startPostgres>>;

const folder = mkdtempSync(join(tmpdir(), 'lien-thong-power-'));
const reference = townReference();
let server: Server;
let pool: Pool;
let store: PostgresStore;
let ledger: Ledger;

/** Every request sent, with the answer if one came. */
const sent = new Map<string, { readonly envelope: Envelope; answer: Accepted | null }>();

beforeAll(async () => {
  server = await startPostgres({ dataDir: folder });
  await setUpDatabase({ superuserUrl: server.url, name: 'power', passwords: { migrator: 'spec', app: 'spec' } });
  const url = databaseUrl(server.url, { name: 'power', login: 'app', password: 'spec' });
  pool = createPool({ url, max: 4, name: 'power' });
  store = new PostgresStore(pool, testKeyRing());
  const clock = new SteppedClock(vn('2026-11-23 09:00'));
  ledger = new Ledger({ store, clock, ids: uuid7Ids, reference, codeOwner: 'competent', onCommitted: () => undefined });
}, 120_000);

afterAll(async () => {
  await pool.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(server.dataDir, { recursive: true, force: true });
});

function request(key: string, dossierId: DossierId | null): Envelope {
  const place = { communeCode: '11411' };
  const intake = {
    procedureCode: '1.004873',
    channel: 'counter',
    jurisdiction: { residence: place },
    caseKey: 'standard',
  };
  const [by, input] =
    dossierId === null
      ? [HAI_AN, { type: 'receive', intake }]
      : key.endsWith('transfer')
        ? [HAI_AN, { type: 'transfer', copy: 'electronic' }]
        : [DONG_HAI, { type: 'confirmDelivery' }];
  const command = commandSchema.parse(input);
  const persons = { persons: [{ role: 'applicant', name: 'Trần Văn Cơ' }], texts: {} };
  const opened = dossierId === null ? { private: persons } : {};
  return {
    dossierId,
    command,
    party: clerkOf(by),
    key,
    fingerprint: `${dossierId} ${command.type}`,
    ifMatch: null,
    ...opened,
  };
}

/** The accepted answer, or null when the power went before one came. */
async function send(key: string, dossierId: DossierId | null): Promise<Accepted | null> {
  const envelope = request(key, dossierId);
  const entry: { readonly envelope: Envelope; answer: Accepted | null } = { envelope, answer: null };
  sent.set(key, entry);
  const outcome = await ledger.submit(envelope).catch(() => null);
  if (outcome === null) return null;
  if (outcome.kind === 'refused') throw new Error(`${key}: ${outcome.refusal.code}`);
  entry.answer = outcome;
  return outcome;
}

/** Takes in dossiers and hands them over, one after another, until a request stays unanswered. */
async function clerkAtWork(round: number, clerk: number): Promise<void> {
  for (let n = 0; ; n++) {
    const key = `${round}-${clerk}-${n}`;
    const received = await send(`${key}-receive`, null);
    if (received === null) return;
    if ((await send(`${key}-transfer`, received.dossierId)) === null) return;
    if ((await send(`${key}-deliver`, received.dossierId)) === null) return;
  }
}

const answersOf = (round: number): (Accepted | null)[] =>
  [...sent].filter(([key]) => key.startsWith(`${round}-`)).map(([, { answer }]) => answer);
const answered = (round: number): number => answersOf(round).filter((answer) => answer !== null).length;

/** The power fails once everybody is at work, however slow the machine; some milliseconds later each time. */
async function workUntilThePowerFails(round: number): Promise<void> {
  const clerks = Array.from({ length: CLERKS }, (_, clerk) => clerkAtWork(round, clerk));
  while (answered(round) <= 3 * CLERKS) await sleep(5);
  await sleep(7 * round);
  await server.kill9();
  await Promise.all(clerks);
  server = await startPostgres({ dataDir: folder, port: server.port });
}

describe('after power failures in the middle of batches', () => {
  beforeAll(async () => {
    for (let round = 0; round < POWER_FAILURES; round++) await workUntilThePowerFails(round);
  }, 180_000);

  it('something was answered before each of them, and something was not', () => {
    for (let round = 0; round < POWER_FAILURES; round++) {
      expect(answered(round)).toBeGreaterThan(3 * CLERKS);
      expect(answersOf(round)).toContain(null);
    }
  });

  it('every answered command is there, and asking again gives the same answer', async () => {
    const known = [...sent.values()].flatMap(({ envelope, answer }) => (answer === null ? [] : [{ envelope, answer }]));
    const again = await Promise.all(known.map(({ envelope }) => ledger.submit(envelope)));
    expect(again).toEqual(known.map(({ answer }) => ({ ...answer, replayed: true })));
  }, 60_000);

  it('every unanswered command is done exactly once when it is sent again', async () => {
    const unanswered = [...sent.values()].filter(({ answer }) => answer === null);
    for (const entry of unanswered) {
      const outcome = await ledger.submit(entry.envelope);
      if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.refusal.code}`);
      entry.answer = outcome;
    }
    const answers = [...sent.values()].map(({ answer }) => answer);
    const eventIds = answers.flatMap((answer) => answer?.eventIds ?? []);
    expect(new Set(eventIds).size).toBe(eventIds.length);
    const codes = new Set(answers.map((answer) => answer?.code));
    expect(codes.size).toBe([...sent.keys()].filter((key) => key.endsWith('-receive')).length);
  }, 60_000);

  it('every stored row is what its journal says, nothing is there twice, and no feed has a gap', async () => {
    const report = await verifyAll(store, reference, () => undefined);
    expect(report.findings).toEqual([]);
    expect(report.dossiers).toBe([...sent.keys()].filter((key) => key.endsWith('-receive')).length);
    expect(report.events).toBe([...sent.values()].flatMap(({ answer }) => answer?.eventIds ?? []).length);
    for (const [agencyId, { last }] of await store.relayCursors()) {
      const feed = await store.readFeed(agencyId, 0, last + 10);
      expect(feed.map(({ n }) => n)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
    }
  }, 60_000);
});
