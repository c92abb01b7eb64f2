/** What is left at the worst minute, in the unit the limit is measured in; a limit that is broken is exceeded by so much, not left by less than nothing. */
import { useWords } from '../../words/catalogue.js';
import { minutesText, numberText } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { proofWords } from './proof-words.js';

/** Null slack: nothing could be computed. */
export function useSlackText(): (slack: number | null, unit: 'minutes' | 'days' | null) => string {
  const words = useWords(proofWords);
  const { language } = useLanguage();
  return (slack, unit) => {
    if (slack === null) return words.atWorst('◌');
    const length = Math.abs(slack);
    const text = unit === 'days' ? words.days(numberText(length, language)) : minutesText(length, language);
    return slack < 0 ? words.overAtWorst(text) : words.atWorst(text);
  };
}
