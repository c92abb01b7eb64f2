/** What the command says: Vietnamese first, English beside it. */
import { NOT_REACHED, UNREADABLE } from './exit-codes.js';

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** The language of a table; messages of one line come in both unless one is asked for. */
export type Language = keyof Words;

/** Thrown for what cannot be answered; `exitCode` says why. */
export class NoAnswer extends Error {
  constructor(
    readonly words: Words,
    readonly exitCode: number,
  ) {
    super(words.en);
  }
}

/** Thrown for what cannot be looked at. */
export class Unreadable extends NoAnswer {
  override readonly name = 'Unreadable';

  constructor(words: Words) {
    super(words, UNREADABLE);
  }
}

/** Thrown when the service is not heard, or does not let us in. */
export class NotReached extends NoAnswer {
  override readonly name = 'NotReached';

  constructor(words: Words) {
    super(words, NOT_REACHED);
  }
}

export function unreadableFile(file: string, why: string): Unreadable {
  return new Unreadable({ vi: `không đọc được ${file}: ${why}`, en: `cannot read ${file}: ${why}` });
}
