/** Names beside the codes of a report. */
import { dayOf, isRefusal, minuteOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import { z } from 'zod';
import type { LiveReference } from '../reference/live-reference.js';
import type { Names } from './report-view.js';

export const procedureRefSchema = z
  .strictObject({ code: z.string(), name: z.string(), nameEn: z.string() })
  .meta({ id: 'ProcedureRef' });

/** Names of what is in force at that instant. */
export function namesAt(reference: LiveReference, at: Instant): Names {
  const day = dayOf(minuteOf(at));
  const procedure = (code: string) => {
    const found = reference.procedureInForce(code, day);
    return isRefusal(found) ? null : found;
  };
  return { directory: reference.directory, procedure };
}

/** A procedure by the name it has now; by its code alone where none is in force. */
export function procedureRef({ procedure }: Names, code: string): z.infer<typeof procedureRefSchema> {
  const found = procedure(code);
  return { code, name: found?.name ?? code, nameEn: found?.nameEn ?? code };
}
