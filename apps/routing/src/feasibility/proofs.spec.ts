/** The prover's desk: beside the event loop, bounded, never twice. Its thread runs the built program. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { legalCalendar } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import { landProcedure, procedureForTest } from '@lien-thong/domain/testing';
import { DONG_HAI, HAI_AN, townReference } from '../../../../packages/engine/test/town.js';
import { Problem } from '../http/problem.js';
import { answerTask } from './answer-task.js';
import type { ProofTask } from './proof-question.js';
import { digestOf } from './proof-question.js';
import { Proofs } from './proofs.js';
import { questionOf } from './version-plan.js';

const reference = townReference() as unknown as Parameters<typeof questionOf>[0];
const WEEK = { from: '2026-03-02', to: '2026-03-08' };
const NO_WAITS = { policy: 'pause', maxRounds: 0, timeout: '30cd' } as const;

function task(procedure: ProcedureVersion, range = WEEK): Extract<ProofTask, { kind: 'proof' }> {
  const offices = { receiver: HAI_AN, decider: DONG_HAI };
  const about = { caseKey: 'standard', channel: 'counter', route: 'crosses' } as const;
  return { kind: 'proof', question: questionOf(reference, { procedure, offices, range, ...about }) };
}
const split = procedureForTest({ supplement: NO_WAITS });

let proofs: Proofs | null = null;
const desk = (limits?: ConstructorParameters<typeof Proofs>[0]): Proofs => (proofs = new Proofs(limits));
afterEach(async () => {
  await proofs?.beforeApplicationShutdown();
  proofs = null;
});

const refusal = (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => 'answered',
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

describe('the prover', () => {
  it('answers in a thread of its own what the domain answers, while the offices are served', async () => {
    let served = 0;
    const serving = setInterval(() => (served += 1), 2);
    const { proved } = await desk().ask('a', task(split, { from: '2026-01-01', to: '2026-12-31' }));
    clearInterval(serving);
    expect(proved.feasibility).toMatchObject({ computable: true, verdict: 'OVERDUE_BY_CONSTRUCTION' });
    expect(served).toBeGreaterThan(10);
    const here = answerTask(task(split));
    expect(await desk().ask('a', task(split))).toEqual(here);
  });

  it('answers the same question from memory, also while it is being answered', async () => {
    const prover = desk();
    const [one, two] = await Promise.all([prover.ask('a', task(split)), prover.ask('b', task(split))]);
    expect(two).toBe(one);
    expect(await prover.ask('c', task({ ...split, name: 'Tên khác', version: 9 }))).toBe(one);
  });

  it('tells timelines, routes, calendars and ranges apart by their digest', () => {
    const base = task(split);
    const [offices, about] = [
      { receiver: HAI_AN, decider: HAI_AN },
      { caseKey: 'standard', channel: 'counter' } as const,
    ];
    const others = [
      task(procedureForTest({ supplement: NO_WAITS, transferCutoff: null })),
      task(split, { from: '2026-03-02', to: '2026-03-09' }),
      {
        ...base,
        question: questionOf(reference, { procedure: split, offices, range: WEEK, route: 'crosses', ...about }),
      },
      { ...base, question: { ...base.question, route: 'crossesByPost' } },
      { ...base, question: { ...base.question, source: withAnotherDay(base.question.source) } },
      { ...base, kind: 'waysOut', policy: 'proportional' },
    ] as ProofTask[];
    const digests = [base, ...others].map(digestOf);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('refuses with its code when too many wait, and one agency cannot fill the queue', async () => {
    const prover = desk({ mostWaiting: 3, mostWaitingOfOne: 2 });
    const days = ['01', '02', '03', '04', '05', '06'].map((day) =>
      task(split, { from: `2026-04-${day}`, to: `2026-04-${day}` }),
    );
    const asked = [
      ...days.slice(0, 4).map((each) => refusal(prover.ask('a', each))),
      ...days.slice(4).map((each) => refusal(prover.ask('b', each))),
    ];
    expect(await Promise.all(asked)).toEqual([
      ...['answered', 'answered', 'answered', 'feasibility-busy'],
      ...['answered', 'feasibility-busy'],
    ]);
    expect(await refusal(prover.ask('a', days[3] ?? task(split)))).toBe('answered');
  });

  it('does not begin what whoever asked has left, unless somebody else waits for it too', async () => {
    const prover = desk();
    const [first, left, shared] = ['07', '08', '09'].map((day) =>
      task(split, { from: `2026-04-${day}`, to: `2026-04-${day}` }),
    ) as [ProofTask, ProofTask, ProofTask];
    const [leaving, leavingToo] = [new AbortController(), new AbortController()];
    const asked = [
      prover.ask('a', first),
      prover.ask('a', left, leaving.signal),
      prover.ask('a', shared, leavingToo.signal),
      prover.ask('b', shared),
    ].map(refusal);
    leaving.abort();
    leavingToo.abort();
    expect(await Promise.all(asked)).toEqual(['answered', 'feasibility-busy', 'answered', 'answered']);
    expect(await refusal(prover.ask('a', left))).toBe('answered');
  });

  it('gives up what takes too long, and goes on with the next', async () => {
    const prover = desk({ mostMs: 1 });
    expect(await refusal(prover.ask('a', task(split)))).toBe('feasibility-too-long');
    await prover.beforeApplicationShutdown();
    expect(await refusal(desk().ask('a', task(split)))).toBe('answered');
  });

  it('does not begin what it is not made for', async () => {
    const [first] = split.steps;
    if (first === undefined) throw new Error('no step');
    const steps = Array.from({ length: 41 }, (_, n) => ({ ...first, key: `step-${n}` }));
    expect(await refusal(desk().ask('a', task({ ...split, steps })))).toBe('feasibility-too-large');
  });

  it('says what cannot be computed, and why, instead of a number', async () => {
    const { proved } = await desk().ask('a', task(landProcedure()));
    expect(proved.feasibility).toEqual({
      ...{ computable: false, reason: 'parallel-branches-with-pauses', facts: { consultation: 'tax' } },
    });
  });
});

type Source = ProofTask['question']['source'];

/** The same calendars with one holiday more. */
function withAnotherDay(source: Source): Source {
  const { national } = source;
  const holiday = { date: '2026-03-04', kind: 'holiday', name: 'x', notice: 'x', provisional: false } as never;
  const changed = { ...national, exceptions: [...national.exceptions, holiday] };
  expect(legalCalendar({ national: changed, province: source.province }).version).toBeTruthy();
  return { ...source, national: changed };
}
