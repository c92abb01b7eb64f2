import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldHistory } from '../../dossier/fold.js';
import { rulesFor, vn } from '../../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  delivered,
  received,
  sent,
  supplementAsked,
  suspendedByOutage,
} from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { Story } from '../../testing/office.js';
import { landProcedure, procedureForTest, sameLimitEverywhere } from '../../testing/procedures.js';
import { minuteOf, plusMinutes } from '../../time/instant.js';
import type { Minute } from '../../time/instant.js';
import { ENDS_IN_NOVEMBER, local, rulesOn } from '../clocks.fixture.js';
import { explainClock } from './explain-clock.js';
import type { CountedDay } from './explain-days.js';
import { explainMinute } from './explain-minute.js';
import type { ExplainedMinute } from './explain-minute.js';
import { explainPromise } from './explain-promise.js';
import { toldBy } from '../journeys.fixture.js';

const CODE = '1.004873';
/** Friday 20 November 2026 at 15:01, after the cut-off; Tuesday 24 November is a holiday. */
const story = given(rulesFor(procedureForTest()), [
  received(CODE, '2026-11-20 15:01'),
  sent('electronic', '2026-11-23 08:00'),
  delivered('2026-11-23 08:00'),
  accepted('2026-11-23 08:30'),
]);

function minuteAt(text: string, { clockId = 'legal', at = '2026-11-25 10:00', of = story } = {}): ExplainedMinute {
  const explanation = explainClock(of.events, { clockId, at: vn(at) }, of.rules);
  if (explanation === null) throw new Error(`no clock ${clockId}`);
  return explainMinute(explanation, { minute: minuteOf(vn(text)), at: minuteOf(vn(at)), legal: of.rules.legal });
}
const blocksOf = (days: readonly CountedDay[]): number =>
  days.reduce((sum, { blocks }) => sum + blocks.reduce((all, { minutes }) => all + minutes, 0), 0);

describe('why a minute counted, or did not', () => {
  it('the first and the last of a block, by their number', () => {
    expect(minuteAt('2026-11-20 15:01')).toMatchObject({ verdict: 'counted', nth: 1 });
    expect(minuteAt('2026-11-20 17:29')).toMatchObject({ verdict: 'counted', nth: 149 });
    expect(minuteAt('2026-11-23 07:30')).toMatchObject({ verdict: 'counted', nth: 150 });
  });

  it('the minute before it came in, the one after closing, and the noon break', () => {
    expect(minuteAt('2026-11-20 15:00')).toMatchObject({ verdict: 'notStarted', epoch: null });
    expect(minuteAt('2026-11-20 17:30')).toMatchObject({ verdict: 'outsideHours', day: { date: '2026-11-20' } });
    expect(minuteAt('2026-11-23 12:00')).toMatchObject({ verdict: 'outsideHours', nth: null });
  });

  it('a Saturday, and a holiday with its name and its notice', () => {
    expect(minuteAt('2026-11-21 09:00')).toMatchObject({ verdict: 'closed', day: { because: 'weekend', blocks: [] } });
    expect(minuteAt('2026-11-24 09:00')).toMatchObject({
      verdict: 'closed',
      day: { because: 'holiday', notice: 'Nghị quyết 28/2026/QH16' },
    });
  });

  it('a minute after the cut-off, on the clock the cut-off is for', () => {
    const look = { clockId: 'transfer', at: '2026-11-23 07:45' };
    expect(minuteAt('2026-11-20 16:00', look)).toMatchObject({ verdict: 'cutoff' });
    expect(minuteAt('2026-11-23 07:30', look)).toMatchObject({ verdict: 'counted', nth: 1 });
  });

  it('a minute in which the clock rests, with the ground, though the office was open', () => {
    const asked = story.and(supplementAsked('2026-11-25 08:00'));
    const rest = minuteAt('2026-11-25 09:00', { of: asked });
    expect(rest).toMatchObject({
      verdict: 'rests',
      rest: { grounds: [{ code: 'supplementAwaited', policy: 'pause' }] },
    });
    const down = story.and(suspendedByOutage('2026-11-25 08:00'), byCompetent({ type: 'resume' }, '2026-11-25 09:00'));
    expect(minuteAt('2026-11-25 08:59', { of: down })).toMatchObject({
      verdict: 'rests',
      rest: { grounds: [{ code: 'suspended', ground: 'systemOutage' }] },
    });
    expect(minuteAt('2026-11-25 09:00', { of: down })).toMatchObject({ verdict: 'counted' });
  });

  it('a minute that has not come, and one after the clock stopped', () => {
    expect(minuteAt('2026-11-25 10:00')).toMatchObject({ verdict: 'ahead' });
    expect(minuteAt('2026-11-23 08:00', { clockId: 'transfer' })).toMatchObject({ verdict: 'rests' });
    expect(minuteAt('2026-11-23 09:00', { clockId: 'transfer' })).toMatchObject({ verdict: 'stopped' });
  });

  it('cannot be told where the calendar does not reach', () => {
    const late = given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest()), [received(CODE, '2026-11-30 09:00')]);
    const found = minuteAt('2026-12-01 09:00', { at: '2026-12-02 09:00', of: late });
    expect(found).toMatchObject({ verdict: 'unknown', day: null, nth: null });
  });

  it('in any journey, one by one, the counted minutes are numbered without a gap up to the sum of the blocks', () => {
    const OFFICE = rulesFor(landProcedure());
    let seen = 0;
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
        fc.nat(9 * 1440),
        (choices, begins) => {
          const { events } = toldBy(OFFICE.procedure, { begins, length: 10, choices });
          const at = minuteOf(events.at(-1)?.occurredAt ?? vn('2026-11-18 00:00'));
          for (const { id } of foldHistory(events, OFFICE).clocks) {
            const explanation = explainClock(
              events,
              { clockId: id, at: events.at(-1)?.occurredAt ?? vn('2026-11-18 00:00') },
              OFFICE,
            );
            const epoch = explanation?.epochs.at(-1);
            if (explanation === null || epoch === undefined) continue;
            let nth = 0;
            for (let minute = epoch.clock.startedAt; minute < at; minute = plusMinutes(minute, 1)) {
              const told = explainMinute(explanation, { minute, at, legal: OFFICE.legal });
              if (told.verdict !== 'counted') continue;
              nth += 1;
              if (told.nth !== nth) expect([id, local(minute), told.nth]).toEqual([id, local(minute), nth]);
            }
            expect([id, nth]).toEqual([id, epoch.minutes]);
            seen += nth;
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(seen).toBeGreaterThan(500);
  }, 60_000);
});

describe('why it is due then', () => {
  const dueOf = (of: Story, at: string, clockId = 'legal') =>
    explainClock(of.events, { clockId, at: vn(at) }, of.rules)?.epochs.at(-1);

  it('the days still ahead add up with those behind to exactly the budget', () => {
    const epoch = dueOf(story, '2026-11-23 10:00');
    expect((epoch?.minutes ?? 0) + blocksOf(epoch?.due?.days ?? [])).toBe(720);
    expect(epoch?.due?.days.at(-1)?.blocks.at(-1)?.total).toBe(720);
    expect(epoch?.due?.days.map(({ date, because }) => [date, because])).toContainEqual(['2026-11-24', 'holiday']);
  });

  it('says nothing while the clock rests: nobody knows', () => {
    expect(dueOf(story.and(supplementAsked('2026-11-25 08:00')), '2026-11-25 09:00')?.due).toBeNull();
  });

  it('counts calendar days from the day after, and names the closed days it rolls over', () => {
    const procedure = procedureForTest({
      cases: [{ key: 'standard', name: 'x', nameEn: 'x', limits: sameLimitEverywhere('1cd') }],
    });
    const days = given(rulesFor(procedure), [received(CODE, '2026-11-20 09:00')]);
    expect(dueOf(days, '2026-11-20 10:00')?.due).toMatchObject({
      at: minuteOf(vn('2026-11-23 17:30')),
      calendarDays: { notCounted: '2026-11-20', days: 1, pausedDays: 0, last: '2026-11-21' },
    });
    const rolled = dueOf(days, '2026-11-20 10:00')?.due?.calendarDays?.rolledOver ?? [];
    expect(rolled.map(({ date, because }) => [date, because])).toEqual([
      ['2026-11-21', 'weekend'],
      ['2026-11-22', 'weekend'],
    ]);
  });

  it('in any journey, for every running clock that counts minutes: behind and ahead are its budget', () => {
    const OFFICE = rulesFor(landProcedure());
    let running = 0;
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
        fc.nat(9 * 1440),
        (choices, begins) => {
          const { events } = toldBy(OFFICE.procedure, { begins, length: 12, choices });
          const at = events.at(-1)?.occurredAt ?? vn('2026-11-18 00:00');
          for (const clock of foldHistory(events, OFFICE).clocks) {
            const { id, status, budget, dueAt } = clock;
            if (status !== 'running' || budget.unit !== 'work' || dueAt === null || dueAt <= minuteOf(at)) continue;
            const epoch = explainClock(events, { clockId: id, at }, OFFICE)?.epochs.at(-1);
            expect([id, (epoch?.minutes ?? -1) + blocksOf(epoch?.due?.days ?? [])]).toEqual([id, budget.minutes]);
            running += 1;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(running).toBeGreaterThan(10);
  }, 60_000);
});

describe('why the receipt says this date', () => {
  const promised = (of: Story) => {
    if (of.file === null) throw new Error('no dossier');
    return explainPromise({ dossier: of.file.dossier, rules: of.rules }, of.events);
  };
  const end = (minute: Minute | undefined): string | null => local(minute ?? null);

  it('one limit from the counter, its blocks adding up to it', () => {
    const found = promised(story);
    expect(found).toMatchObject({ agrees: true, movedBy: [], parts: [{ part: 'limit', minutes: 720, cutoff: null }] });
    expect(blocksOf(found?.parts?.[0]?.days ?? [])).toBe(720);
  });

  it('where the limit waits for the decider: transfer, acceptance and limit one after another, the cut-off named', () => {
    const of = given(rulesFor(procedureForTest({ clockStart: 'competentReceipt' })), [
      received(CODE, '2026-11-20 15:01'),
    ]);
    const found = promised(of);
    expect(found).toMatchObject({ agrees: true, promise: { estimate: true } });
    expect(found?.parts?.map(({ part, minutes, days }) => [part, minutes, blocksOf(days ?? [])])).toEqual([
      ['transfer', 480, 480],
      ['acceptance', 240, 240],
      ['limit', 720, 720],
    ]);
    expect(found?.parts?.[0]).toMatchObject({ cutoff: { rule: 'transferCutoff', time: '15:00' } });
    expect(end(found?.parts?.[0]?.countsFrom)).toBe('2026-11-23 07:30');
  });

  it('is null where nothing was promised, and has no parts where the calendar does not reach', () => {
    const beyond = given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest()), [received(CODE, '2026-11-30 15:00')]);
    expect(promised(beyond)).toBeNull();
  });

  it('of any procedure and minute of reception is the printed instant, to the minute', () => {
    const limits = fc.constantFrom('1.5wd', '11wh', '4cd', 'sameDay');
    fc.assert(
      fc.property(limits, fc.nat(20 * 1440), fc.boolean(), (limit, begins, excluded) => {
        const cases = [{ key: 'standard', name: 'x', nameEn: 'x', limits: sameLimitEverywhere(limit) }];
        const procedure = procedureForTest({ cases, transferExcluded: excluded, limitCutoff: '15:00' });
        const at = local(plusMinutes(minuteOf(vn('2026-11-16 08:00')), begins)) ?? '';
        expect(promised(given(rulesFor(procedure), [received(CODE, at)]))).toMatchObject({ agrees: true });
      }),
      { numRuns: 60 },
    );
  });
});
