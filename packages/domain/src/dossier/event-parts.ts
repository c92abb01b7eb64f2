/** What the schemas of facts are made of: pins, promises, notices, and what a change of the past moves. */
import { z } from 'zod';
import { agencyIdSchema, keySchema, procedureCodeSchema } from '../kernel/ids.js';
import { durationSchema } from '../time/duration.js';
import { instantSchema, isoDateSchema } from '../time/instant.js';
import { channelSchema } from './intake.js';

/** Which procedure version, case, limit and legal calendar the dossier is pinned to. */
export const pinSchema = z.strictObject({
  procedureCode: procedureCodeSchema,
  procedureVersion: z.int().min(1),
  builderVersion: z.literal(1),
  caseKey: keySchema,
  channel: channelSchema,
  limit: durationSchema,
  receivingAgency: agencyIdSchema,
  /** Legal calendar: province of the receiving agency and the version of its data. */
  calendarProvince: z.string(),
  calendarVersion: z.string(),
});
export type Pin = z.infer<typeof pinSchema>;

export const resolutionSchema = z.strictObject({
  agencyId: agencyIdSchema,
  ruleId: z.string(),
  legalBasis: z.string(),
  areaCode: z.string().nullable(),
});
export type ResolutionFact = z.infer<typeof resolutionSchema>;

/** The instant printed on the receipt. `estimate` where the legal clock starts only at the competent agency (DESIGN 4.2). */
export const promiseSchema = z.strictObject({ at: instantSchema, estimate: z.boolean(), provisional: z.boolean() });
export type PromiseFact = z.infer<typeof promiseSchema>;

/** The notice a calendar version rests on. `layerId`: `national`, a province code, or the agency whose desk it is. */
export const calendarNoticeSchema = z.strictObject({
  layer: z.enum(['national', 'province', 'closure']),
  layerId: z.string(),
  version: z.int().min(1),
  number: z.string(),
  issuedOn: isoDateSchema,
  issuer: z.string(),
});
export type CalendarNotice = z.infer<typeof calendarNoticeSchema>;

/** A clock whose due instant moved. `breachWithdrawn`: a breach in the journal has not happened by the new calendar. */
export const restatedClockSchema = z.strictObject({
  clockId: z.string(),
  epoch: z.int().min(1),
  dueBefore: instantSchema.nullable(),
  dueAfter: instantSchema.nullable(),
  breachWithdrawn: z.boolean(),
});

/** A closed segment whose minutes are others now. */
export const restatedSegmentSchema = z.strictObject({
  n: z.int().min(1),
  legalBefore: z.int().nullable(),
  legalAfter: z.int().nullable(),
  deskBefore: z.int().nullable(),
  deskAfter: z.int().nullable(),
});

/** A clock that an outage moved. `relievedMinutes`: working minutes it has used less now; negative where relief was taken back. */
export const relievedClockSchema = restatedClockSchema.extend({ relievedMinutes: z.int().nullable() });

/** Who owns a minute, as a fact tells it. */
export const ownerFactSchema = z.strictObject({
  kind: z.enum(['agency', 'exchange', 'publicPost', 'applicant', 'system', 'external']),
  agencyId: agencyIdSchema.nullable(),
});

/** A stretch of time, [from, to), that has another owner now. */
export const movedStretchSchema = z.strictObject({
  from: instantSchema,
  to: instantSchema,
  ownerBefore: ownerFactSchema,
  ownerAfter: ownerFactSchema,
  legalMinutes: z.int().nullable(),
});
