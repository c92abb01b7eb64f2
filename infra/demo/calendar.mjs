// @ts-check
/** Days and hours of the demonstration: weeks of ordinary office hours, from a Monday on. */
import { VIETNAM_MS, minutesOf } from '../journey/days.mjs';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Hours in which the offices of the cast act. The calendars of the law are the service's own. */
export const OFFICE_HOURS = { days: [1, 2, 3, 4, 5], shifts: ['07:30-11:30', '13:30-17:30'] };
/** Minutes of work in a day of these hours. */
export const MINUTES_A_DAY = OFFICE_HOURS.shifts.reduce((sum, shift) => {
  const [from = 0, to = 0] = shift.split('-').map(minutesOf);
  return sum + to - from;
}, 0);

/**
 * The Monday 00:00 (Viet Nam) the play begins on: that of today when the offices have not opened yet, else the next.
 * @param {string} now RFC 3339
 * @returns {(day: number, time: string | number) => string} RFC 3339 (UTC+7) of a wall-clock time (text, or minutes) on the day-th day (0)
 */
export function weeksFrom(now) {
  const local = Date.parse(now) + VIETNAM_MS;
  const today = Math.floor(local / DAY_MS) * DAY_MS;
  // 1 January 1970 was a Thursday; Monday is 0.
  const weekday = (Math.floor(today / DAY_MS) + 3) % 7;
  const opened = local > today + minutesOf('07:30') * MINUTE_MS;
  const monday = weekday === 0 && !opened ? today : today + (7 - weekday) * DAY_MS;
  return (day, time) => {
    const minutes = typeof time === 'number' ? time : minutesOf(time);
    return localText(monday + day * DAY_MS + minutes * MINUTE_MS);
  };
}

/**
 * @param {number} local milliseconds of the wall clock in Viet Nam
 * @returns {string} RFC 3339, UTC+7
 */
function localText(local) {
  return `${new Date(local).toISOString().slice(0, 19)}+07:00`;
}

/** @param {string} instant RFC 3339 @returns {string} its day in Viet Nam, `2026-03-02` */
export function localDay(instant) {
  return localText(Date.parse(instant) + VIETNAM_MS).slice(0, 10);
}

/** Instants compare as numbers, whatever zone they are written in. @param {string} a @param {string} b */
export function byTime(a, b) {
  return Date.parse(a) - Date.parse(b);
}
