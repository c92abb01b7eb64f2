/** An amendment as admins see it: who, how far, and counts; of dossiers codes and minutes, no persons. */
import { OPEN_PHASES, instantOf } from '@lien-thong/domain';
import type { Minute } from '@lien-thong/domain';
import { z } from 'zod';
import { ENGLISH } from '../http/sentences.en.js';
import type { Sentences } from '../http/sentences.js';
import { VIETNAMESE } from '../http/sentences.vi.js';
import { actSchema, actView } from '../procedures/authorship.js';
import { AFFECTED_STATES } from './affected-rows.js';
import type { AffectedCount, AffectedRow, StoredReason } from './affected-rows.js';
import { amendmentBodySchema } from './amendment-body.js';
import { AMENDMENT_STATES } from './amendment-rows.js';
import type { Amendment } from './amendment-rows.js';

const countSchema = z.strictObject({
  state: z.enum(AFFECTED_STATES),
  dossiers: z.int(),
  becomeOverdue: z.int().describe('Quá hạn chỉ vì thay đổi này · overdue by the change alone'),
  earlier: z.int(),
  later: z.int(),
});

export const amendmentSchema = z
  .strictObject({
    ...amendmentBodySchema.shape,
    selection: amendmentBodySchema.shape.selection.unwrap(),
    id: z.uuid(),
    revision: z.int().describe('ETag là "v<revision>" · what If-Match compares'),
    state: z.enum(AMENDMENT_STATES),
    drafted: actSchema,
    changed: actSchema,
    dryRun: z.strictObject({ at: z.string(), digest: z.string() }).nullable(),
    approved: actSchema.nullable(),
    finishedAt: z.string().nullable(),
    revertUntil: z.string().nullable(),
    revert: z
      .strictObject({
        requested: actSchema,
        reason: z.string(),
        approved: actSchema.nullable(),
        revertedAt: z.string().nullable(),
      })
      .nullable(),
    counts: z.array(countSchema),
    reasons: z.array(
      z.strictObject({ code: z.string(), dossiers: z.int(), sentence: z.string(), sentenceEn: z.string() }),
    ),
    replayed: z.boolean(),
  })
  .meta({ id: 'Amendment' });
export type AmendmentView = z.infer<typeof amendmentSchema>;

const isKnown = (code: string): code is keyof Sentences => Object.hasOwn(VIETNAMESE, code);

/** Why a dossier stays where it is, in both languages. */
function inWords(code: string): { readonly sentence: string; readonly sentenceEn: string } {
  if (!isKnown(code))
    return { sentence: 'Không tính được hồ sơ này.', sentenceEn: 'The dossier could not be worked out.' };
  return { sentence: VIETNAMESE[code].title, sentenceEn: ENGLISH[code].title };
}

function actOf(...[by, at]: Parameters<typeof actView>): z.infer<typeof actSchema> {
  const act = actView(by, at);
  if (act === null) throw new Error('done by nobody');
  return act;
}

function revertOf({ revertRequestedBy, revertRequestedAt, revertReason, ...rest }: Amendment): AmendmentView['revert'] {
  if (revertRequestedBy === null || revertRequestedAt === null || revertReason === null) return null;
  return {
    requested: actOf(revertRequestedBy, revertRequestedAt),
    reason: revertReason,
    approved: actView(rest.revertApprovedBy, rest.revertApprovedAt),
    revertedAt: rest.revertedAt,
  };
}

export interface Tally {
  readonly counts: readonly AffectedCount[];
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
}

export function amendmentView(amendment: Amendment, { counts, reasons }: Tally): Omit<AmendmentView, 'replayed'> {
  const { id, procedure, fromVersions, toVersion, policy, selection, legalBasis, reason, revertDays } = amendment;
  const { lookedAt, digest, finishedAt, revertUntil } = amendment;
  return {
    ...{ id, procedure, fromVersions, toVersion, policy, selection, legalBasis, reason, revertDays },
    ...{ revision: amendment.revision, state: amendment.state, finishedAt, revertUntil },
    drafted: actOf(amendment.draftedBy, amendment.draftedAt),
    changed: actOf(amendment.changedBy, amendment.changedAt),
    dryRun: lookedAt === null || digest === null ? null : { at: lookedAt, digest },
    approved: actView(amendment.approvedBy, amendment.approvedAt),
    revert: revertOf(amendment),
    counts: counts.map(({ state, count, overdue, earlier, later }) => ({
      state,
      dossiers: count,
      becomeOverdue: overdue,
      earlier,
      later,
    })),
    reasons: reasons.map(({ code, count }) => ({ code, dossiers: count, ...inWords(code) })),
  };
}

const reasonSchema = z
  .strictObject({
    code: z.string(),
    facts: z.record(z.string(), z.unknown()),
    sentence: z.string(),
    sentenceEn: z.string(),
  })
  .nullable();

export const affectedSchema = z
  .strictObject({
    dossier: z.string().describe('Mã hồ sơ · dossier code'),
    fromVersion: z.int(),
    phase: z.enum([...OPEN_PHASES, 'receptionRefused', 'returned', 'withdrawn', 'closed']),
    limitBefore: z.string(),
    limitAfter: z.string().nullable(),
    limitBy: z.enum(['kept', 'rebaselined', 'rescaled']).nullable(),
    dueBefore: z.string().nullable().describe('Nếu thời hạn chạy từ lúc xem · if the limit ran from the look on'),
    dueAfter: z.string().nullable(),
    becomesOverdue: z
      .array(z.string())
      .describe('Đồng hồ thành quá hạn chỉ vì thay đổi · clocks overdue by the change alone'),
    loses: z.array(z.string()).describe('Việc không còn được làm · commands no longer allowed'),
    image: z.record(z.string(), z.unknown()).nullable().describe('Chỗ đứng ở bản mới · where it would stand'),
    stays: reasonSchema.describe('Vì sao ở lại bản cũ · why it stays'),
    named: z.boolean(),
    state: z.enum(AFFECTED_STATES),
    result: reasonSchema.describe('Vì sao bị bỏ lại khi chạy · why it was left out'),
    settledAt: z.string().nullable(),
  })
  .meta({ id: 'AmendedDossier' });

export const affectedPageSchema = z
  .strictObject({ amendment: z.uuid(), dossiers: z.array(affectedSchema), next: z.string().nullable() })
  .meta({ id: 'AmendedDossiers' });
export type AffectedPageView = z.infer<typeof affectedPageSchema>;

const instant = (minute: number | null): string | null => (minute === null ? null : instantOf(minute as Minute));
const why = (reason: StoredReason | null) => (reason === null ? null : { ...reason, ...inWords(reason.code) });

export function affectedView(row: AffectedRow): z.infer<typeof affectedSchema> {
  const { fromVersion, limitBefore, limitAfter, becomesOverdue, loses, image, named, state, settledAt } = row;
  return {
    dossier: row.code,
    ...{ fromVersion, limitBefore, limitAfter, becomesOverdue, loses, image, named, state, settledAt },
    // Both stood in the schema of the domain when they were written.
    phase: affectedSchema.shape.phase.parse(row.phase),
    limitBy: affectedSchema.shape.limitBy.parse(row.limitBy),
    dueBefore: instant(row.dueBefore),
    dueAfter: instant(row.dueAfter),
    stays: why(row.refusal),
    result: why(row.result),
  };
}
