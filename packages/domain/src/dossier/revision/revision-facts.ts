/** Facts that say how a journal is to be read, or that a claim would make it illegal: none of them is a thing that happened to the dossier. */
import { z } from 'zod';
import { keySchema, officerIdSchema } from '../../kernel/ids.js';
import { PHASES } from '../../procedure/phase.js';
import { instantSchema } from '../../time/instant.js';

const LATE_FACTS = [
  'dossier.assigned.v1',
  'dossier.stepStarted.v1',
  'dossier.stepCompleted.v1',
  'dossier.consultationRequested.v1',
  'dossier.consultationAnswered.v1',
  'dossier.consultationCancelled.v1',
  'dossier.supplementRequested.v1',
  'dossier.supplementProvided.v1',
  'dossier.suspended.v1',
  'dossier.resumed.v1',
  'dossier.applicantNotified.v1',
  'dossier.transferDelivered.v1',
  'dossier.resultArrived.v1',
] as const;
type LateFactType = (typeof LATE_FACTS)[number];

/** Whether a fact of this type can be entered, or claimed, behind others that are known already. */
export function isLateFact(type: string): type is LateFactType {
  return LATE_FACTS.some((each) => each === type);
}

/** A fact learnt late, with the phase it leads to at its place. `after`: the fact it stood behind when it was entered. */
function lateFact<Type extends LateFactType, Data extends z.ZodType>(type: Type, data: Data) {
  return z.strictObject({
    type: z.literal(type),
    occurredAt: instantSchema,
    phase: z.enum(PHASES),
    after: z.int().min(1),
    data,
  });
}

/** What the revisions are made of: schemas of the facts themselves, of a clock that moved, and of a promise. */
interface Parts {
  readonly facts: { readonly [Type in LateFactType]: z.ZodType };
  readonly clock: z.ZodType;
  readonly promise: z.ZodType;
}

function anyLateFact<Facts extends Parts['facts']>(facts: Facts) {
  return z.discriminatedUnion('type', [
    lateFact('dossier.assigned.v1', facts['dossier.assigned.v1']),
    lateFact('dossier.stepStarted.v1', facts['dossier.stepStarted.v1']),
    lateFact('dossier.stepCompleted.v1', facts['dossier.stepCompleted.v1']),
    lateFact('dossier.consultationRequested.v1', facts['dossier.consultationRequested.v1']),
    lateFact('dossier.consultationAnswered.v1', facts['dossier.consultationAnswered.v1']),
    lateFact('dossier.consultationCancelled.v1', facts['dossier.consultationCancelled.v1']),
    lateFact('dossier.supplementRequested.v1', facts['dossier.supplementRequested.v1']),
    lateFact('dossier.supplementProvided.v1', facts['dossier.supplementProvided.v1']),
    lateFact('dossier.suspended.v1', facts['dossier.suspended.v1']),
    lateFact('dossier.resumed.v1', facts['dossier.resumed.v1']),
    lateFact('dossier.applicantNotified.v1', facts['dossier.applicantNotified.v1']),
    lateFact('dossier.transferDelivered.v1', facts['dossier.transferDelivered.v1']),
    lateFact('dossier.resultArrived.v1', facts['dossier.resultArrived.v1']),
  ]);
}

/** Which fact: its place in the journal, and for one of several entered together which of them, from 1. */
const correctedFact = { seq: z.int().min(1), part: z.int().min(1).nullable(), type: z.string() };

export const RESOLUTIONS = ['kept', 'superseded'] as const;

/** The schemas of the four facts, made of those of the others. */
export function revisionFacts<const Given extends Parts>({ facts, clock, promise }: Given) {
  const late = anyLateFact<Given['facts']>(facts);
  const second = { reason: z.string(), approvedBy: officerIdSchema.nullable() };
  return {
    /** The time of a declared fact put right: the journal reads as if it had been declared so (DESIGN 4.8). `clocks`: what that moves. */
    'dossier.timeCorrected.v1': z.strictObject({
      ...correctedFact,
      from: instantSchema,
      to: instantSchema,
      ...second,
      /** Of a reception: the promise that follows from its new time. */
      promise: (promise as Given['promise']).nullable(),
      /** Of a fact about an opinion: which consultation. */
      opinion: keySchema.nullable(),
      clocks: z.array(clock as Given['clock']),
    }),
    /** Facts learnt after others that came later: the journal reads as if they had stood at their place. */
    'dossier.lateFactsEntered.v1': z.strictObject({
      facts: z.array(late).min(1),
      ...second,
      clocks: z.array(clock as Given['clock']),
    }),
    /**
     * A claim about the past that contradicts a fact in the journal. Nothing of it takes effect: somebody must find out which of the
     * two is true. `rule`: the code by which the later fact would have been refused.
     */
    'dossier.conflictFound.v1': z.strictObject({
      claim: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('lateFacts'), facts: z.array(late).min(1), reason: z.string().nullable() }),
        z.strictObject({
          kind: z.literal('timeCorrection'),
          ...correctedFact,
          from: instantSchema,
          to: instantSchema,
          reason: z.string(),
        }),
      ]),
      contradicts: z.strictObject({ seq: z.int().min(1), type: z.string() }),
      rule: z.string(),
    }),
    /** `kept`: the journal was right. `superseded`: it has been put right since, and the claim stands. */
    'dossier.conflictResolved.v1': z.strictObject({
      conflict: z.int().min(1),
      settled: z.enum(RESOLUTIONS),
      reason: z.string(),
    }),
  };
}
