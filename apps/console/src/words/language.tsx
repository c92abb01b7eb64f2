/** The language of the page. */
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { keepLanguage, keptLanguage } from './kept-language.js';
import type { Language } from './kept-language.js';

export type { Language } from './kept-language.js';

interface Spoken {
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const Speaking = createContext<Spoken>({ language: 'vi', speak: () => undefined });

export function LanguageOfPage({ children }: { readonly children: ReactNode }) {
  const [language, speak] = useState<Language>(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);
  const spoken = useMemo(() => ({ language, speak }), [language]);
  return <Speaking value={spoken}>{children}</Speaking>;
}

export function useLanguage(): Spoken {
  return useContext(Speaking);
}

/** Picks one of the two texts the service sends side by side: `const say = useSay(); say(agency.name, agency.nameEn)`. */
export function useSay(): (vi: string, en: string) => string {
  const { language } = useLanguage();
  return (vi, en) => (language === 'vi' ? vi : en);
}
