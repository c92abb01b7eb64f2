/** The work list as it is shown. */
import { instantSchema, officerIdSchema } from '@lien-thong/domain';
import type { Clock, Directory } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';
import { clockView, clockViewSchema } from '../dossiers/clock-view.js';
import type { Look } from '../dossiers/clock-view.js';
import type { FileWithRules } from '../dossiers/dossier-reader.js';
import { listedSchema, searchedSchema } from '../dossiers/listed-view.js';
import { cursorSchema } from '../http/cursor.js';
import { OWN_QUEUES, QUEUES } from './queues.js';

export const inboxQuerySchema = z.strictObject({
  queue: z
    .enum(QUEUES)
    .optional()
    .describe(
      'Hàng việc; bỏ trống: mọi hồ sơ đơn vị phải làm ngay · left out: all that is the agency’s own to act on now (toReceive, toTransfer, toAccept, processing, results)',
    ),
  assignee: z
    .union([z.literal('me'), z.literal('none'), officerIdSchema])
    .optional()
    .describe('me, none, hoặc mã công chức · me, none, or the id of an officer'),
  q: searchedSchema,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursorSchema,
});
export type InboxAsked = z.infer<typeof inboxQuerySchema>;

const inboxRowSchema = listedSchema
  .extend({
    queue: z.enum(OWN_QUEUES).describe('Hàng việc của hồ sơ này · which of the eight it stands in'),
    assignee: z
      .strictObject({ id: z.string(), title: z.string().nullable(), titleEn: z.string().nullable() })
      .nullable()
      .describe('Người được giao · titles are null for one who has left the directory'),
    leg: clockViewSchema
      .nullable()
      .describe('Chặng của đơn vị · the running clock this agency must act on that is due first'),
    transfer: z
      .strictObject({ from: agencyRefSchema, to: agencyRefSchema })
      .nullable()
      .describe('Đang trên đường hoặc chờ nhận · on its way or waiting to be accepted'),
  })
  .meta({ id: 'InboxDossier' });

export const inboxSchema = z
  .strictObject({
    at: instantSchema,
    queue: z.enum(QUEUES).nullable().describe('Null: all that is to be acted on now'),
    dossiers: z.array(inboxRowSchema),
    next: z.string().nullable(),
    counts: z
      .strictObject(
        Object.fromEntries(QUEUES.map((queue) => [queue, z.int()])) as Record<(typeof QUEUES)[number], z.ZodInt>,
      )
      .describe(
        'Với bộ lọc hiện tại · of each queue under the same filters; the eight are disjoint, the last two cut across',
      ),
  })
  .meta({ id: 'Inbox' });
export type InboxView = z.infer<typeof inboxSchema>;
export type InboxDossier = InboxView['dossiers'][number];

export interface Titles {
  readonly title: string;
  readonly titleEn: string;
}

/** Phases in which somebody sends and somebody has yet to take over. */
const ON_THE_WAY = new Set(['inTransfer', 'awaitingAcceptance']);

/** The same choice as the statement's `leg`: running, the agency's own, due first. */
export function legClock(clocks: readonly Clock[], agencyId: string): Clock | null {
  const own = clocks.filter(
    ({ status, owner, dueAt }) =>
      status === 'running' && dueAt !== null && owner?.kind === 'agency' && owner.agencyId === agencyId,
  );
  return own.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

export function besideListed(
  { file }: FileWithRules,
  titles: ReadonlyMap<string, Titles>,
  { agencyId, look }: { readonly agencyId: string; readonly look: Look },
): Pick<InboxDossier, 'assignee' | 'leg' | 'transfer'> {
  const { assignee, transfer, phase, pin } = file.dossier;
  const leg = legClock(file.clocks, agencyId);
  return {
    assignee: assignee === null ? null : { id: assignee, ...(titles.get(assignee) ?? { title: null, titleEn: null }) },
    leg: leg === null ? null : clockView(leg, look),
    transfer:
      transfer !== null && ON_THE_WAY.has(phase) ? wayOf(pin.receivingAgency, transfer.to, look.directory) : null,
  };
}

function wayOf(from: Parameters<typeof agencyRef>[1], to: typeof from, directory: Directory): InboxDossier['transfer'] {
  return { from: agencyRef(directory, from), to: agencyRef(directory, to) };
}
