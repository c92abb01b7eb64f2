/** A broker that is down and wiped twice in the middle of 4,000 facts: nothing is lost, nothing applied twice, every dossier in order (S07, S08). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import { Relay } from '@lien-thong/engine';
import { until } from '../../../../infra/testing/until.js';
import { CONFORMANCE_AGENCIES } from '../../../../packages/engine/test/conformance/samples.js';
import { natsSettingsOf } from '../../src/bus/bus-settings.js';
import { NatsExchange } from '../../src/bus/nats-exchange.js';
import { readEnv } from '../../src/env.js';
import type { LiveReference } from '../../src/reference/live-reference.js';
import { RelayLoop } from '../../src/runtime/relay-loop.js';
import { openDatabase } from '../opened.js';
import type { Opened } from '../opened.js';
import { FeedOffice } from './feed-office.js';
import { ReadingAgency } from './reading-agency.js';
import { TestNats } from './test-nats.js';

const FACTS = 4_000;
const BATCH = 20;
const DOSSIERS = 100;
const [HERE, THERE] = CONFORMANCE_AGENCIES as [AgencyId, AgencyId];
const BOTH = [HERE, THERE].map((agencyId) => ({ agencyId, view: 'full' as const }));

let nats: TestNats;
let opened: Opened;
let exchange: NatsExchange;
let relay: Relay;
let loop: RelayLoop;
const agencies: ReadingAgency[] = [];

beforeAll(async () => {
  nats = await TestNats.start([]);
  opened = await openDatabase();
  const env = readEnv({
    DATABASE_URL: opened.database.appUrl,
    LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    NATS_URL: nats.hubUrl,
    NATS_USERS_FILE: nats.usersFile,
    NATS_PID_FILE: nats.pidFile,
  });
  const settings = natsSettingsOf(env);
  if (settings === null) throw new Error('a broker was configured');
  exchange = new NatsExchange({ settings, source: 'http://127.0.0.1:8080' });
  relay = new Relay({ store: opened.store, bus: exchange.bus });
  const directory = { agencies: new Map(CONFORMANCE_AGENCIES.map((id) => [id, {}])) };
  loop = new RelayLoop(relay, exchange, { directory } as unknown as LiveReference, env);
  await loop.onApplicationBootstrap();
  await until(() => exchange.state().connected);
  const epoch = await opened.store.feedEpoch();
  for (const agencyId of [HERE, THERE]) {
    const read = async (after: number, limit: number) =>
      (await opened.store.readFeed(agencyId, after, limit)).map(({ n, event }) => ({ epoch, n, event }));
    agencies.push(new ReadingAgency(exchange.accessOf(agencyId), read));
  }
}, 120_000);
afterAll(async () => {
  await Promise.all(agencies.map((agency) => agency.close()));
  await loop.stop();
  await opened.close();
  await nats.close();
});

async function commitAll(faults: ReadonlyMap<number, () => Promise<void>>): Promise<void> {
  const office = new FeedOffice(opened.store, HERE);
  for (let done = 0; done < FACTS; done += BATCH) {
    await faults.get(done)?.();
    const isNew = done < DOSSIERS;
    const items = isNew
      ? await office.receive(Array.from({ length: BATCH }, () => BOTH))
      : await office.goOn(BATCH, BOTH);
    relay.publish(items);
  }
}

describe('a broker that is down and wiped twice', () => {
  it('costs nobody a fact, and nobody a fact twice', async () => {
    await commitAll(
      new Map([
        [1_000, () => nats.kill()],
        // Long enough away that everything in between was refused; then it comes back with nothing.
        [2_000, () => nats.wipe()],
        [3_000, () => nats.wipe()],
      ]),
    );
    await until(() => agencies.every(({ applied }) => applied.length >= FACTS), 90_000);
    for (const { applied, counts } of agencies) {
      expect(applied).toHaveLength(FACTS);
      expect(new Set(applied.map(({ id }) => id)).size).toBe(FACTS);
      const heads = new Map<string, number>();
      for (const { dossierId, seq } of applied) {
        expect(seq).toBe((heads.get(dossierId) ?? 0) + 1);
        heads.set(dossierId, seq);
      }
      expect([...heads.values()].every((seq) => seq === FACTS / DOSSIERS)).toBe(true);
      // It was not the feed alone, nor the bus alone.
      expect(counts.told).toBeGreaterThan(FACTS / 4);
      expect(counts.feedReads).toBeGreaterThan(0);
      expect(counts.connections).toBeGreaterThan(2);
    }
    expect(exchange.state().refused).toBeGreaterThan(0);
  }, 180_000);

  it('and at last the relay knows of every fact that it was handed over', async () => {
    await until(async () => (await relay.behind()) === 0, 90_000);
    // It is stored within the second.
    const stored = async () => [...(await opened.store.relayCursors()).values()];
    await until(async () => (await stored()).every(({ relayed }) => relayed === FACTS), 10_000);
    expect(await stored()).toEqual([HERE, THERE].map(() => ({ relayed: FACTS, last: FACTS })));
  }, 120_000);

  it('a reader that went away for good leaves nothing behind that the next one would miss', async () => {
    await nats.wipe();
    const late = new ReadingAgency(exchange.accessOf(HERE), async (after, limit) => {
      const epoch = await opened.store.feedEpoch();
      return (await opened.store.readFeed(HERE, after, limit)).map(({ n, event }) => ({ epoch, n, event }));
    });
    await until(() => late.applied.length === FACTS, 30_000);
    await late.close();
  }, 60_000);
});
