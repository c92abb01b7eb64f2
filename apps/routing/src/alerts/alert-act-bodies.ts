/** Bodies of the acts on alerts, and their answer. */
import { ALERT_STATES, instantSchema, officerIdSchema } from '@lien-thong/domain';
import { z } from 'zod';

const reasonCode = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{1,59}$/)
  .describe('Mã lý do theo danh mục của đơn vị, không phải câu văn · a code of your own list, never a sentence');

export const acknowledgeSchema = z.strictObject({ reason: reasonCode.optional() });
export const snoozeSchema = z.strictObject({ until: instantSchema, reason: reasonCode.optional() });
export const unsnoozeSchema = z.strictObject({});
export const assignAlertSchema = z.strictObject({ officerId: officerIdSchema });
export const resolveAlertSchema = z.strictObject({ reason: reasonCode });
export type AlertActBody<Schema extends z.ZodType> = z.infer<Schema>;

export const actedOnAlertSchema = z
  .strictObject({
    id: z.uuid(),
    version: z.int().describe('Acts of persons on it: the ETag is made of it'),
    state: z.enum(ALERT_STATES),
    n: z.int().describe('Number of the event that was written'),
    replayed: z.boolean().describe('The same request under the same key was done before'),
  })
  .meta({ id: 'ActedOnAlert' });
export type ActedOnAlertView = z.infer<typeof actedOnAlertSchema>;
