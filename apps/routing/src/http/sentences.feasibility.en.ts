/** Answers of the prover. */
import type { FeasibilityCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const FEASIBILITY_ENGLISH: Pick<Sentences, FeasibilityCode> = {
  'feasibility-busy': {
    title: 'Too many proofs are waiting.',
    todo: 'Ask again in {retryAfterSeconds} seconds.',
  },
  'feasibility-underway': {
    title: 'The proof takes longer than a request may wait; it goes on.',
    todo: 'Ask the same again in {retryAfterSeconds} seconds: what is proved by then is kept.',
  },
  'feasibility-too-large': {
    title: 'The timeline has more legs than a proof is made for.',
    todo: 'Leave {most} steps and consultations at the most.',
  },
  'feasibility-too-long': {
    title: 'The proof was given up: it took longer than it may.',
    todo: 'Ask for fewer days or fewer rounds of supplements, or later, when less is asked for.',
  },
};
