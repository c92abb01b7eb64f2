/** How long acts take in this office, and when it is open. Offices are in Việt Nam: UTC+7, no summer time. */

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const OFFSET_MINUTES = 7 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
const UNITS: Readonly<Record<string, number>> = { m: 1, h: 60, d: DAY_MINUTES };
/** A pace between two bounds is a whole number of these above the lower one. */
export const QUARTER_MINUTES = 15;

/** Wall-clock minutes; `most` is not less than `least`. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** Days of the week (Monday 1) and minutes of the day, `from` included, `to` excluded. */
export interface Hours {
  readonly days: readonly number[];
  readonly shifts: readonly { readonly from: number; readonly to: number }[];
}

/** Minutes of `30m`, `4h`, `2d`, or of something between as in `30m..4h`; null for `never`. Throws for another form. */
export function spanOf(text: string): Span | null {
  if (text === 'never') return null;
  const bounds = text.split('..').map((part) => {
    const [, number, unit] = /^(\d{1,5})(m|h|d)$/.exec(part) ?? [];
    return unit === undefined ? NaN : Number(number) * (UNITS[unit] ?? 1);
  });
  const [least = NaN, most = least] = bounds;
  if (bounds.length <= 2 && least <= most) return { least, most };
  throw new Error(`"${text}" is no duration: 30m, 4h, 2d, 30m..4h or never`);
}

/** Minutes since Monday 00:00 in Việt Nam. */
export function minuteOfWeek(instant: string): number {
  // 1 January 1970 was a Thursday, the fourth day.
  const local = Math.floor(Date.parse(instant) / MINUTE_MS) + OFFSET_MINUTES + 3 * DAY_MINUTES;
  return local % WEEK_MINUTES;
}

/** `07:30-11:30` as minutes of the day. Throws for another form. */
export function shiftOf(text: string): { readonly from: number; readonly to: number } {
  const [from, to] = text.split('-').map((part) => {
    const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(part) ?? [];
    return hours === undefined ? NaN : Number(hours) * 60 + Number(minutes);
  });
  if (from === undefined || to === undefined || !(from < to)) throw new Error(`"${text}" is no shift: 07:30-11:30`);
  return { from, to };
}

/** The instant (RFC 3339, UTC+7) `minutes` of wall-clock time after `from`, moved to the next open minute when there are hours. */
export function dueAfter(from: string, minutes: number, hours: Hours | null): string {
  const due = Math.ceil(Date.parse(from) / MINUTE_MS) + minutes;
  return localText(hours === null ? due : nextOpen(due, hours));
}

/** Minutes since 1970 of the first open minute not before `minute`. Throws for hours that never open. */
function nextOpen(minute: number, { days, shifts }: Hours): number {
  const local = minute + OFFSET_MINUTES;
  const today = Math.floor(local / DAY_MINUTES);
  const sorted = [...shifts].sort((a, b) => a.from - b.from);
  for (let day = today; day <= today + 7; day += 1) {
    // 1 January 1970 was a Thursday.
    if (!days.includes(((day + 3) % 7) + 1)) continue;
    const now = day === today ? local - day * DAY_MINUTES : 0;
    const shift = sorted.find(({ to }) => now < to);
    if (shift !== undefined) return day * DAY_MINUTES + Math.max(now, shift.from) - OFFSET_MINUTES;
  }
  throw new Error('the office never opens');
}

function localText(minute: number): string {
  return `${new Date((minute + OFFSET_MINUTES) * MINUTE_MS).toISOString().slice(0, 19)}+07:00`;
}
