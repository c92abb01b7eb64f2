/** Credential × subject × verb of the JetStream API, every cell against a table that is declared here (S38, S40). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type { AgencyId } from '@lien-thong/domain';
import { until } from '../../../../infra/testing/until.js';
import type { Read } from '../../../../packages/engine/test/conformance/bus-conformance.js';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import { SampleFeeds } from '../../../../packages/engine/test/conformance/bus-facts.js';
import { MessageIds } from '../../src/bus/message-id.js';
import type { NatsBus } from '../../src/bus/nats-bus.js';
import { publishSubjects, subscribeSubjects } from './api-subjects.js';
import { readsOf } from './nats-reader.js';
import { TestNats } from './test-nats.js';

const HERE = 'hai-an' as AgencyId;
/** A dotted id, and one that begins like another: neither may open the other's door. */
const THERE = '31.11413.ubnd' as AgencyId;
const NEARLY = 'hai-an-2' as AgencyId;
const WORDS = ['hai-an', '31_11413_ubnd', 'hai-an-2'];
const CONSUMERS = WORDS.map((word) => `inbox-${word}`);
const SUBJECTS = publishSubjects(CONSUMERS, WORDS);
const LISTENED = subscribeSubjects(WORDS);

/** What each credential may do. Everything that does not stand here is refused. */
const MAY: Readonly<Record<string, { readonly publish: readonly string[]; readonly subscribe: readonly string[] }>> = {
  'agency-hai-an': {
    publish: [
      '$JS.API.CONSUMER.INFO.INBOX.inbox-hai-an',
      '$JS.API.CONSUMER.MSG.NEXT.INBOX.inbox-hai-an',
      '$JS.ACK.INBOX.inbox-hai-an.1.1.1.1.0',
    ],
    subscribe: ['_INBOX_hai-an.>', '_INBOX_hai-an.x'],
  },
  'agency-31_11413_ubnd': {
    publish: [
      '$JS.API.CONSUMER.INFO.INBOX.inbox-31_11413_ubnd',
      '$JS.API.CONSUMER.MSG.NEXT.INBOX.inbox-31_11413_ubnd',
      '$JS.ACK.INBOX.inbox-31_11413_ubnd.1.1.1.1.0',
    ],
    subscribe: ['_INBOX_31_11413_ubnd.>', '_INBOX_31_11413_ubnd.x'],
  },
  'agency-hai-an-2': {
    publish: [
      '$JS.API.CONSUMER.INFO.INBOX.inbox-hai-an-2',
      '$JS.API.CONSUMER.MSG.NEXT.INBOX.inbox-hai-an-2',
      '$JS.ACK.INBOX.inbox-hai-an-2.1.1.1.1.0',
    ],
    subscribe: ['_INBOX_hai-an-2.>', '_INBOX_hai-an-2.x'],
  },
  hub: {
    publish: [
      ...['CREATE', 'INFO', 'UPDATE'].map((verb) => `$JS.API.STREAM.${verb}.INBOX`),
      ...CONSUMERS.flatMap((consumer) => [
        `$JS.API.CONSUMER.CREATE.INBOX.${consumer}`,
        `$JS.API.CONSUMER.CREATE.INBOX.${consumer}.agency.any.inbox.x`,
        `$JS.API.CONSUMER.DURABLE.CREATE.INBOX.${consumer}`,
        `$JS.API.CONSUMER.INFO.INBOX.${consumer}`,
      ]),
      '$JS.API.CONSUMER.LIST.INBOX',
      '$JS.API.INFO',
      ...WORDS.map((word) => `agency.${word}.inbox.x`),
    ],
    subscribe: ['_INBOX_hub.>'],
  },
};

let nats: TestNats;
let bus: NatsBus;
const feeds = new SampleFeeds('epoch-1');

beforeAll(async () => {
  nats = await TestNats.start([HERE, THERE, NEARLY]);
  bus = nats.bus();
  await until(() => bus.state().connected);
}, 30_000);
afterAll(async () => {
  await bus.close();
  await nats.close();
});

function passwordOf(user: string): string {
  if (user === 'hub') return nats.hubPassword;
  const id = [HERE, THERE, NEARLY].find((agency) => nats.access(agency).user === user);
  return id === undefined ? '' : nats.access(id).password;
}

const as = (user: string): Promise<NatsConnection> =>
  connect({ servers: nats.url, user, pass: passwordOf(user), reconnect: false, timeout: 5_000 });

/** Which of the subjects the broker refuses; what it says arrives before the answer to a ping. */
async function refusedToPublish(connection: NatsConnection): Promise<ReadonlySet<string>> {
  const refused = new Set<string>();
  void (async () => {
    for await (const status of connection.status()) {
      const subject = status.type === 'error' ? /Publish to "([^"]+)"/i.exec(status.error.message)?.[1] : undefined;
      if (subject !== undefined) refused.add(subject);
    }
  })();
  for (const subject of SUBJECTS) connection.publish(subject, '');
  await connection.flush();
  await until(() => refused.size > 0);
  await connection.flush();
  await new Promise((resolve) => setTimeout(resolve, 200));
  return refused;
}

async function refusedToListen(connection: NatsConnection): Promise<ReadonlySet<string>> {
  const refused = new Set<string>();
  for (const subject of LISTENED) {
    connection.subscribe(subject, { callback: (error) => void (error !== null && refused.add(subject)) });
  }
  await connection.flush();
  await new Promise((resolve) => setTimeout(resolve, 200));
  return refused;
}

describe.each(Object.entries(MAY))('%s', (user, may) => {
  it(`is refused every one of ${SUBJECTS.length} subjects but those of the table`, async () => {
    const connection = await as(user);
    const refused = await refusedToPublish(connection);
    await connection.close();
    const cells = SUBJECTS.map((subject) => ({ subject, allowed: !refused.has(subject) }));
    expect(cells).toEqual(SUBJECTS.map((subject) => ({ subject, allowed: may.publish.includes(subject) })));
    expect(may.publish.filter((subject) => !SUBJECTS.includes(subject))).toEqual([]);
  });

  it('hears nothing but its own answers', async () => {
    const connection = await as(user);
    const refused = await refusedToListen(connection);
    await connection.close();
    const cells = LISTENED.map((subject) => ({ subject, allowed: !refused.has(subject) }));
    expect(cells).toEqual(LISTENED.map((subject) => ({ subject, allowed: may.subscribe.includes(subject) })));
  });
});

describe('nobody in particular', () => {
  it.each([
    ['without credentials', {}],
    ['with the password of another', () => ({ user: 'agency-hai-an', pass: passwordOf('agency-hai-an-2') })],
    ['with the name of somebody unknown', { user: 'agency-nobody', pass: 'x' }],
    ['as the system with the password of the hub', () => ({ user: 'system', pass: passwordOf('hub') })],
  ] as const)('is let in %s', async (_how, login) => {
    const who = typeof login === 'function' ? login() : login;
    await expect(connect({ servers: nats.url, ...who, reconnect: false, timeout: 5_000 })).rejects.toThrow();
  });
});

/** The first message with something in it (the hub, too, tried every subject), by a reader that ends with it. */
async function readOne(agencyId: AgencyId, { acknowledged }: { readonly acknowledged: boolean }): Promise<Read> {
  const inbox = NatsInbox.open(nats.access(agencyId));
  try {
    for await (const message of inbox) {
      const [read] = message.text === '' ? [] : readsOf(message);
      if (read === undefined || acknowledged) message.ack();
      if (read !== undefined) return read;
    }
  } finally {
    await inbox.close();
  }
  throw new Error('nothing came');
}

describe('after everybody tried everything', () => {
  const full = (agencyId: AgencyId) => ({ agencyId, view: 'full' as const });

  it('stream and consumers stand, and each agency reads what is its own', async () => {
    await bus.look();
    await bus.publish(feeds.commit([[full(HERE)], [full(THERE), full(NEARLY)]]));
    for (const agencyId of [HERE, THERE, NEARLY]) {
      expect(await readOne(agencyId, { acknowledged: true })).toMatchObject({ epoch: 'epoch-1', n: 1 });
    }
  });

  it('an agency that guesses the id of the next message of another cannot have it swallowed', async () => {
    const [next] = feeds.commit([[full(THERE)]]);
    if (next === undefined) throw new Error('nothing was committed');
    const connection = await as('agency-hai-an');
    const squatting = headers();
    // The attacker is even told the right id.
    squatting.set('Nats-Msg-Id', new MessageIds(Buffer.alloc(32, 4)).of({ ...next, first: next.n, last: next.n }));
    connection.publish('agency.31_11413_ubnd.inbox.facts', 'forged', { headers: squatting });
    await connection.flush();
    await connection.close();
    await bus.publish([next]);
    const read = await readOne(THERE, { acknowledged: true });
    expect(read).toMatchObject({ n: 2, eventId: next.event.id });
  });

  it('an agency that acknowledges for another takes nothing from it', async () => {
    await bus.publish(feeds.commit([[full(NEARLY)]]));
    expect((await readOne(NEARLY, { acknowledged: false })).n).toBe(2);
    const connection = await as('agency-hai-an');
    for (const consumer of CONSUMERS) {
      for (let place = 1; place < 12; place++) {
        connection.publish(`$JS.ACK.INBOX.${consumer}.1.${place}.${place}.1.0`, '+ACK');
      }
    }
    await connection.flush();
    await connection.close();
    expect((await readOne(NEARLY, { acknowledged: true })).n).toBe(2);
  });
});

describe('the ids of messages', () => {
  it('cannot be told from agency and number, and say nothing about those of another', () => {
    const [one, two] = [new MessageIds(Buffer.alloc(32, 1)), new MessageIds(Buffer.alloc(32, 2))];
    const at = { agencyId: HERE, epoch: 'e', first: 7, last: 9 };
    expect(one.of(at)).not.toBe(two.of(at));
    expect(one.of(at).split('.')[0]).not.toBe(one.of({ ...at, agencyId: THERE }).split('.')[0]);
    expect(one.of(at)).not.toBe(one.of({ ...at, epoch: 'f' }));
    expect(one.of(at)).toMatch(/^[\w-]{22}\.7-9$/);
    expect(one.of(at)).not.toBe(one.of({ ...at, last: 8 }));
  });
});
