/** A restatement whose process is killed half-way: another one goes on, each dossier is moved once, and commands are served meanwhile. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAll } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { freePort } from '../../../infra/postgres/launcher.mjs';
import { LiveReference } from '../src/reference/live-reference.js';
import { loadReference } from '../src/reference/load-reference.js';
import { createPool } from '../src/store/pools.js';
import { PostgresStore } from '../src/store/postgres-store.js';
import { NOTICE, day } from './calendar-steps.js';
import type { Day } from './calendar-steps.js';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { HAI_AN, reception } from './dossier-steps.js';
import { Identities } from './identities.js';
import { testKeyRing } from './key-ring.js';

/** `npm test` has built it before any spec runs. */
const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const DOSSIERS = 2_000;
const OF_ONE_REQUEST = 500;
const READY_WITHIN_MS = 60_000;
const START = '2026-11-19T09:00:00+07:00';

interface Process {
  readonly url: string;
  readonly child: ChildProcess;
}

let database: TestDatabase;
let identities: Identities;
let pool: Pool;
const processes: Process[] = [];
const headersOf = new Map<string, Record<string, string>>();

beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  identities = await Identities.open(database);
  pool = createPool({ url: database.appUrl, max: 2, name: 'spec' });
  for (const [who, agency, role] of [
    ['clerk', HAI_AN, 'clerk'],
    ['drafting', HAI_AN, 'admin'],
    ['publishing', 'haiphong-dong-hai', 'admin'],
  ] as const) {
    headersOf.set(who, {
      authorization: `Bearer ${await identities.key(agency, [role])}`,
      'content-type': 'application/json',
    });
  }
}, 120_000);
afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await pool.end();
  await identities.close();
  await database.drop();
});

async function start(): Promise<Process> {
  const port = await freePort();
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      ...{ DATABASE_URL: database.appUrl, PORT: String(port), NODE_ENV: 'test', LIENTHONG_PROFILE: 'demo' },
      LIENTHONG_DEMO_START: START,
      LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...{ LIENTHONG_RATE_PER_SECOND: '100000', LIENTHONG_RATE_BURST: '100000' },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const started = { url: `http://127.0.0.1:${port}`, child };
  processes.push(started);
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const ready = await fetch(`${started.url}/health/live`).catch(() => null);
    if (ready?.ok === true) return started;
    await sleep(100);
  }
  throw new Error('the server did not start');
}

interface Asking {
  readonly at: Process;
  readonly who: string;
}

/** `GET /v1/calendars`, with a body or an ETag. */
async function ask({ at, who }: Asking, operation: string, more: { body?: unknown; ifMatch?: string } = {}) {
  const [method = '', path = ''] = operation.split(' ');
  const { body, ifMatch } = more;
  const headers = {
    ...headersOf.get(who),
    'idempotency-key': randomUUID(),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${at.url}${path}`, { method, headers, ...sent });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

interface Run {
  readonly state: string;
  readonly dossiers: number;
  readonly stuck: number;
}
const runOf = async (at: Process, version: number): Promise<Run> =>
  (await ask({ at: at, who: 'clerk' }, `GET /v1/calendars/national/versions/${version}/restatement`))
    .body as unknown as Run;

async function until(condition: () => Promise<boolean>, within = 60_000): Promise<void> {
  const end = Date.now() + within;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('it did not come about');
    await sleep(20);
  }
}

/** As the ledger sees it. */
async function counted(text: string): Promise<number> {
  await identities.run(`select set_config('app.scope', 'ledger', false)`);
  const [row] = await identities.run(text);
  return Number(row?.['count']);
}

describe('a restatement', () => {
  let [one, other]: Process[] = [];
  let version = 0;
  const processOf = (which: Process | undefined): Process => {
    if (which === undefined) throw new Error('not started');
    return which;
  };

  it('is under way for many dossiers when its process is killed', async () => {
    [one, other] = [await start(), await start()];
    for (let sent = 0; sent < DOSSIERS; sent += OF_ONE_REQUEST) {
      const body = Array.from({ length: OF_ONE_REQUEST }, () => ({ body: reception() }));
      const { body: result } = await ask({ at: one, who: 'clerk' }, 'POST /v1/commands', { body });
      expect(result).toMatchObject({ accepted: OF_ONE_REQUEST, refused: 0 });
    }
    const newest = (await ask({ at: one, who: 'drafting' }, 'GET /v1/calendars/national/versions/1')).body;
    const days = newest['exceptions'] as Day[];
    const calendar = { notice: NOTICE, noticedYears: newest['noticedYears'], exceptions: [...days, day('2026-11-20')] };
    const drafted = await ask({ at: one, who: 'drafting' }, 'POST /v1/calendars/national/versions', { body: calendar });
    expect(drafted.status).toBe(201);
    version = drafted.body['version'] as number;
    const path = `/v1/calendars/national/versions/${version}/publish`;
    expect(await ask({ at: one, who: 'publishing' }, `POST ${path}`, { body: {}, ifMatch: '"v1"' })).toMatchObject({
      status: 200,
    });
    const survivor = other;
    await until(async () => (await runOf(survivor, version)).dossiers > 0);
    one.child.kill('SIGKILL');
    await once(one.child, 'exit');
    const run = await runOf(other, version);
    expect(run.dossiers).toBeLessThan(DOSSIERS);
    // What is told of the progress is what is committed.
    expect(await counted(`select count(*) from event where type = 'dossier.calendarRestated.v1'`)).toBe(run.dossiers);
  }, 240_000);

  it('is taken over by another process, which goes on serving commands', async () => {
    const survivor = processOf(other);
    let [served, slowest] = [0, 0];
    await until(async () => {
      const from = performance.now();
      const answer = await ask({ at: survivor, who: 'clerk' }, 'POST /v1/dossiers', { body: reception() });
      expect(answer.status).toBe(201);
      slowest = Math.max(slowest, performance.now() - from);
      served += 1;
      return (await runOf(survivor, version)).state !== 'running';
    }, 120_000);
    expect(served).toBeGreaterThan(2);
    // Behind one batch, never behind the run.
    expect(slowest).toBeLessThan(10_000);
    expect(await runOf(survivor, version)).toMatchObject({ stuck: 0 });
  }, 180_000);

  it('is done when every process knows the version: each dossier moved once, all rows as their journals give them', async () => {
    const survivor = processOf(other);
    await identities.run('update restatement_run set settles_at = clock_timestamp()');
    await until(async () => (await runOf(survivor, version)).state === 'done');
    const target = `national@${version}+31@1`;
    expect(await counted(`select count(*) from dossier where intake->'pin'->>'calendarVersion' <> '${target}'`)).toBe(
      0,
    );
    expect(
      await counted(`select count(*) from event where type = 'dossier.calendarRestated.v1'`),
    ).toBeGreaterThanOrEqual(DOSSIERS);
    expect(
      await counted(`select count(*) from (select dossier_id from event where type = 'dossier.calendarRestated.v1'
        group by dossier_id having count(*) > 1) twice`),
    ).toBe(0);
    const gaps = `select count(*) from (select agency_id, max(n) - count(*) as gap from feed group by agency_id) g where gap <> 0`;
    expect(await counted(gaps)).toBe(0);
    const reference = new LiveReference(await loadReference(pool));
    const { findings, dossiers } = await verifyAll(new PostgresStore(pool, testKeyRing()), reference, () => undefined);
    expect({ findings, all: dossiers >= DOSSIERS }).toEqual({ findings: [], all: true });
  }, 180_000);
});
