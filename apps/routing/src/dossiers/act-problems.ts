import { REFUSAL_CODES } from '@lien-thong/domain';
import type { ProblemCode } from '../http/problem-codes.js';

/** Problems an act on a dossier may be answered with: every refusal there is. */
export const COMMAND_PROBLEMS: readonly ProblemCode[] = REFUSAL_CODES;

/** Those of an act that opens a dossier. */
export const OPENING_PROBLEMS: readonly ProblemCode[] = [
  'actor-not-entitled',
  'key-reused',
  'occurred-in-future',
  'outside-calendar',
  'procedure-unknown',
  'procedure-not-effective',
  'procedure-limit-unknown',
  'case-unknown',
  'jurisdiction-none',
  'jurisdiction-several',
  'jurisdiction-fact-missing',
  'outside-boundary-scope',
  'area-unknown',
  'area-ambiguous',
  'area-split-needs-fact',
  'agency-unknown',
  'agency-not-competent',
];
