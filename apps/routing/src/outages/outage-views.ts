/** Outages as they are shown: what holds, what is proposed, who did it, and what became of the dossiers. */
import { z } from 'zod';
import { actSchema, actView } from '../procedures/authorship.js';
import type { OutageRevision } from './outage-rows.js';

const instant = z.string().describe('RFC 3339, UTC');

const revisionSchema = z
  .strictObject({
    revision: z.int(),
    kind: z.enum(['record', 'correct', 'cancel']),
    state: z.enum(['proposed', 'approved', 'dropped']),
    from: instant,
    to: instant.nullable().describe('null: chưa kết thúc · not over yet'),
    evidence: z.strictObject({ reference: z.string(), sha256: z.string().nullable() }),
    reason: z.string(),
    digest: z.string().describe('SHA-256 của toàn bộ nội dung; người duyệt nêu lại · what the approver names'),
    proposed: actSchema,
    approved: actSchema.nullable(),
  })
  .meta({ id: 'OutageRevision' });

/** Working minutes that went from one owner to another. */
const movedSchema = z.strictObject({
  from: z.string().describe('Cơ quan, hoặc loại bên giữ phút · an agency, or a kind of owner'),
  to: z.string(),
  minutes: z.int(),
});

export const reliefFiguresSchema = z.strictObject({
  dossiers: z.int().describe('Hồ sơ được ghi sự kiện · dossiers that were told something'),
  movedClocks: z.int(),
  withdrawnBreaches: z
    .int()
    .describe('Vi phạm được rút vì thực ra chưa xảy ra · breaches that have not happened after all'),
  movedMinutes: z.array(movedSchema),
});

const runSchema = z
  .strictObject({
    revision: z.int(),
    state: z.enum(['running', 'done', 'incomplete', 'superseded']),
    candidates: z.int().describe('Hồ sơ phải xem · dossiers to be looked at'),
    ...reliefFiguresSchema.shape,
    stuck: z.int(),
    batches: z.int(),
    requestedAt: instant,
    lastBatchAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'OutageRun' });
export type OutageRunView = z.infer<typeof runSchema>;

export const outageSchema = z
  .strictObject({
    id: z.uuid(),
    system: z.string(),
    state: z.enum(['proposed', 'down', 'over', 'cancelled', 'dropped']),
    held: revisionSchema.nullable().describe('Bản đang có hiệu lực · what holds'),
    proposed: revisionSchema.nullable().describe('Đề nghị chờ duyệt · what waits for approval'),
    revisions: z.array(revisionSchema),
    runs: z.array(runSchema),
  })
  .meta({ id: 'Outage' });
export type OutageView = z.infer<typeof outageSchema>;

export const outagesSchema = z
  .strictObject({
    outages: z.array(outageSchema.omit({ revisions: true, runs: true })),
    systems: z.array(z.string()).describe('Hệ thống mà thủ tục đã công bố cần · systems published procedures require'),
    next: z.string().nullable(),
  })
  .meta({ id: 'Outages' });
export type OutagesView = z.infer<typeof outagesSchema>;

export const outagesQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().optional(),
});
export type OutagesQuery = z.infer<typeof outagesQuerySchema>;

export const proposedOutageSchema = z
  .strictObject({
    id: z.uuid(),
    revision: z.int(),
    kind: z.enum(['record', 'correct', 'cancel']),
    state: z.enum(['proposed', 'approved', 'dropped']),
    system: z.string(),
    from: instant,
    to: instant.nullable(),
    digest: z.string(),
    replayed: z.boolean(),
  })
  .meta({ id: 'ProposedOutage' });
export type ProposedOutageView = z.infer<typeof proposedOutageSchema>;

export const outagePreviewSchema = z
  .strictObject({
    id: z.uuid(),
    revision: z.int(),
    digest: z.string(),
    at: instant,
    candidates: z.int(),
    looked: z.int().describe('Hồ sơ đã xem trong lần này · looked at this time'),
    complete: z.boolean().describe('false: còn hồ sơ chưa xem · there are more than were looked at'),
    ...reliefFiguresSchema.shape,
  })
  .meta({ id: 'OutagePreview' });
export type OutagePreviewView = z.infer<typeof outagePreviewSchema>;

type ShownRevision = z.infer<typeof revisionSchema>;

export function revisionView(row: OutageRevision): ShownRevision {
  const { revision, kind, state, from, to, evidence, reason, digest } = row;
  const proposed = actView(row.proposedBy, row.proposedAt);
  if (proposed === null) throw new Error('proposed by nobody');
  const approved = actView(row.approvedBy, row.approvedAt);
  return { revision, kind, state, from, to, evidence, reason, digest, proposed, approved };
}

export function proposalView(
  row: Pick<OutageRevision, 'outageId' | 'revision' | 'kind' | 'state' | 'system' | 'from' | 'to' | 'digest'>,
): Omit<ProposedOutageView, 'replayed'> {
  const { outageId, revision, kind, state, system, from, to, digest } = row;
  return { id: outageId, revision, kind, state, system, from, to, digest };
}

/** Minutes kept as "from to", one row for each pair. */
export function movedView(moved: Readonly<Record<string, number>>): z.infer<typeof movedSchema>[] {
  return Object.entries(moved).map(([pair, minutes]) => {
    const [from = '', to = ''] = pair.split(' ');
    return { from, to, minutes };
  });
}
