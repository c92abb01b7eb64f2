import { REFUSAL_CODES } from '@lien-thong/domain';
import type { RefusalCode } from '@lien-thong/domain';
import type { ProblemCode } from '../http/problem-codes.js';

/** Problems an act on a dossier may be answered with: every refusal there is, and a claim that was kept as a conflict. */
export const COMMAND_PROBLEMS: readonly ProblemCode[] = [...REFUSAL_CODES, 'conflict-recorded'];

/** Refusals that speak of a dossier which is already there. */
const OF_AN_OPEN_DOSSIER: ReadonlySet<RefusalCode> = new Set([
  'command-not-allowed',
  'dossier-not-found',
  'version-stale',
  'occurred-before-last-fact',
]);

/** Those of an act that opens a dossier: the catalogue of refusals up to where it comes to the work on one. */
export const OPENING_PROBLEMS: readonly RefusalCode[] = before('supplement-rounds-exhausted').filter(
  (code) => !OF_AN_OPEN_DOSSIER.has(code),
);

/** Those of the search for the agency that decides. */
export const JURISDICTION_PROBLEMS: readonly RefusalCode[] = before('agency-not-competent').slice(
  REFUSAL_CODES.indexOf('procedure-unknown'),
);

function before(code: RefusalCode): readonly RefusalCode[] {
  return REFUSAL_CODES.slice(0, REFUSAL_CODES.indexOf(code));
}
