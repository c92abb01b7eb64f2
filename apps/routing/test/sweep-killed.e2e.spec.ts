/** `kill -9` in the middle of a storm of due clocks, twice: every rung is written once, at its true instant, whoever writes it. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SteppedClock } from '@lien-thong/engine';
import { startServer } from './server-process.js';
import type { ServerProcess } from './server-process.js';
import { SweptOffice, local, mostOften } from './swept-office.js';

const DOSSIERS = 2_000;
/** Of each: the transfer at 50 and 75 %, the limit at 50 %. */
const RUNGS = 3 * DOSSIERS;
const KILLS = 2;
const EVENING = '2026-11-16T17:00:00+07:00';

let office: SweptOffice;
let server: ServerProcess | null = null;
beforeAll(async () => {
  office = await SweptOffice.open();
  await office.receive(office.replica(new SteppedClock(local('2026-11-16 08:00'))), DOSSIERS);
}, 120_000);
afterAll(async () => {
  server?.process.kill('SIGKILL');
  await office.close();
});

async function written(): Promise<number> {
  const text = `select count(*)::int as rungs from event where type = 'dossier.clockWarned.v1'`;
  return (await office.superuser.query<{ rungs: number }>(text)).rows[0]?.rungs ?? 0;
}

/** A service whose time is that evening, and is asked to go on a minute: everything is due at once. */
async function storm(): Promise<{ readonly running: ServerProcess; readonly answered: Promise<Response | null> }> {
  const running = await startServer({ database: office.database, env: { LIENTHONG_DEMO_START: EVENING } });
  server = running;
  // Answered only by a service that is not killed.
  const answered = fetch(`${running.url}/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2026-11-16T17:01:00+07:00' }),
  }).catch(() => null);
  return { running, answered };
}

describe('a sweep that is killed in the middle of a storm', () => {
  it('has written part of it, in whole batches', async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      const before = await written();
      const { running, answered } = await storm();
      const over = answered.then((response) => response !== null);
      while ((await written()) === before) {
        expect(await Promise.race([over, sleep(5, false)])).toBe(false);
      }
      running.process.kill('SIGKILL');
      await once(running.process, 'exit');
      await answered;
      expect(await written()).toBeGreaterThan(before);
    }
    expect(await written()).toBeLessThan(RUNGS);
  }, 180_000);

  it('is gone on with by the next process: each rung once, none missing, none at another instant', async () => {
    const { answered } = await storm();
    expect((await answered)?.status).toBe(200);
    const fired = await office.fired();
    expect(fired).toHaveLength(RUNGS);
    expect(mostOften(fired)).toBe(1);
    expect(new Set(fired.map(({ rung, rungAt }) => `${rung} ${rungAt}`))).toEqual(
      new Set([
        `transfer 1 50 ${local('2026-11-16 14:00')}`,
        `legal 1 50 ${local('2026-11-16 16:00')}`,
        `transfer 1 75 ${local('2026-11-16 16:00')}`,
      ]),
    );
    expect(await office.findings()).toEqual([]);
  }, 180_000);
});
