/** Credentials made, written and reloaded while others exchange: nobody is disconnected, nobody loses anything. */
import { readFileSync, statSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import { firstUsers } from '../../../../infra/nats/first-users.mjs';
import { until } from '../../../../infra/testing/until.js';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import { SampleFeeds } from '../../../../packages/engine/test/conformance/bus-facts.js';
import { natsSettingsOf } from '../../src/bus/bus-settings.js';
import { NatsExchange } from '../../src/bus/nats-exchange.js';
import { AgencyPasswords, usersFile } from '../../src/bus/users-file.js';
import { readEnv } from '../../src/env.js';
import { natsReader, numbersOf } from './nats-reader.js';
import { TestNats } from './test-nats.js';

const OLD = ['agency-1', 'agency-2', 'agency-3'] as AgencyId[];
const NEW = 'agency-4' as AgencyId;

let nats: TestNats;
let exchange: NatsExchange;
const lost: string[] = [];

function settings(generation = '1') {
  const env = readEnv({
    DATABASE_URL: 'postgres://app@127.0.0.1/none',
    LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    NATS_URL: nats.hubUrl,
    NATS_USERS_FILE: nats.usersFile,
    NATS_PID_FILE: nats.pidFile,
    NATS_CREDENTIALS_GENERATION: generation,
  });
  const read = natsSettingsOf(env);
  if (read === null) throw new Error('a broker was configured');
  return read;
}

async function start(generation = '1'): Promise<NatsExchange> {
  const made = new NatsExchange({ settings: settings(generation), source: 'http://127.0.0.1:8080' });
  await made.agenciesAre(OLD);
  made.start({ onUp: () => undefined, onDown: (reason) => lost.push(reason), onLost: () => undefined });
  await until(() => made.state().connected);
  // Who comes just while the broker reads its users may be turned away once; from here on nobody may be.
  lost.splice(0);
  return made;
}

beforeAll(async () => {
  nats = await TestNats.start([]);
  exchange = await start();
}, 30_000);
afterAll(async () => {
  await exchange.close();
  await nats.close();
});

const inboxes: NatsInbox[] = [];
afterEach(async () => {
  await Promise.all(inboxes.splice(0).map((inbox) => inbox.close()));
});

/** Reads what comes until closed, and notes each loss of the connection. */
function reading(agencyId: AgencyId, access = exchange.accessOf(agencyId)) {
  const seen: number[] = [];
  const troubles: string[] = [];
  const inbox = NatsInbox.open({ ...access, onTrouble: (reason) => troubles.push(reason) });
  inboxes.push(inbox);
  const done = (async () => {
    for await (const message of inbox) {
      seen.push(...numbersOf(message));
      message.ack();
    }
  })();
  return { seen, troubles, done };
}

describe('an agency that appears while others exchange', () => {
  it('gets a user and a consumer, and nobody else is disturbed', async () => {
    const feeds = new SampleFeeds('epoch-1');
    const readers = OLD.map((agencyId) => reading(agencyId));
    let sent = 0;
    const sending = (async () => {
      while (sent < 60) {
        await exchange.bus.publish(feeds.commit([OLD.map((agencyId) => ({ agencyId, view: 'full' as const }))]));
        sent += 1;
        if (sent === 20) await exchange.agenciesAre([...OLD, NEW]);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    await until(() => sent > 20);
    const added = reading(NEW);
    await exchange.bus.publish(feeds.commit([[{ agencyId: NEW, view: 'full' }]]));
    await sending;
    await until(() => added.seen.length === 1 && readers.every(({ seen }) => seen.length === 60));
    for (const { seen, troubles } of readers) {
      expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
      expect(troubles).toEqual([]);
    }
    expect(added.seen).toEqual([1]);
    expect(lost).toEqual([]);
  }, 60_000);

  it('and one that is no longer in the directory is let in no more', async () => {
    const gone = OLD[2] as AgencyId;
    const before = reading(gone);
    await until(() => inboxes[0]?.connected === true);
    await exchange.agenciesAre([...OLD.slice(0, 2), NEW]);
    await until(() => before.troubles.some((reason) => /authoriz/i.test(reason)));
    await exchange.agenciesAre([...OLD, NEW]);
  }, 30_000);
});

describe('the file of the users', () => {
  it('is readable by its owner alone, and is not written or told again when nothing changed', async () => {
    const { mode, mtimeMs } = statSync(nats.usersFile);
    expect(mode & 0o777).toBe(0o600);
    await exchange.agenciesAre([NEW, ...OLD]);
    expect(statSync(nats.usersFile).mtimeMs).toBe(mtimeMs);
  });

  it('is the same whoever writes it, and for no agency the one a broker begins with', () => {
    const passwords = new AgencyPasswords(Buffer.alloc(32, 1), 1);
    const write = (agencies: readonly AgencyId[]) => usersFile({ hubPassword: 'secret', agencies, passwords });
    expect(write([NEW, ...OLD])).toBe(write([...OLD, NEW]));
    expect(write([])).toBe(firstUsers('secret'));
    const script = readFileSync(new URL('../../../../infra/nats/start.sh', import.meta.url), 'utf8');
    for (const line of firstUsers('$NATS_HUB_PASSWORD').split('\n')) {
      expect(script).toContain(line.replaceAll('$JS', '\\$JS'));
    }
  });

  it('holds other passwords after the generation was raised, and the old ones open nothing', async () => {
    const old = exchange.accessOf(NEW);
    const renewed = await start('2');
    await renewed.agenciesAre([...OLD, NEW]);
    expect(renewed.accessOf(NEW).password).not.toBe(old.password);
    const refused = reading(NEW, old);
    await until(() => refused.troubles.some((reason) => /authoriz/i.test(reason)));
    const reader = natsReader(renewed.accessOf(NEW));
    await renewed.bus.publish(new SampleFeeds('epoch-2').commit([[{ agencyId: NEW, view: 'full' }]]));
    expect((await reader.next(10_000))?.epoch).toBe('epoch-2');
    await reader.die();
    await renewed.close();
  }, 30_000);
});
