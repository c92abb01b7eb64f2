/** Answers about times put right, facts entered late, and conflicts. */
import type { BitemporalCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const BITEMPORAL_ENGLISH: Pick<Sentences, BitemporalCode> = {
  'fact-not-declared': {
    title: 'The system found this fact out or derived it; nobody declared it.',
    todo: 'Choose a fact an agency declared; alerts and breaches follow from those by themselves.',
  },
  'fact-not-yours': {
    title: 'There is no such fact recorded by your agency.',
    todo: 'Whoever recorded a fact corrects its time; see the journal of the dossier.',
  },
  'time-unchanged': {
    title: 'The fact has this time already.',
    todo: 'Nothing needs to be corrected.',
  },
  'time-correction-illegal': {
    title: 'At the corrected time this fact could not have happened.',
    todo: 'Choose a time at which the dossier was in a state that allowed it.',
  },
  'late-facts-not-in-order': {
    title: 'The late facts are not in the order of their times.',
    todo: 'Put the facts in the order of their times, the earliest first.',
  },
  'late-facts-mixed': {
    title: 'Facts about an opinion are entered by themselves.',
    todo: 'Enter facts of one consultation at a time, or facts of none.',
  },
  'late-fact-not-late': {
    title: 'None of them lies before the last fact of the dossier.',
    todo: 'Record it as an ordinary act, with the time at which it happened.',
  },
  'late-fact-illegal': {
    title: 'One of the late facts could not have happened at its time.',
    todo: 'Correct fact number {fact} of those entered, or leave it out.',
  },
  'conflict-already-open': {
    title: 'This has been recorded as a conflict that is still open.',
    todo: 'See conflict {conflict} of the dossier and settle it.',
  },
  'conflict-not-open': {
    title: 'There is no open conflict of that number.',
    todo: 'Load the dossier again to see the conflicts that are open.',
  },
  'conflict-not-superseded': {
    title: 'The journal has not been put right since the conflict was found.',
    todo: 'Correct the fact it contradicts or enter the late one first, or settle it as kept.',
  },
  'conflict-recorded': {
    title: 'What was declared contradicts a later fact; it is kept as a conflict and has not taken effect.',
    todo: 'Do not send it again. It is conflict {conflict} of the dossier; a second person settles it.',
  },
};
