/** Every sentence of a screen, in both languages. Vietnamese is the source; the compiler demands the same keys of English. */
import { useLanguage } from './language.js';

/** The shape of a catalogue without its very words. */
export type Words<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : Source[Key] extends string
      ? string
      : Words<Source[Key]>;
};

export interface Catalogue<Source> {
  readonly vi: Words<Source>;
  readonly en: Words<Source>;
}

export function catalogue<Source>(vi: Source, en: Words<Source>): Catalogue<Source> {
  return { vi: vi as Words<Source>, en };
}

/** The words of a screen in the language of the page. */
export function useWords<Source>(words: Catalogue<Source>): Words<Source> {
  return words[useLanguage().language];
}
