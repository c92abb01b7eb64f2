/** Answers about times put right, facts entered late, and conflicts. */
import type { BitemporalCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const BITEMPORAL_ENGLISH: Pick<Sentences, BitemporalCode> = {
  'fact-not-declared': {
    title: 'The system found this fact out or derived it; nobody declared it.',
    todo: 'Name the seq of a fact an agency declared; warnings and breaches follow from those.',
  },
  'fact-not-yours': {
    title: 'There is no such fact recorded by your agency.',
    todo: 'Only the agency that recorded a fact corrects its time; see seq in the journal of the dossier.',
  },
  'time-unchanged': {
    title: 'The fact has this time already.',
    todo: 'Nothing needs to be corrected.',
  },
  'time-correction-illegal': {
    title: 'At the corrected time this fact could not have happened.',
    todo: 'facts.rule says why; choose a time at which the dossier was in a state that allowed it.',
  },
  'late-facts-not-in-order': {
    title: 'The late facts are not in the order of their times.',
    todo: 'Sort facts by occurredAt.',
  },
  'late-facts-mixed': {
    title: 'Facts about an opinion are entered by themselves.',
    todo: 'Enter facts of one consultation at a time, or facts of none.',
  },
  'late-fact-not-late': {
    title: 'None of them lies before the last fact of the dossier.',
    todo: 'Send it as an ordinary act, with its occurredAt.',
  },
  'late-fact-illegal': {
    title: 'One of the late facts could not have happened at its time.',
    todo: 'facts.fact is its number, facts.rule the reason; correct it or leave it out.',
  },
  'conflict-already-open': {
    title: 'This has been recorded as a conflict that is still open.',
    todo: 'See the conflict facts.conflict and settle it.',
  },
  'conflict-not-open': {
    title: 'There is no open conflict of that number.',
    todo: 'See openConflicts of the dossier, or GET /v1/conflicts.',
  },
  'conflict-not-superseded': {
    title: 'The journal has not been put right since the conflict was found.',
    todo: 'Correct the fact facts.contradicts or enter the late one first, or settle it as kept.',
  },
  'conflict-recorded': {
    title: 'What was declared contradicts a later fact; it is kept as a conflict and has not taken effect.',
    todo: 'Do not send it again. facts.conflict is its number in the journal; a second person settles it with resolveConflict.',
  },
};
