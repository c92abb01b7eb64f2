/** An amendment whose process is killed half-way: another one goes on, and each dossier comes under the version once. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAll } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { freePort } from '../../../infra/postgres/launcher.mjs';
import { LiveReference } from '../src/reference/live-reference.js';
import { loadReference } from '../src/reference/load-reference.js';
import { createPool } from '../src/store/pools.js';
import { PostgresStore } from '../src/store/postgres-store.js';
import { amendmentBody, limitOf } from './amendment-steps.js';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { HAI_AN, reception } from './dossier-steps.js';
import { Identities } from './identities.js';
import { testKeyRing } from './key-ring.js';

/** `npm test` has built it before any spec runs. */
const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const DOSSIERS = 1_500;
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
    ['approving', 'haiphong-dong-hai', 'admin'],
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

/** `GET /v1/amendments`, with a body or an ETag. */
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

/** The second version, as if it had been published. */
async function publishSecond(): Promise<void> {
  await identities.run(
    `insert into procedure_version (code, version, name, field, level, boundary_scope, effective_from, effective_to, builder_version,
      definition)
    select code, 2, name, field, level, boundary_scope, date '2026-11-19', null, 1,
      definition || jsonb_build_object('version', 2, 'effectiveFrom', '2026-11-19', 'cases', $1::jsonb)
    from procedure_version where code = '1.004873' and version = 1`,
    [JSON.stringify(limitOf('3wd'))],
  );
}

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
const AMENDED = `from event where type = 'dossier.versionAmended.v1'`;
const settledRows = () => counted(`select count(*) from amendment_dossier where state = 'amended'`);

describe('an amendment', () => {
  let survivor: Process | null = null;
  let id = '';
  const stateOf = async (at: Process) => (await ask({ at, who: 'drafting' }, `GET /v1/amendments/${id}`)).body['state'];

  it('is under way for many dossiers when its process is killed', async () => {
    const one = await start();
    for (let sent = 0; sent < DOSSIERS; sent += OF_ONE_REQUEST) {
      // Received on the eve: under the first version.
      const body = Array.from({ length: OF_ONE_REQUEST }, () => ({
        body: reception({ occurredAt: '2026-11-18T16:00:00+07:00' }),
      }));
      const { body: result } = await ask({ at: one, who: 'clerk' }, 'POST /v1/commands', { body });
      expect(result).toMatchObject({ accepted: OF_ONE_REQUEST, refused: 0 });
    }
    await publishSecond();
    const drafted = await ask({ at: one, who: 'drafting' }, 'POST /v1/amendments', { body: amendmentBody() });
    expect(drafted.status).toBe(201);
    id = String(drafted.body['id']);
    const path = `POST /v1/amendments/${id}`;
    await ask({ at: one, who: 'drafting' }, `${path}/dry-run`, { body: {}, ifMatch: '"v1"' });
    await until(async () => (await stateOf(one)) === 'looked');
    const looked = (await ask({ at: one, who: 'drafting' }, `GET /v1/amendments/${id}`)).body;
    expect(looked['counts']).toMatchObject([{ state: 'moves', dossiers: DOSSIERS }]);
    const { digest } = looked['dryRun'] as { digest: string };
    const approval = { body: { digest }, ifMatch: '"v1"' };
    expect((await ask({ at: one, who: 'approving' }, `${path}/approve`, approval)).status).toBe(202);
    await until(async () => (await settledRows()) > 0);
    one.child.kill('SIGKILL');
    await once(one.child, 'exit');
    const [rows, facts] = [await settledRows(), await counted(`select count(*) ${AMENDED}`)];
    expect(rows).toBeLessThan(DOSSIERS);
    // What is noted down of a dossier and what stands in its journal were committed together.
    expect(facts).toBe(rows);
  }, 240_000);

  it('is taken over by another process, each dossier once, all rows as their journals give them', async () => {
    survivor = await start();
    const at = survivor;
    await until(async () => (await stateOf(at)) === 'done', 120_000);
    expect(await counted(`select count(*) ${AMENDED}`)).toBe(DOSSIERS);
    expect(
      await counted(
        `select count(*) from (select dossier_id ${AMENDED} group by dossier_id having count(*) > 1) twice`,
      ),
    ).toBe(0);
    expect(await counted(`select count(*) from dossier where procedure_version = 1 and ended_at is null`)).toBe(0);
    const gaps = `select count(*) from (select agency_id, max(n) - count(*) as gap from feed group by agency_id) g where gap <> 0`;
    expect(await counted(gaps)).toBe(0);
    const reference = new LiveReference(await loadReference(pool));
    const { findings, dossiers } = await verifyAll(new PostgresStore(pool, testKeyRing()), reference, () => undefined);
    expect({ findings, dossiers }).toEqual({ findings: [], dossiers: DOSSIERS });
  }, 240_000);
});
