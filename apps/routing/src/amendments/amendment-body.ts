/** What an admin sends about an amendment. */
import {
  AMENDMENT_POLICIES,
  OPEN_PHASES,
  agencyIdSchema,
  instantSchema,
  procedureCodeSchema,
} from '@lien-thong/domain';
import { z } from 'zod';

const versionSchema = z.int().min(1).max(1_000_000);
const textSchema = z.string().trim().min(3).max(500);

/** Left out: every open dossier of the versions. */
export const selectionSchema = z
  .strictObject({
    receivingAgencies: z.array(agencyIdSchema).min(1).max(200).optional(),
    phases: z.array(z.enum(OPEN_PHASES)).min(1).optional(),
    receivedFrom: instantSchema.optional().describe('Tiếp nhận từ · received at or after'),
    receivedBefore: instantSchema.optional().describe('Tiếp nhận trước · received before'),
  })
  .meta({ id: 'AmendmentSelection' });

export const amendmentBodySchema = z
  .strictObject({
    procedure: procedureCodeSchema,
    fromVersions: z.array(versionSchema).min(1).max(20),
    toVersion: versionSchema,
    policy: z
      .enum(AMENDMENT_POLICIES)
      .describe(
        'grandfather: giữ bản cũ; rebaseline: thời hạn mới từ lúc bắt đầu; rescale: giữ tỷ lệ còn lại; mostFavourable: hạn nào sớm hơn cho người nộp · see ADR 0029',
      ),
    selection: selectionSchema.optional(),
    legalBasis: textSchema.describe('Quy định chuyển tiếp · the transitional rule it rests on'),
    reason: textSchema,
    revertDays: z
      .int()
      .min(1)
      .max(90)
      .describe('Số ngày được hoàn lại sau khi xong · days in which it may be taken back'),
  })
  .meta({ id: 'AmendmentBody' });
export type AmendmentBody = z.infer<typeof amendmentBodySchema>;

const namedSchema = z
  .array(z.string().min(3).max(60))
  .max(10_000)
  .optional()
  .describe('Mã hồ sơ được phép quá hạn chỉ vì thay đổi này · dossiers that may become overdue by the change alone');

export const dryRunBodySchema = z.strictObject({});
export const approvalBodySchema = z.strictObject({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Của lần chạy thử đã xem · of the dry run that was read'),
  named: namedSchema,
});
export type ApprovalBody = z.infer<typeof approvalBodySchema>;

export const revertBodySchema = z.strictObject({ reason: textSchema });
export const revertApprovalBodySchema = z.strictObject({ named: namedSchema });
export type RevertApprovalBody = z.infer<typeof revertApprovalBodySchema>;
