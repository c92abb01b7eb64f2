import type { ProblemCode } from './problem-codes.js';

/** What is wrong, and what to do about it. */
export interface Sentence {
  readonly title: string;
  readonly todo: string;
}
export type Sentences = Readonly<Record<ProblemCode, Sentence>>;
