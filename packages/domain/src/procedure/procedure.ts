/** The procedure version: what an admin configures and what a dossier is pinned to (DESIGN 4.5). Immutable once published. */
import { z } from 'zod';
import { keySchema, procedureCodeSchema } from '../kernel/ids.js';
import { calendarDaysSchema, durationSchema, workDurationSchema } from '../time/duration.js';

const isoDaySchema = z.iso.date();
const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The ways of a synthesis (`feasibility/cut-order.ts`), chosen for the run of a dossier. */
export const SUB_DEADLINE_POLICIES = ['proportional', 'reserveForDecider', 'firstCome'] as const;

/** Keys name clocks, regions and limits: two of one name would be one. */
const hasDistinctKeys = (rules: readonly { key: string }[]): boolean =>
  new Set(rules.map(({ key }) => key)).size === rules.length;

/** A leg's budget counts on the legal calendar; its minimum work is minutes of the holder's desk (DESIGN 4.6). */
const legSchema = z.strictObject({
  budget: workDurationSchema,
  minimumWorkMinutes: z.int().min(0).max(100_000).default(0),
  /** Shared systems this leg cannot do without; an outage of one relieves it. */
  requires: z.array(keySchema).default([]),
});

const stepSchema = legSchema.extend({ key: keySchema, name: z.string().min(1), nameEn: z.string().min(1) });

const consultationSchema = legSchema.extend({
  key: keySchema,
  name: z.string().min(1),
  nameEn: z.string().min(1),
  /** The legal clock stands still while this consultation is open. */
  pausesLegalClock: z.boolean(),
  /** The decision waits for the answer. */
  requiredForDecision: z.boolean(),
});

const caseSchema = z.strictObject({
  key: keySchema,
  name: z.string().min(1),
  nameEn: z.string().min(1),
  /** The statutory limit per channel; null where the law gives none that a clock may use. */
  limits: z.strictObject({
    counter: durationSchema.nullable(),
    online: durationSchema.nullable(),
    post: durationSchema.nullable(),
  }),
});

export const procedureVersionSchema = z.strictObject({
  code: procedureCodeSchema,
  version: z.int().min(1),
  /** Which `buildMachine` built its machine; old builders stay until no dossier uses them. */
  builderVersion: z.literal(1),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  field: z.string().min(1),
  level: z.enum(['ministry', 'province', 'commune']),
  legalBasis: z.array(z.string().min(1)).min(1),
  effectiveFrom: isoDaySchema,
  effectiveTo: isoDaySchema.nullable(),
  /** Set where some figure is assumed for demonstration; shown to users wherever the procedure is. */
  illustration: z.strictObject({ why: z.string().min(1), whyEn: z.string().min(1) }).nullable(),
  boundaryScope: z.enum(['none', 'province', 'nation']),
  competence: z.strictObject({
    criterion: z.enum(['residence', 'assetLocation', 'headOffice', 'any']),
    level: z.enum(['commune', 'province']),
  }),
  cases: z.array(caseSchema).min(1).refine(hasDistinctKeys),
  clockStart: z.enum(['reception', 'competentReceipt']),
  transferExcluded: z.boolean(),
  transferCutoff: timeOfDaySchema.nullable(),
  limitCutoff: timeOfDaySchema.nullable(),
  legalEnd: z.enum(['decided', 'readyForReturn']),
  promiseGranularity: z.enum(['minute', 'halfDay', 'day']),
  legs: z.strictObject({
    reception: legSchema,
    transfer: legSchema,
    delivery: legSchema,
    acceptance: legSchema,
    resultTransfer: legSchema,
  }),
  steps: z.array(stepSchema).refine(hasDistinctKeys),
  consultations: z.array(consultationSchema).refine(hasDistinctKeys),
  payment: z.strictObject({ timeout: calendarDaysSchema, pausesLegalClock: z.boolean() }).nullable(),
  supplement: z.strictObject({
    policy: z.enum(['pause', 'restart', 'run']),
    maxRounds: z.int().min(0).max(5),
    timeout: calendarDaysSchema,
  }),
  extension: z
    .strictObject({ times: z.int().min(1).max(3), maximum: workDurationSchema, legalBasis: z.string().min(1) })
    .nullable(),
  /**
   * Whether the budgets of what is still to come are cut anew when a leg ends early or late, and who then gives or gets first (ADR
   * 0021). Absent: budgets stay as they are written here.
   */
  subDeadlines: z.strictObject({ policy: z.enum(SUB_DEADLINE_POLICIES) }).optional(),
  /** Shares of a budget, in percent, at which a clock warns before it breaches. */
  warnPercents: z.array(z.int().min(1).max(100)).default([50, 75]),
});

export type ProcedureVersion = z.infer<typeof procedureVersionSchema>;
export type ProcedureCase = ProcedureVersion['cases'][number];
export type Channel = keyof ProcedureCase['limits'];
export type ConsultationRule = ProcedureVersion['consultations'][number];
export type SubDeadlinePolicy = NonNullable<ProcedureVersion['subDeadlines']>['policy'];
export type StepRule = ProcedureVersion['steps'][number];

/** A dossier may bounce this often before only a supervisor may move it (reference: reliability S13). */
export const MAX_BOUNCES = 3;
/** Redirections by a supervisor are bounded too, so that no dossier travels for ever (invariant I15). */
export const MAX_REDIRECTS = 3;
