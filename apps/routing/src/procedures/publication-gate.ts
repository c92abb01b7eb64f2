/** What stands between a draft and its publication (law 7, ADR 0018): each check a question, asked in this order. Pure. */
import { lintProcedure, procedureVersionSchema } from '@lien-thong/domain';
import type { Instant, LintFinding, Period, ProcedureVersion } from '@lien-thong/domain';
import { isUnsafe } from '../feasibility/version-verdicts.js';
import type { KeptVerdict } from '../feasibility/version-verdicts.js';
import { Problem } from '../http/problem.js';
import { earliestEffectiveFrom, isBefore } from './effective-day.js';
import { refuseErrors } from './lint-problem.js';
import type { Draft } from './version-rows.js';

export interface Asked {
  readonly draft: Draft;
  /** Who wants to publish it. */
  readonly author: string;
  readonly effectiveFrom: string;
  readonly now: Instant;
  readonly others: readonly Period[];
}

/** Why it is published although it is not safe, and the digest of the verdict the approver has read. */
export interface Approval {
  readonly reason: string;
  readonly verdict?: string | undefined;
}

export interface Passed {
  readonly definition: ProcedureVersion;
  readonly warnings: readonly LintFinding[];
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

/** The version as it would be published. Throws second-person-required, effective-too-early, lint-failed. */
export function passGate(asked: Asked): Passed {
  secondPerson(asked);
  inTime(asked);
  const { draft, effectiveFrom, others } = asked;
  const definition = procedureVersionSchema.parse({ ...draft.definition, effectiveFrom });
  const warnings = lintProcedure({ definition, others });
  refuseErrors(warnings);
  return { definition, warnings };
}

/**
 * Somebody answers by name for a verdict that is not SAFE, for this one and no other. `now` is the digest of what would be proved on
 * the calendars and the definition of this moment. Throws approval-required, verdict-stale.
 */
export function approve(verdict: KeptVerdict, now: string, approval: Approval | undefined): void {
  const facts = { verdict: verdict.verdict, digest: verdict.digest };
  if (now !== verdict.digest) throw new Problem('verdict-stale', { digest: now });
  if (!isUnsafe(verdict)) return;
  if (approval === undefined || approval.verdict === undefined) {
    const field = approval === undefined ? 'approval.reason' : 'approval.verdict';
    const [reason, reasonEn] = [
      'phải nêu lý do và digest của kết luận',
      'a reason and the digest of the verdict are needed',
    ];
    throw new Problem('approval-required', facts, [{ field, reason, reasonEn }]);
  }
  if (approval.verdict === verdict.digest) return;
  const [reason, reasonEn] = ['kết luận đã khác lúc đọc', 'the verdict is another one than was read'];
  throw new Problem('verdict-stale', facts, [{ field: 'approval.verdict', reason, reasonEn }]);
}
