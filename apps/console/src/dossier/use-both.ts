/** Vietnamese for the counters, with English beside it for who reads the page in English. */
import { useLanguage } from '../words/language.js';
import { slipWords } from './slip-words.js';

type SlipWords = typeof slipWords.vi;

export function useBoth(): (pick: (words: SlipWords) => string) => string {
  const { language } = useLanguage();
  return (pick) => (language === 'vi' ? pick(slipWords.vi) : `${pick(slipWords.vi)} / ${pick(slipWords.en)}`);
}
