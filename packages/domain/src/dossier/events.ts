/**
 * Every fact of DESIGN 4.1: one schema each, whose literal `type` is the wire name with its version.
 * A released schema never changes; a new version stands beside it. No personal data (law 11).
 */
import { z } from 'zod';
import { actorSchema } from '../kernel/actor.js';
import { agencyIdSchema, dossierIdSchema, keySchema, officerIdSchema, procedureCodeSchema } from '../kernel/ids.js';
import { PHASES } from '../procedure/phase.js';
import { SUB_DEADLINE_POLICIES } from '../procedure/procedure.js';
import { durationSchema, workDurationSchema } from '../time/duration.js';
import { instantSchema, isoDateSchema } from '../time/instant.js';
import { CLOSE_GROUNDS, SUSPENSION_GROUNDS, TRANSFER_REFUSAL_REASONS } from './commands.js';
import { areaFactsSchema, channelSchema, copySchema, documentsSchema } from './intake.js';

/** Which procedure version, case, limit and legal calendar the dossier is pinned to. */
const pinSchema = z.strictObject({
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

const resolutionSchema = z.strictObject({
  agencyId: agencyIdSchema,
  ruleId: z.string(),
  legalBasis: z.string(),
  areaCode: z.string().nullable(),
});
export type ResolutionFact = z.infer<typeof resolutionSchema>;

/** The instant printed on the receipt. `estimate` where the legal clock starts only at the competent agency (DESIGN 4.2). */
const promiseSchema = z.strictObject({ at: instantSchema, estimate: z.boolean(), provisional: z.boolean() });
export type PromiseFact = z.infer<typeof promiseSchema>;

/** The notice a calendar version rests on. `layerId`: `national`, a province code, or the agency whose desk it is. */
const calendarNoticeSchema = z.strictObject({
  layer: z.enum(['national', 'province', 'closure']),
  layerId: z.string(),
  version: z.int().min(1),
  number: z.string(),
  issuedOn: isoDateSchema,
  issuer: z.string(),
});
export type CalendarNotice = z.infer<typeof calendarNoticeSchema>;

/** A clock whose due instant moved. `breachWithdrawn`: a breach in the journal has not happened by the new calendar. */
const restatedClockSchema = z.strictObject({
  clockId: z.string(),
  epoch: z.int().min(1),
  dueBefore: instantSchema.nullable(),
  dueAfter: instantSchema.nullable(),
  breachWithdrawn: z.boolean(),
});

/** A closed segment whose minutes are others now. */
const restatedSegmentSchema = z.strictObject({
  n: z.int().min(1),
  legalBefore: z.int().nullable(),
  legalAfter: z.int().nullable(),
  deskBefore: z.int().nullable(),
  deskAfter: z.int().nullable(),
});

const codeFields = { code: z.string(), codeProvisional: z.boolean() };
const rungFields = { clockId: z.string(), epoch: z.int().min(1), rungAt: instantSchema };

const eventData = {
  'dossier.submitted.v1': z.strictObject({
    ...codeFields,
    pin: pinSchema,
    jurisdiction: areaFactsSchema,
    documents: documentsSchema,
  }),
  'dossier.received.v1': z.strictObject({
    ...codeFields,
    pin: pinSchema,
    jurisdiction: areaFactsSchema,
    documents: documentsSchema,
    resolution: resolutionSchema.nullable(),
    heldReason: z.string().nullable(),
    /** Null where the date cannot be computed. */
    promise: promiseSchema.nullable(),
  }),
  'dossier.receptionRefused.v1': z.strictObject({ reason: z.string() }),
  'dossier.jurisdictionResolved.v1': z.strictObject({ ...codeFields, resolution: resolutionSchema }),
  'dossier.transferDispatched.v1': z.strictObject({
    attempt: z.int().min(1),
    to: agencyIdSchema,
    copy: copySchema,
    resolution: resolutionSchema.nullable(),
  }),
  /** Also the receipt for a supplement forwarded on paper (`leg: supplement`), which changes no state. */
  'dossier.transferDelivered.v1': z.strictObject({ attempt: z.int().min(1), leg: z.enum(['transfer', 'supplement']) }),
  'dossier.transferAccepted.v1': z.strictObject({ attempt: z.int().min(1) }),
  'dossier.transferRefused.v1': z.strictObject({
    attempt: z.int().min(1),
    reason: z.enum(TRANSFER_REFUSAL_REASONS),
    suggestedAgency: agencyIdSchema.nullable(),
  }),
  'dossier.transferRecalled.v1': z.strictObject({ attempt: z.int().min(1), reason: z.string() }),
  'dossier.transferRedirected.v1': z.strictObject({
    attempt: z.int().min(1),
    to: agencyIdSchema.nullable(),
    copy: copySchema,
    reason: z.string(),
  }),
  'dossier.assigned.v1': z.strictObject({ officerId: officerIdSchema }),
  'dossier.stepStarted.v1': z.strictObject({ step: keySchema }),
  'dossier.stepCompleted.v1': z.strictObject({ step: keySchema }),
  'dossier.consultationRequested.v1': z.strictObject({ consultation: keySchema, agencyId: agencyIdSchema }),
  'dossier.consultationAnswered.v1': z.strictObject({
    consultation: keySchema,
    outcome: z.enum(['agreed', 'disagreed', 'noOpinion']),
  }),
  'dossier.consultationCancelled.v1': z.strictObject({ consultation: keySchema, reason: z.string() }),
  'dossier.supplementRequested.v1': z.strictObject({
    round: z.int().min(1),
    components: z.array(z.string()),
    reason: z.string(),
  }),
  'dossier.supplementProvided.v1': z.strictObject({
    round: z.int().min(1),
    /** `counter`: handed in at the receiving agency, which forwards it; `competent`: straight to the agency that asked. */
    at: z.enum(['counter', 'competent']),
    copy: copySchema,
    documents: documentsSchema,
  }),
  'dossier.paymentRequested.v1': z.strictObject({ feeCode: keySchema, amountVnd: z.int() }),
  'dossier.paymentConfirmed.v1': z.strictObject({ receiptNumber: z.string() }),
  'dossier.suspended.v1': z.strictObject({
    ground: z.enum(SUSPENSION_GROUNDS),
    system: keySchema.nullable(),
    evidence: z.string(),
  }),
  'dossier.resumed.v1': z.strictObject({}),
  'dossier.decided.v1': z.strictObject({ outcome: z.enum(['granted', 'refused']), documents: documentsSchema }),
  'dossier.resultDispatched.v1': z.strictObject({ copy: copySchema }),
  'dossier.resultArrived.v1': z.strictObject({}),
  'dossier.applicantNotified.v1': z.strictObject({ means: z.string() }),
  'dossier.resultReturned.v1': z.strictObject({ means: z.string() }),
  'dossier.withdrawn.v1': z.strictObject({}),
  'dossier.closed.v1': z.strictObject({ ground: z.enum(CLOSE_GROUNDS), legalBasis: z.string() }),
  'dossier.limitExtended.v1': z.strictObject({ by: workDurationSchema, legalBasis: z.string() }),
  'dossier.apologyIssued.v1': z.strictObject({ reason: z.string(), newPromise: instantSchema }),
  'dossier.receptionCorrected.v1': z.strictObject({
    from: instantSchema,
    to: instantSchema,
    reason: z.string(),
    approvedBy: officerIdSchema.nullable(),
    promise: promiseSchema.nullable(),
  }),
  /**
   * The calendar the dossier counts on has another version: from here on its journal reads as if it had been so from the beginning
   * (DESIGN 4.3). `legal:<province>` moves the pin; `desk:<agency>` tells that agency's closures as they are known now.
   */
  'dossier.calendarRestated.v1': z.strictObject({
    calendar: z.string(),
    fromVersion: z.string(),
    toVersion: z.string(),
    notices: z.array(calendarNoticeSchema).min(1),
    clocks: z.array(restatedClockSchema),
    segments: z.array(restatedSegmentSchema),
  }),
  /**
   * The budgets of the legs still to come, cut anew (ADR 0021): what was left of the limit, and for each of those legs what it may
   * use, minutes already used included. `dueAt`: when it is due if every leg before it takes all it may; null while the limit rests
   * or where the calendar does not reach.
   */
  'dossier.subDeadlinesRecut.v1': z.strictObject({
    policy: z.enum(SUB_DEADLINE_POLICIES),
    cause: z.strictObject({ seq: z.int().min(1), type: z.string() }),
    /** Working minutes left of the limit; negative: overrun. */
    remainingMinutes: z.int(),
    /** By how much the minimum works exceed what is left; 0 where everything fits in. */
    shortByMinutes: z.int().min(0),
    legs: z
      .array(
        z.strictObject({
          leg: z.string(),
          publishedMinutes: z.int(),
          minimumWorkMinutes: z.int(),
          usedMinutes: z.int(),
          fromMinutes: z.int(),
          toMinutes: z.int(),
          dueAt: instantSchema.nullable(),
        }),
      )
      .min(1),
  }),
  'dossier.clockWarned.v1': z.strictObject({ ...rungFields, percent: z.int() }),
  /** `rungAt` is the true instant of the breach, whenever it was noticed. */
  'dossier.clockBreached.v1': z.strictObject(rungFields),
  'dossier.transferLapsed.v1': z.strictObject({ attempt: z.int().min(1), ...rungFields }),
};

export const EVENT_DATA = eventData;
export type EventType = keyof typeof eventData;
export type EventData<Type extends EventType> = z.infer<(typeof eventData)[Type]>;
export const EVENT_TYPES = Object.keys(eventData) as readonly EventType[];

/** A fact as `decide` makes it: it has no id, place in the journal or hash yet. `phase` is the state after it. */
export type Fact = {
  [Type in EventType]: {
    readonly type: Type;
    readonly occurredAt: z.infer<typeof instantSchema>;
    readonly phase: (typeof PHASES)[number];
    readonly data: EventData<Type>;
  };
}[EventType];
export type FactOf<Type extends EventType> = Extract<Fact, { type: Type }>;

const envelope = {
  id: z.uuid(),
  dossierId: dossierIdSchema,
  seq: z.int().min(1),
  occurredAt: instantSchema,
  recordedAt: instantSchema,
  actor: actorSchema,
  phase: z.enum(PHASES),
  prevHash: z.string(),
  hash: z.string(),
};
export const EVENT_ENVELOPE = envelope;

/** A fact in the journal: append-only, numbered per dossier, chained by hash, with both its times (law 1). */
export type DossierEvent = Fact & {
  readonly id: string;
  readonly dossierId: z.infer<typeof dossierIdSchema>;
  readonly seq: number;
  readonly recordedAt: z.infer<typeof instantSchema>;
  readonly actor: z.infer<typeof actorSchema>;
  readonly prevHash: string;
  readonly hash: string;
};

export type EventOf<Type extends EventType> = Extract<DossierEvent, { type: Type }>;

/** Facts that are no act of a party: they raise `seq` but not `version`, so a page does not go stale by itself (DESIGN §5). */
const NOT_AN_ACT: ReadonlySet<EventType> = new Set<EventType>([
  'dossier.transferDelivered.v1',
  'dossier.resultArrived.v1',
  'dossier.subDeadlinesRecut.v1',
  'dossier.calendarRestated.v1',
  'dossier.clockWarned.v1',
  'dossier.clockBreached.v1',
  'dossier.transferLapsed.v1',
]);
export function isAct(type: EventType): boolean {
  return !NOT_AN_ACT.has(type);
}

/** Facts the engine finds out by itself; they carry the time of detection and never move the dossier's last fact. */
const DETECTED: ReadonlySet<EventType> = new Set<EventType>([
  'dossier.calendarRestated.v1',
  'dossier.clockWarned.v1',
  'dossier.clockBreached.v1',
  'dossier.transferLapsed.v1',
]);
export function isDetected(type: EventType): boolean {
  return DETECTED.has(type);
}
