/** Agencies and what each is competent for, both with dates: who had to act is asked as of a day. */
import { z } from 'zod';
import { hoursPeriodSchema } from '../calendar/layers.js';
import { agencyIdSchema, procedureCodeSchema } from '../kernel/ids.js';
import { isoDateSchema } from '../time/instant.js';
import { communeCodeSchema, provinceCodeSchema } from './areas.js';

/** How well a fact is evidenced; the reference data's own scale. `no` is an assumption to be replaced before real use. */
export const evidenceSchema = z.enum(['yes', 'partial', 'inferred', 'no']);

export const AGENCY_KINDS = [
  'peoplesCommittee',
  'communePolice',
  'department',
  'landRegistrationOffice',
  'taxAuthority',
  'inspectionStation',
  'publicServiceCentre',
  'supervisor',
] as const;

export const AGENCY_LEVELS = ['ministry', 'province', 'commune'] as const;

/**
 * One party of the exchange. A commune's People's Committee and its one-stop unit are one party: a dossier handed from the
 * counter to the office behind it crosses no boundary and changes no custody.
 */
export const agencySchema = z.strictObject({
  id: agencyIdSchema,
  /** Electronic identifier (mã định danh, Quyết định 20/2020/QĐ-TTg), at the head of its dossier codes. */
  identifier: z.string().regex(/^[GH]\d{2}(\.\d{2,3}){0,3}$/),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  level: z.enum(AGENCY_LEVELS),
  kind: z.enum(AGENCY_KINDS),
  provinceCode: provinceCodeSchema,
  communeCode: communeCodeSchema.nullable(),
  /** Where citizens hand in and collect; null for an agency without a public counter. */
  oneStopUnit: z.strictObject({ name: z.string().min(1), nameEn: z.string().min(1) }).nullable(),
  /** It has no software of its own: the engine confirms deliveries for it and signs with its key. */
  consoleOnly: z.boolean(),
  /** When its desk can act, period by period; null: at the legal hours of its province. */
  deskHours: z.array(hoursPeriodSchema).min(1).nullable(),
  validFrom: isoDateSchema,
  validTo: isoDateSchema.nullable(),
  /** Evidence for the identifier. */
  verified: evidenceSchema,
});
export type Agency = z.infer<typeof agencySchema>;

export const COMPETENCE_LEVELS = ['commune', 'province'] as const;
export type CompetenceLevel = (typeof COMPETENCE_LEVELS)[number];

/** What a rule is about: one procedure, or all procedures of a field. A rule for a procedure goes before one for its field. */
const aboutSchema = z.union([
  z.strictObject({ procedureCode: procedureCodeSchema }),
  z.strictObject({ field: z.string().min(1) }),
]);

/** "This agency decides this procedure (or field) for these areas, from then to then, by that text." */
export const competenceRuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,95}$/),
  about: aboutSchema,
  agencyId: agencyIdSchema,
  /** Codes of communes or of provinces (a province stands for all its communes), or `all`. */
  areaCodes: z.union([z.literal('all'), z.array(z.union([communeCodeSchema, provinceCodeSchema])).min(1)]),
  level: z.enum(COMPETENCE_LEVELS),
  /** First and last day in force, both included. */
  validFrom: isoDateSchema,
  validTo: isoDateSchema.nullable(),
  legalBasis: z.string().min(1),
  verified: evidenceSchema,
});
export type CompetenceRule = z.infer<typeof competenceRuleSchema>;
