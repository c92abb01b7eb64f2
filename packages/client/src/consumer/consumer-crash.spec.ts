/** The power goes at any moment: what the agency does about a fact is done once, in the order of each dossier (S04, S05). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CrashFile, Machine, PowerCut } from '../../test/crash-disk.js';
import { FeedService } from '../../test/feed-service.js';
import { CommandQueue } from '../queue/command-queue.js';
import { Consumer } from './consumer.js';

interface Run {
  /** Dossier of each fact, in the order of the feed. */
  readonly facts: readonly number[];
  /** Operations of the disk until each cut. */
  readonly cuts: readonly number[];
  readonly kept: number;
  /** How far the feed is filled at each start. */
  readonly steps: readonly number[];
}

const runs = fc.record<Run>({
  facts: fc.array(fc.nat(4), { minLength: 20, maxLength: 60 }),
  cuts: fc.array(fc.nat(30), { minLength: 2, maxLength: 12 }),
  kept: fc.double({ min: 0, max: 1, noNaN: true }),
  steps: fc.array(fc.nat(20), { maxLength: 12 }),
});

const nobody = { openDossier: unreachable, actOnDossier: unreachable };
function unreachable(): never {
  throw new Error('nothing is sent here');
}

/** An office that puts one act into its queue for every fact; each start ends with a cut, the last one does not. */
async function live({
  facts,
  cuts,
  kept,
  steps,
}: Run): Promise<{ acts: string[]; machine: Machine; expected: string[] }> {
  const machine = new Machine();
  const files = { consumer: new CrashFile(machine), queue: new CrashFile(machine) };
  const feed = new FeedService();
  const heads = new Map<number, number>();
  const pending = facts.map((dossier) => {
    const seq = (heads.get(dossier) ?? 0) + 1;
    heads.set(dossier, seq);
    return { dossier: `d${dossier}`, seq };
  });
  const expected = pending.map(({ dossier, seq }) => `${dossier}-${seq}`);
  for (let start = 0; start <= cuts.length; start++) {
    const isLast = start === cuts.length;
    for (const fact of pending.splice(0, isLast ? pending.length : (steps[start] ?? 5))) feed.add(fact);
    machine.restart();
    if (!isLast) machine.cutAfter(cuts[start] ?? 0);
    await session(feed, files).catch((fault: unknown) => {
      if (!(fault instanceof PowerCut)) throw fault;
    });
    if (!isLast) for (const file of Object.values(files)) file.lose(kept);
  }
  const queue = await CommandQueue.open({ client: nobody, log: files.queue.log() });
  const acts = expected.flatMap((id) => queue.find(id)?.act.id ?? []);
  expect(queue.status().queued).toBe(acts.length);
  return { acts: orderOf(queue, acts), machine, expected };
}

function orderOf(queue: CommandQueue, ids: readonly string[]): string[] {
  return [...ids].sort((a, b) => (queue.find(a)?.place ?? 0) - (queue.find(b)?.place ?? 0));
}

async function session(feed: FeedService, files: { consumer: CrashFile; queue: CrashFile }): Promise<void> {
  const queue = await CommandQueue.open({ client: nobody, log: files.queue.log() });
  const consumer = await Consumer.open({
    client: feed,
    log: files.consumer.log(),
    pageSize: 4,
    handler: async ({ id, dossierId, occurredAt }) => {
      await queue.put({ id, occurredAt, target: { code: dossierId }, body: { type: 'resume' } });
    },
  });
  await consumer.catchUp();
}

const perDossier = (ids: readonly string[]) => {
  const lines = new Map<string, string[]>();
  for (const id of ids) lines.set(id.split('-')[0] ?? '', [...(lines.get(id.split('-')[0] ?? '') ?? []), id]);
  return Object.fromEntries(lines);
};

describe('an agency whose power goes', () => {
  it('has done everything once and in the order of each dossier when it is back', async () => {
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        const { acts, machine, expected } = await live(run);
        cuts += machine.cuts;
        expect(perDossier(acts)).toEqual(perDossier(expected));
      }),
      { numRuns: 150 },
    );
    expect(cuts).toBeGreaterThan(300);
  });
});
