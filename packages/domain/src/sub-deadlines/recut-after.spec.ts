import { describe, expect, it } from '@jest/globals';
import { rulesFor, vn } from '../testing/office-directory.js';
import { accepted, byCompetent, byReceiver, delivered, received, sent, sentBack } from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { procedureForTest, sameLimitEverywhere } from '../testing/procedures.js';
import type { SubDeadlinePolicy } from '../procedure/procedure.js';
import { clockOf, local } from '../sla/clocks.fixture.js';
import { SYNTHESIS_POLICIES } from '../feasibility/cut-order.js';
import { SUB_DEADLINE_POLICIES } from '../procedure/procedure.js';
import { subDeadlinesOf } from './sub-deadlines-of.js';

const CODE = '1.004873';
const RECUT = 'dossier.subDeadlinesRecut.v1';
const leg = (budget: string, minimumWorkMinutes = 0) => ({ budget, minimumWorkMinutes });
const step = (key: string, budget: string, minimumWorkMinutes = 0) => ({
  ...leg(budget, minimumWorkMinutes),
  key,
  name: key,
  nameEn: key,
});

/** Limit 720 minutes: transfer 240, acceptance 120, appraisal 240, approval 120: nothing is left to nobody. */
function procedure(policy: SubDeadlinePolicy | null, overrides: Partial<ProcedureInput> = {}) {
  return procedureForTest({
    transferCutoff: null,
    legs: {
      reception: leg('8wh'),
      transfer: leg('4wh', 30),
      delivery: leg('2wh'),
      acceptance: leg('2wh', 20),
      resultTransfer: leg('1wd'),
    },
    steps: [step('appraisal', '4wh', 60), step('approval', '2wh', 30)],
    ...(policy === null ? {} : { subDeadlines: { policy } }),
    ...overrides,
  });
}

/** Received on Monday 16 November at 07:30 and delivered so many working minutes later. */
function deliveredAt(time: string, policy: SubDeadlinePolicy | null, overrides: Partial<ProcedureInput> = {}): Story {
  const rules = rulesFor(procedure(policy, overrides));
  return given(rules, [received(CODE, '2026-11-16 07:30'), sent('electronic', '2026-11-16 07:40'), delivered(time)], {
    opens: '2026-11-16 07:30',
  });
}

const recuts = (story: Story) => story.events.flatMap((event) => (event.type === RECUT ? [event] : []));
const budgets = (story: Story): Readonly<Record<string, number>> =>
  Object.fromEntries(
    recuts(story)
      .at(-1)
      ?.data.legs.map(({ leg: key, toMinutes }) => [key, toMinutes]) ?? [],
  );
const started = (key: string, at?: string) => byCompetent({ type: 'startStep', step: key }, at);
const completed = (key: string, at?: string) => byCompetent({ type: 'completeStep', step: key }, at);

describe('the policies of a procedure', () => {
  it('are those of a synthesis', () => {
    expect([...SUB_DEADLINE_POLICIES]).toEqual([...SYNTHESIS_POLICIES]);
  });

  it('change nothing for a procedure that names none: no fact, no state, the budgets as they are written', () => {
    const story = deliveredAt('2026-11-16 08:30', null).and(accepted('2026-11-16 08:40'), started('appraisal'));
    expect(recuts(story)).toEqual([]);
    expect(story.file?.dossier).not.toHaveProperty('subDeadlines');
    expect(clockOf(story, 'step:appraisal').budget).toEqual({ unit: 'work', minutes: 240 });
    expect(subDeadlinesOf(story.file!, story.rules, story.now)).toBeNull();
  });
});

describe('a transfer that ends early', () => {
  it.each([
    ['proportional', { acceptance: 165, 'step:appraisal': 330, 'step:approval': 165 }],
    ['reserveForDecider', { acceptance: 120, 'step:appraisal': 360, 'step:approval': 180 }],
    ['firstCome', { acceptance: 300, 'step:appraisal': 240, 'step:approval': 120 }],
  ] as const)('gives its 180 minutes by the policy %s', (policy, expected) => {
    const story = deliveredAt('2026-11-16 08:30', policy);
    expect(budgets(story)).toEqual(expected);
    expect(recuts(story)).toMatchObject([
      {
        phase: 'awaitingAcceptance',
        occurredAt: vn('2026-11-16 08:30'),
        actor: { kind: 'engine', agencyId: null },
        data: {
          policy,
          cause: { seq: 3, type: 'dossier.transferDelivered.v1' },
          remainingMinutes: 660,
          shortByMinutes: 0,
        },
      },
    ]);
  });

  it('is journaled with what follows from it, leg by leg, and due minutes in a chain', () => {
    const [recut] = recuts(deliveredAt('2026-11-16 08:30', 'proportional'));
    expect(recut?.data.legs.at(-1)).toEqual({
      leg: 'step:approval',
      publishedMinutes: 120,
      minimumWorkMinutes: 30,
      usedMinutes: 0,
      fromMinutes: 120,
      toMinutes: 165,
      dueAt: vn('2026-11-17 11:30'),
    });
    // 165 minutes after 08:30, and 330 more.
    expect(recut?.data.legs.map(({ dueAt }) => dueAt)).toEqual([
      vn('2026-11-16 11:15'),
      vn('2026-11-17 08:45'),
      vn('2026-11-17 11:30'),
    ]);
  });

  it('reaches the clock that had just begun, and those that begin later', () => {
    const story = deliveredAt('2026-11-16 08:30', 'reserveForDecider').and(
      accepted('2026-11-16 10:30'),
      started('appraisal', '2026-11-16 10:30'),
    );
    expect(recuts(story)).toHaveLength(1);
    expect(clockOf(story, 'acceptance:1').budget).toEqual({ unit: 'work', minutes: 120 });
    expect(clockOf(story, 'step:appraisal').budget).toEqual({ unit: 'work', minutes: 360 });
    expect(local(clockOf(story, 'step:appraisal').dueAt)).toBe('2026-11-17 08:30');
    expect(clockOf(deliveredAt('2026-11-16 08:30', 'firstCome'), 'acceptance:1').budget).toEqual({
      unit: 'work',
      minutes: 300,
    });
  });

  it('exactly on its due minute changes nothing', () => {
    expect(recuts(deliveredAt('2026-11-16 11:30', 'proportional'))).toEqual([]);
  });

  it('raises the place in the journal and not the version: no page goes stale by itself', () => {
    const story = deliveredAt('2026-11-16 08:30', 'proportional');
    expect(story.file?.dossier).toMatchObject({ seq: 4, version: 2, lastFactAt: vn('2026-11-16 08:30') });
  });
});

describe('a transfer that ends late', () => {
  it.each([
    // 270 minutes are left for 480: room 100 + 180 + 90 gives 210.
    ['proportional', { acceptance: 63, 'step:appraisal': 138, 'step:approval': 69 }],
    ['reserveForDecider', { acceptance: 20, 'step:appraisal': 166, 'step:approval': 83 }],
    ['firstCome', { acceptance: 120, 'step:appraisal': 120, 'step:approval': 30 }],
  ] as const)('takes from those who come after it by the policy %s', (policy, expected) => {
    const story = deliveredAt('2026-11-16 17:00', policy);
    expect(recuts(story).at(-1)?.data).toMatchObject({ remainingMinutes: 270, shortByMinutes: 0 });
    expect(budgets(story)).toEqual(expected);
  });

  it('leaves minimum work and says by how much it is short where not even that fits in', () => {
    const story = deliveredAt('2026-11-17 10:30', 'proportional');
    expect(recuts(story).at(-1)?.data).toMatchObject({ remainingMinutes: 60, shortByMinutes: 50 });
    expect(budgets(story)).toEqual({ acceptance: 20, 'step:appraisal': 60, 'step:approval': 30 });
  });

  it('first takes what the procedure gives to nobody', () => {
    const cases = [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere('2wd') }];
    const late = deliveredAt('2026-11-16 17:00', 'proportional', { cases });
    expect(recuts(late)).toEqual([]);
    expect(recuts(deliveredAt('2026-11-17 10:30', 'proportional', { cases })).at(-1)?.data.remainingMinutes).toBe(300);
  });
});

describe('legs one after another', () => {
  const way = deliveredAt('2026-11-16 11:30', 'proportional').and(
    accepted('2026-11-16 13:30'),
    started('appraisal', '2026-11-16 13:30'),
  );

  it('a step that ends early gives its time to the next', () => {
    const story = way.and(completed('appraisal', '2026-11-16 14:30'), started('approval', '2026-11-16 14:30'));
    expect(clockOf(story, 'step:approval').budget).toEqual({ unit: 'work', minutes: 420 });
  });

  it('time in which nobody worked is lost to the step that begins late', () => {
    const story = way.and(completed('appraisal', '2026-11-16 14:30'), started('approval', '2026-11-17 09:30'));
    expect(recuts(story).at(-1)?.data).toMatchObject({ cause: { type: 'dossier.stepStarted.v1' } });
    expect(local(clockOf(story, 'step:approval').dueAt)).toBe(local(clockOf(story, 'legal').dueAt));
  });

  it('a step that has overrun keeps its breach; the others give', () => {
    const story = way.and(
      started('approval', '2026-11-17 08:30'),
      completed('approval', '2026-11-17 09:00'),
      completed('appraisal', '2026-11-17 14:00'),
    );
    expect(clockOf(story, 'step:appraisal')).toMatchObject({ outcome: 'overdue' });
  });

  it('a transfer sent back runs on with what is left for all', () => {
    const story = deliveredAt('2026-11-16 08:30', 'proportional').and(sentBack('incompleteCopy', '2026-11-16 09:30'));
    const { data } = recuts(story).at(-1)!;
    expect(data.cause.type).toBe('dossier.transferRefused.v1');
    expect(data.legs[0]).toMatchObject({ leg: 'transfer', usedMinutes: 60 });
    const left = data.legs.reduce((sum, each) => sum + each.toMinutes - each.usedMinutes, 0);
    expect(left).toBeLessThanOrEqual(data.remainingMinutes);
  });

  it('no first leg is cut before it ends, however long the dossier lay', () => {
    const rules = rulesFor(procedure('proportional'));
    const story = given(rules, [received(CODE, '2026-11-16 07:30'), sent('electronic', '2026-11-17 07:40')]).and(
      byReceiver({ type: 'recallTransfer', reason: 'mistake' }, '2026-11-17 10:00'),
    );
    expect(recuts(story)).toEqual([]);
  });
});

describe('what else moves the time that is left', () => {
  const working = deliveredAt('2026-11-16 11:30', 'reserveForDecider').and(
    accepted('2026-11-16 15:30'),
    started('appraisal', '2026-11-16 15:30'),
  );

  it('an extension is time gained, also for the step that is under way', () => {
    const story = working.and(
      byCompetent({ type: 'extend', by: '0.5wd', legalBasis: 'Nghị định 118/2025/NĐ-CP' }, '2026-11-16 16:00'),
    );
    expect(clockOf(story, 'step:appraisal').budget).toEqual({ unit: 'work', minutes: 400 });
    expect(budgets(story)).toEqual({ 'step:appraisal': 400, 'step:approval': 200 });
  });

  it('a correction of the reception shows how much less is left', () => {
    const story = given(rulesFor(procedure('proportional')), [
      received(CODE, '2026-11-16 10:30'),
      sent('electronic', '2026-11-16 10:30'),
      delivered('2026-11-16 11:30'),
      accepted('2026-11-16 11:30'),
    ]).and(byReceiver({ type: 'correctReception', receivedAt: vn('2026-11-16 07:30'), reason: 'typed-late' }));
    const { data, occurredAt } = recuts(story).at(-1)!;
    expect(data).toMatchObject({ cause: { type: 'dossier.receptionCorrected.v1' }, remainingMinutes: 480 });
    expect(occurredAt).toBe(vn('2026-11-16 11:30'));
  });

  it('a dossier that ends, and one that is suspended, is not cut anew', () => {
    const ended = deliveredAt('2026-11-16 08:30', 'proportional').and(
      accepted(),
      byCompetent({ type: 'decide', outcome: 'granted' }),
    );
    expect(recuts(ended).every(({ phase }) => phase !== 'decided')).toBe(true);
  });
});
