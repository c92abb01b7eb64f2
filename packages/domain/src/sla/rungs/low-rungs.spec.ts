import { describe, expect, it } from '@jest/globals';
import { rulesFor, vn } from '../../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  delivered,
  granted,
  received,
  sent,
  suspendedByOutage,
  supplementAsked,
} from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { Step, Story } from '../../testing/office.js';
import { procedureForTest, sameLimitEverywhere } from '../../testing/procedures.js';
import type { ProcedureInput } from '../../testing/procedures.js';
import { instantOf, minuteOf, plusMinutes } from '../../time/instant.js';
import type { Minute } from '../../time/instant.js';
import { clockOf, local } from '../clocks.fixture.js';
import { planRungInstant } from './plan-rungs.js';
import { remainingPlanExceedsRemainingTime } from '../risk/risk-of-plans.js';
import { riskView } from '../risk/risk-view.js';

const CODE = '1.004873';
const TAKEN_OVER = [
  received(CODE, '2026-11-16 08:00'),
  sent('electronic', '2026-11-16 08:00'),
  delivered('2026-11-16 08:00'),
  accepted('2026-11-16 08:00'),
];

/** The 1.5-day kind with these rungs and no shares; accepted at once, on Monday at 08:00. */
const office = (warnRungs: ProcedureInput['warnRungs'], overrides: Partial<ProcedureInput> = {}) =>
  rulesFor(procedureForTest({ warnPercents: [], warnRungs, ...overrides }));
const processing = (warnRungs: ProcedureInput['warnRungs'], overrides: Partial<ProcedureInput> = {}): Story =>
  given(office(warnRungs, overrides), TAKEN_OVER);

const told = (story: Story): readonly string[] =>
  story.events.flatMap((event) => {
    if (event.type === 'dossier.clockBreached.v1')
      return [`${event.data.clockId} breach ${local(minuteOf(event.data.rungAt))}`];
    if (event.type !== 'dossier.clockRunsLow.v1') return [];
    const { clockId, rung, rungAt } = event.data;
    return [`${clockId} ${rung.kind === 'risk' ? rung.level : `${rung.minutes} left`} ${local(minuteOf(rungAt))}`];
  });

const limitOf = (story: Story): readonly string[] => told(story).filter((line) => line.startsWith('legal'));

describe('rungs of working minutes left', () => {
  it('come when so many are left to the due instant, the most first, and then the breach', () => {
    // 720 minutes from Monday 08:00 end on Tuesday at 14:00; 120 before lie the morning's end and half an hour after noon.
    expect(told(processing({ remainingMinutes: [480, 120] }).swept('2026-11-18 09:00'))).toEqual([
      'legal 480 left 2026-11-16 14:00',
      'legal 120 left 2026-11-17 10:00',
      'legal breach 2026-11-17 14:01',
    ]);
  });

  it('come not a minute before and are told once, however late and however often it is looked', () => {
    const story = processing({ remainingMinutes: [120] });
    expect(told(story.swept('2026-11-17 09:59'))).toEqual([]);
    const once = story.swept('2026-11-17 10:00');
    expect(told(once)).toEqual(['legal 120 left 2026-11-17 10:00']);
    expect(told(once.swept('2026-11-17 10:00').swept('2026-11-17 13:59'))).toEqual(told(once));
    expect(clockOf(once, 'legal').runsLow).toEqual(['remaining:120']);
    const late = story.swept('2026-11-30 09:00').events.find(({ type }) => type === 'dossier.clockRunsLow.v1');
    expect(late).toMatchObject({
      occurredAt: vn('2026-11-30 09:00'),
      data: { clockId: 'legal', epoch: 1, rungAt: vn('2026-11-17 10:00'), rung: { kind: 'remaining', minutes: 120 } },
      actor: { kind: 'engine' },
    });
  });

  it('are none where the clock never had more: nothing was crossed', () => {
    const waiting = given(office({ remainingMinutes: [240, 120, 119] }), TAKEN_OVER.slice(0, 2));
    // Two hours of delivery, then the limit itself; the transfer has one day.
    const delivery = told(waiting.swept('2026-11-16 14:00')).filter((line) => line.startsWith('delivery'));
    expect(delivery).toEqual(['delivery:1 119 left 2026-11-16 08:01', 'delivery:1 breach 2026-11-16 10:01']);
  });

  it('may be others for one kind of clock, which leaves the rest as it was', () => {
    const rungs = { remainingMinutes: [120], perClock: [{ clock: 'acceptance' as const, remainingMinutes: [60] }] };
    const waiting = given(office(rungs), TAKEN_OVER.slice(0, 3)).swept('2026-11-17 11:00');
    expect(told(waiting)).toEqual([
      'acceptance:1 60 left 2026-11-16 11:00',
      'acceptance:1 breach 2026-11-16 14:01',
      'legal 120 left 2026-11-17 10:00',
    ]);
  });

  it('may be shares of one kind of clock', () => {
    const rungs = { perClock: [{ clock: 'acceptance' as const, percents: [90] }] };
    const { events } = given(office(rungs, { warnPercents: [50] }), TAKEN_OVER.slice(0, 3)).swept('2026-11-17 11:00');
    const shares = events.flatMap((event) =>
      event.type === 'dossier.clockWarned.v1' ? [`${event.data.clockId} ${event.data.percent}`] : [],
    );
    // Delivery and transfer ended at once; 90 % of 240 minutes are reached, 50 % are not asked for.
    expect(shares).toEqual(['acceptance:1 90', 'legal 50']);
  });

  it('wait while the clock rests, and do not move what was told when the limit is extended', () => {
    const story = processing({ remainingMinutes: [480, 120] }).and(suspendedByOutage('2026-11-16 15:00'));
    expect(told(story.swept('2026-11-27 09:00'))).toEqual(['legal 480 left 2026-11-16 14:00']);
    const longer = story
      .and(byCompetent({ type: 'resume' }, '2026-11-30 08:00'))
      .and(byCompetent({ type: 'extend', by: '1wd', legalBasis: 'Nghị định 118/2025/NĐ-CP' }, '2026-11-30 08:00'))
      .swept('2026-12-02 17:00');
    // 300 minutes were used by 15:00; 1,200 in all now, so 120 are left after another 780 from Monday 08:00.
    expect(told(longer)).toEqual([
      'legal 480 left 2026-11-16 14:00',
      'legal 120 left 2026-12-01 15:00',
      'legal breach 2026-12-01 17:01',
    ]);
  });

  it('come anew in the next epoch of a limit that begins again', () => {
    const restart = { supplement: { policy: 'restart' as const, maxRounds: 2, timeout: '30cd' as const } };
    const story = processing({ remainingMinutes: [480] }, restart)
      .and(supplementAsked('2026-11-17 08:00'))
      .and(byCompetent({ type: 'provideSupplement', copy: 'electronic', documents: [] }, '2026-11-18 08:00'))
      .swept('2026-11-18 17:00');
    expect(told(story)).toEqual(['legal 480 left 2026-11-16 14:00', 'legal 480 left 2026-11-18 14:00']);
  });

  it('of a limit in calendar days are working minutes to its end, over weekends and holidays', () => {
    const days = { cases: [{ key: 'standard', name: 'T', nameEn: 'S', limits: sameLimitEverywhere('10cd') }] };
    // From Monday 16 November ten calendar days end on Thursday 26 November at 17:30; the 24th is a holiday.
    const story = processing({ remainingMinutes: [960, 480] }, days).swept('2026-11-30 09:00');
    expect(told(story)).toEqual([
      'legal 960 left 2026-11-23 17:30',
      'legal 480 left 2026-11-25 17:30',
      'legal breach 2026-11-27 07:31',
    ]);
  });
});

describe('rungs of the plan', () => {
  const ROOMY: Partial<ProcedureInput> = {
    cases: [{ key: 'standard', name: 'T', nameEn: 'S', limits: sameLimitEverywhere('3wd') }],
    steps: [
      { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '1wd', minimumWorkMinutes: 120 },
      { key: 'approval', name: 'Trình ký', nameEn: 'Approval', budget: '0.5wd', minimumWorkMinutes: 60 },
    ],
  };
  const roomy = (steps: readonly Step[] = []): Story =>
    given(office({ risk: ['warning', 'high'] }, ROOMY), [...TAKEN_OVER, ...steps]);

  it('are the minutes of the later legs left on the limit while nothing is worked', () => {
    // 1,440 minutes from Monday 08:00. Budgets of 720 no longer fit in after 720 and a minute more; works of 180 after 1,260.
    expect(told(roomy().swept('2026-11-20 09:00'))).toEqual([
      'legal warning 2026-11-17 14:01',
      'legal high 2026-11-18 15:01',
      'legal breach 2026-11-19 08:01',
    ]);
  });

  it('do not come while the leg that runs uses its own minutes', () => {
    const working = roomy([byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 08:00')]);
    // One day of appraisal passes on both sides; then every minute is the approval's, up to the first it has not.
    expect(limitOf(working.swept('2026-11-20 09:00'))[0]).toBe('legal warning 2026-11-18 14:01');
  });

  it('are already so at the moment of a fact: told with the minute of that fact, however late they are found', () => {
    const short = given(office({ risk: ['warning', 'high'] }), [received(CODE, '2026-11-16 08:00')]);
    expect(told(short.swept('2026-11-16 08:00'))).toEqual(['legal warning 2026-11-16 08:00']);
    expect(told(short.swept('2026-11-16 17:00'))[0]).toBe('legal warning 2026-11-16 08:00');
  });

  it('are told once in an epoch although the plan fits in again and then no more', () => {
    const story = roomy()
      .swept('2026-11-17 15:00')
      .and(byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-17 15:00'))
      .and(byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-17 15:00'))
      .swept('2026-11-19 09:00');
    // The approval alone: its work of 60 minutes fits in up to 08:00 less 60 minutes on Wednesday.
    expect(told(story)).toEqual([
      'legal warning 2026-11-17 14:01',
      'legal high 2026-11-18 17:01',
      'legal breach 2026-11-19 08:01',
    ]);
  });

  it('are none of a limit with nothing left to do, nor after the decision', () => {
    const done = given(office({ risk: ['warning'] }, { steps: [] }), TAKEN_OVER);
    expect(told(done.swept('2026-11-18 09:00'))).toEqual(['legal breach 2026-11-17 14:01']);
    expect(limitOf(roomy([granted('2026-11-16 09:00')]).swept('2026-11-30 09:00'))).toEqual([]);
  });

  const saidOf =
    ({ file, rules }: Story) =>
    (minute: Minute): string | null => {
      if (file === null) throw new Error('no dossier');
      const view = riskView(file, rules, { now: instantOf(minute), systemsDown: [] });
      return remainingPlanExceedsRemainingTime(view)[0]?.level ?? null;
    };
  const rungOf = ({ file, rules }: Story, level: 'warning' | 'high'): Minute | null => {
    if (file === null) throw new Error('no dossier');
    return planRungInstant({ ...file, rules }, level);
  };

  it.each([
    ['nothing worked', []],
    ['the appraisal under way', [byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 09:00')]],
  ] as const)('agree with the risk rule just before, at and just after: %s', (_, steps) => {
    const story = roomy(steps);
    const [warning, high] = [rungOf(story, 'warning') as Minute, rungOf(story, 'high') as Minute];
    const around = [plusMinutes(warning, -1), warning, plusMinutes(high, -1), high, plusMinutes(high, 1)];
    expect(around.map(saidOf(story))).toEqual([null, 'warning', 'warning', 'high', 'high']);
  });

  it('agree with it, minute by minute, that two steps at once eat up their plan sooner than the limit', () => {
    const story = roomy([
      byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 09:00'),
      byCompetent({ type: 'startStep', step: 'approval' }, '2026-11-16 10:00'),
    ]);
    expect([rungOf(story, 'warning'), rungOf(story, 'high')]).toEqual([null, null]);
    const breach = clockOf(story, 'legal').breachFiresAt as Minute;
    const from = minuteOf(vn('2026-11-16 10:00'));
    const said = Array.from({ length: breach - from + 1 }, (_, i) => saidOf(story)(plusMinutes(from, i)));
    expect(new Set(said)).toEqual(new Set([null]));
  });
});
