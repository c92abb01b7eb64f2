/** Answers of the administration of procedures. */
import type { Sentences } from './sentences.js';
import type { ProcedureAdministrationCode } from './problem-codes.js';

export const PROCEDURES_ENGLISH: Pick<Sentences, ProcedureAdministrationCode> = {
  'version-published': {
    title: 'The version is published: it can be neither changed, dropped nor published again.',
    todo: 'Draft a new version from this one.',
  },
  'version-not-published': {
    title: 'The version is still a draft.',
    todo: 'Publish it first, or drop the draft.',
  },
  'version-retired': {
    title: 'The version is retired already.',
    todo: 'Its last day is {effectiveTo}; to use its contents again, publish a new version.',
  },
  'effective-too-early': {
    title: 'The day is too early.',
    todo: 'Take {earliest} or a later day.',
  },
  'lint-failed': {
    title: 'The draft has faults and cannot be published.',
    todo: 'Mend each of the faults named below, and publish again.',
  },
  'approval-required': {
    title: 'The timeline is not proved safe: it needs somebody who approves it and says why.',
    todo: 'Read the verdict; to publish all the same, give the reason. You are then named as who approved it.',
  },
  'verdict-stale': {
    title: 'The verdict is no longer the one that was read: a calendar, an office or the draft has changed.',
    todo: 'Read the verdict again, then publish.',
  },
};
