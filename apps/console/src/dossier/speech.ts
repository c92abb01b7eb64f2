import type { Words } from '../words/catalogue.js';
import type { Language } from '../words/language.js';
import type { journalWords } from './journal-words.js';
import type { Names } from './names.js';

/** What phrases are made with: words, names, and the lists of codes of the forms. */
export interface Speech {
  readonly words: Words<(typeof journalWords)['vi']>;
  readonly lists: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly names: Names;
  readonly language: Language;
  readonly systemName: (key: string) => string;
}
