/** What is unknown is never green, and five minutes late is late: what the rules say in both cases (ward Đông Hải). */
import { describe, expect, it } from '@jest/globals';
import { vn } from '../../testing/office-directory.js';
import { accepted, delivered, granted, received, sent } from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import { procedureForTest } from '../../testing/procedures.js';
import { minuteOf } from '../../time/instant.js';
import { RISK_SENTENCES, told as inWords } from '../../words/index.js';
import { ENDS_IN_NOVEMBER, clockOf, local, rulesOn } from '../clocks.fixture.js';
import { explainClock } from '../explain/explain-clock.js';
import { CODE, atOnce, standard, told } from './risk.fixture.js';
import { RISK_RULE_NAMES } from './risk-causes.js';
import { viewAt } from './risk-list-check.fixture.js';
import { RISK_RULES } from './risks.js';
import type { Risk, RiskView } from './risk-view.js';

const said = (risks: readonly Risk[]) => risks.map(({ level, cause }) => `${level} ${cause.code}`);

describe('what is unknown', () => {
  const all = (view: RiskView) => RISK_RULE_NAMES.flatMap((name) => said(RISK_RULES[name].find(view)));

  it('stays unknown beside a neighbour that is fine: the transfer is in time, the limit cannot be computed', () => {
    const story = given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest({ cases: standard('3wd') })), [
      received(CODE, '2026-11-26 09:00'),
    ]);
    const [transfer] = (story.file?.clocks ?? []).filter(({ id }) => id === 'transfer');
    expect(transfer).toMatchObject({ certainty: 'certain', status: 'running' });
    expect(all(viewAt(story, minuteOf(vn('2026-11-26 09:01'))))).toEqual([
      'unknown calendarDoesNotReach',
      'unknown noPromise',
    ]);
  });

  it('does not hide what is known: a limit that is overdue stays so where the calendar has ended', () => {
    const story = given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest()), [
      received(CODE, '2026-11-23 09:00'),
      sent('electronic', '2026-11-23 09:00'),
      delivered('2026-11-23 09:00'),
      accepted('2026-11-23 09:00'),
    ]);
    const views = ['2026-11-30 17:00', '2026-12-01 07:00', '2027-03-01 09:00'].map((at) =>
      viewAt(story, minuteOf(vn(at))),
    );
    expect(views.map(all)).toEqual(views.map(() => ['high legsExceedLimit', 'breached overdue']));
  });
});

describe('ward Đông Hải counts a dossier five minutes late as overdue', () => {
  /** 1.5 days from Monday 08:00 end on Tuesday at 14:00, kept to the minute. */
  const story = told({}, ...atOnce);
  const at = (time: string) => viewAt(story, minuteOf(vn(`2026-11-17 ${time}`)));
  const legal = (view: RiskView) => RISK_RULES.legAt100.find(view).filter(({ evidence }) => evidence.includes('legal'));

  it.each([
    ['13:59', []],
    ['14:00', ['high allUsed']],
    ['14:01', ['breached overdue']],
    ['14:05', ['breached overdue']],
  ])('at %s: %j', (time, expected) => {
    expect(said(legal(at(time)))).toEqual(expected);
  });

  it('says by how much, since when, and whose it is, in words', () => {
    const [risk] = legal(at('14:05'));
    expect(risk).toMatchObject({ cause: { facts: { used: 725, budget: 720, dueAt: vn('2026-11-17 14:00') } } });
    expect(inWords(RISK_SENTENCES.overdue[0], risk?.cause.facts ?? {}, 'vi')).toBe(
      'Quá hạn: thời hạn giải quyết đã hết lúc 14:00 ngày 17/11/2026.',
    );
  });

  it('a decision at 14:05 is five minutes overdue, one at 14:00 is on time, and the explanation names the minutes', () => {
    const outcome = (time: string) => clockOf(story.and(granted(`2026-11-17 ${time}`)), 'legal');
    expect([outcome('14:00').outcome, outcome('14:05').outcome]).toEqual(['onTime', 'overdue']);
    const late = clockOf(story.and(granted('2026-11-17 14:05')), 'legal');
    expect(late).toMatchObject({ used: 725, dueAt: minuteOf(vn('2026-11-17 14:00')) });
    const { events, rules, now } = story.and(granted('2026-11-17 14:05'));
    const [epoch] = explainClock(events, { clockId: 'legal', at: now }, rules)?.epochs ?? [];
    expect({ minutes: epoch?.minutes, from: local(epoch?.granule?.from ?? null), due: epoch?.clock.outcome }).toEqual({
      minutes: 725,
      from: '2026-11-17 14:00',
      due: 'overdue',
    });
    const blocks = (epoch?.stretches ?? []).flatMap(({ days }) => (days ?? []).flatMap((day) => day.blocks));
    expect(blocks.at(-1)).toMatchObject({ to: minuteOf(vn('2026-11-17 14:05')), total: 725 });
  });
});
