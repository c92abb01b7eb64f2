import type { JournalEntry } from '@lien-thong/client';
import { listWords } from '../acts/list-words.js';
import { useSystemName } from '../parts/system-name.js';
import { useWords } from '../words/catalogue.js';
import { useLanguage } from '../words/language.js';
import { factDetails } from './fact-details.js';
import { journalWords } from './journal-words.js';
import { eventName, useNames } from './names.js';

/** `const details = useFactDetails(); details(entry)`. */
export function useFactDetails(): (entry: JournalEntry) => readonly string[] {
  const words = useWords(journalWords);
  const lists = useWords(listWords);
  const names = useNames();
  const { language } = useLanguage();
  const systemName = useSystemName();
  return ({ type, data }) => factDetails(eventName(type), data, { words, lists, names, language, systemName });
}
