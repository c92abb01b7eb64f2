/** The help of a command and of all of them, Vietnamese first. */
import type { Command } from './command.js';
import type { Language, Words } from './words.js';

const EXIT_CODES: Words = {
  vi: 'Mã thoát: 0 khớp, an toàn, đã làm; 1 có điểm sai, khác nhau, chưa an toàn, bị từ chối; 2 dùng sai hoặc không đọc được; 3 không liên lạc được',
  en: 'Exit codes: 0 sound, safe, done; 1 a finding, a difference, not safe, refused; 2 wrong usage or unreadable; 3 not reached',
};
const EVERYWHERE: readonly Words[] = [
  { vi: '--json          in kết quả dạng JSON', en: '--json          the answer as JSON' },
  {
    vi: '--lang vi|en    ngôn ngữ (mặc định: tiếng Việt)',
    en: '--lang vi|en    language (Vietnamese unless it is given)',
  },
];
const HEAD: Words = { vi: 'Cách dùng', en: 'Usage' };

const both = (words: Words, language: Language | null): readonly string[] =>
  language === null ? [words.vi, words.en] : [words[language]];
const setIn = (lines: readonly string[]): readonly string[] => lines.map((line) => `      ${line}`);

/** Help of one command: what it does, its options, the exit codes. */
export function helpOf({ usage, help }: Command, language: Language | null): readonly string[] {
  return [
    `${both(HEAD, language).join(' · ')}:`,
    `  lienthong ${usage}`,
    ...[...help, ...EVERYWHERE].flatMap((words) => setIn(both(words, language))),
    ...both(EXIT_CODES, language),
  ];
}

/** All commands with the first line of their help. */
export function overview(commands: readonly Command[], language: Language | null): readonly string[] {
  const lines = commands.flatMap(({ usage, help }) => [
    `  lienthong ${usage}`,
    ...help.slice(0, 1).flatMap((words) => setIn(both(words, language))),
  ]);
  const more: Words = {
    vi: 'lienthong LỆNH --help: các tuỳ chọn của lệnh',
    en: 'lienthong COMMAND --help: the options of a command',
  };
  return [both(HEAD, language).join(' · ') + ':', ...lines, ...both(more, language), ...both(EXIT_CODES, language)];
}
