/** Times somebody would choose to be reminded at, reckoned from the clock of the service. */

/** Times of the clock of Viet Nam, which knows no summer time. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MORNING_H = 8;
const MONDAY = 1;
const DAYS_PER_WEEK = 7;

/** The service refuses what lies further ahead: an alert nobody hears for longer is one nobody hears. */
export const LONGEST_SNOOZE_DAYS = 7;

export interface SnoozeTime {
  readonly name: 'hour' | 'fourHours' | 'tomorrow' | 'monday';
  readonly until: string;
}

const morningOf = (localDay: number): number => localDay * DAY_MS + MORNING_H * HOUR_MS - OFFSET_MS;
const text = (ms: number): string => new Date(ms).toISOString();

/** In an hour, in four, tomorrow at eight, on Monday at eight; Monday is left out where it is tomorrow. */
export function snoozeTimes(now: string): readonly SnoozeTime[] {
  const ms = Date.parse(now);
  const today = Math.floor((ms + OFFSET_MS) / DAY_MS);
  // The first day of 1970 was a Thursday.
  const weekday = (today + 4) % DAYS_PER_WEEK;
  const daysToMonday = ((MONDAY - weekday + DAYS_PER_WEEK - 1) % DAYS_PER_WEEK) + 1;
  const times: readonly SnoozeTime[] = [
    { name: 'hour', until: text(ms + HOUR_MS) },
    { name: 'fourHours', until: text(ms + 4 * HOUR_MS) },
    { name: 'tomorrow', until: text(morningOf(today + 1)) },
  ];
  if (daysToMonday === 1) return times;
  return [...times, { name: 'monday', until: text(morningOf(today + daysToMonday)) }];
}

/** Whether the service would take it, as far as one can know here. */
export function isSnoozable(until: string, now: string): boolean {
  const ahead = Date.parse(until) - Date.parse(now);
  return ahead > 0 && ahead <= LONGEST_SNOOZE_DAYS * DAY_MS;
}
