/** A conflict as the queue shows it: what was claimed, what stands against it, and where it is settled. */
import { EVENT_DATA, instantSchema } from '@lien-thong/domain';
import type { AgencyId, Directory, EventData, Instant } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';
import { cursorSchema } from '../http/cursor.js';

export const conflictQuerySchema = z.strictObject({
  state: z.enum(['open', 'settled', 'all']).default('open'),
  asOf: instantSchema.optional().describe('Như đã biết vào thời điểm đó · as it was known at that moment'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursorSchema,
});
export type ConflictsAsked = z.infer<typeof conflictQuerySchema>;

const { claim, contradicts } = EVENT_DATA['dossier.conflictFound.v1'].shape;
const { settled } = EVENT_DATA['dossier.conflictResolved.v1'].shape;

const conflictSchema = z.strictObject({
  dossier: z.string().describe('Mã hồ sơ · code of the dossier'),
  conflict: z.int().describe('Number of the conflict in the journal of the dossier, for resolveConflict'),
  foundAt: instantSchema,
  claimedBy: agencyRefSchema.nullable(),
  claim,
  contradicts,
  rule: z.string().describe('The code by which the later fact would have been refused'),
  settledAt: instantSchema.nullable(),
  settled: settled.nullable(),
});
export const conflictListSchema = z
  .strictObject({ at: instantSchema, conflicts: z.array(conflictSchema), next: z.string().nullable() })
  .meta({ id: 'ConflictList' });

type Resolution = EventData<'dossier.conflictResolved.v1'>['settled'];
export interface ConflictRow {
  readonly dossierId: string;
  readonly code: string;
  readonly seq: number;
  readonly id: string;
  readonly foundAt: Instant;
  readonly agencyId: AgencyId | null;
  readonly data: EventData<'dossier.conflictFound.v1'>;
  readonly settledAt: Instant | null;
  readonly settled: Resolution | null;
}

export type ConflictListView = z.infer<typeof conflictListSchema>;

export function conflictView(row: ConflictRow, directory: Directory): ConflictListView['conflicts'][number] {
  const { code, seq, foundAt, agencyId, data, settledAt, settled: as } = row;
  return {
    dossier: code,
    conflict: seq,
    foundAt,
    claimedBy: agencyId === null ? null : agencyRef(directory, agencyId),
    ...data,
    settledAt,
    settled: as,
  };
}
