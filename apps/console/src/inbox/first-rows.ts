/**
 * The most urgent dossiers, drawn by the first script. On a slow line and an old machine they are read, and their links followed, a
 * second before that which draws the whole screen has come; it takes their place (`app/frame.tsx`).
 */
import type { Clock, InboxDossier } from '@lien-thong/client';
import { levelOf } from '../parts/clock-level.js';
import { keptLanguage } from '../words/kept-language.js';
import type { Language } from '../words/kept-language.js';
import { minutesText } from '../words/minutes-text.js';
import { shortProcedure } from './short-names.js';

const ID = 'first-rows';
/** No more than an old machine draws at once. */
const MOST = 6;

/** The few words of it, as the catalogues of the screen have them. */
export const FIRST_WORDS = {
  vi: {
    caption: 'Việc gấp nhất của đơn vị',
    left: 'Còn',
    code: 'Mã hồ sơ',
    procedure: 'Thủ tục',
    over: (minutes: string) => `quá ${minutes}`,
    rest: (minutes: string) => `còn ${minutes}`,
  },
  en: {
    caption: 'What is most urgent',
    left: 'Left',
    code: 'Code',
    procedure: 'Procedure',
    over: (minutes: string) => `${minutes} over`,
    rest: (minutes: string) => `${minutes} left`,
  },
} as const;

function element(name: string, ...inside: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}

function linkTo(code: string): HTMLElement {
  const link = document.createElement('a');
  link.href = `?code=${encodeURIComponent(code)}`;
  link.className = 'code';
  link.textContent = code;
  return link;
}

function headOf(text: string): HTMLElement {
  const head = element('th', text);
  head.setAttribute('scope', 'col');
  return head;
}

/** What is not known is left empty: the screen says why. */
function timeText(clock: Clock | null, language: Language): string {
  const remaining = clock?.remainingMinutes ?? null;
  const level = levelOf(clock);
  if (level === 'unknown' || remaining === null) return '';
  const { over, rest } = FIRST_WORDS[language];
  return (level === 'overdue' ? over : rest)(minutesText(Math.abs(remaining), language));
}

function rowOf({ code, leg, legal, procedure }: InboxDossier, language: Language): HTMLElement {
  const name = language === 'vi' ? procedure.name : procedure.nameEn;
  return element(
    'tr',
    element('td', timeText(leg ?? legal, language)),
    element('td', linkTo(code)),
    element('td', shortProcedure(name)),
  );
}

/** Draws the first of the rows, unless the screen itself stands there already. */
export function drawFirstRows(rows: readonly InboxDossier[]): void {
  const screen = document.getElementById('console');
  if (screen === null || screen.childElementCount > 0 || rows.length === 0) return;
  const language = keptLanguage();
  const { caption, left, code, procedure } = FIRST_WORDS[language];
  const table = element(
    'table',
    element('caption', caption),
    element('thead', element('tr', ...[left, code, procedure].map(headOf))),
    element('tbody', ...rows.slice(0, MOST).map((row) => rowOf(row, language))),
  );
  const place = element('div', table);
  place.id = ID;
  place.lang = language;
  screen.before(place);
}

/** The screen is there. */
export function endFirstRows(): void {
  document.getElementById(ID)?.remove();
}
