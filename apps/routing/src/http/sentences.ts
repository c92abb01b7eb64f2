import type { ProblemCode } from './problem-codes.js';

/**
 * What is wrong, and what to do about it, in the words of an office: `{name}` is the place of a fact, for the second alone. What only
 * somebody who writes software needs stands in api-hints.ts.
 */
export interface Sentence {
  readonly title: string;
  readonly todo: string;
}
export type Sentences = Readonly<Record<ProblemCode, Sentence>>;

/** Problems of signed custody have files of their own. */
export type CustodyCode = Extract<ProblemCode, `receipt-${string}` | `key-${'proof-invalid' | 'registered-elsewhere'}`>;
