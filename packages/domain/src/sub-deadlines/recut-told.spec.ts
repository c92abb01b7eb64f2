/** What is told of sub-deadlines that were cut anew: why a clock stands where it stands, what threatens, when each leg is due. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEvent, foldHistory } from '../dossier/fold.js';
import { clockOf, local } from '../sla/clocks.fixture.js';
import { explainClock } from '../sla/explain/explain-clock.js';
import { toldBy } from '../sla/journeys.fixture.js';
import { workBudget } from '../sla/limit.js';
import type { Budget } from '../sla/clock.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { found } from '../sla/risk/risk.fixture.js';
import { DONG_HAI, HAI_AN, rulesFor, vn } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  consulted,
  delivered,
  received,
  sent,
  supplementAsked,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, procedureForTest, sameLimitEverywhere } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { minuteOf } from '../time/instant.js';
import { drawing, recutChoicesBy, recutProcedure, withRecuts } from './recut-journeys.fixture.js';
import { subDeadlinesOf } from './sub-deadlines-of.js';

const CODE = '1.004873';
const leg = (budget: string, minimumWorkMinutes = 0) => ({ budget, minimumWorkMinutes });
const step = (key: string, budget: string, work: number) => ({ ...leg(budget, work), key, name: key, nameEn: key });

/** 720 minutes: transfer 240, acceptance 120, appraisal 240, approval 120. */
function told(overrides: Partial<ProcedureInput> = {}): Story {
  const rules = rulesFor(
    procedureForTest({
      transferCutoff: null,
      legs: {
        ...{ reception: leg('8wh'), transfer: leg('4wh', 30), delivery: leg('2wh') },
        ...{ acceptance: leg('2wh', 20), resultTransfer: leg('1wd') },
      },
      steps: [step('appraisal', '4wh', 60), step('approval', '2wh', 30)],
      subDeadlines: { policy: 'proportional' },
      ...overrides,
    }),
  );
  return given(rules, [received(CODE, '2026-11-16 07:30'), sent('electronic', '2026-11-16 07:30')], {
    opens: '2026-11-16 07:30',
  });
}

function dues(story: Story, at: string): readonly (readonly [string, string | null, string | null])[] {
  const found = story.file === null ? null : subDeadlinesOf(story.file, story.rules, vn(at));
  return (found?.legs ?? []).map(({ leg: key, dueAt, owner }) => [
    key,
    local(dueAt),
    owner?.kind === 'agency' ? owner.agencyId : (owner?.kind ?? null),
  ]);
}

describe('the due minutes of the legs to come', () => {
  it('are seen by each agency before the dossier has been sent', () => {
    expect(dues(told(), '2026-11-16 07:30')).toEqual([
      ['transfer', '2026-11-16 11:30', HAI_AN],
      ['acceptance', '2026-11-16 15:30', DONG_HAI],
      ['step:appraisal', '2026-11-17 09:30', DONG_HAI],
      ['step:approval', '2026-11-17 11:30', DONG_HAI],
    ]);
  });

  it('follow a cut-off, and are unknown while the limit rests', () => {
    const cutOff = {
      transferCutoff: '07:00',
      cases: [{ key: 'standard', name: 'a', nameEn: 'a', limits: sameLimitEverywhere('3wd') }],
    };
    expect(dues(told(cutOff), '2026-11-16 07:30')[0]).toEqual(['transfer', '2026-11-17 11:30', HAI_AN]);
    const resting = told().and(delivered(), accepted(), supplementAsked());
    expect(dues(resting, '2026-11-17 09:00').map(([, due]) => due)).toEqual([null, null]);
  });

  it('of an opinion nobody was asked for yet are counted beside the first step', () => {
    const [tax] = landProcedure().consultations;
    const story = told({
      consultations: [{ ...tax!, budget: '2wh', pausesLegalClock: false, minimumWorkMinutes: 10 }],
    });
    expect(dues(story, '2026-11-16 07:30').at(-1)).toEqual(['consultation:tax', '2026-11-16 17:30', null]);
  });

  it('are none once the limit has ended', () => {
    const decided = told().and(delivered(), accepted(), byCompetent({ type: 'decide', outcome: 'granted' }));
    expect(dues(decided, '2026-11-17 09:00')).toEqual([]);
  });
});

describe('an opinion that is asked for late', () => {
  it('has no longer than is left until the decision, and whoever was asked keeps his minute', () => {
    const [tax] = landProcedure().consultations;
    const consultations = [{ ...tax!, budget: '1wd', pausesLegalClock: false, minimumWorkMinutes: 10 }];
    const story = told({ consultations }).and(delivered('2026-11-16 15:30'), accepted('2026-11-16 15:30'));
    expect(clockOf(story.and(consulted('tax', '2026-11-16 15:30')), 'consultation:tax').budget).toEqual({
      unit: 'work',
      minutes: 360,
    });
  });
});

describe('the risk of a plan that is cut anew', () => {
  const rule = 'remainingPlanExceedsRemainingTime';

  it('is none as long as minimum work fits in, and high from the minute it does not', () => {
    const late = told().and(delivered('2026-11-17 09:00'), accepted('2026-11-17 09:00'));
    expect(found(late, rule, '2026-11-17 09:00')).toEqual([]);
    expect(found(late, rule, '2026-11-17 10:01')).toMatchObject([
      { level: 'high', cause: { code: 'leastExceedsLimit', facts: { left: 89, least: 90 } } },
    ]);
  });

  it('no more says overdue by construction what a cut of the later legs still saves', () => {
    const long = { steps: [step('appraisal', '1wd', 60), step('approval', '4wh', 30)] };
    const structural = 'structuralInfeasibility';
    const saved = found(told(long), structural, '2026-11-16 07:30').filter(({ level }) => level === 'high');
    expect(saved).toEqual([]);
    const lost = { ...long, legs: { ...told().rules.procedure.legs, transfer: leg('11.5wh', 30) } };
    expect(found(told(lost), structural, '2026-11-16 07:30')).toMatchObject([{ level: 'high' }]);
  });
});

describe('a warning that a cut leaves behind', () => {
  const warned = (story: Story) =>
    story.events.flatMap(({ type, data }) =>
      type === 'dossier.clockWarned.v1' && data.clockId === 'step:appraisal'
        ? [[data.percent, local(minuteOf(data.rungAt))]]
        : [],
    );

  it('is due at once, told once, and of the minute in which that share was used; no breach lies behind a cut', () => {
    const asked = told({ supplement: { policy: 'run', maxRounds: 1, timeout: '5cd' } }).and(
      delivered('2026-11-16 11:30'),
      accepted('2026-11-16 15:30'),
      byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 15:30'),
      supplementAsked('2026-11-16 17:10'),
    );
    expect(warned(asked.swept('2026-11-17 09:10'))).toEqual([]);
    const cut = asked.and(byCompetent({ type: 'provideSupplement', copy: 'electronic' }, '2026-11-17 09:10'));
    const clock = clockOf(cut, 'step:appraisal');
    expect(clock).toMatchObject({ budget: { unit: 'work', minutes: 160 }, used: 100, warned: [], breached: false });
    expect([local(clock.warnAt), local(clock.dueAt)]).toEqual(['2026-11-16 16:50', '2026-11-17 10:10']);
    expect(warned(cut)).toEqual([]);
    const swept = cut.swept('2026-11-17 09:10');
    expect(warned(swept)).toEqual([[50, '2026-11-16 16:50']]);
    expect(warned(swept.swept('2026-11-17 09:29'))).toEqual(warned(swept));
    expect(warned(swept.swept('2026-11-17 09:30'))).toEqual([...warned(swept), [75, '2026-11-17 09:30']]);
  });
});

const chosenBy = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 });
const numbers = fc.record({
  begins: fc.nat(9 * 1440),
  length: fc.integer({ min: 4, max: 26 }),
  choices: fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
});

/** What the procedure gives a step; null for other clocks. */
function publishedBudget(clockId: string, { procedure, legal }: Rules): Budget | null {
  const found = procedure.steps.find(({ key }) => clockId === `step:${key}`);
  return found === undefined ? null : workBudget(found.budget, legal);
}

describe('any journey that is cut anew', () => {
  it('folds fact by fact to what its whole journal gives', () => {
    fc.assert(
      fc.property(chosenBy, numbers, (chosen, way) => {
        const { events, rules } = withRecuts(toldBy(recutProcedure(recutChoicesBy(drawing(chosen))), way));
        let file: DossierFile | null = null;
        for (const event of events) file = applyEvent(file, event, rules);
        expect(file).toEqual(foldHistory(events, rules));
      }),
    );
  });

  it('is explained by re-cuts that lead from the published budget to the one the clock has', () => {
    fc.assert(
      fc.property(chosenBy, numbers, (chosen, way) => {
        const { events, rules } = withRecuts(toldBy(recutProcedure(recutChoicesBy(drawing(chosen))), way));
        const at = events.at(-1)?.occurredAt ?? vn('2026-11-18 00:00');
        const { clocks } = foldHistory(events, rules);
        for (const clock of clocks) {
          const epoch = explainClock(events, { clockId: clock.id, at }, rules)?.epochs.at(-1);
          expect(epoch?.clock).toEqual(clock);
          const recuts = epoch?.recuts ?? [];
          for (const [i, { fromMinutes }] of recuts.entries()) {
            if (i > 0) expect([clock.id, fromMinutes]).toEqual([clock.id, recuts[i - 1]?.toMinutes]);
          }
          const last = recuts.at(-1);
          if (last !== undefined) expect(clock.budget).toEqual({ unit: 'work', minutes: last.toMinutes });
          else expect(clock.budget).toEqual(publishedBudget(clock.id, rules) ?? clock.budget);
        }
      }),
    );
  });
});
