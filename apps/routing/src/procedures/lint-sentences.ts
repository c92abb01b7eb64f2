/** What lint found, as the service says it. */
import type { LintFinding, LintRule } from '@lien-thong/domain';
import { LINT_SENTENCES, filledIn } from '@lien-thong/domain/words';

export interface SaidFinding {
  readonly rule: LintRule;
  readonly severity: LintFinding['severity'];
  readonly path: string;
  readonly sentence: string;
  readonly sentenceEn: string;
}

/** A finding with its sentences. */
export function inWords({ rule, severity, path, facts }: LintFinding): SaidFinding {
  const [vietnamese, english] = LINT_SENTENCES[rule];
  return { rule, severity, path, sentence: filledIn(vietnamese, facts), sentenceEn: filledIn(english, facts) };
}
