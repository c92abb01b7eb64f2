/** Two hundred texts that are more than text to somebody: to a page, a template, a database, a reader from the right. */

/** Each of them would leave this on the window, were it run. */
const MARK = 'window.hostile=1';

const SCRIPTS: readonly string[] = [
  `<script>${MARK}</script>`,
  `<img src=x onerror=${MARK}>`,
  `<svg onload=${MARK}>`,
  `<body onpageshow=${MARK}>`,
  `<details open ontoggle=${MARK}>`,
  `<iframe srcdoc="<script>parent.${MARK}</script>">`,
  `<a href="javascript:${MARK}">x</a>`,
  `<input autofocus onfocus=${MARK}>`,
  `<style>@import 'x'</style>`,
  `<math><mtext></mtext><img src=x onerror=${MARK}>`,
];
const WORDS: readonly string[] = [
  '${7*7}{{7*7}}#{7*7}<%= 7*7 %>',
  "'; drop table dossier; --",
  '%00%0a%0d../../../etc/passwd',
  'Nguyễn Văn Đức'.normalize('NFD'),
  '👩🇻🇳🏳️👍🏽🧑🏿',
  'שלום مرحبا đảo ngược',
  'Z̷͎̈ä̸́͜l̶͖̓g̵̱̈́o̷̳͋',
  '=cmd|"/c calc"!A1',
  '__proto__',
  'null undefined NaN [object Object]',
];

const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `"'>${text}`,
  (text) => `]]>--></title>${text}`,
  (text) => `مرحبا ${text} שלום`,
  (text) => `＜ſcript＞${text}`,
  (text) => `${text}\u00a0\u3000x`,
  (text) => `&lt;${text}&#62;`,
  (text) => `${text.toUpperCase()}!`,
  (text) => `\`${text}\``,
  (text) => `\\u003c${text}\\x3e`,
];
const LONGEST = 80;

/** All different, none longer than the name of a paper may be. */
export const HOSTILE: readonly string[] = [...SCRIPTS, ...WORDS].flatMap((text) =>
  WAYS.map((way) => way(text).slice(0, LONGEST)),
);

/** What no text of an office holds: marks that turn it round, hide it, or end a line. The service takes none of it. */
export const FORBIDDEN: readonly string[] = [
  ...['\u202e', '\u202a', '\u2066', '\u200f', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u2028', '\u2029'],
  ...['\u0000', '\u0007', '\u001b', '\u0085', '\ue000', '\ufffe', '\u{e0041}', '\u{fffff}'],
];

/** The end of what a page makes of text: elements, where there should be letters. */
export const MADE_OF_THEM =
  'img[src="x"], [onerror], [onload], [onfocus], [ontoggle], [onpageshow], iframe, math, a[href^="javascript"], body style';
