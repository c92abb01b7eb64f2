/** Findings of lint as a refusal. */
import type { LintFinding } from '@lien-thong/domain';
import { Problem } from '../http/problem.js';
import { inWords } from './lint-sentences.js';

/** Throws the `Problem` lint-failed when there is an error among the findings: each of them named, placed and said. */
export function refuseErrors(findings: readonly LintFinding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const fields = errors.map(inWords).map(({ path, sentence, sentenceEn }) => ({
    ...{ field: path, reason: sentence, reasonEn: sentenceEn },
  }));
  throw new Problem('lint-failed', { findings: errors.map(({ rule }) => rule) }, fields);
}
