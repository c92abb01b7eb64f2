/** What is taken down when a dossier comes in. Persons and free text are not here: they lie in the private table (DESIGN 4.10). */
import { z } from 'zod';
import { areaInputSchema } from '../jurisdiction/areas.js';
import { keySchema, procedureCodeSchema } from '../kernel/ids.js';

/** The facts a competence criterion asks for. */
export const areaFactsSchema = z.strictObject({
  residence: areaInputSchema.optional(),
  assetLocation: areaInputSchema.optional(),
  headOffice: areaInputSchema.optional(),
});
export type AreaFacts = z.infer<typeof areaFactsSchema>;

/** A document is named by its digest; its bytes never enter an event or a row. `size` in bytes. */
export const documentSchema = z.strictObject({
  component: z.string().min(1).max(80),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0).max(2_000_000_000),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,80}$/),
});
export type DocumentRef = z.infer<typeof documentSchema>;
export const documentsSchema = z.array(documentSchema).max(100);

export const channelSchema = z.enum(['counter', 'online', 'post']);
export const copySchema = z.enum(['electronic', 'paper']);
export type CopyKind = z.infer<typeof copySchema>;

export const intakeSchema = z.strictObject({
  procedureCode: procedureCodeSchema,
  caseKey: keySchema.optional(),
  channel: channelSchema,
  jurisdiction: areaFactsSchema.default({}),
  documents: documentsSchema.default([]),
});
export type Intake = z.infer<typeof intakeSchema>;
