/**
 * The hours of the offices in the stories, counted minute by minute and the slow way: it shares nothing with the calendar it judges.
 * Wall-clock times of Viet Nam are written `2026-11-23 09:00`.
 */

const MINUTE_MS = 60_000;
/** Resolution 28/2026/QH16 art. 2 (24 November); Labour Code art. 112 (New Year). */
const HOLIDAYS: readonly string[] = ['2026-11-24', '2027-01-01'];

const wall = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00Z`);
const written = (instant: number): string => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');

/** 07:30–11:30 and 13:30–17:30, Monday to Friday. */
function isWorked(instant: number): boolean {
  const at = new Date(instant);
  if (at.getUTCDay() === 0 || at.getUTCDay() === 6) return false;
  const [day = '', time = ''] = written(instant).split(' ');
  if (HOLIDAYS.includes(day)) return false;
  return (time >= '07:30' && time < '11:30') || (time >= '13:30' && time < '17:30');
}

/** Working minutes from one wall-clock time to another; 0 when the second is not the later one. */
export function minutesBetween(from: string, to: string): number {
  let minutes = 0;
  for (let at = wall(from); at < wall(to); at += MINUTE_MS) if (isWorked(at)) minutes += 1;
  return minutes;
}

/** The wall-clock time at which so many working minutes have passed. */
export function afterMinutes(from: string, minutes: number): string {
  let at = wall(from);
  for (let left = minutes; left > 0; at += MINUTE_MS) if (isWorked(at)) left -= 1;
  return written(at);
}

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** As the stories say it: `Thứ Hai 23/11 09:00`. */
export function spokenOf(time: string): string {
  const [, month = '', day = '', clock = ''] = /^\d{4}-(\d\d)-(\d\d) (.*)$/.exec(time) ?? [];
  return `${WEEKDAYS[new Date(wall(time)).getUTCDay()]} ${day}/${month} ${clock}`;
}
