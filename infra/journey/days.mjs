// @ts-check
/** Days of the story. They are counted from a Monday, so that it can be played again after its own end. */

const DAY_MS = 86_400_000;
/** UTC+7, without summer time. */
export const VIETNAM_MS = 7 * 3_600_000;
/** Tuesday of this week is the first Ngày Văn hóa Việt Nam, 24 November 2026: a holiday in the middle of a transfer. */
const FIRST_MONDAY = '2026-11-23';
const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/**
 * The Monday the story begins on: the first one, or after that the next Monday that is still ahead.
 * @param {string} now RFC 3339
 * @returns {(day: number, time: string) => string} instant of a wall-clock time on the day-th day from that Monday (0)
 */
export function daysFrom(now) {
  const first = Date.parse(`${FIRST_MONDAY}T00:00:00+07:00`);
  const weeks = Math.max(0, Math.ceil((Date.parse(now) - first) / (7 * DAY_MS)));
  const monday = first + weeks * 7 * DAY_MS;
  return (day, time) => new Date(monday + day * DAY_MS + minutesOf(time) * 60_000).toISOString();
}

/** Of the day. @param {string} time `09:00` */
export function minutesOf(time) {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/**
 * @param {string | null} instant
 * @returns {string} `Thứ Hai 23/11 09:00`, in Viet Nam
 */
export function spoken(instant) {
  if (instant === null) return '–';
  const local = new Date(Date.parse(instant) + VIETNAM_MS);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const date = `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}`;
  return `${WEEKDAYS[local.getUTCDay()]} ${date} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}
