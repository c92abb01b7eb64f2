import { z } from 'zod';
import { agencyIdSchema, officerIdSchema } from './ids.js';
import type { AgencyId } from './ids.js';

/**
 * Who acts. `clerk` is a person or the software of an agency; `supervisor` watches over an area; `engine` is this system
 * (sweep, receipts for console-only agencies). Only this much is journalled: who a person is lives elsewhere.
 */
export const actorSchema = z.strictObject({
  kind: z.enum(['clerk', 'supervisor', 'engine']),
  agencyId: agencyIdSchema.nullable(),
  officerId: officerIdSchema.nullable(),
});
export type Actor = z.infer<typeof actorSchema>;

/** An actor with the agencies under his supervision that matter for the dossier at hand: gathered per command, never journalled. */
export interface ActingParty extends Actor {
  readonly supervises: readonly AgencyId[];
}

export const ENGINE: ActingParty = { kind: 'engine', agencyId: null, officerId: null, supervises: [] };
