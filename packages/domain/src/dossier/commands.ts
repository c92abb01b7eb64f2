/** Every command of DESIGN 4.1, one strict schema each. `occurredAt` is the declared time at the counter; left out, it is now. */
import { z } from 'zod';
import { agencyIdSchema, keySchema, officerIdSchema } from '../kernel/ids.js';
import { instantSchema } from '../time/instant.js';
import { countedDurationSchema } from '../time/duration.js';
import { areaFactsSchema, copySchema, documentsSchema, intakeSchema } from './intake.js';
import { RESOLUTIONS } from './revision/revision-facts.js';

const when = { occurredAt: instantSchema.optional() };
const legalBasis = z.string().min(3).max(200);
const reasonCode = z.string().regex(/^[a-z][a-zA-Z0-9-]{1,59}$/);

function command<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), ...when, ...shape });
}

export const submitSchema = command('submit', { intake: intakeSchema });
export const receiveSchema = command('receive', {
  /** Left out when a submitted dossier is received. */
  intake: intakeSchema.optional(),
  /** Take the dossier although nobody competent was found; it waits in `jurisdictionPending`. */
  holdForJurisdiction: z.strictObject({ reason: reasonCode }).optional(),
});
export const refuseReceptionSchema = command('refuseReception', { reason: reasonCode });
export const resolveJurisdictionSchema = command('resolveJurisdiction', {
  jurisdiction: areaFactsSchema.optional(),
  /** A coordinator may name the agency himself, with the text he relies on. */
  decision: z.strictObject({ agencyId: agencyIdSchema, legalBasis }).optional(),
});
export const transferSchema = command('transfer', {
  copy: copySchema,
  /** After a return: corrected facts by which the competent agency is found again. */
  jurisdiction: areaFactsSchema.optional(),
});
export const confirmDeliverySchema = command('confirmDelivery', {});
export const acceptTransferSchema = command('acceptTransfer', {});
export const TRANSFER_REFUSAL_REASONS = ['wrongJurisdiction', 'incompleteCopy', 'unreadable', 'duplicate'] as const;
export type TransferRefusalReason = (typeof TRANSFER_REFUSAL_REASONS)[number];
export const refuseTransferSchema = command('refuseTransfer', {
  reason: z.enum(TRANSFER_REFUSAL_REASONS),
  suggestedAgency: agencyIdSchema.optional(),
});
export const recallTransferSchema = command('recallTransfer', { reason: reasonCode });
export const redirectTransferSchema = command('redirectTransfer', {
  /** Another agency, or null to hand the dossier back to the receiver. */
  to: agencyIdSchema.nullable(),
  copy: copySchema.default('electronic'),
  reason: reasonCode,
});
export const assignSchema = command('assign', { officerId: officerIdSchema });
export const startStepSchema = command('startStep', { step: keySchema });
export const completeStepSchema = command('completeStep', { step: keySchema });
export const requestConsultationSchema = command('requestConsultation', {
  consultation: keySchema,
  agencyId: agencyIdSchema,
});
export const answerConsultationSchema = command('answerConsultation', {
  consultation: keySchema,
  outcome: z.enum(['agreed', 'disagreed', 'noOpinion']),
});
export const cancelConsultationSchema = command('cancelConsultation', { consultation: keySchema, reason: reasonCode });
export const requestSupplementSchema = command('requestSupplement', {
  components: z.array(z.string().min(1).max(80)).min(1).max(50),
  reason: reasonCode,
});
export const provideSupplementSchema = command('provideSupplement', {
  copy: copySchema,
  documents: documentsSchema.default([]),
});
export const requestPaymentSchema = command('requestPayment', {
  feeCode: keySchema,
  /** Whole đồng. */
  amountVnd: z.int().min(1).max(100_000_000_000),
});
export const confirmPaymentSchema = command('confirmPayment', {
  receiptNumber: z.string().regex(/^[A-Za-z0-9./-]{1,40}$/),
});
export const SUSPENSION_GROUNDS = ['systemOutage', 'courtOrder', 'forceMajeure'] as const;
export const suspendSchema = command('suspend', {
  ground: z.enum(SUSPENSION_GROUNDS),
  /** Which shared system failed; named with ground `systemOutage`. */
  system: keySchema.optional(),
  evidence: z.string().regex(/^[A-Za-z0-9./:_-]{3,120}$/),
});
export const resumeSchema = command('resume', {
  /** What ended the ground: the report of the repair, the decision that lifts the order. */
  evidence: z
    .string()
    .regex(/^[A-Za-z0-9./:_-]{3,120}$/)
    .optional(),
});
export const decideSchema = command('decide', {
  outcome: z.enum(['granted', 'refused']),
  documents: documentsSchema.default([]),
});
export const dispatchResultSchema = command('dispatchResult', { copy: copySchema });
export const confirmResultArrivalSchema = command('confirmResultArrival', {});
export const notifyApplicantSchema = command('notifyApplicant', {
  means: z.enum(['sms', 'email', 'phone', 'portal', 'counter']),
});
export const returnResultSchema = command('returnResult', { means: z.enum(['counter', 'post', 'electronic']) });
export const withdrawSchema = command('withdraw', {});
export const CLOSE_GROUNDS = ['supplementTimeout', 'paymentTimeout', 'courtOrder', 'legalGround'] as const;
export const closeSchema = command('close', { ground: z.enum(CLOSE_GROUNDS), legalBasis });
export const extendSchema = command('extend', {
  /** In the unit of the limit: working time, or calendar days. */
  by: countedDurationSchema,
  legalBasis,
  reason: reasonCode.optional(),
  /** The second person, where the procedure asks for one. */
  approvedBy: officerIdSchema.optional(),
});
export const apologiseSchema = command('apologise', { reason: reasonCode, newPromise: instantSchema });
export const APOLOGY_MEANS = ['counter', 'post', 'sms', 'email', 'phone', 'portal'] as const;
export const deliverApologySchema = command('deliverApology', { means: z.enum(APOLOGY_MEANS) });
export const correctReceptionSchema = command('correctReception', {
  receivedAt: instantSchema,
  reason: reasonCode,
  /** The second person, needed beyond the bound of `CORRECTION_ALONE_MINUTES`. */
  approvedBy: officerIdSchema.optional(),
});

/** Which fact, by its number in the journal; `part`: of several entered together which, from 1. */
export const correctTimeSchema = command('correctTime', {
  seq: z.int().min(1),
  part: z.int().min(1).optional(),
  /** When it really happened. */
  to: instantSchema,
  reason: reasonCode,
  /** The second person, needed beyond the bound of `CORRECTION_ALONE_MINUTES`. */
  approvedBy: officerIdSchema.optional(),
});

const then = { occurredAt: instantSchema };
/** What may be entered behind facts that came later; why the others may not stands in ADR 0027. */
const lateCommandSchema = z.discriminatedUnion('type', [
  assignSchema.extend(then),
  startStepSchema.extend(then),
  completeStepSchema.extend(then),
  requestConsultationSchema.extend(then),
  cancelConsultationSchema.extend(then),
  requestSupplementSchema.extend(then),
  provideSupplementSchema.extend(then),
  suspendSchema.extend(then),
  resumeSchema.extend(then),
  notifyApplicantSchema.extend(then),
]);
export const enterLateSchema = command('enterLate', {
  /** In the order in which they happened. */
  facts: z.array(lateCommandSchema).min(1).max(20),
  reason: reasonCode,
  /** The second person, needed where the first of them happened longer ago than `CORRECTION_ALONE_MINUTES`. */
  approvedBy: officerIdSchema.optional(),
});
export const resolveConflictSchema = command('resolveConflict', {
  /** Number of the conflict's fact in the journal. */
  conflict: z.int().min(1),
  resolution: z.enum(RESOLUTIONS),
  reason: reasonCode,
});

export const commandSchema = z.discriminatedUnion('type', [
  submitSchema,
  receiveSchema,
  refuseReceptionSchema,
  resolveJurisdictionSchema,
  transferSchema,
  confirmDeliverySchema,
  acceptTransferSchema,
  refuseTransferSchema,
  recallTransferSchema,
  redirectTransferSchema,
  assignSchema,
  startStepSchema,
  completeStepSchema,
  requestConsultationSchema,
  answerConsultationSchema,
  cancelConsultationSchema,
  requestSupplementSchema,
  provideSupplementSchema,
  requestPaymentSchema,
  confirmPaymentSchema,
  suspendSchema,
  resumeSchema,
  decideSchema,
  dispatchResultSchema,
  confirmResultArrivalSchema,
  notifyApplicantSchema,
  returnResultSchema,
  withdrawSchema,
  closeSchema,
  extendSchema,
  apologiseSchema,
  deliverApologySchema,
  correctReceptionSchema,
  correctTimeSchema,
  enterLateSchema,
  resolveConflictSchema,
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
export const COMMAND_TYPES: readonly CommandType[] = commandSchema.options.map((option) => option.shape.type.value);

/** A reception time may be corrected by one person within this many minutes; beyond it a second person signs (DESIGN 4.1, 4.8). */
export const CORRECTION_ALONE_MINUTES = 8 * 60;
/** A declared time at most this far ahead of now is clamped to now: clocks of counters are not exact (DESIGN 4.8). */
export const CLOCK_SKEW_TOLERANCE_MINUTES = 2;

/** Receipts and opinions: they come from other houses at their own pace, and any order of them gives the same clocks (DESIGN 4.8). */
export const INDEPENDENT_COMMANDS = ['confirmDelivery', 'answerConsultation', 'confirmResultArrival'] as const;

/** Whether the decision may have to read the whole journal: a correction, an entry behind later facts, or what could be one. */
export function asksHistory({ type, occurredAt }: Command): boolean {
  if (occurredAt !== undefined && INDEPENDENT_COMMANDS.some((each) => each === type)) return true;
  return type === 'correctReception' || type === 'correctTime' || type === 'enterLate' || type === 'resolveConflict';
}
