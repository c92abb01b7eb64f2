/** Who holds what: an agency against the hub, two agencies against each other, and the nightly look of the hub at itself. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Holding } from '@lien-thong/domain';
import { run } from '../../../cli/src/run.js';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { DONG_HAI, HAI_AN, act, handOver, open, reception } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';

/** `npm test` has built it before any spec runs. */
const NIGHTLY = fileURLToPath(new URL('../../dist/reconcile.js', import.meta.url));
const MANY = 600;
const SENT = 200;
const folder = mkdtempSync(join(tmpdir(), 'lt-holdings-'));

let office: TestApp;
let receiving: HttpCaller;
let competent: HttpCaller;
let key = '';

beforeAll(async () => {
  office = await startApp();
  [receiving, competent] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
  key = await office.identities.key(HAI_AN, ['clerk']);
  const batch = Array.from({ length: MANY }, () => ({ body: reception() }));
  const { body } = await receiving.post('/v1/commands', batch);
  const codes = (body as { results: { answer: { code: string } }[] }).results.map(({ answer }) => answer.code);
  const sent = codes.slice(0, SENT).map((dossier) => ({ dossier, body: { type: 'transfer', copy: 'electronic' } }));
  expect((await receiving.post('/v1/commands', sent)).body).toMatchObject({ accepted: SENT });
  for (const code of codes.slice(SENT, SENT + 5)) await handOver(receiving, competent, code);
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await office.close();
});

/** What the hub takes an agency to hold: everything, against an empty list. */
async function heldBy(caller: HttpCaller, counterpart?: string): Promise<Holding[]> {
  const buckets = Array.from({ length: 256 }, (_, bucket) => bucket);
  const answer = await caller.post('/v1/holdings/compare', { counterpart, buckets, holdings: [] });
  expect(answer).toMatchObject({ status: 200, body: { onlyHere: [], differs: [] } });
  return (answer.body as { onlyThere: Holding[] }).onlyThere;
}

async function lienthong(argv: readonly string[]) {
  const lines: string[] = [];
  const output = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
  const exitCode = await run(argv, { key }, output);
  return { exitCode, text: lines.join('\n') };
}

function fileOf(name: string, holdings: readonly Holding[]): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(holdings));
  return file;
}

describe('what an agency holds', () => {
  it('is told by the hub for the agency itself, place by place', async () => {
    const mine = await heldBy(receiving);
    const places = (place: string) => mine.filter((row) => row.place === place).length;
    expect({ all: mine.length, holds: places('holds'), offers: places('offers') }).toEqual({
      ...{ all: MANY - 5, holds: MANY - 5 - SENT, offers: SENT },
    });
    const theirs = await heldBy(competent);
    expect(theirs.filter(({ place }) => place === 'offered')).toHaveLength(SENT);
    expect(theirs.filter(({ place }) => place === 'holds')).toHaveLength(5);
    expect(await heldBy(await office.as('quangngai-duc-pho'))).toEqual([]);
    expect(await heldBy(receiving, DONG_HAI)).toHaveLength(SENT);
  });

  it('is compared with the hub by `lienthong reconcile`: exactly the injected differences are found', async () => {
    const mine = await heldBy(receiving);
    const hub = ['--hub', office.url];
    expect(await lienthong(['reconcile', fileOf('mine.json', mine), ...hub])).toMatchObject({ exitCode: 0 });
    const [lost, unknown] = [
      mine[17],
      { ...(mine[0] as Holding), dossierId: '0193a000-0000-7000-8000-0000000000aa' as never },
    ];
    const changed = { ...(mine[400] as Holding), attempt: 9 };
    const list = [...mine.filter((row) => row !== lost && row.dossierId !== changed.dossierId), unknown, changed];
    const { exitCode, text } = await lienthong(['reconcile', fileOf('mine.json', list), ...hub, '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(text)).toEqual({
      onlyHere: [unknown],
      onlyThere: [lost],
      differs: [{ here: changed, there: mine.find(({ dossierId }) => dossierId === changed.dossierId) }],
    });
  });

  it('is compared between two agencies: an offer here is offered there', async () => {
    const [mine, theirs] = [await heldBy(receiving, DONG_HAI), await heldBy(competent, HAI_AN)];
    const lists = (others: readonly Holding[]) => [fileOf('mine.json', mine), fileOf('theirs.json', others)];
    expect(await lienthong(['reconcile', ...lists(theirs), '--counterpart'])).toMatchObject({ exitCode: 0 });
    const never = theirs.slice(1);
    const { exitCode, text } = await lienthong(['reconcile', ...lists(never), '--counterpart']);
    expect({ exitCode, text }).toMatchObject({ exitCode: 1, text: expect.stringContaining(theirs[0]?.code ?? '') });
    expect(text).toMatch(/1 điểm khác nhau/);
  });

  it('cannot be compared with a list that is none, with a hub that says no, nor without a key', async () => {
    const file = fileOf('bad.json', [{ place: 'nowhere' } as never]);
    const good = fileOf('good.json', []);
    expect(await lienthong(['reconcile', file, good])).toMatchObject({ exitCode: 2 });
    expect(await lienthong(['reconcile', good])).toMatchObject({ exitCode: 2 });
    const output = { out: () => undefined, err: () => undefined };
    expect(await run(['reconcile', good, '--hub', office.url], { key: null }, output)).toBe(2);
    expect(await run(['reconcile', good, '--hub', office.url], { key: 'lt_x_y' }, output)).toBe(2);
  });

  it('is asked for by one question at a time', async () => {
    for (const body of [{}, { digests: [] }, { buckets: [256], holdings: [] }, { buckets: [1] }]) {
      const answer = await receiving.post('/v1/holdings/compare', body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-body' } });
    }
  });
});

describe('the nightly job of the hub', () => {
  /** Runs it as an operator does, and returns what it said. */
  async function nightly(...args: string[]): Promise<{ exitCode: unknown; text: string }> {
    const names = [
      'LIENTHONG_PROFILE',
      'LIENTHONG_MASTER_KEY',
      'LIENTHONG_DEMO_START',
      'NODE_ENV',
      'PUBLIC_URL',
    ] as const;
    const env = Object.fromEntries(names.map((name) => [name, String(office.env[name])]));
    const job = spawn(process.execPath, [NIGHTLY, ...args], {
      env: { ...env, DATABASE_URL: office.database.appUrl, PATH: '/usr/bin:/bin' },
    });
    let text = '';
    for (const stream of [job.stdout, job.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [exitCode] = (await once(job, 'close')) as [unknown];
    return { exitCode, text };
  }

  it('finds nothing while every transfer is fresh', async () => {
    const { exitCode, text } = await nightly('600');
    expect({ exitCode, text }).toMatchObject({ exitCode: 0, text: expect.stringContaining(`${MANY} hồ sơ`) });
  }, 60_000);

  it('names transfers that nobody confirmed, and hands them to the bus again', async () => {
    await office.goOnTo(new Date(Date.parse(await office.now()) + 2 * 3_600_000).toISOString());
    const { code } = await open(receiving);
    expect(await act(receiving, code, { type: 'transfer', copy: 'electronic' })).toMatchObject({ status: 200 });
    const { exitCode, text } = await nightly('60');
    expect(exitCode).toBe(1);
    expect(text.match(/^✗ .* → haiphong-dong-hai #1/gm)).toHaveLength(SENT);
    expect(text).toContain(`${SENT} gửi lại`);
    expect(text).not.toContain(code);
  }, 60_000);

  it('finds the rows that say another thing than the journals', async () => {
    await office.identities.run(`select set_config('app.scope', 'ledger', false)`);
    const [row] = await office.identities.run(`select id from dossier where phase = 'processing' limit 1`);
    await office.identities.run(`update dossier set holder = 'quangngai-duc-pho' where id = $1`, [row?.['id']]);
    const { exitCode, text } = await nightly('600');
    expect(exitCode).toBe(1);
    expect(text).toMatch(/quangngai-duc-pho: chỉ có trong bảng/);
    expect(text).toMatch(/haiphong-dong-hai: chỉ có trong sự kiện/);
    expect(text).toMatch(/2 điểm cần xem/);
  }, 60_000);

  it('says that it could not look when it is asked wrongly', async () => {
    expect(await nightly('soon')).toMatchObject({ exitCode: 2 });
  }, 60_000);
});
