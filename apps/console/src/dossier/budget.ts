/** How much of a limit is used, in words. */
import type { Clock } from '@lien-thong/client';
import type { Words } from '../words/catalogue.js';
import { minutesText, numberText } from '../words/format.js';
import type { Language } from '../words/language.js';
import type { dossierWords } from './words.js';

type DossierWords = Words<(typeof dossierWords)['vi']>;

/** `đã dùng 7g40 / 12g`; a limit in calendar days names the days. */
export function budgetText({ budget, usedMinutes }: Clock, words: DossierWords, language: Language): string {
  const used = usedMinutes === null ? words.riskLevel.unknown : minutesText(usedMinutes, language);
  if (budget.unit === 'none') return used;
  const whole =
    budget.unit === 'work' ? minutesText(budget.minutes, language) : words.days(numberText(budget.days, language));
  return words.used(used, whole);
}
