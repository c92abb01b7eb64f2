/** The procedure version: what an admin configures and what a dossier is pinned to (DESIGN 4.5). Immutable once published. */
import { z } from 'zod';
import { keySchema, procedureCodeSchema } from '../kernel/ids.js';
import { RISK_RUNG_LEVELS } from '../sla/rungs/low-rung.js';
import { calendarDaysSchema, countedDurationSchema, durationSchema, workDurationSchema } from '../time/duration.js';

const isoDaySchema = z.iso.date();
const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The ways of a synthesis (`feasibility/cut-order.ts`), chosen for the run of a dossier. */
export const SUB_DEADLINE_POLICIES = ['proportional', 'reserveForDecider', 'firstCome'] as const;

/** What an outage of a system that a leg requires gives back: the leg its minutes, or the limit too. */
const OUTAGE_RELIEF_SCOPES = ['leg', 'legAndLimit'] as const;

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

/** Clocks that have a budget, and so rungs. */
export const WARNING_CLOCKS = [
  ...(['reception', 'legal', 'transfer', 'delivery', 'acceptance', 'step', 'consultation'] as const),
  ...(['supplement', 'payment', 'resultTransfer'] as const),
] as const;

/** Working minutes left. A year of working days is more than any limit has. */
const remainingMinutesSchema = z.array(z.int().min(1).max(130_000));

const warnRungsSchema = z.strictObject({
  /** Working minutes of the legal calendar left to the due instant at which a clock warns; the most first. */
  remainingMinutes: remainingMinutesSchema.default([]),
  /** The plan of what is still to come exceeds what is left of the limit: by its budgets (`warning`), by its least works (`high`). */
  risk: z.array(z.enum(RISK_RUNG_LEVELS)).default([]),
  /** Kinds of clocks that warn otherwise: what is named here takes the place of the list for all. */
  perClock: z
    .array(
      z.strictObject({
        clock: z.enum(WARNING_CLOCKS),
        percents: z.array(z.int().min(1).max(100)).optional(),
        remainingMinutes: remainingMinutesSchema.optional(),
      }),
    )
    .default([]),
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
    .strictObject({
      times: z.int().min(1).max(3),
      /** In the unit of the limits: what is added to calendar days is calendar days (DESIGN 4.3). */
      maximum: countedDurationSchema,
      legalBasis: z.string().min(1),
      /** An extension needs a second person of the competent agency beside the one who records it. */
      secondPerson: z.boolean().optional(),
    })
    .nullable(),
  /**
   * Whether the budgets of what is still to come are cut anew when a leg ends early or late, and who then gives or gets first (ADR
   * 0021). Absent: budgets stay as they are written here.
   */
  subDeadlines: z.strictObject({ policy: z.enum(SUB_DEADLINE_POLICIES) }).optional(),
  /**
   * Whether a recorded outage of a shared system relieves the legs that require it, and by which law: their own clocks (`leg`), or the
   * legal limit with them (`legAndLimit`). Absent: it does not (ADR 0028).
   */
  outageRelief: z.strictObject({ scope: z.enum(OUTAGE_RELIEF_SCOPES), legalBasis: z.string().min(1) }).optional(),
  /** Shares of a budget, in percent, at which a clock warns before it breaches. */
  warnPercents: z.array(z.int().min(1).max(100)).default([50, 75]),
  /**
   * Rungs beside those shares (ADR 0023). Absent: the shares alone. The rung of the breach belongs to every clock that has a budget and
   * stands in no list, so that none can take it away.
   */
  warnRungs: warnRungsSchema.optional(),
});

export type ProcedureVersion = z.infer<typeof procedureVersionSchema>;
export type ProcedureCase = ProcedureVersion['cases'][number];
export type Channel = keyof ProcedureCase['limits'];
export type ConsultationRule = ProcedureVersion['consultations'][number];
export type SubDeadlinePolicy = NonNullable<ProcedureVersion['subDeadlines']>['policy'];
export type WarnRungs = NonNullable<ProcedureVersion['warnRungs']>;
export type StepRule = ProcedureVersion['steps'][number];

/** A dossier may bounce this often before only a supervisor may move it (reference: reliability S13). */
export const MAX_BOUNCES = 3;
/** Redirections by a supervisor are bounded too, so that no dossier travels for ever (invariant I15). */
export const MAX_REDIRECTS = 3;
