/** Instants, minutes and numbers as an office writes them. Instants are shown by the clock of Viet Nam, wherever the machine stands. */
import type { Language } from './kept-language.js';

export { minutesText } from './minutes-text.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const MINUTES_PER_HOUR = 60;

const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** Made once: making one takes an old machine longer than drawing a row. */
const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat(LOCALE.vi),
  en: new Intl.NumberFormat(LOCALE.en),
};

const parts = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: ZONE, hourCycle: 'h23', weekday: 'short' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});

interface Shown {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
}

function shownParts(instant: string): Shown {
  const found = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const { day = '', month = '', year = '', hour = '', minute = '' } = found;
  return { day, month, year, hour, minute };
}

/** `15:01 25/11/2026`. */
export function instantText(instant: string): string {
  return `${timeText(instant)} ${dayText(instant)}`;
}

/** `25/11/2026`, of an instant or of a calendar day `2026-11-25`. */
export function dayText(instant: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant.split('-').reverse().join('/');
  const { day, month, year } = shownParts(instant);
  return `${day}/${month}/${year}`;
}

/** `15:01`. */
export function timeText(instant: string): string {
  const { hour, minute } = shownParts(instant);
  return `${hour}:${minute}`;
}

/** `T4 25/11`, for the head of a column. */
export function weekdayText(instant: string, language: Language): string {
  const name = new Intl.DateTimeFormat(LOCALE[language], { timeZone: ZONE, weekday: 'short' });
  const { day, month } = shownParts(instant);
  return `${name.format(new Date(instant))} ${day}/${month}`;
}

export function numberText(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}

/** `98,2 %` of a count and what it is counted of; null where there is nothing to count. */
export function shareText(part: number, whole: number, language: Language): string | null {
  if (whole === 0) return null;
  const share = new Intl.NumberFormat(LOCALE[language], { style: 'percent', maximumFractionDigits: 1 });
  return share.format(part / whole);
}

/** Local day and time of an instant as form fields write them: `25/11/2026`, `15:01`. */
export function fieldsOf(instant: string): { readonly day: string; readonly time: string } {
  return { day: dayText(instant), time: timeText(instant) };
}

/** The instant of a day `dd/mm/yyyy` and a time `hh:mm` on the clock of Viet Nam; null when they name none. */
export function instantOfFields(day: string, time: string): string | null {
  const date = isoDayOf(day);
  const [, hour, minute] = /^(\d{1,2})[:hg](\d{2})$/.exec(time.trim()) ?? [];
  if (date === null || hour === undefined || minute === undefined) return null;
  if (Number(hour) > 23 || Number(minute) >= MINUTES_PER_HOUR) return null;
  return `${date}T${hour.padStart(2, '0')}:${minute}:00+07:00`;
}

/** `2026-11-25` of `25/11/2026`; null when there is no such day. */
export function isoDayOf(day: string): string | null {
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(day.trim()) ?? [];
  if (d === undefined || m === undefined || y === undefined) return null;
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const back = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(back.getTime()) && back.toISOString().startsWith(iso) ? iso : null;
}
