import { describe, expect, it } from '@jest/globals';
import { Agency, waitOut } from '../../test/agency.js';
import type { Consumer } from './consumer.js';
import type { WakeSource } from './options.js';

type Hear = Parameters<WakeSource['start']>[0];

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
  const told = (...events: readonly unknown[]) => message(JSON.stringify(events));

  it('make the consumer read the feed at once, and many cost one reading', async () => {
    const agency = new Agency();
    const { hear, stop } = await listening(agency);
    const events = [1, 2, 3].map((seq) => agency.feed.add({ dossier: 'a', seq }));
    const before = agency.feed.asked;
    const messages = events.map((event) => told(event));
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
    await hear.woken(told(event));
    const forged = [
      message('[{"specversion":"1.0","id":'),
      message('"a text"'),
      message(JSON.stringify(event)),
      told(),
      told({ cursor: 7 }),
      told(event, null),
      told({ ...event, data: { ...event.data, phase: 'decided' } }),
      told({ ...event, id: 'another' }),
      told({ ...event, n: 99, cursor: 'epoch-1.99' }),
      told({ ...event, cursor: 'epoch-0.1' }),
      told({ ...event, n: 2 }),
      told(event, { ...event, id: 'another' }, { ...event, n: 98, cursor: 'epoch-1.98' }, event),
    ];
    for (const each of forged) await hear.woken(each);
    expect(agency.applied).toEqual(['a-1']);
    expect(forged.map(({ acks }) => acks.length)).toEqual(forged.map(() => 1));
    expect(consumer.status().ignored).toEqual({
      'bus-unreadable': 7,
      'bus-differs-from-feed': 3,
      'bus-not-in-feed': 2,
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
    for (const event of [...events, ...events, ...[...events].reverse()]) await hear.woken(told(event));
    expect(agency.applied).toHaveLength(200);
    expect(consumer.status().ignored).toEqual({});
    await stop();
  });

  it('that carry a batch cost one reading, and one that was cut otherwise the second time changes nothing', async () => {
    const agency = new Agency();
    const { consumer, hear, stop } = await listening(agency);
    const events = [1, 2, 3, 4, 5, 6].flatMap((seq) => ['a', 'b'].map((dossier) => agency.feed.add({ dossier, seq })));
    const before = agency.feed.asked;
    const batches = [events, events.slice(0, 7), events.slice(5), events.slice(2, 9), [...events].reverse()];
    const messages = batches.map((batch) => told(...batch));
    for (const each of messages) await hear.woken(each);
    expect(agency.applied).toEqual(events.map(({ id }) => id));
    expect(new Set(agency.applied).size).toBe(12);
    expect(agency.feed.asked - before).toBeLessThanOrEqual(5);
    expect(messages.map(({ acks }) => acks.length)).toEqual(messages.map(() => 1));
    expect(consumer.status().ignored).toEqual({});
    await stop();
  });

  it('are acknowledged once every event in them is applied or waits on disk; a poisonous one delays its own dossier alone', async () => {
    const agency = new Agency();
    agency.poison.add('a-2');
    const { consumer, hear, stop } = await listening(agency);
    const events = [1, 2, 3].flatMap((seq) => ['a', 'b'].map((dossier) => agency.feed.add({ dossier, seq })));
    const batch = told(...events);
    agency.feed.isUp = false;
    await hear.woken(batch);
    expect(batch.acks).toEqual([]);
    agency.feed.isUp = true;
    await hear.woken(batch);
    expect(batch.acks).toEqual([1]);
    expect(agency.applied).toEqual(['a-1', 'b-1', 'b-2', 'b-3']);
    expect(consumer.status()).toMatchObject({ cursor: 'epoch-1.6', waiting: 1, ignored: {} });
    await stop();
    agency.poison.clear();
    const later = await agency.consumer();
    await waitOut(agency, later);
    expect(agency.applied.slice(4)).toEqual(['a-2', 'a-3']);
  });

  it('are left for later while the feed cannot be read', async () => {
    const agency = new Agency();
    const { hear, stop } = await listening(agency);
    const event = agency.feed.add({ dossier: 'a', seq: 1 });
    agency.feed.isUp = false;
    const early = told(event);
    await hear.woken(early);
    expect(early.acks).toEqual([]);
    agency.feed.isUp = true;
    await hear.woken(null);
    expect(agency.applied).toEqual(['a-1']);
    await stop();
  });
});
