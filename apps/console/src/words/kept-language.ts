/** The language an officer chose, kept on this machine: Vietnamese unless he chose English. */
export type Language = 'vi' | 'en';

const KEPT = 'lienthong.language';

export function keptLanguage(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}
