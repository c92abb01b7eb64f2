/** Answers of the administration of procedures. */
import type { Sentences } from './sentences.js';
import type { ProcedureAdministrationCode } from './problem-codes.js';

export const PROCEDURES_ENGLISH: Pick<Sentences, ProcedureAdministrationCode> = {
  'version-published': {
    title: 'The version is published: it can be neither changed, dropped nor published again.',
    todo: 'Draft a new one with POST /v1/procedures/{code}/versions.',
  },
  'version-not-published': {
    title: 'The version is still a draft.',
    todo: 'Publish it first, or drop the draft.',
  },
  'version-retired': {
    title: 'The version is retired already.',
    todo: 'facts.effectiveTo has its last day; to use its contents again, publish a new version.',
  },
  'effective-too-early': {
    title: 'The day is too early.',
    todo: 'Take facts.earliest or a later day.',
  },
  'lint-failed': {
    title: 'The draft has errors and cannot be published.',
    todo: 'Mend each of errors, and publish again.',
  },
  'approval-required': {
    title: 'The timeline is not proved safe: it needs somebody who approves it and says why.',
    todo: 'Look at facts.verdict; to publish all the same, send approval.reason and approval.verdict (facts.digest). You are then named as who approved it.',
  },
  'verdict-stale': {
    title: 'The verdict is no longer the one that was read: a calendar, an office or the draft has changed.',
    todo: 'Read GET /v1/procedures/{code}/versions/{version}/feasibility again, and publish with the digest you find there.',
  },
};
