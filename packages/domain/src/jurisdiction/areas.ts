/** Administrative areas as the law names them: two levels since 1 July 2025, and what they were made of before. */
import { z } from 'zod';
import { isoDateSchema } from '../time/instant.js';
import type { IsoDate } from '../time/instant.js';
import { hasForbiddenCharacters } from './text.js';

/** First day of the two-level local government with the new communes (Quyết định 19/2025/QĐ-TTg). */
export const TWO_LEVEL_FROM = '2025-07-01' as IsoDate;

export const provinceCodeSchema = z.string().regex(/^\d{2}$/);
/** Code of a commune, ward or special zone; 3,315 of them were also codes of old units, mostly with other borders. */
export const communeCodeSchema = z.string().regex(/^\d{5}$/);
/** Five digits; the five island districts that had no commune go by the three digits of their district. */
export const oldCodeSchema = z.string().regex(/^(\d{5}|\d{3})$/);

/** `validFrom` and `validTo` are the first and the last day in force, both included; null: no end is known. */
const validity = { validFrom: isoDateSchema, validTo: isoDateSchema.nullable() };

export const provinceSchema = z.strictObject({
  code: provinceCodeSchema,
  /** `Hải Phòng` */
  name: z.string().min(1),
  /** `Thành phố Hải Phòng` */
  fullName: z.string().min(1),
  type: z.enum(['city', 'province']),
  /** The provinces before 1 July 2025 it was made of, itself included. */
  mergedFrom: z.array(z.strictObject({ code: provinceCodeSchema, name: z.string().min(1) })).min(1),
  ...validity,
});
export type Province = z.infer<typeof provinceSchema>;

/** One version of a commune: Đồng Nai has had ten communes that became wards, under the same code. */
export const communeSchema = z.strictObject({
  code: communeCodeSchema,
  /** `Đông Hải` */
  name: z.string().min(1),
  /** `Phường Đông Hải` */
  fullName: z.string().min(1),
  type: z.enum(['commune', 'ward', 'specialZone']),
  provinceCode: provinceCodeSchema,
  /** A second code other registers use for the same commune. */
  alias: communeCodeSchema.nullable(),
  ...validity,
});
export type Commune = z.infer<typeof communeSchema>;

/** A commune, ward or township before 1 July 2025 and the communes its territory belongs to now. */
export const oldUnitSchema = z.strictObject({
  code: oldCodeSchema,
  /** `Phường Đông Hải 2` */
  fullName: z.string().min(1),
  district: z.string().min(1),
  province: z.string().min(1),
  /** Code of the province of that time. */
  oldProvinceCode: provinceCodeSchema,
  /** Code of the province it lies in now; no unit was divided across provinces. */
  provinceCode: provinceCodeSchema,
  successors: z.array(communeCodeSchema).min(1),
  /** Its territory was divided: only the street or hamlet tells which successor is meant. */
  split: z.boolean(),
  /** The source's guess by geographic position. Not law: shown as a hint, never used to decide. */
  likelySuccessor: communeCodeSchema.nullable(),
});
export type OldUnit = z.infer<typeof oldUnitSchema>;

const nameText = z
  .string()
  .min(1)
  .max(120)
  .refine((text) => !hasForbiddenCharacters(text), { params: { reason: 'forbiddenCharacters' } });

/**
 * A place as a form gives it. `communeCode` is a code in force on the day; `oldCode` one from before 1 July 2025; `name` an old
 * or a new name. With an old code or a name, `newCommuneCode` (or `communeCode`) is the further fact that says in which
 * successor the place lies. `provinceCode` may be a code of now or of then.
 */
export const areaInputSchema = z
  .strictObject({
    communeCode: communeCodeSchema.optional(),
    oldCode: oldCodeSchema.optional(),
    newCommuneCode: communeCodeSchema.optional(),
    name: nameText.optional(),
    district: nameText.optional(),
    provinceCode: provinceCodeSchema.optional(),
  })
  .refine((input) => input.communeCode !== undefined || input.oldCode !== undefined || input.name !== undefined, {
    params: { reason: 'areaNotNamed' },
  });
export type AreaInput = z.infer<typeof areaInputSchema>;

/** True when the version is in force on that day. ISO days compare as texts. */
export function inForce(
  version: { readonly validFrom: IsoDate; readonly validTo: IsoDate | null },
  day: IsoDate,
): boolean {
  return version.validFrom <= day && (version.validTo === null || day <= version.validTo);
}
