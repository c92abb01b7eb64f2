/** Rules of competence as admins write them. */
import {
  COMPETENCE_LEVELS,
  agencyIdSchema,
  communeCodeSchema,
  isoDateSchema,
  procedureCodeSchema,
  provinceCodeSchema,
} from '@lien-thong/domain';
import { z } from 'zod';

const MOST_AREAS = 500;

export const competenceIdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,95}$/);

export const competenceBodySchema = z
  .strictObject({
    agencyId: agencyIdSchema,
    procedureCode: procedureCodeSchema.optional().describe('Một thủ tục · one procedure; or field'),
    field: z.string().trim().min(1).max(200).optional().describe('Cả lĩnh vực · a whole field; one of the two is said'),
    areas: z
      .array(z.union([communeCodeSchema, provinceCodeSchema]))
      .min(1)
      .max(MOST_AREAS)
      .nullable()
      .describe('Mã xã hoặc tỉnh · codes of communes or provinces; null: everywhere'),
    level: z.enum(COMPETENCE_LEVELS),
    validFrom: isoDateSchema.describe('Ngày đầu, sớm nhất là ngày mai · first day, tomorrow at the earliest'),
    validTo: isoDateSchema.nullable().default(null).describe('Ngày cuối · last day in force; null: open'),
    legalBasis: z.string().trim().min(3).max(500),
    verified: z.boolean().default(false).describe('Đã đối chiếu với văn bản · compared with the text it rests on'),
  })
  .refine(({ procedureCode, field }) => (procedureCode === undefined) !== (field === undefined), {
    message: 'either procedureCode or field',
    path: ['procedureCode'],
  })
  .meta({ id: 'CompetenceBody' });
export type CompetenceBody = z.infer<typeof competenceBodySchema>;

export const competenceEndSchema = z
  .strictObject({
    lastDay: isoDateSchema.describe('Ngày cuối còn hiệu lực, sớm nhất là hôm nay · last day, today at the earliest'),
  })
  .meta({ id: 'CompetenceEnd' });
export type CompetenceEnd = z.infer<typeof competenceEndSchema>;
