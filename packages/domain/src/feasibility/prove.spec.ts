import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { nationalLayer } from '../calendar/parse-holidays.js';
import type { Calendar } from '../calendar/calendar.js';
import { at } from '../calendar/office-hours.fixture.js';
import { dayFromIso, dayOf, localIso, plusMinutes } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { workingDays } from '../time/duration.js';
import type { Proof } from './prove.js';
import { proveTimeline } from './prove.js';
import { everybodyAt, goldenOffices, inTurn, leg, working } from './timelines.fixture.js';
import { HOURS_OF_DAY } from './start-grid.js';
import type { Offices, Receptions, Timeline } from './timeline.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const national = nationalLayer({ csv, version: 1 });
const { legal, ordinary, saturday, noFridayAfternoon } = goldenOffices(national);
const YEAR = { receptions: { firstDay: dayOf(at('2026-01-01 00:00')), lastDay: dayOf(at('2026-12-31 00:00')) } };

function proved(timeline: Timeline, offices: Offices, years = [2026, 2027]): Proof {
  const proof = proveTimeline(timeline, offices, { years, ...YEAR });
  if (!proof.computable) throw new Error(proof.reason);
  return proof;
}

const out = leg('transfer', 'receiver', 1);
const back = leg('resultTransfer', 'decider', 1);
const processing = (days: number) => leg('step:processing', 'decider', days);

describe('the golden figures', () => {
  it.each([
    ['1 + 1.5 days against 1.5', [out, processing(1.5)], ['OVERDUE_BY_CONSTRUCTION', -480]],
    ['1 + 0.5 days against 1.5', [out, processing(0.5)], ['SAFE', 0]],
    ['1 + 0.5 + 1 day back against 1.5', [out, processing(0.5), back], ['OVERDUE_BY_CONSTRUCTION', -480]],
  ] as const)('%s', (_, legs, [verdict, slack]) => {
    const proof = proved(inTurn(legs), everybodyAt(legal, ordinary));
    expect([proof.verdict, proof.worst.worstSlack, proof.witness.slack]).toEqual([verdict, slack, slack]);
    expect(proof.worst.share).toBe(slack < 0 ? 1 : 0);
    expect([proof.best.breaching, proof.dynamicRescue.rescues, proof.excludedStarts]).toEqual([0, true, 0]);
  });

  it('hold with a receiver open on Saturdays and a decider closed on Friday afternoons, because budgets count on the law', () => {
    const offices = { legal, desks: { receiver: saturday, decider: noFridayAfternoon } };
    const proof = proved(inTurn([out, processing(0.5)]), offices);
    expect([proof.verdict, proof.worst.worstSlack]).toEqual(['SAFE', 0]);
  });

  it('are impossible where minimum work alone takes more than the limit', () => {
    const slow = [working(leg('transfer', 'receiver', 1), 480), working(leg('step:processing', 'decider', 1.5), 480)];
    expect(proved(inTurn(slow), everybodyAt(legal, ordinary))).toMatchObject({
      verdict: 'IMPOSSIBLE',
      best: { worstSlack: -240 },
    });
  });
});

describe('the wrong readings', () => {
  /** Legal slack of 1 + 0.5 days against 1.5 if each budget counted on its holder's desk. */
  function slacksOn(law: Calendar): readonly { start: Minute; slack: number }[] {
    const slacks: { start: Minute; slack: number }[] = [];
    const end = at('2027-01-01 00:00');
    for (let t = saturday.nextOpening(at('2026-01-01 00:00')); t < end; t = saturday.nextOpening(plusMinutes(t, 1))) {
      const decided = noFridayAfternoon.addWork(saturday.addWork(t, 480), 240);
      slacks.push({ start: t, slack: 720 - law.workBetween(t, decided) });
    }
    return slacks;
  }
  const summary = (slacks: readonly { start: Minute; slack: number }[]) => {
    const worst = slacks.reduce((least, { slack }) => Math.min(least, slack), 0);
    const at720 = slacks.filter(({ slack }) => slack === worst);
    return {
      share: slacks.filter(({ slack }) => slack < 0).length / slacks.length,
      worst,
      worstStarts: at720.length,
      first: localIso(at720[0]!.start).slice(0, 10),
    };
  };

  it('budgets on desk calendars would breach from 17.9 % of the starts, worst on Thursdays', () => {
    const slacks = slacksOn(legal);
    expect(proved(inTurn([out]), { legal, desks: { receiver: saturday } }).worst.starts).toBe(slacks.length);
    expect(summary(slacks)).toMatchObject({ worst: -240, worstStarts: 11_760, first: '2026-01-08' });
    expect(summary(slacks).share).toBeCloseTo(0.1785, 4);
  });

  it('the Saturday desk as the law besides would breach from 27 % of them, worst before Tết', () => {
    expect(summary(slacksOn(saturday))).toMatchObject({ worst: -720, first: '2026-02-12' });
    expect(summary(slacksOn(saturday)).share).toBeCloseTo(0.2733, 4);
  });
});

describe('where a timeline breaches', () => {
  it('is told by hour, weekday and date', () => {
    // Half a day of work at a desk closed on Friday afternoons, against half a day: what comes in before such an afternoon is late.
    const slow = inTurn([working(leg('step:processing', 'decider', 0.5), 240)], workingDays('0.5'));
    const { verdict, worst, best, unkeepable } = proved(slow, {
      legal,
      desks: { receiver: ordinary, decider: noFridayAfternoon },
    });
    expect(verdict).toBe('START_DEPENDENT');
    expect(worst.weekdays.filter(({ breaching }) => breaching > 0).map(({ weekday }) => weekday)).toEqual([5]);
    expect(worst.hours.map(({ hour }) => hour)).toEqual([7, 8, 9, 10, 11, 13, 14, 15, 16, 17]);
    expect(worst.dates[0]).toEqual({ date: '2026-01-09', starts: 480, breaching: 479 });
    expect([worst.worstSlack, best.breaching]).toEqual([-240, worst.breaching]);
    expect(unkeepable).toMatchObject([{ leg: 'step:processing' }]);
  });

  it('is valid for the loaded years, and provisional from the first day without a notice', () => {
    const two = proved(inTurn([out]), everybodyAt(legal, ordinary));
    expect(two.validity).toMatchObject({ years: [2026, 2027], provisionalFrom: '2027-01-01' });
    const one = proved(inTurn([out]), everybodyAt(legal, ordinary), [2026]);
    expect([one.validity.provisionalFrom, one.excludedStarts]).toEqual([null, 479]);
  });
});

describe('a year of start minutes', () => {
  it('is proved for ten legs at desks that differ, minute by minute', () => {
    const legs = Array.from({ length: 10 }, (_, i) =>
      working(leg(`leg${i}`, i % 2 === 0 ? 'receiver' : 'decider', 0.5), 30),
    );
    const offices = { legal, desks: { receiver: saturday, decider: noFridayAfternoon } };
    const proof = proved(inTurn(legs, workingDays(5)), offices, [2026]);
    expect(proof.worst.starts + proof.excludedStarts).toBe(131_520);
    expect(proof).toMatchObject({ verdict: 'SAFE_IF_DYNAMIC', witness: { slack: proof.worst.worstSlack } });
  });
});

describe('the starts by day and hour', () => {
  const slow = inTurn([working(leg('step:processing', 'decider', 0.5), 240)], workingDays('0.5'));
  const offices = { legal, desks: { receiver: saturday, decider: noFridayAfternoon } };
  const asked = (receptions: Receptions, years = [2026, 2027]): Proof => {
    const proof = proveTimeline(slow, offices, { years, receptions, grid: true });
    if (!proof.computable) throw new Error(proof.reason);
    return proof;
  };
  const sum = (counts: Uint8Array | undefined): number => [...(counts ?? [])].reduce((all, count) => all + count, 0);
  const cell = ({ grid }: Proof, date: string, hour: number) => {
    const at = grid === undefined ? -1 : (dayFromIso(date) - grid.firstDay) * HOURS_OF_DAY + hour;
    return [grid?.starts[at], grid?.breaching[at], grid?.unavoidable[at], grid?.excluded[at]];
  };
  const proof = asked(YEAR.receptions);

  it('are every start of the year, and add up to what the proof says', () => {
    expect([proof.grid?.firstDay, proof.grid?.days]).toEqual([dayFromIso('2026-01-03'), 363]);
    expect(sum(proof.grid?.starts)).toBe(proof.worst.starts);
    expect(sum(proof.grid?.breaching)).toBe(proof.worst.breaching);
    expect(sum(proof.grid?.unavoidable)).toBe(proof.best.breaching);
  });

  it('tell a day on which nobody receives from one that is safe', () => {
    // Thursday 8 January, half past seven to eight; Friday from nine; Saturday morning; Sunday; Tết.
    expect(cell(proof, '2026-01-08', 7)).toEqual([30, 0, 0, 0]);
    expect(cell(proof, '2026-01-09', 9)).toEqual([60, 60, 60, 0]);
    expect(cell(proof, '2026-01-10', 8)[0]).toBe(60);
    expect(cell(proof, '2026-01-11', 8)).toEqual([0, 0, 0, 0]);
    expect(cell(proof, '2026-02-17', 8)).toEqual([0, 0, 0, 0]);
  });

  it('keep apart those of which nothing is known, because their paths leave the loaded years', () => {
    const last = asked(YEAR.receptions, [2026]);
    expect(last.excludedStarts).toBeGreaterThan(0);
    expect(sum(last.grid?.excluded)).toBe(last.excludedStarts);
    expect(sum(last.grid?.starts)).toBe(last.worst.starts);
  });

  it('may be asked of one hour alone, which then has its own worst minute', () => {
    const day = dayFromIso('2026-01-09');
    const hour = asked({ firstDay: day, lastDay: day, hours: { from: 9, to: 10 } });
    expect([hour.worst.starts, hour.worst.breaching]).toEqual([60, 60]);
    expect(localIso(hour.witness.start).slice(0, 13)).toBe('2026-01-09T09');
    expect(hour.witness.slack).toBe(hour.worst.worstSlack);
  });

  it('are not counted where nobody wants them', () => {
    expect(proved(slow, offices).grid).toBeUndefined();
  });
});
