/** Sentences with figures in them, as people read them: minutes as hours, instants as a Vietnamese wall clock, clocks by their names. */
import type { ClockKind } from '../sla/clock.js';
import { CLOCK_NAMES } from './clock-names.js';

export type Language = 'vi' | 'en';
/** Figures a sentence is filled with: as in refusals and risks. */
export type ToldFacts = Readonly<Record<string, string | number | boolean | null | readonly string[] | undefined>>;

const UNKNOWN = '–';
const HANOI_OFFSET_MS = 7 * 3_600_000;
const PART: Readonly<Record<Language, readonly [string, string, string]>> = {
  vi: ['giờ', 'phút', 'làm việc'],
  en: ['h', 'min', 'of working time'],
};

/** `95` → `1 giờ 35 phút làm việc`; `-5` → `−5 phút làm việc`. Working minutes. */
function minutesTold(value: number, language: Language): string {
  const [hour, minute, work] = PART[language];
  const [hours, minutes] = [Math.floor(Math.abs(value) / 60), Math.abs(value) % 60];
  const parts = [
    ...(hours > 0 ? [`${hours} ${hour}`] : []),
    ...(minutes > 0 || hours === 0 ? [`${minutes} ${minute}`] : []),
  ];
  return `${value < 0 ? '−' : ''}${parts.join(' ')} ${work}`;
}

/** `2026-11-20T10:00:00.000Z` → `17:00 ngày 20/11/2026`: Asia/Ho_Chi_Minh, seconds cut off. */
function instantTold(text: string, language: Language): string {
  const millis = Date.parse(text);
  if (!Number.isFinite(millis)) return UNKNOWN;
  const local = new Date(millis + HANOI_OFFSET_MS).toISOString();
  const [day = '', time = ''] = [local.slice(0, 10), local.slice(11, 16)];
  return language === 'vi' ? `${time} ngày ${day.split('-').reverse().join('/')}` : `${time} on ${day}`;
}

/** `acceptance:2` → `thời hạn tiếp nhận hồ sơ chuyển đến (2)`. */
function clockTold(id: string, language: Language): string {
  const [kind = '', key] = id.split(/:(.*)/s);
  const name = kind in CLOCK_NAMES ? CLOCK_NAMES[kind as ClockKind][language === 'vi' ? 0 : 1] : kind;
  return key === undefined || key === '' ? name : `${name} (${key})`;
}

function toldAs(kind: string | undefined, value: ToldFacts[string], language: Language): string {
  if (value === null || value === undefined) return UNKNOWN;
  if (kind === 'minutes' && typeof value === 'number') return minutesTold(value, language);
  if (kind === 'short' && typeof value === 'number') return minutesTold(Math.abs(value), language);
  if (kind === 'instant' && typeof value === 'string') return instantTold(value, language);
  if (kind === 'clock' && typeof value === 'string') return clockTold(value, language);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/**
 * The sentence with its facts in their places: `{name}` as it stands, `{name:minutes}` working minutes, `{name:short}` how many are
 * missing, `{name:instant}` an instant in UTC as the clock on the wall shows it, `{name:clock}` a clock by its name. What is not
 * known is a dash. Pure.
 */
export function told(sentence: string, facts: ToldFacts, language: Language): string {
  return sentence.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, kind?: string) =>
    toldAs(kind, facts[name], language),
  );
}
