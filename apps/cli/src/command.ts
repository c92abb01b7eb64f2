/** A command as data: its name, its options, its help, and what it does. */
import type { ParseArgsConfig } from 'node:util';
import type { Env } from './env.js';
import type { Outcome } from './output.js';
import type { Progress } from './progress.js';
import { Unreadable } from './words.js';
import type { Language, Words } from './words.js';

/** What was said on the command line, and where the command stands. */
export interface Call {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly env: Env;
  readonly language: Language;
  readonly progress: Progress;
  /** Tells at once, beside the answer: what is about to happen. */
  readonly tell: (line: Words) => void;
  /** Asks the person at the terminal; null where there is none. */
  readonly confirm: ((question: Words) => Promise<boolean>) | null;
}

export interface Command {
  /** `['procedures', 'lint']`. */
  readonly name: readonly string[];
  /** As it is typed, without `lienthong`. */
  readonly usage: string;
  /** One paragraph, and what its options mean, a line each. */
  readonly help: readonly Words[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many positional arguments it takes. */
  readonly takes: { readonly least: number; readonly most: number };
  /** Answers in tables: in one language, Vietnamese unless another is asked for. */
  readonly tables: boolean;
  /** Null for a command line that means nothing. Throws NoAnswer. */
  readonly run: (call: Call) => Promise<Outcome | null>;
}

/** The text of an option, or null where it was not given. */
export function textOf({ values }: Pick<Call, 'values'>, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

export const isSet = ({ values }: Pick<Call, 'values'>, name: string): boolean => values[name] === true;

/** The texts of an option that may be given several times. */
export function textsOf({ values }: Pick<Call, 'values'>, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** One of a few words, or null where the option was not given. Throws Unreadable for another word. */
export function choiceOf<Choice extends string>(
  call: Pick<Call, 'values'>,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const text = textOf(call, name);
  const choice = choices.find((one) => one === text) ?? null;
  if (text === null || choice !== null) return choice;
  const list = choices.join(', ');
  throw new Unreadable({ vi: `--${name} ${text}: phải là ${list}`, en: `--${name} ${text}: one of ${list}` });
}
