/** What lint found, in words. */
import type { LintFinding } from '@lien-thong/domain';
import { LINT_SENTENCES, filledIn } from '@lien-thong/domain/words';
import type { Words } from '../words.js';

/** The sentence of a finding. */
export function lintWords({ rule, facts }: Pick<LintFinding, 'rule' | 'facts'>): Words {
  const [vi, en] = LINT_SENTENCES[rule];
  return { vi: filledIn(vi, facts), en: filledIn(en, facts) };
}
