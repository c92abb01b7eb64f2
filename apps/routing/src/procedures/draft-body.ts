/** A definition as an admin sends it: that of a version, whose number is ours to give. A file that was exported can be sent as it is. */
import { procedureVersionSchema } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import type { SaidFinding } from './lint-sentences.js';

export const draftBodySchema = procedureVersionSchema
  .extend({
    version: z
      .int()
      .min(1)
      .optional()
      .describe('Không cần; số bản do hệ thống cấp · passed over: the number is given by the service'),
  })
  .meta({ id: 'ProcedureDefinition' });
export type DraftBody = z.infer<typeof draftBodySchema>;

export const findingSchema = z
  .strictObject({
    rule: z.string().describe('Tên ổn định của lỗi · stable name'),
    severity: z.enum(['error', 'warning']),
    path: z.string().describe('Nơi có lỗi · the place, joined by dots: legs.transfer.budget'),
    sentence: z.string(),
    sentenceEn: z.string(),
  })
  .meta({ id: 'LintFinding' });

/** The definition under the number it is given. Throws the `Problem` invalid-body when it is of another procedure. */
export function definitionFor(code: string, version: number, body: DraftBody): ProcedureVersion {
  if (body.code !== code) {
    const [reason, reasonEn] = [`phải là ${code}, như trong địa chỉ`, `must be ${code}, as in the address`];
    throw new Problem('invalid-body', {}, [{ field: 'code', reason, reasonEn }]);
  }
  return { ...body, version };
}

export const draftSchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    revision: z.int().describe('Số lần sửa; ETag là "v<revision>" · what If-Match compares'),
    findings: z
      .array(findingSchema)
      .describe('Kết quả kiểm tra · what lint says of it; an error keeps it from being published'),
    replayed: z.boolean(),
  })
  .meta({ id: 'ProcedureDraft' });
export type DraftView = z.infer<typeof draftSchema>;

export interface DraftAnswer {
  readonly code: string;
  readonly version: number;
  readonly revision: number;
  readonly findings: SaidFinding[];
}
