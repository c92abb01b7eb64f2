/** Timelines and offices for specs: legs in working days against a limit in working days, on the calendars of DESIGN 4.6. */
import type { Calendar } from '../calendar/calendar.js';
import { deskCalendar } from '../calendar/desk-calendar.js';
import type { NationalLayer, WeekHours } from '../calendar/layers.js';
import { legalCalendar } from '../calendar/legal-calendar.js';
import { HOURS, agencyLayer, provinceLayer } from '../calendar/office-hours.fixture.js';
import { officeWeek } from '../calendar/office-week.js';
import type { Duration } from '../time/duration.js';
import { workingDays } from '../time/duration.js';
import type { Offices, Party, Stage, Timeline, TimelineLeg } from './timeline.js';

const OPENS: Stage = { kind: 'limitOpens' };

/** A leg of so many working days of 480 minutes, minimum work 0. */
export function leg(key: string, owner: Party, days: number): TimelineLeg {
  return { key, owner, work: [{ desk: owner, minutes: 0 }], budget: Math.round(days * 480), cutoff: null };
}

/** The same leg with minutes that must be worked at its holder's desk. */
export const working = (one: TimelineLeg, minutes: number): TimelineLeg => ({
  ...one,
  work: [{ desk: one.owner, minutes }],
});

export const counted = (one: TimelineLeg): Stage => ({ kind: 'leg', leg: one, limitRests: false });

/** Legs one after another from reception on, no cut-off, no waits. */
export function inTurn(legs: readonly TimelineLeg[], limit: Duration = workingDays('1.5')): Timeline {
  return { limit, limitCutoff: null, stages: [OPENS, ...legs.map(counted)], waits: [] };
}

/** 07:30–11:30 and 13:30–17:30: the law, a receiver open on Saturday morning too, a decider closed on Friday afternoon. */
export function goldenOffices(national: NationalLayer) {
  const province = provinceLayer(HOURS.from0730to1730);
  const desk = (week: WeekHours): Calendar => deskCalendar({ national, province, agency: agencyLayer(week) });
  return {
    legal: legalCalendar({ national, province }),
    ordinary: desk(officeWeek(HOURS.from0730to1730)),
    saturday: desk(officeWeek(HOURS.from0730to1730, { sat: '07:30-11:30' })),
    noFridayAfternoon: desk(officeWeek(HOURS.from0730to1730, { fri: '07:30-11:30' })),
  };
}

/** The same desk for everybody. */
export function everybodyAt(legal: Calendar, desk: Calendar): Offices {
  return { legal, desks: { receiver: desk, decider: desk, carrier: desk } };
}
