/** A duration as somebody wrote it, before anything was checked. */

export type WrittenUnit = 'wd' | 'wh' | 'cd' | 'sameDay';

/** `amount` is the text of the number; null for `sameDay`. `unit` is null where none is given, or none that is known. */
export interface WrittenDuration {
  readonly amount: number | null;
  readonly unit: WrittenUnit | null;
  readonly text: string;
}

const WRITTEN = /^\s*([+-]?\d+(?:[.,]\d+)?)\s*(wd|wh|cd)?/;
const WHOLE = /^\s*[+-]?\d+(?:[.,]\d+)?\s*(?:wd|wh|cd)?\s*$/;

/** What is written there; undefined where it is neither a number nor a text. */
export function writtenDuration(value: unknown): WrittenDuration | undefined {
  if (typeof value === 'number') return { amount: value, unit: null, text: String(value) };
  if (typeof value !== 'string') return undefined;
  if (value === 'sameDay') return { amount: null, unit: 'sameDay', text: value };
  const [, amount = '', unit] = WRITTEN.exec(value) ?? [];
  if (amount === '') return { amount: null, unit: null, text: value };
  const known = WHOLE.test(value) ? ((unit ?? null) as WrittenUnit | null) : null;
  return { amount: Number(amount.replace(',', '.')), unit: known, text: value };
}

/** Working minutes on a day of that many; null where they are not working time. */
export function writtenMinutes(value: unknown, minutesPerDay: number): number | null {
  const written = writtenDuration(value);
  if (written === undefined || written.amount === null) return null;
  if (written.unit === 'wd') return written.amount * minutesPerDay;
  return written.unit === 'wh' ? written.amount * 60 : null;
}
