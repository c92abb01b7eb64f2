/** Working minutes as an office writes them. By itself, because the first script writes them too. */
import type { Language } from './kept-language.js';

const MINUTES_PER_HOUR = 60;
/** The sign office software and typewriters agree on is too short beside digits. */
const MINUS = '−';
const HOUR: Readonly<Record<Language, string>> = { vi: 'g', en: 'h' };
const MINUTE: Readonly<Record<Language, string>> = { vi: 'ph', en: 'm' };

/** Working minutes: `7g40`, `−0g40`, `25ph` under an hour. */
export function minutesText(minutes: number, language: Language): string {
  const sign = minutes < 0 ? MINUS : '';
  const whole = Math.abs(Math.trunc(minutes));
  const hours = Math.floor(whole / MINUTES_PER_HOUR);
  const rest = whole % MINUTES_PER_HOUR;
  if (hours === 0) return `${sign}${rest}${MINUTE[language]}`;
  return `${sign}${hours}${HOUR[language]}${rest === 0 ? '' : String(rest).padStart(2, '0')}`;
}
