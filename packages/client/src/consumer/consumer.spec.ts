import { describe, expect, it } from '@jest/globals';
import { Agency, waitOut } from '../../test/agency.js';
import { pastFact } from '../../test/feed-service.js';
import type { FeedFact } from './fact.js';

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
