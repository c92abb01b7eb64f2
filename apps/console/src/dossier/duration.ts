/** Typed durations of a procedure (`1.5wd`, `12wh`, `30cd`, `sameDay`), in words. */
import type { Words } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import type { Language } from '../words/language.js';
import type { journalWords } from './journal-words.js';

type DurationWords = Pick<Words<(typeof journalWords)['vi']>, 'durations' | 'sameDay'>;

/** `1,5 ngày làm việc`. What is no duration is shown as it came. Pure. */
export function durationText(duration: string, words: DurationWords, language: Language): string {
  if (duration === 'sameDay') return words.sameDay;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(wd|wh|cd)$/.exec(duration) ?? [];
  if (amount === undefined || unit === undefined) return duration;
  return `${numberText(Number(amount), language)} ${words.durations[unit as keyof DurationWords['durations']]}`;
}
