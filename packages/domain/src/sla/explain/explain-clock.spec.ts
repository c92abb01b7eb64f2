import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rulesFor, vn } from '../../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byReceiver,
  byTaxOffice,
  consulted,
  delivered,
  received,
  sent,
  supplementAsked,
  suspendedByOutage,
  taxAnswered,
} from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import { landProcedure, procedureForTest } from '../../testing/procedures.js';
import { clockOf, local, rulesOn, ENDS_IN_NOVEMBER } from '../clocks.fixture.js';
import { explainClock } from './explain-clock.js';
import type { ExplainedEpoch } from './explain-clock.js';
import type { CountedDay } from './explain-days.js';
import { delayed } from '../delayed-opinions.fixture.js';
import { toldBy } from '../journeys.fixture.js';
import { foldHistory } from '../../dossier/fold.js';
import { minuteOf } from '../../time/instant.js';

const CODE = '1.004873';
const days = ({ stretches }: ExplainedEpoch): readonly CountedDay[] =>
  stretches.flatMap((stretch) => stretch.days ?? []);
const dayLine = ({ date, because, notice, blocks }: CountedDay): string =>
  [
    date,
    because,
    ...(notice === null ? [] : [notice]),
    ...blocks.map(
      ({ from, to, minutes, total }) => `${local(from)?.slice(11)}-${local(to)?.slice(11)} ${minutes} =${total}`,
    ),
  ].join(' | ');

/** Received on Friday 20 November 2026 at 15:01; Tuesday 24 November is a holiday. */
const story = given(rulesFor(procedureForTest({ supplement: { policy: 'restart', maxRounds: 2, timeout: '15cd' } })), [
  received(CODE, '2026-11-20 15:01'),
  sent('electronic', '2026-11-23 08:00'),
  delivered('2026-11-23 08:00'),
  accepted('2026-11-23 09:00'),
  byCompetent({ type: 'extend', by: '0.5wd', legalBasis: 'Nghị định 118/2025/NĐ-CP' }, '2026-11-23 10:00'),
]);

function explained(id: string, at: string, of = story): readonly ExplainedEpoch[] {
  const explanation = explainClock(of.events, { clockId: id, at: vn(at) }, of.rules);
  if (explanation === null) throw new Error(`no clock ${id}`);
  return explanation.epochs;
}

describe('why a limit stands where it stands', () => {
  const [epoch] = explained('legal', '2026-11-25 08:00');

  it('names every day, worked or closed, with its blocks, their minutes and the running total', () => {
    expect(epoch === undefined ? [] : days(epoch).map(dayLine)).toEqual([
      '2026-11-20 | weekHours | 15:01-17:30 149 =149',
      '2026-11-21 | weekend',
      '2026-11-22 | weekend',
      '2026-11-23 | weekHours | 07:30-11:30 240 =389 | 13:30-17:30 240 =629',
      '2026-11-24 | holiday | Nghị quyết 28/2026/QH16',
      '2026-11-25 | weekHours | 07:30-08:00 30 =659',
    ]);
    expect(epoch?.minutes).toBe(659);
  });

  it('names the fact that started it, the extension with its legal basis, and the granule it is judged by', () => {
    expect(epoch?.startedBy).toMatchObject({ seq: 1, type: 'dossier.received.v1', at: vn('2026-11-20 15:01') });
    expect(epoch?.extensions).toMatchObject([
      { by: '0.5wd', legalBasis: 'Nghị định 118/2025/NĐ-CP', because: { seq: 5 } },
    ]);
    const due = clockOf(story, 'legal').dueAt;
    expect([local(due), epoch?.granule]).toEqual(['2026-11-25 15:01', { from: due, to: due }]);
  });

  it('names the cut-off that put off the transfer', () => {
    const [transfer] = explained('transfer', '2026-11-23 07:45');
    expect(transfer?.cutoff).toEqual({ rule: 'transferCutoff', time: '15:00' });
    expect(transfer === undefined ? [] : days(transfer).map(dayLine)).toEqual([
      '2026-11-23 | weekHours | 07:30-07:45 15 =15',
    ]);
  });

  it('leaves out what happened later than asked', () => {
    expect(explained('legal', '2026-11-20 16:00')[0]).toMatchObject({ minutes: 59, extensions: [] });
    expect(explainClock(story.events, { clockId: 'acceptance:1', at: vn('2026-11-20 16:00') }, story.rules)).toBeNull();
  });
});

describe('why a limit rests', () => {
  it('a supplement, with the policy; then a new epoch that begins with nothing', () => {
    const supplemented = story.and(
      supplementAsked('2026-11-25 08:00'),
      byCompetent({ type: 'provideSupplement', copy: 'electronic' }, '2026-11-26 08:00'),
    );
    const [first, second] = explained('legal', '2026-11-26 09:00', supplemented);
    expect(first?.rests).toMatchObject([
      {
        because: { type: 'dossier.supplementRequested.v1' },
        grounds: [{ code: 'supplementAwaited', policy: 'restart' }],
      },
    ]);
    expect(second).toMatchObject({
      startedBy: { type: 'dossier.supplementProvided.v1' },
      minutes: 60,
      clock: { epoch: 2 },
    });
  });

  it('several grounds of one rest, one after the other', () => {
    const land = given(rulesFor(landProcedure()), [
      received('1.012817', '2026-11-16 08:00'),
      sent('electronic', '2026-11-16 08:00'),
      delivered('2026-11-16 08:00'),
      accepted('2026-11-16 08:00'),
      consulted('tax', '2026-11-16 09:00'),
      suspendedByOutage('2026-11-16 10:00'),
      byCompetent({ type: 'resume' }, '2026-11-16 11:00'),
      taxAnswered('2026-11-17 09:00'),
    ]);
    const [epoch] = explained('legal', '2026-11-17 10:00', land);
    expect(epoch?.rests.map(({ from, to, grounds }) => [local(from), local(to), grounds])).toEqual([
      [
        '2026-11-16 09:00',
        '2026-11-17 09:00',
        [
          { code: 'consultationOpen', consultation: 'tax' },
          { code: 'suspended', ground: 'systemOutage' },
        ],
      ],
    ]);
    expect(epoch?.minutes).toBe(120);
  });

  it('a suspension after an opinion that was typed in behind it: the limit had run between the two', () => {
    const land = given(rulesFor(landProcedure()), [
      received('1.012817', '2026-11-16 08:00'),
      sent('electronic', '2026-11-16 08:00'),
      delivered('2026-11-16 08:00'),
      accepted('2026-11-16 08:00'),
      consulted('tax', '2026-11-16 09:00'),
      suspendedByOutage('2026-11-16 15:00'),
      byTaxOffice(
        { type: 'answerConsultation', consultation: 'tax', outcome: 'agreed', occurredAt: vn('2026-11-16 10:00') },
        '2026-11-17 09:00',
      ),
    ]);
    const [epoch] = explained('legal', '2026-11-17 10:00', land);
    expect(epoch?.stretches.map(({ from, to }) => [local(from), local(to)])).toEqual([
      ['2026-11-16 08:00', '2026-11-16 09:00'],
      ['2026-11-16 10:00', '2026-11-16 15:00'],
    ]);
    expect(epoch?.rests.map(({ from, to, grounds }) => [local(from), local(to), grounds])).toEqual([
      ['2026-11-16 09:00', '2026-11-16 10:00', [{ code: 'consultationOpen', consultation: 'tax' }]],
      ['2026-11-16 15:00', null, [{ code: 'suspended', ground: 'systemOutage' }]],
    ]);
  });

  it('a transfer left out of the limit, from reception', () => {
    const excluded = given(rulesFor(procedureForTest({ transferExcluded: true })), [
      received(CODE, '2026-11-16 08:00'),
    ]);
    const [epoch] = explained('legal', '2026-11-16 10:00', excluded);
    expect(epoch).toMatchObject({
      minutes: 0,
      stretches: [],
      rests: [{ grounds: [{ code: 'transferExcluded' }], to: null }],
    });
  });
});

describe('an explanation after a correction of the reception', () => {
  it('counts from the corrected time', () => {
    const corrected = given(rulesFor(procedureForTest()), [received(CODE, '2026-11-16 10:00')]).and(
      byReceiver(
        { type: 'correctReception', receivedAt: '2026-11-16T08:30:00+07:00', reason: 'typed-late' },
        '2026-11-16 10:30',
      ),
    );
    const [epoch] = explained('legal', '2026-11-16 11:00', corrected);
    expect([epoch?.minutes, local(epoch?.clock.startedAt ?? null)]).toEqual([150, '2026-11-16 08:30']);
  });
});

describe('an explanation beyond the calendar', () => {
  it('has no days and no sum there', () => {
    const story = given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest()), [received(CODE, '2026-11-30 09:00')]);
    const explanation = explainClock(story.events, { clockId: 'legal', at: vn('2026-12-02 09:00') }, story.rules);
    expect(explanation?.epochs[0]).toMatchObject({ minutes: null, stretches: [{ days: null }] });
  });
});

const choices = fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 });

describe('the blocks of an explanation', () => {
  const OFFICE = rulesFor(landProcedure());

  it('add up to exactly what the clock has used, for every clock of any journey', () => {
    fc.assert(
      fc.property(choices, fc.nat(9 * 1440), (numbers, begins) => {
        const { events } = toldBy(OFFICE.procedure, { begins, length: 16, choices: numbers });
        const last = events.at(-1)?.occurredAt ?? vn('2026-11-18 00:00');
        for (const clock of foldHistory(events, OFFICE).clocks) {
          const epochs = explainClock(events, { clockId: clock.id, at: last }, OFFICE)?.epochs ?? [];
          const open =
            clock.runningSince === null || clock.runningSince < clock.countsFrom
              ? clock.countsFrom
              : clock.runningSince;
          const now = clock.runningSince === null ? 0 : Math.max(0, OFFICE.legal.workBetween(open, minuteOf(last)));
          expect([clock.id, epochs.at(-1)?.minutes]).toEqual([clock.id, clock.used + now]);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** Stretches and rests in order, from the first minute that counts; the last one has no end while the clock lives. */
function lifeOf({ stretches, rests }: ExplainedEpoch): readonly { from: number; to: number | null }[] {
  return [...stretches, ...rests]
    .filter(({ from, to }) => to === null || from < to)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({ from, to }));
}

describe('the stretches and rests of an explanation', () => {
  const variants = fc.record({
    transferExcluded: fc.boolean(),
    clockStart: fc.constantFrom('reception' as const, 'competentReceipt' as const),
    supplement: fc.constantFrom('pause' as const, 'restart' as const, 'run' as const),
    legalEnd: fc.constantFrom('decided' as const, 'readyForReturn' as const),
  });
  const procedure = ({ supplement, ...fields }: Parameters<Parameters<typeof variants.map>[0]>[0]) =>
    landProcedure({ ...fields, supplement: { policy: supplement, maxRounds: 2, timeout: '3cd' } });
  const delays = fc.array(fc.nat(8), { minLength: 4, maxLength: 4 });

  it('tile the life of every clock, in whatever order its opinions were learnt', () => {
    let rested = 0;
    fc.assert(
      fc.property(variants, fc.tuple(choices, fc.nat(9 * 1440)), delays, (chosen, [numbers, begins], by) => {
        const told = toldBy(procedure(chosen), { begins, length: 22, choices: numbers });
        const facts = delayed(told, by);
        const last = told.events.at(-1)?.occurredAt ?? vn('2026-11-18 00:00');
        for (const { id } of foldHistory(facts, told.rules).clocks) {
          const epochs = explainClock(facts, { clockId: id, at: last }, told.rules)?.epochs ?? [];
          for (const [place, epoch] of epochs.entries()) {
            const { clock } = epoch;
            const end = epochs[place + 1]?.clock.startedAt ?? clock.stoppedAt;
            const life = lifeOf(epoch);
            rested += epoch.rests.length;
            const first = clock.countsFrom;
            if (end !== null && end <= first) expect([id, life]).toEqual([id, []]);
            else expect([id, life[0]?.from, life.at(-1)?.to]).toEqual([id, first, end]);
            for (const [n, { from }] of life.entries()) if (n > 0) expect([id, from]).toEqual([id, life[n - 1]?.to]);
          }
        }
      }),
      { numRuns: 250 },
    );
    expect(rested).toBeGreaterThan(200);
  }, 60_000);
});
