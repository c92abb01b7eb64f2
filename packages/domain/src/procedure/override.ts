/** Limits and clock policies of the demonstration set, where the national list has no usable unit (procedure_overrides.csv). */
import { z } from 'zod';
import { csvField } from '../jurisdiction/csv.js';
import type { CsvRecord } from '../jurisdiction/csv.js';
import { procedureCodeSchema } from '../kernel/ids.js';
import { durationSchema } from '../time/duration.js';
import { timeOfDaySchema } from '../time/time-of-day.js';

export const procedureOverrideSchema = z.strictObject({
  code: procedureCodeSchema,
  limit: durationSchema,
  limitCutoff: timeOfDaySchema.nullable(),
  transferCutoff: timeOfDaySchema.nullable(),
  clockStart: z.enum(['reception', 'competentReceipt']),
  transferExcluded: z.boolean(),
  boundaryScope: z.enum(['none', 'province', 'nation']),
  /** How the limit is divided, in words; null where it is not. */
  legs: z.string().nullable(),
  why: z.string().min(1),
  source: z.string().min(1),
  verified: z.enum(['yes', 'partial', 'no']),
  /** The source says that something in the row is assumed for demonstration. */
  illustration: z.boolean(),
});
export type ProcedureOverride = z.infer<typeof procedureOverrideSchema>;

/** One row of procedure_overrides.csv. Throws a zod error for a row that is none. */
export function procedureOverride(row: CsvRecord): ProcedureOverride {
  const optional = (name: string): string | null => csvField(row, name) || null;
  const why = csvField(row, 'why');
  const excluded = csvField(row, 'transfer_excluded');
  return procedureOverrideSchema.parse({
    code: csvField(row, 'code'),
    limit: csvField(row, 'limit'),
    limitCutoff: optional('limit_cutoff'),
    transferCutoff: optional('transfer_cutoff'),
    clockStart: csvField(row, 'clock_start'),
    transferExcluded: excluded === 'yes' ? true : excluded === 'no' ? false : excluded,
    boundaryScope: csvField(row, 'boundary_scope'),
    legs: optional('legs'),
    why,
    source: csvField(row, 'source'),
    verified: csvField(row, 'verified'),
    illustration: why.includes('ILLUSTRATION'),
  });
}
