import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { deskCalendar } from '../calendar/desk-calendar.js';
import { CalendarDataError } from '../calendar/calendar.js';
import { legalCalendar } from '../calendar/legal-calendar.js';
import { HOURS, agencyLayer, closure, provinceLayer } from '../calendar/office-hours.fixture.js';
import { officeWeek } from '../calendar/office-week.js';
import { nationalLayer } from '../calendar/parse-holidays.js';
import { procedureVersionSchema } from '../procedure/procedure.js';
import { procedureForTest } from '../testing/procedures.js';
import type { Duration } from '../time/duration.js';
import { sameDay } from '../time/duration.js';
import { dayFromIso } from '../time/instant.js';
import { timeOfDay } from '../time/time-of-day.js';
import { proveTimeline } from './prove.js';
import { counted, everybodyAt, goldenOffices, inTurn, leg, working } from './timelines.fixture.js';
import type { Offices, Party, ProofRange, Stage, Timeline, Wait } from './timeline.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const national = nationalLayer({ csv, version: 1 });
const { legal, ordinary } = goldenOffices(national);
const offices = everybodyAt(legal, ordinary);

const out = leg('transfer', 'receiver', 1);
const processing = leg('step:processing', 'decider', 0.5);
const supplement: Wait = { key: 'supplement', rounds: 1, days: 30, limit: 'rests' };

function answer(timeline: Timeline, over: Partial<Offices> = {}, range: Partial<ProofRange> = {}) {
  return proveTimeline(timeline, { ...offices, ...over }, { years: [2026], ...range });
}
const because = (reason: string, facts: object = {}) => ({ computable: false, reason, facts });

describe('a definition that cannot be proved says why, and gives no number', () => {
  it.each([
    ['a negative budget', inTurn([{ ...out, budget: -1 }]), because('budget-broken', { leg: 'transfer' })],
    ['half a minute', inTurn([{ ...out, budget: 0.5 }]), because('budget-broken', { leg: 'transfer' })],
    ['a budget without end', inTurn([{ ...out, budget: Infinity }]), because('budget-broken', { leg: 'transfer' })],
    ['negative minimum work', inTurn([working(out, -5)]), because('budget-broken', { leg: 'transfer' })],
    ['a number that is none', inTurn([working(out, Number.NaN)]), because('budget-broken', { leg: 'transfer' })],
  ])('%s', (_, timeline, expected) => {
    expect(answer(timeline)).toEqual(expected);
  });

  it('a cycle nobody bounded: rounds without end, or more than anybody can mean', () => {
    for (const rounds of [Infinity, 1_000_000, -1]) {
      const timeline = { ...inTurn([out]), waits: [{ ...supplement, rounds }] };
      expect(answer(timeline)).toEqual(because('budget-broken', { leg: 'supplement' }));
    }
  });

  it('a limit in mixed units, without a unit, or that never opens', () => {
    for (const limit of ['1wd12wh', '1.5', '', '-1wd', '0wd']) {
      expect(answer(inTurn([out], limit as Duration))).toEqual(because('limit-unknown', { limit }));
    }
    expect(answer({ ...inTurn([]), stages: [counted(out)] })).toEqual(because('limit-unknown', { limit: '1.5wd' }));
  });

  it('a same-day limit whose cut-off comes before the law opens', () => {
    const early = { ...inTurn([out], sameDay), limitCutoff: timeOfDay('07:00') };
    expect(answer(early)).toEqual(because('budget-broken', { leg: 'limitCutoff' }));
    expect(answer({ ...early, limitCutoff: timeOfDay('15:00') })).toMatchObject({ computable: true });
  });

  it('mixed units never come as far as a proof: a version with a leg in calendar days is none', () => {
    const version = procedureForTest();
    const legs = { ...version.legs, transfer: { ...version.legs.transfer, budget: '1cd' } };
    expect(procedureVersionSchema.safeParse({ ...version, legs }).success).toBe(false);
    const negative = { ...version.legs, transfer: { ...version.legs.transfer, budget: '-1wd' } };
    expect(procedureVersionSchema.safeParse({ ...version, legs: negative }).success).toBe(false);
  });

  it('a role nobody has', () => {
    const asked = leg('consultation:nobody', 'consulted:nobody' as Party, 1);
    expect(answer(inTurn([out, asked]))).toEqual(because('calendar-missing', { party: 'consulted:nobody' }));
    expect(answer(inTurn([out]), { desks: {} })).toEqual(because('calendar-missing', { party: 'receiver' }));
  });

  it('a pause beside parallel branches, and branches with nothing in them', () => {
    const together: Stage = { kind: 'together', branches: [[out], [processing]] };
    const stages: Stage[] = [{ kind: 'limitOpens' }, together];
    expect(answer({ ...inTurn([]), stages, waits: [supplement] })).toEqual(because('parallel-branches-with-pauses'));
    expect(answer({ ...inTurn([]), stages })).toMatchObject({ computable: true });
    for (const branches of [[], [[out], []]]) {
      const hollow: Stage[] = [{ kind: 'limitOpens' }, { kind: 'together', branches }];
      expect(answer({ ...inTurn([]), stages: hollow })).toEqual(because('processing-without-budget'));
    }
  });
});

describe('calendars that cannot carry a proof say why', () => {
  it('a desk that never opens', () => {
    const makeUps = ['2026-01-10', '2026-08-22'].map((date) => closure(date));
    const shut = deskCalendar({
      national,
      province: provinceLayer(HOURS.from0730to1730),
      agency: agencyLayer(officeWeek(''), makeUps),
    });
    expect(answer(inTurn([out, processing]), { desks: { receiver: ordinary, decider: shut } })).toEqual(
      because('calendar-never-open', { party: 'decider' }),
    );
  });

  it('a law without an open minute is refused when it is loaded', () => {
    expect(() => legalCalendar({ national, province: provinceLayer('') })).toThrow(CalendarDataError);
  });

  it('a year without data: none, one that is missing in between, one before or after all calendars', () => {
    expect(answer(inTurn([out]), {}, { years: [] })).toEqual(because('year-not-loaded'));
    expect(answer(inTurn([out]), {}, { years: [2026, 2028] })).toEqual(because('year-not-loaded', { year: 2027 }));
    for (const year of [1999, 2999]) {
      expect(answer(inTurn([out]), {}, { years: [year] })).toMatchObject(because('year-not-loaded', { year }));
    }
  });

  it('receptions in a year that is not asked about', () => {
    const receptions = { firstDay: dayFromIso('2026-12-01'), lastDay: dayFromIso('2027-01-31') };
    expect(answer(inTurn([out]), {}, { receptions })).toEqual(because('year-not-loaded', { year: 2027 }));
  });

  it('starts that all lead out of the loaded years', () => {
    const receptions = { firstDay: dayFromIso('2026-12-31'), lastDay: dayFromIso('2026-12-31') };
    expect(answer(inTurn([out, out]), {}, { receptions })).toEqual(
      because('every-start-leaves-loaded-years', { starts: 480 }),
    );
  });
});
