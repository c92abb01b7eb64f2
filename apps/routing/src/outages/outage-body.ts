/** What is sent to record, correct, cancel and approve an outage of a shared system (ADR 0028). */
import { instantSchema, keySchema } from '@lien-thong/domain';
import { z } from 'zod';

const evidenceSchema = z
  .strictObject({
    reference: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('Số, ký hiệu biên bản hoặc mã sự cố; không nêu tên người · of the record or ticket; no personal data'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('SHA-256 của tài liệu · of the document'),
  })
  .meta({ id: 'OutageEvidence' });

const said = {
  evidence: evidenceSchema,
  reason: z.string().trim().min(1).max(500),
};
const interval = {
  from: instantSchema,
  to: instantSchema.optional().describe('Bỏ trống khi sự cố chưa kết thúc · left out while it lasts'),
};

export const recordOutageSchema = z
  .strictObject({ system: keySchema, ...interval, ...said })
  .meta({ id: 'RecordOutage' });
export type RecordOutageBody = z.infer<typeof recordOutageSchema>;

export const correctOutageSchema = z.strictObject({ ...interval, ...said }).meta({ id: 'CorrectOutage' });
export type CorrectOutageBody = z.infer<typeof correctOutageSchema>;

export const cancelOutageSchema = z.strictObject(said).meta({ id: 'CancelOutage' });
export type CancelOutageBody = z.infer<typeof cancelOutageSchema>;

export const approveOutageSchema = z
  .strictObject({
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('digest của đề nghị đã đọc · of the proposal that was read'),
  })
  .meta({ id: 'ApproveOutage' });
export type ApproveOutageBody = z.infer<typeof approveOutageSchema>;

export const outageIdSchema = z.uuid();
