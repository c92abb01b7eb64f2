import type { Words } from './words.js';

/** Where a command writes: one line at a time, or one JSON value at the end. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** What a command has come to. `value` is printed with `--json`, `lines` without. */
export interface Outcome {
  readonly exitCode: number;
  readonly lines: readonly Words[];
  readonly value: unknown;
}

export function print({ exitCode, lines, value }: Outcome, asJson: boolean, { out }: Output): number {
  if (asJson) out(JSON.stringify(value));
  else for (const { vi, en } of lines) for (const line of [vi, en]) out(line);
  return exitCode;
}
