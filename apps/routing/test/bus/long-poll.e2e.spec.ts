/** Reading the feed and waiting for what comes next, as an agency without a bus does. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RelayLoop } from '../../src/runtime/relay-loop.js';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { HAI_AN, reception } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';

interface Page {
  readonly events: readonly { readonly n: number; readonly type: string }[];
  readonly next: string;
}

let office: TestApp;
let clerk: HttpCaller;
beforeAll(async () => {
  office = await startApp();
  clerk = await office.as(HAI_AN, 'clerk');
}, 120_000);
afterAll(() => office.close());

const timed = async (path: string) => {
  const begun = performance.now();
  const answer = await clerk.get(path);
  return { status: answer.status, page: answer.body as Page, millis: performance.now() - begun };
};
/** Whoever is answered before it did not sit his time out. */
const ASKED_TO_WAIT_MS = 20_000;

const headOf = async () => (await timed('/v1/events?limit=1000')).page.next;
const receive = () => clerk.post('/v1/dossiers', reception());

describe('a reader who waits at his feed', () => {
  it('is answered as soon as something is committed', async () => {
    const after = await headOf();
    const waiting = timed(`/v1/events?after=${after}&wait=20`);
    await sleep(300);
    await receive();
    const { status, page, millis } = await waiting;
    expect([status, page.events.length > 0]).toEqual([200, true]);
    expect(millis).toBeLessThan(ASKED_TO_WAIT_MS);
  });

  it('is answered with nothing when the time is over, and goes on from the same place', async () => {
    const after = await headOf();
    const { page, millis } = await timed(`/v1/events?after=${after}&wait=1`);
    expect(page).toMatchObject({ events: [], next: after });
    expect(millis).toBeGreaterThan(900);
  });

  it('does not wait when there is something already', async () => {
    await receive();
    expect((await timed('/v1/events?limit=1&wait=20')).millis).toBeLessThan(ASKED_TO_WAIT_MS);
  });

  it('is told at once that his cursor is none, however long he would wait', async () => {
    const wrong = await timed('/v1/events?after=nonsense&wait=20');
    expect([wrong.status, wrong.millis < ASKED_TO_WAIT_MS]).toEqual([400, true]);
    expect((await timed('/v1/events?wait=31')).status).toBe(400);
    expect((await timed('/v1/events?after=another-line.0&wait=20')).status).toBe(410);
  });

  it('is not the only one who is told: nothing lies behind', async () => {
    await receive();
    await sleep(2_500);
    await office.identities.run(`select set_config('app.scope', 'ledger', false)`);
    const rows = await office.identities.run(
      'select c.agency_id from feed_counter c left join relay_cursor r using (agency_id) where c.last > coalesce(r.relayed, 0)',
    );
    expect(rows).toEqual([]);
    expect(office.app.get(RelayLoop).behind).toBe(0);
  });

  it('is found by a look at the counters when no notice reached this process', async () => {
    const after = await headOf();
    const waiting = timed(`/v1/events?after=${after}&wait=20`);
    await sleep(200);
    // As another replica whose notice was lost would: straight into the tables.
    await office.identities.run(`select set_config('app.scope', 'ledger', false)`);
    await office.identities.run(
      `insert into feed select agency_id, n + 1, dossier_id, seq, view from feed where agency_id = $1 order by n desc limit 1`,
      [HAI_AN],
    );
    await office.identities.run('update feed_counter set last = last + 1 where agency_id = $1', [HAI_AN]);
    const { page, millis } = await waiting;
    expect(page.events).toHaveLength(1);
    expect(millis).toBeLessThan(ASKED_TO_WAIT_MS);
  });

  it('is answered when the thirty-third of his agency comes: nobody holds the service by waiting', async () => {
    const after = await headOf();
    const first = timed(`/v1/events?after=${after}&wait=20`);
    await sleep(100);
    const others = Array.from({ length: 32 }, () => timed(`/v1/events?after=${after}&wait=5`));
    expect((await first).millis).toBeLessThan(ASKED_TO_WAIT_MS);
    await receive();
    for (const { page } of await Promise.all(others)) expect(page.events.length).toBeGreaterThan(0);
  });
});

describe('an exchange without a broker', () => {
  it('says so to whoever asks for the bus, and to the operator who looks', async () => {
    const answer = await clerk.get('/v1/agencies/me/bus');
    expect([answer.status, answer.body]).toEqual([404, expect.objectContaining({ code: 'bus-not-offered' })]);
    expect((await office.anonymous.get('/health/ready')).body).toMatchObject({ degraded: [] });
    expect((await office.anonymous.get('/metrics')).text).toContain('lienthong_bus_connected 1');
  });
});

describe('a service that is shut down', () => {
  it('answers whoever waits', async () => {
    const other = await startApp();
    const waiter = await other.as(HAI_AN, 'clerk');
    const waiting = waiter.get('/v1/events?wait=30');
    await sleep(300);
    const begun = performance.now();
    const closing = other.close();
    expect((await waiting).status).toBe(200);
    await closing;
    expect(performance.now() - begun).toBeLessThan(ASKED_TO_WAIT_MS);
  }, 60_000);
});
