/** A restatement whose process is killed half-way: another one goes on, each dossier is moved once, and commands are served meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../infra/testing/until.js';
import { NOTICE, day } from './calendar-steps.js';
import type { Day } from './calendar-steps.js';
import { HAI_AN, reception } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { KilledOffice } from './killed-office.js';

const DOSSIERS = 2_000;
const PATIENCE_MS = 120_000;
const NATIONAL = '/v1/calendars/national/versions';
const RESTATED = 'dossier.calendarRestated.v1';

let office: KilledOffice;
beforeAll(async () => {
  office = await KilledOffice.open('2026-11-19T09:00:00+07:00');
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Run {
  readonly state: string;
  readonly dossiers: number;
  readonly stuck: number;
}
const runOf = async (caller: HttpCaller, version: number): Promise<Run> =>
  (await caller.get(`${NATIONAL}/${version}/restatement`)).body as Run;
const restatedFacts = () => office.counted(`select count(*) from event where type = '${RESTATED}'`);

/** One more day off, drafted by one admin and published by another. Resolves with the version. */
async function dayOff([drafting, publishing]: readonly [HttpCaller, HttpCaller]): Promise<number> {
  const { noticedYears, exceptions } = (await drafting.get(`${NATIONAL}/1`)).body as {
    noticedYears: unknown;
    exceptions: readonly Day[];
  };
  const calendar = { notice: NOTICE, noticedYears, exceptions: [...exceptions, day('2026-11-20')] };
  const drafted = await drafting.post(NATIONAL, calendar);
  expect(drafted.status).toBe(201);
  const { version } = drafted.body as { version: number };
  const published = await publishing.post(`${NATIONAL}/${version}/publish`, {}, { 'if-match': '"v1"' });
  expect(published.status).toBe(200);
  return version;
}

describe('a restatement', () => {
  let survivor: HttpCaller;
  let version = 0;

  it('is under way for many dossiers when its process is killed', async () => {
    const [one, other] = [await office.start(), await office.start()];
    survivor = await office.caller(other, HAI_AN, 'clerk');
    await office.receive(await office.caller(one, HAI_AN, 'clerk'), DOSSIERS);
    version = await dayOff([
      await office.caller(one, HAI_AN, 'admin'),
      await office.caller(one, 'haiphong-dong-hai', 'admin'),
    ]);
    await until(async () => (await runOf(survivor, version)).dossiers > 0, PATIENCE_MS);
    await office.kill(one);
    const run = await runOf(survivor, version);
    expect(run.dossiers).toBeLessThan(DOSSIERS);
    // What is told of the progress is what is committed.
    expect(await restatedFacts()).toBe(run.dossiers);
  }, 240_000);

  it('is taken over by another process, which goes on serving commands', async () => {
    let [served, slowest] = [0, 0];
    await until(async () => {
      const from = performance.now();
      expect((await survivor.post('/v1/dossiers', reception())).status).toBe(201);
      slowest = Math.max(slowest, performance.now() - from);
      served += 1;
      return (await runOf(survivor, version)).state !== 'running';
    }, PATIENCE_MS);
    expect(served).toBeGreaterThan(2);
    // Behind one batch, never behind the run.
    expect(slowest).toBeLessThan(10_000);
    expect(await runOf(survivor, version)).toMatchObject({ stuck: 0 });
  }, 180_000);

  it('is done when every process knows the version: each dossier moved once, all rows as their journals give them', async () => {
    await office.identities.run('update restatement_run set settles_at = clock_timestamp()');
    await until(async () => (await runOf(survivor, version)).state === 'done', PATIENCE_MS);
    const target = `national@${version}+31@1`;
    const behind = `select count(*) from dossier where intake->'pin'->>'calendarVersion' <> '${target}'`;
    expect(await office.counted(behind)).toBe(0);
    expect(await restatedFacts()).toBeGreaterThanOrEqual(DOSSIERS);
    expect(await office.twice(RESTATED)).toBe(0);
    expect(await office.verified()).toBeGreaterThanOrEqual(DOSSIERS);
  }, 180_000);
});
