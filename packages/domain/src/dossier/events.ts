/**
 * Every fact of DESIGN 4.1: one schema each, whose literal `type` is the wire name with its version.
 * A released schema never changes; a new version stands beside it. No personal data (law 11).
 */
import { z } from 'zod';
import { AMENDMENT_POLICIES, LIMIT_MEASURES } from '../amendment/policies.js';
import { actorSchema } from '../kernel/actor.js';
import { agencyIdSchema, dossierIdSchema, keySchema, officerIdSchema } from '../kernel/ids.js';
import { PHASES } from '../procedure/phase.js';
import { SUB_DEADLINE_POLICIES } from '../procedure/procedure.js';
import { countedDurationSchema, durationSchema, workDurationSchema } from '../time/duration.js';
import { lowRungSchema } from '../sla/rungs/low-rung.js';
import { instantSchema } from '../time/instant.js';
import { APOLOGY_MEANS, CLOSE_GROUNDS, SUSPENSION_GROUNDS, TRANSFER_REFUSAL_REASONS } from './commands.js';
import { areaFactsSchema, copySchema, documentsSchema } from './intake.js';
import { revisionFacts } from './revision/revision-facts.js';
import {
  pinSchema,
  resolutionSchema,
  promiseSchema,
  calendarNoticeSchema,
  restatedClockSchema,
  restatedSegmentSchema,
  relievedClockSchema,
  movedStretchSchema,
} from './event-parts.js';

export { isAct, isDeclared, isDetected, isRemark } from './event-kinds.js';
export type { Pin, ResolutionFact, PromiseFact, CalendarNotice } from './event-parts.js';

const codeFields = { code: z.string(), codeProvisional: z.boolean() };
const rungFields = { clockId: z.string(), epoch: z.int().min(1), rungAt: instantSchema };

const happenings = {
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
  /** `evidence`: what ended the ground, where it is known. */
  'dossier.resumed.v1': z.strictObject({ evidence: z.string().optional() }),
  'dossier.decided.v1': z.strictObject({ outcome: z.enum(['granted', 'refused']), documents: documentsSchema }),
  'dossier.resultDispatched.v1': z.strictObject({ copy: copySchema }),
  'dossier.resultArrived.v1': z.strictObject({}),
  'dossier.applicantNotified.v1': z.strictObject({ means: z.string() }),
  'dossier.resultReturned.v1': z.strictObject({ means: z.string() }),
  'dossier.withdrawn.v1': z.strictObject({}),
  'dossier.closed.v1': z.strictObject({ ground: z.enum(CLOSE_GROUNDS), legalBasis: z.string() }),
  /**
   * In the unit of the limit. `promise`: where what was promised moves with the limit; null where no date can be computed, absent
   * where the promise stays.
   */
  'dossier.limitExtended.v1': z.strictObject({
    by: countedDurationSchema,
    legalBasis: z.string(),
    reason: z.string().optional(),
    approvedBy: officerIdSchema.optional(),
    promise: promiseSchema.nullable().optional(),
  }),
  'dossier.apologyIssued.v1': z.strictObject({ reason: z.string(), newPromise: instantSchema }),
  /** The letter of the competent agency, handed to the applicant by the receiving one. */
  'dossier.apologyDelivered.v1': z.strictObject({ means: z.enum(APOLOGY_MEANS) }),
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
   * The dossier comes under another version of its procedure (ADR 0029): what is before it in the journal was reckoned by the version
   * before, what follows is by this one. With `reverts` the amendment at that place is taken back, and the journal reads as if it
   * had never been. `legs`: whose budget differs between the versions.
   */
  'dossier.versionAmended.v1': z.strictObject({
    amendmentId: z.uuid(),
    fromVersion: z.int().min(1),
    toVersion: z.int().min(1),
    policy: z.enum(AMENDMENT_POLICIES).exclude(['grandfather']),
    reverts: z.int().min(1).nullable(),
    limitBefore: durationSchema,
    limit: durationSchema,
    limitBy: z.enum(LIMIT_MEASURES),
    /** Who asked for it and who approved it: `person:<officer id>` or `software:<agency id>`. */
    requestedBy: z.string(),
    approvedBy: z.string(),
    legs: z.array(
      z.strictObject({
        leg: z.string(),
        before: workDurationSchema.nullable(),
        after: workDurationSchema.nullable(),
      }),
    ),
    clocks: z.array(restatedClockSchema),
  }),
  /**
   * An outage of a shared system, recorded by two persons, relieves the dossier (ADR 0028): from here on its journal reads as if the
   * interval had been known. A later revision of the same outage takes the place of the former; `cancelled` takes it back altogether.
   */
  'dossier.outageRelieved.v1': z.strictObject({
    outageId: z.uuid(),
    revision: z.int().min(1),
    system: keySchema,
    from: instantSchema,
    to: instantSchema,
    cancelled: z.boolean(),
    /** False where this revision gives the dossier nothing, which a former one did. */
    relieves: z.boolean(),
    evidence: z.strictObject({ reference: z.string(), sha256: z.string().nullable() }),
    legalBasis: z.string(),
    clocks: z.array(relievedClockSchema),
    segments: z.array(movedStretchSchema),
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
  /** So much time is left, or the plan of what is still to come is more than that (ADR 0023). `rungAt`: the true first instant. */
  'dossier.clockRunsLow.v1': z.strictObject({ ...rungFields, rung: lowRungSchema }),
  /** `rungAt` is the true instant of the breach, whenever it was noticed. */
  'dossier.clockBreached.v1': z.strictObject(rungFields),
  'dossier.transferLapsed.v1': z.strictObject({ attempt: z.int().min(1), ...rungFields }),
};

const eventData = {
  ...happenings,
  ...revisionFacts({ facts: happenings, clock: restatedClockSchema, promise: promiseSchema }),
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
