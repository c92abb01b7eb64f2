import { describe, expect, it } from '@jest/globals';
import { FeedService, pastFact } from '../../test/feed-service.js';
import { memoryLog } from '../disk/log.js';
import type { Log } from '../disk/log.js';
import { Consumer } from './consumer.js';
import type { FeedFact } from './fact.js';
import type { ConsumerOptions, Notice, WakeSource } from './options.js';

type Hear = Parameters<WakeSource['start']>[0];

/** An agency whose time stands still until it is told otherwise. */
class Agency {
  readonly feed = new FeedService();
  readonly applied: string[] = [];
  readonly notices: Notice[] = [];
  readonly log: Log = memoryLog();
  now = 0;
  /** Facts the handler cannot bear. */
  readonly poison = new Set<string>();

  readonly handler = ({ id }: FeedFact): void => {
    if (this.poison.has(id)) throw new Error(`cannot apply ${id}`);
    this.applied.push(id);
  };

  consumer(more: Partial<ConsumerOptions> = {}): Promise<Consumer> {
    return Consumer.open({
      client: this.feed,
      log: this.log,
      handler: this.handler,
      onNotice: (notice) => this.notices.push(notice),
      pageSize: 3,
      surroundings: { now: () => this.now, random: () => 0, sleep: () => Promise.resolve() },
      ...more,
    });
  }

  codes(): string[] {
    return this.notices.map(({ code }) => code);
  }
}

/** Lets time pass until nothing is tried again by itself. */
async function waitOut(agency: Agency, consumer: Consumer): Promise<void> {
  for (let i = 0; i < 10; i++) {
    agency.now += 60_000;
    await consumer.catchUp();
  }
}

describe('an agency that reads its feed', () => {
  it('applies every fact once, in order, over as many pages as there are, and goes on where it was', async () => {
    const agency = new Agency();
    for (let seq = 1; seq <= 4; seq++) for (const dossier of ['a', 'b']) agency.feed.add({ dossier, seq });
    await (await agency.consumer()).catchUp();
    expect(agency.applied).toEqual(['a-1', 'b-1', 'a-2', 'b-2', 'a-3', 'b-3', 'a-4', 'b-4']);
    agency.feed.add({ dossier: 'a', seq: 5 });
    const later = await agency.consumer();
    await later.catchUp();
    expect(agency.applied.slice(8)).toEqual(['a-5']);
    expect(later.status()).toMatchObject({ cursor: 'epoch-1.9', line: 'up', waiting: 0, deadLetters: [] });
  });

  it('gets what happened before it came in with the snapshot, and nothing twice', async () => {
    const agency = new Agency();
    agency.feed.add({ dossier: 'a', seq: 3, view: 'snapshot', history: [pastFact('a', 1), pastFact('a', 2)] });
    agency.feed.add({ dossier: 'a', seq: 4 });
    agency.feed.add({ dossier: 'a', seq: 5, view: 'snapshot', history: [1, 2, 3, 4].map((seq) => pastFact('a', seq)) });
    await (await agency.consumer()).catchUp();
    expect(agency.applied).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5']);
  });

  it('never passes over a number that is missing, and says so', async () => {
    const agency = new Agency();
    for (const seq of [1, 2, 3]) agency.feed.add({ dossier: 'a', seq });
    const [, hidden] = agency.feed.events.splice(1, 1);
    const consumer = await agency.consumer();
    expect(hidden).toBeUndefined();
    expect(await consumer.catchUp()).toBe(false);
    expect(agency.applied).toEqual(['a-1']);
    expect(consumer.status().problem).toBe('feed-gap');
    expect(agency.codes()).toEqual(['feed-gap']);
  });

  it('tells a line that is down from a service that refuses it', async () => {
    const agency = new Agency();
    const consumer = await agency.consumer();
    agency.feed.isUp = false;
    expect(await consumer.catchUp()).toBe(false);
    expect(consumer.status()).toMatchObject({ line: 'down', problem: 'unreachable' });
    agency.feed.isUp = true;
    expect(await consumer.catchUp()).toBe(true);
    expect(consumer.status()).toMatchObject({ line: 'up', problem: null });
  });
});

describe('a fact that cannot be applied', () => {
  it('is tried five times with growing pauses, delays its own dossier only, and becomes a dead letter', async () => {
    const agency = new Agency();
    agency.poison.add('a-2');
    const consumer = await agency.consumer();
    for (let seq = 1; seq <= 3; seq++) for (const dossier of ['a', 'b']) agency.feed.add({ dossier, seq });
    await consumer.catchUp();
    expect(agency.applied).toEqual(['a-1', 'b-1', 'b-2', 'b-3']);
    expect(consumer.status()).toMatchObject({ waiting: 1, deadLetters: [] });
    await waitOut(agency, consumer);
    expect(consumer.status().deadLetters).toEqual([
      { dossierId: 'a', reason: 'handler-failed', detail: 'cannot apply a-2', facts: 2 },
    ]);
    expect(agency.notices).toEqual([
      { code: 'dead-letter', facts: { dossierId: 'a', reason: 'handler-failed', detail: 'cannot apply a-2' } },
    ]);
  });

  it('is applied after a redrive, what waited behind it follows in order, and nothing is lost over restarts', async () => {
    const agency = new Agency();
    agency.poison.add('a-1');
    for (const seq of [1, 2, 3]) agency.feed.add({ dossier: 'a', seq });
    await waitOut(agency, await agency.consumer());
    agency.feed.add({ dossier: 'a', seq: 4 });
    const later = await agency.consumer();
    await later.catchUp();
    expect(agency.applied).toEqual([]);
    agency.poison.clear();
    expect(await later.redrive('a')).toBe(true);
    expect(await later.redrive('b')).toBe(false);
    await later.catchUp();
    expect(agency.applied).toEqual(['a-1', 'a-2', 'a-3', 'a-4']);
    expect((await agency.consumer()).status()).toMatchObject({ waiting: 0, deadLetters: [] });
  });

  it('is one too when the handler never answers', async () => {
    const agency = new Agency();
    agency.feed.add({ dossier: 'a', seq: 1 });
    agency.feed.add({ dossier: 'b', seq: 1 });
    const stuck = ({ dossierId, id }: FeedFact): Promise<void> | void =>
      dossierId === 'a' ? new Promise<void>(() => undefined) : agency.handler({ id } as FeedFact);
    const consumer = await agency.consumer({ handler: stuck, handlerTimeoutMs: 5, attempts: 1 });
    await consumer.catchUp();
    expect(agency.applied).toEqual(['b-1']);
    expect(consumer.status().deadLetters).toMatchObject([
      { dossierId: 'a', detail: 'no answer of the handler in 5 ms' },
    ]);
  });
});

describe('a service that was restored from a backup', () => {
  it('is read from the beginning, and what is known is not applied again', async () => {
    const agency = new Agency();
    for (const seq of [1, 2]) agency.feed.add({ dossier: 'a', seq });
    const consumer = await agency.consumer();
    await consumer.catchUp();
    agency.feed.restore('epoch-2', [
      { dossier: 'a', seq: 1 },
      { dossier: 'a', seq: 2 },
      { dossier: 'a', seq: 3 },
    ]);
    await consumer.catchUp();
    expect(agency.applied).toEqual(['a-1', 'a-2', 'a-3']);
    expect(agency.codes()).toEqual(['feed-restarted']);
    expect(consumer.status().cursor).toBe('epoch-2.3');
  });

  it('whose journal went another way since is shown to a person, and only that dossier waits', async () => {
    const agency = new Agency();
    for (const seq of [1, 2]) agency.feed.add({ dossier: 'a', seq });
    const consumer = await agency.consumer();
    await consumer.catchUp();
    agency.feed.restore('epoch-2', [
      { dossier: 'a', seq: 1 },
      { dossier: 'a', seq: 2, id: 'other' },
      { dossier: 'b', seq: 1 },
    ]);
    await consumer.catchUp();
    expect(agency.applied).toEqual(['a-1', 'a-2', 'b-1']);
    expect(consumer.status().deadLetters).toMatchObject([{ dossierId: 'a', reason: 'place-taken' }]);
    await consumer.redrive('a');
    await consumer.catchUp();
    expect(agency.applied.at(-1)).toBe('other');
  });
});

describe('messages of the bus', () => {
  async function listening(agency: Agency): Promise<{ consumer: Consumer; hear: Hear; stop: () => Promise<void> }> {
    let hear: Hear | undefined;
    const wake: WakeSource = { start: (given) => ((hear = given), () => Promise.resolve()) };
    let wakeUp = (): void => undefined;
    const surroundings = {
      now: () => agency.now,
      random: () => 0,
      sleep: (_: number, signal?: AbortSignal) =>
        new Promise<void>((done) => {
          wakeUp = done;
          signal?.addEventListener('abort', () => done());
        }),
    };
    const consumer = await agency.consumer({ wake, surroundings });
    const running = consumer.run();
    await new Promise((done) => setTimeout(done, 5));
    const stop = async () => {
      consumer.stop();
      wakeUp();
      await running;
    };
    return { consumer, hear: hear as Hear, stop };
  }
  const message = (text: string) => {
    const acks: number[] = [];
    return { text, acks, ack: () => void acks.push(1) };
  };

  it('make the consumer read the feed at once, and many cost one reading', async () => {
    const agency = new Agency();
    const { hear, stop } = await listening(agency);
    const events = [1, 2, 3].map((seq) => agency.feed.add({ dossier: 'a', seq }));
    const before = agency.feed.asked;
    const messages = events.map((event) => message(JSON.stringify(event)));
    for (const each of messages) await hear.woken(each);
    expect(agency.applied).toEqual(['a-1', 'a-2', 'a-3']);
    expect(messages.map(({ acks }) => acks.length)).toEqual([1, 1, 1]);
    expect(agency.feed.asked - before).toBeLessThanOrEqual(2);
    await stop();
  });

  it('that are forged, foreign, torn or from another line of numbers change nothing, are told, and do not come again', async () => {
    const agency = new Agency();
    const { consumer, hear, stop } = await listening(agency);
    const event = agency.feed.add({ dossier: 'a', seq: 1 });
    await hear.woken(message(JSON.stringify(event)));
    const forged = [
      '{"specversion":"1.0","id":',
      '"a text"',
      '{"cursor":7}',
      JSON.stringify({ ...event, data: { ...event.data, phase: 'decided' } }),
      JSON.stringify({ ...event, id: 'another' }),
      JSON.stringify({ ...event, n: 99, cursor: 'epoch-1.99' }),
      JSON.stringify({ ...event, cursor: 'epoch-0.1' }),
      JSON.stringify({ ...event, n: 2 }),
    ].map(message);
    for (const each of forged) await hear.woken(each);
    expect(agency.applied).toEqual(['a-1']);
    expect(forged.map(({ acks }) => acks.length)).toEqual(forged.map(() => 1));
    expect(consumer.status().ignored).toEqual({
      'bus-unreadable': 4,
      'bus-differs-from-feed': 2,
      'bus-not-in-feed': 1,
      'bus-other-epoch': 1,
    });
    expect(new Set(agency.codes())).toEqual(new Set(Object.keys(consumer.status().ignored)));
    await stop();
  });

  it('that come again, a whole day of them, change nothing and are no fault', async () => {
    const agency = new Agency();
    const { consumer, hear, stop } = await listening(agency);
    const events = Array.from({ length: 200 }, (_, index) =>
      agency.feed.add({ dossier: `d${index % 7}`, seq: 1 + Math.floor(index / 7) }),
    );
    for (const event of [...events, ...events, ...[...events].reverse()])
      await hear.woken(message(JSON.stringify(event)));
    expect(agency.applied).toHaveLength(200);
    expect(consumer.status().ignored).toEqual({});
    await stop();
  });

  it('are left for later while the feed cannot be read', async () => {
    const agency = new Agency();
    const { hear, stop } = await listening(agency);
    const event = agency.feed.add({ dossier: 'a', seq: 1 });
    agency.feed.isUp = false;
    const early = message(JSON.stringify(event));
    await hear.woken(early);
    expect(early.acks).toEqual([]);
    agency.feed.isUp = true;
    await hear.woken(null);
    expect(agency.applied).toEqual(['a-1']);
    await stop();
  });
});
