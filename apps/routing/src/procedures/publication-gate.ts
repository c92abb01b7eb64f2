/** What stands between a draft and its publication (law 7, ADR 0018): each check a question, asked in this order. Pure. */
import { lintProcedure, needsApproval, procedureVersionSchema, verdictOf } from '@lien-thong/domain';
import type { Instant, LintFinding, Period, ProcedureVersion, TimelineVerdict } from '@lien-thong/domain';
import { Problem } from '../http/problem.js';
import { earliestEffectiveFrom, isBefore } from './effective-day.js';
import { inWords } from './lint-sentences.js';
import type { Draft } from './version-rows.js';
import { leastSlack } from './verdict-view.js';

export interface Asked {
  readonly draft: Draft;
  /** Who wants to publish it. */
  readonly author: string;
  readonly effectiveFrom: string;
  /** Why, although the timeline is not proved safe; null when he gives no reason. */
  readonly reason: string | null;
  readonly now: Instant;
  readonly others: readonly Period[];
  readonly minutesPerDay: readonly number[];
}

export interface Passed {
  readonly definition: ProcedureVersion;
  readonly warnings: readonly LintFinding[];
  readonly verdict: TimelineVerdict;
}

/** Who drafted it or changed it last has seen it too often to see what is wrong with it. */
function secondPerson({ draft, author }: Asked): void {
  if (author !== draft.draftedBy && author !== draft.changedBy) return;
  throw new Problem('second-person-required', { draftedBy: draft.draftedBy, changedBy: draft.changedBy });
}

function inTime({ effectiveFrom, now }: Asked): void {
  const earliest = earliestEffectiveFrom(now);
  if (!isBefore(effectiveFrom, earliest)) return;
  const [reason, reasonEn] = [`sớm nhất là ${earliest}`, `at the earliest ${earliest}`];
  throw new Problem('effective-too-early', { earliest }, [{ field: 'effectiveFrom', reason, reasonEn }]);
}

function withoutErrors(definition: ProcedureVersion, others: readonly Period[]): readonly LintFinding[] {
  const findings = lintProcedure({ definition, others });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return findings;
  const fields = errors.map(inWords).map(({ path, sentence, sentenceEn }) => ({
    ...{ field: path, reason: sentence, reasonEn: sentenceEn },
  }));
  throw new Problem('lint-failed', { findings: errors.map(({ rule }) => rule) }, fields);
}

function approved(verdict: TimelineVerdict, reason: string | null): void {
  if (!needsApproval(verdict) || reason !== null) return;
  const facts = { verdict: verdict.verdict, method: verdict.method, leastSlack: leastSlack(verdict) };
  const [why, whyEn] = ['phải nêu lý do', 'a reason is needed'];
  throw new Problem('approval-required', facts, [{ field: 'approval.reason', reason: why, reasonEn: whyEn }]);
}

/** The version as it will be published. Throws second-person-required, effective-too-early, lint-failed, approval-required. */
export function passGate(asked: Asked): Passed {
  secondPerson(asked);
  inTime(asked);
  const { draft, effectiveFrom, others, minutesPerDay, reason } = asked;
  const definition = procedureVersionSchema.parse({ ...draft.definition, effectiveFrom });
  const warnings = withoutErrors(definition, others);
  const verdict = verdictOf(definition, { minutesPerDay });
  approved(verdict, reason);
  return { definition, warnings, verdict };
}
