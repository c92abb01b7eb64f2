/** What every report may be asked: of which agency and procedure, from which day to which, how much at once; and a page of its list. */
import { instantSchema, procedureCodeSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { cursorSchema } from '../http/cursor.js';

export const agencyFilter = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional();
export const procedureFilter = procedureCodeSchema.optional();

/** Of the list behind a number. */
export const PAGE = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: cursorSchema };
/** A page of the dossiers behind a number. */
export const dossiersSchema = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    at: instantSchema,
    total: z.int().describe('Of the whole list, not of the page'),
    dossiers: z.array(row),
    next: z.string().nullable(),
  });
export const GROUPS_AT_MOST = z.coerce.number().int().min(1).max(500).default(200);
export const GROUP_KEY = z.string().max(200).optional();

/** For `refine`: a period may be open at either end, but not begin after it ends. */
export const daysInOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;
export const DAY_ORDER = { path: ['to'], message: 'from must not lie after to' };
