/** The whole service with a broker: an agency fetches its access, hears of its dossiers, and loses nothing when the broker goes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../../infra/testing/until.js';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import type { BusAccess } from '../../src/bus/exchange.js';
import type { LiveReference } from '../../src/reference/live-reference.js';
import { REFERENCE } from '../../src/runtime/tokens.js';
import { RelayLoop } from '../../src/runtime/relay-loop.js';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { HAI_AN, reception } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';
import { loadReference } from '../../src/reference/load-reference.js';
import { createPool } from '../../src/store/pools.js';
import { numbersOf } from './nats-reader.js';
import { TestNats } from './test-nats.js';

const APPEARED = 'haiphong-moi';

let nats: TestNats;
let office: TestApp;
let clerk: HttpCaller;
const inboxes: NatsInbox[] = [];

beforeAll(async () => {
  nats = await TestNats.start([]);
  const env = { NATS_URL: nats.hubUrl, NATS_USERS_FILE: nats.usersFile, NATS_PID_FILE: nats.pidFile };
  office = await startApp({ env });
  clerk = await office.as(HAI_AN, 'clerk');
  await until(async () => (await degraded()).length === 0);
}, 120_000);
afterEach(async () => {
  await Promise.all(inboxes.splice(0).map((inbox) => inbox.close()));
});
afterAll(async () => {
  await office.close();
  await nats.close();
});

async function degraded(): Promise<readonly string[]> {
  const { status, body } = await office.anonymous.get('/health/ready');
  expect(status).toBe(200);
  return (body as { degraded: readonly string[] }).degraded;
}

async function accessOf(caller: HttpCaller): Promise<BusAccess> {
  const { status, body, headers } = await caller.get('/v1/agencies/me/bus');
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  return body as BusAccess;
}

function numbersHeard(access: BusAccess): readonly number[] {
  const seen: number[] = [];
  const inbox = NatsInbox.open(access);
  inboxes.push(inbox);
  void (async () => {
    for await (const message of inbox) {
      seen.push(...numbersOf(message));
      message.ack();
    }
  })();
  return seen;
}

const receive = () => clerk.post('/v1/dossiers', reception());
const headOf = async (caller: HttpCaller) => {
  const { body } = await caller.get('/v1/events?limit=1000');
  return (body as { events: readonly { n: number }[] }).events.at(-1)?.n ?? 0;
};

describe('an agency’s software', () => {
  it('fetches its access once, and hears of what it does over the bus', async () => {
    const seen = numbersHeard(await accessOf(clerk));
    await receive();
    const head = await headOf(clerk);
    expect(head).toBeGreaterThan(0);
    await until(() => seen.includes(head), 10_000);
  });

  it('is told the same by bus and feed, word for word but for the history', async () => {
    const inbox = NatsInbox.open(await accessOf(await office.as('haiphong-dong-hai', 'clerk')));
    inboxes.push(inbox);
    await receive();
    const feed = (await (await office.as('haiphong-dong-hai', 'clerk')).get('/v1/events?limit=1')).body as {
      events: readonly { readonly n: number; readonly data: { readonly history?: unknown } }[];
    };
    const [first] = feed.events;
    if (first === undefined) return expect(feed.events).toEqual([]);
    const step = await inbox[Symbol.asyncIterator]().next();
    const { history: _past, ...data } = first.data;
    expect(JSON.parse(step.done === true ? '' : step.value.text)).toEqual([{ ...first, data }]);
  });

  it('is not handed out to a person, whose session is not the agency’s', async () => {
    const { status, body } = await (await office.asPerson(HAI_AN, 'clerk')).get('/v1/agencies/me/bus');
    expect([status, body]).toEqual([404, expect.objectContaining({ code: 'bus-not-offered' })]);
  });

  it('of an agency that appears later is let in as soon as the directory has it', async () => {
    await office.identities.run(
      `insert into agency select (jsonb_populate_record(a, jsonb_build_object('id', $1::text, 'identifier', 'H24.999'))).*
        from agency a where id = $2`,
      [APPEARED, HAI_AN],
    );
    const pool = createPool({ url: office.database.appUrl, max: 1, name: 'spec' });
    office.app.get<LiveReference>(REFERENCE).replace(await loadReference(pool));
    await pool.end();
    const access = await accessOf(await office.as(APPEARED, 'clerk'));
    const troubles: string[] = [];
    const inbox = NatsInbox.open({ ...access, onTrouble: (reason) => troubles.push(reason) });
    inboxes.push(inbox);
    await until(() => inbox.connected, 15_000);
    await sleep(300);
    expect(inbox.connected).toBe(true);
  }, 30_000);
});

describe('while the broker is away', () => {
  it('everything is taken and the operator sees why it comes later; it arrives when the broker is back', async () => {
    const seen = numbersHeard(await accessOf(clerk));
    await receive();
    const before = await headOf(clerk);
    await until(() => seen.includes(before), 10_000);
    await nats.kill();
    await until(async () => (await degraded()).includes('bus-away'));
    for (let i = 0; i < 3; i++) expect((await receive()).status).toBe(201);
    expect((await office.anonymous.get('/metrics')).text).toContain('lienthong_bus_connected 0');
    await nats.again();
    const head = await headOf(clerk);
    expect(head).toBeGreaterThan(before);
    await until(() => Math.max(...seen) === head, 30_000);
    for (let n = before; n <= head; n++) expect(seen).toContain(n);
    await until(() => office.app.get(RelayLoop).behind === 0);
    expect(await degraded()).toEqual([]);
  }, 90_000);
});
