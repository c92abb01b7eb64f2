import type { Language, Words } from './words.js';

/** Where a command writes: one line at a time, or one JSON value at the end. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Asks the person at the terminal; absent where there is none. */
  readonly confirm?: (question: Words) => Promise<boolean>;
}

/** What a command has come to. `value` is printed with `--json`, `lines` without. */
export interface Outcome {
  readonly exitCode: number;
  readonly lines: readonly Words[];
  readonly value: unknown;
}

export interface Wanted {
  readonly json: boolean;
  /** Null: both, line by line. */
  readonly language: Language | null;
}

export function print({ exitCode, lines, value }: Outcome, { json, language }: Wanted, { out }: Output): number {
  if (json) out(JSON.stringify(value));
  else for (const words of lines) for (const line of inLanguage(words, language)) out(line);
  return exitCode;
}

/** English lines beneath Vietnamese ones are set in; alone they are not. */
export function inLanguage(words: Words, language: Language | null): readonly string[] {
  if (language === null) return words.vi === words.en ? [words.vi] : [words.vi, `  ${words.en}`];
  return [words[language]];
}
