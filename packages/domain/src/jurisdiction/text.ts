/**
 * Vietnamese text as people type it: composed or decomposed, tone on either vowel (hoà, hòa), with or without accents.
 * Stored text is NFC (DESIGN law 12); keys made here are for comparing and searching only and are never shown.
 */

/** The five tone marks; the marks that make other letters of them (ă â ê ô ơ ư) are not among these. */
const TONE_MARKS = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);
const COMBINING_MARKS = /[\u0300-\u036f]/g;
/** Đ and its look-alikes: the Icelandic eth and the African D are what some keyboards and fonts put in its place. */
const D_WITH_STROKE = /[\u0111\u0110\u00f0\u00d0\u0256\u0189]/g;
const APOSTROPHES = /['\u2018\u2019\u02bc`\u00b4]/g;
const NOT_A_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
/** Control, invisible and bidirectional characters, lone surrogates, private use and line separators. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u2028\u2029]/u;
const LINE_BREAKS = /\r\n|[\n\t]/g;

/** NFC, no space at the ends, inner white space of one line collapsed to single spaces. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * True when the text holds characters that have no place in a name or a reason: control, bidirectional or invisible ones.
 * They let one name look like another. Free text of several lines may hold line breaks and tabs.
 */
export function hasForbiddenCharacters(text: string, lines: 'oneLine' | 'severalLines' = 'oneLine'): boolean {
  return FORBIDDEN.test(lines === 'severalLines' ? text.replace(LINE_BREAKS, ' ') : text);
}

function words(text: string): string {
  return text.replace(APOSTROPHES, '').replace(NOT_A_WORD, ' ').trim();
}

/** Key without accents: `Phường Đông Hải`, `PHUONG DONG HAI` and any tone placement give `phuong dong hai`. */
export function searchKey(text: string): string {
  const letters = text.normalize('NFD').replace(COMBINING_MARKS, '').replace(D_WITH_STROKE, 'd');
  return words(letters).toLowerCase();
}

/** Moves every tone mark to the end of its word; the words are separated by single spaces. */
function tonesLast(text: string): string {
  let letters = '';
  let tones = '';
  for (const mark of text.normalize('NFD')) {
    if (TONE_MARKS.has(mark)) {
      tones += mark;
    } else if (mark === ' ') {
      letters += `${tones} `;
      tones = '';
    } else {
      letters += mark;
    }
  }
  return letters + tones;
}

/**
 * Key that keeps letters and tones but not where the tone is written: `Hoà`, `hòa` and their decomposed forms are one,
 * `Hòa` and `Hoa` are two. Two official spellings are in use (Hòa, Thủy and Hoà, Thuỷ).
 */
export function nameKey(text: string): string {
  return tonesLast(words(text.normalize('NFC')).toLowerCase());
}
