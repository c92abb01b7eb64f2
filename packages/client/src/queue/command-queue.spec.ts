import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CrashFile, Machine, PowerCut } from '../../test/crash-disk.js';
import { Hub } from '../../test/hub.js';
import type { Opening } from '../api/schemas.generated.js';
import { memoryLog } from '../disk/log.js';
import { CommandQueue } from './command-queue.js';
import type { NewAct } from './item.js';

const FRIDAY = '2026-11-20T15:00:00+07:00';
const RECEPTION = {
  type: 'receive',
  intake: { procedureCode: '1.004873', channel: 'counter', jurisdiction: { residence: { communeCode: '11411' } } },
} as const satisfies Opening;

const opening = (id: string): NewAct => ({ id, occurredAt: FRIDAY, target: null, body: RECEPTION });
const transferOf = (id: string, of: string): NewAct => ({
  ...{ id, occurredAt: FRIDAY, target: { opening: of } },
  body: { type: 'transfer', copy: 'electronic' },
});
const resumeOf = (id: string, code: string): NewAct => ({
  id,
  occurredAt: FRIDAY,
  target: { code },
  body: { type: 'resume' },
});

describe('an office without a line', () => {
  it('takes dossiers in and acts on them; when the line is back everything is sent in order, with its declared time', async () => {
    const hub = new Hub();
    hub.isUp = false;
    const log = memoryLog();
    const queue = await CommandQueue.open({ client: hub, log });
    await queue.put(opening('one'));
    await queue.put(transferOf('two', 'one'));
    await queue.put(resumeOf('three', 'H00.9-261120-0007'));
    expect(await queue.send()).toMatchObject({ sent: 0, stoppedBy: { code: 'unreachable' } });
    hub.isUp = true;
    const restarted = await CommandQueue.open({ client: hub, log });
    expect(await restarted.send()).toEqual({ sent: 3, conflicts: 0, stoppedBy: null });
    expect(hub.effects.map(({ key, code }) => [key, code])).toEqual([
      ['one', 'H00.1-261123-0001'],
      ['three', 'H00.9-261120-0007'],
      ['two', 'H00.1-261123-0001'],
    ]);
    expect(hub.effects.every(({ body }) => body.occurredAt === FRIDAY)).toBe(true);
    expect(restarted.codeOf({ opening: 'one' })).toBe('H00.1-261123-0001');
    expect(restarted.status()).toEqual({ queued: 0, sent: 3, conflicts: [] });
  });

  it('sends nothing twice: an act that is put in again is known, and one whose answer was lost keeps its key', async () => {
    const hub = new Hub();
    const queue = await CommandQueue.open({ client: hub, log: memoryLog() });
    await queue.put(opening('one'));
    await queue.put(opening('one'));
    hub.losesAnswers = 1;
    expect((await queue.send()).stoppedBy).toMatchObject({ code: 'unreachable' });
    expect(await queue.send()).toMatchObject({ sent: 1 });
    await queue.put(opening('one'));
    expect(await queue.send()).toMatchObject({ sent: 0 });
    expect(hub.effects).toHaveLength(1);
  });

  it('shares one sending among all who ask for it', async () => {
    const hub = new Hub();
    const queue = await CommandQueue.open({ client: hub, log: memoryLog() });
    for (let i = 0; i < 5; i++) await queue.put(resumeOf(`r${i}`, `c${i}`));
    await Promise.all([queue.send(), queue.send(), queue.send()]);
    expect(hub.asked).toBe(5);
  });
});

describe('an act that is refused', () => {
  it.each([
    ['not-allowed-in-phase', 409],
    ['version-stale', 412],
    ['occurred-in-future', 422],
    ['dossier-not-found', 404],
    ['actor-not-entitled', 403],
  ])('%s is kept with its reason; the other dossiers go on, its own waits', async (code, status) => {
    const hub = new Hub();
    hub.refuse('one', code, status);
    const queue = await CommandQueue.open({ client: hub, log: memoryLog() });
    for (const act of [resumeOf('one', 'a'), resumeOf('two', 'a'), resumeOf('three', 'b')]) await queue.put(act);
    expect(await queue.send()).toEqual({ sent: 1, conflicts: 1, stoppedBy: null });
    expect(await queue.send()).toEqual({ sent: 0, conflicts: 0, stoppedBy: null });
    expect(hub.asked).toBe(2);
    expect(queue.status()).toMatchObject({
      queued: 1,
      conflicts: [
        { id: 'one', code: 'a', command: 'resume', occurredAt: FRIDAY, behind: 1, problem: { code, status } },
      ],
    });
  });

  it.each([
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['rate-limited', 429],
    ['unavailable', 503],
    ['internal-fault', 500],
  ])('%s says nothing about the act: it stays in the queue', async (code, status) => {
    const hub = new Hub();
    hub.refuse('resume', code, status);
    const queue = await CommandQueue.open({ client: hub, log: memoryLog() });
    await queue.put(resumeOf('one', 'a'));
    expect(await queue.send()).toMatchObject({ sent: 0, conflicts: 0, stoppedBy: { code } });
    expect(queue.status()).toMatchObject({ queued: 1, conflicts: [] });
  });

  it('may be given up, and what waits behind it goes', async () => {
    const hub = new Hub();
    hub.refuse('one', 'not-allowed-in-phase');
    const log = memoryLog();
    const queue = await CommandQueue.open({ client: hub, log });
    for (const act of [resumeOf('one', 'a'), resumeOf('two', 'a')]) await queue.put(act);
    await queue.send();
    expect(await queue.drop('two')).toBe(false);
    expect(await queue.drop('one')).toBe(true);
    expect(await (await CommandQueue.open({ client: hub, log })).send()).toMatchObject({ sent: 1 });
    expect(hub.effects.map(({ key }) => key)).toEqual(['two']);
  });

  it('may be amended: it goes under a key of its own, at its place, and what builds on it follows', async () => {
    const hub = new Hub();
    hub.refuse('one', 'occurred-in-future', 422);
    const log = memoryLog();
    const queue = await CommandQueue.open({ client: hub, log, newId: () => 'one-again' });
    await queue.put(opening('one'));
    await queue.put(transferOf('two', 'one'));
    await queue.send();
    expect(await queue.amend('one', { occurredAt: '2026-11-20T09:00:00+07:00' })).toBe(true);
    expect(await queue.amend('one', {})).toBe(false);
    const restarted = await CommandQueue.open({ client: hub, log });
    await restarted.send();
    expect(hub.effects.map(({ key, code, body }) => [key, code, body.occurredAt])).toEqual([
      ['one-again', 'H00.1-261123-0001', '2026-11-20T09:00:00+07:00'],
      ['two', 'H00.1-261123-0001', FRIDAY],
    ]);
    expect(restarted.codeOf({ opening: 'one' })).toBe('H00.1-261123-0001');
  });
});

describe('an act that is signed before it is sent', () => {
  it('is signed once and sent as it was signed, however often the line breaks', async () => {
    const hub = new Hub();
    let signatures = 0;
    const seal = () => Promise.resolve({ type: 'resume', occurredAt: `signed ${++signatures}` } as const);
    const log = memoryLog();
    const queue = await CommandQueue.open({ client: hub, log, seal });
    await queue.put(resumeOf('one', 'a'));
    hub.isUp = false;
    await queue.send();
    hub.isUp = true;
    await (await CommandQueue.open({ client: hub, log, seal })).send();
    expect(hub.effects.map(({ body }) => body.occurredAt)).toEqual(['signed 1']);
  });

  it('is signed anew when the dossier has moved on, but not for ever', async () => {
    const hub = new Hub();
    hub.refuse('resume', 'receipt-stale');
    let signatures = 0;
    const seal = () => {
      if (++signatures === 3) hub.refusals.clear();
      return Promise.resolve({ type: 'resume' } as const);
    };
    const queue = await CommandQueue.open({ client: hub, log: memoryLog(), seal });
    await queue.put(resumeOf('one', 'a'));
    expect(await queue.send()).toMatchObject({ sent: 1 });
    expect(signatures).toBe(3);
    hub.refuse('resume', 'receipt-stale');
    await queue.put(resumeOf('two', 'a'));
    expect(await queue.send()).toMatchObject({ conflicts: 1 });
    expect(signatures).toBe(8);
  });
});

describe('the log of a queue', () => {
  it('is shortened when most of it is done, and every act in it stays known', async () => {
    const hub = new Hub();
    const log = memoryLog();
    const queue = await CommandQueue.open({ client: hub, log });
    await queue.put(opening('first'));
    for (let i = 0; i < 600; i++) await queue.put(resumeOf(`r${i}`, `c${i % 9}`));
    await queue.send();
    await queue.put(transferOf('last', 'first'));
    expect((await log.load()).length).toBeGreaterThan(1_200);
    await CommandQueue.open({ client: hub, log });
    expect((await log.load()).length).toBe(2);
    const later = await CommandQueue.open({ client: hub, log });
    await later.put(resumeOf('r7', 'c7'));
    expect(await later.send()).toMatchObject({ sent: 1 });
    expect(hub.effects).toHaveLength(602);
    expect(hub.effects.at(-1)).toMatchObject({ key: 'last', code: 'H00.1-261123-0001' });
  });

  it('survives a cut at any moment: what was confirmed is sent once and in order, whatever was lost of the rest', async () => {
    let cuts = 0;
    const plan = fc.record({
      cuts: fc.array(fc.nat(25), { minLength: 1, maxLength: 10 }),
      kept: fc.double({ min: 0, max: 1, noNaN: true }),
      lines: fc.array(fc.nat(2), { minLength: 1, maxLength: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const hub = new Hub();
        const machine = new Machine();
        const file = new CrashFile(machine);
        const confirmed: string[] = [];
        for (const [start, cut] of given.cuts.entries()) {
          machine.restart();
          machine.cutAfter(cut);
          hub.losesAnswers = given.lines[start % given.lines.length] ?? 0;
          await work(hub, file, confirmed).catch((fault: unknown) => {
            if (!(fault instanceof PowerCut)) throw fault;
          });
          file.lose(given.kept);
        }
        cuts += machine.cuts;
        machine.restart();
        hub.losesAnswers = 0;
        await (await CommandQueue.open({ client: hub, log: file.log() })).send();
        const keys = hub.effects.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toEqual(expect.arrayContaining(confirmed));
        for (const lane of ['a', 'b']) {
          const numbers = keys.filter((key) => key.endsWith(lane)).map((key) => Number.parseInt(key, 10));
          expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
        }
      }),
      { numRuns: 150 },
    );
    expect(cuts).toBeGreaterThan(150);
  });

  async function work(hub: Hub, file: CrashFile, confirmed: string[]): Promise<void> {
    const queue = await CommandQueue.open({ client: hub, log: file.log() });
    for (;;) {
      const id = `${confirmed.length}${confirmed.length % 2 === 0 ? 'a' : 'b'}`;
      await queue.put(resumeOf(id, id.slice(-1)));
      confirmed.push(id);
      await queue.send();
    }
  }
});
