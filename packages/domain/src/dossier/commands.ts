/** Every command of DESIGN 4.1, one strict schema each. `occurredAt` is the declared time at the counter; left out, it is now. */
import { z } from 'zod';
import { agencyIdSchema, keySchema, officerIdSchema } from '../kernel/ids.js';
import { instantSchema } from '../time/instant.js';
import { workDurationSchema } from '../time/duration.js';
import { areaFactsSchema, copySchema, documentsSchema, intakeSchema } from './intake.js';

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
export const resumeSchema = command('resume', {});
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
export const extendSchema = command('extend', { by: workDurationSchema, legalBasis });
export const apologiseSchema = command('apologise', { reason: reasonCode, newPromise: instantSchema });
export const correctReceptionSchema = command('correctReception', {
  receivedAt: instantSchema,
  reason: reasonCode,
  /** The second person, needed beyond the bound of `CORRECTION_ALONE_MINUTES`. */
  approvedBy: officerIdSchema.optional(),
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
  correctReceptionSchema,
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
export const COMMAND_TYPES: readonly CommandType[] = commandSchema.options.map((option) => option.shape.type.value);

/** A reception time may be corrected by one person within this many minutes; beyond it a second person signs (DESIGN 4.1, 4.8). */
export const CORRECTION_ALONE_MINUTES = 8 * 60;
/** A declared time at most this far ahead of now is clamped to now: clocks of counters are not exact (DESIGN 4.8). */
export const CLOCK_SKEW_TOLERANCE_MINUTES = 2;
