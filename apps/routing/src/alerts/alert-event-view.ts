/** What happened to an alert, as the poll, the stream and the alert itself tell it. */
import { ALERT_EVENT_KINDS, ALERT_LEVELS, STAGES, instantOf, instantSchema } from '@lien-thong/domain';
import type { AlertEvent, AlertEventKind, Directory } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';

/** Dossiers named with one event; of a cause that hits more, the list under the alert has all. */
export const MOST_NAMED = 20;

export const alertEventSchema = z
  .strictObject({
    n: z.int().describe('Số thứ tự; dùng để đọc tiếp · number in the order of what happened: go on after it'),
    alertId: z.uuid(),
    kind: z.enum(ALERT_EVENT_KINDS as [AlertEventKind, ...AlertEventKind[]]),
    at: instantSchema,
    by: z
      .strictObject({ officerId: z.string(), agency: agencyRefSchema })
      .nullable()
      .describe('Người thực hiện; null: hệ thống · the person, or null for the system'),
    dossiers: z
      .array(z.string())
      .describe(
        `Codes of those that joined, moved or left by it and that the caller may know of; ${MOST_NAMED} at most`,
      ),
    reason: z.string().nullable().describe('Why it was reopened, put off, settled or withdrawn'),
    until: instantSchema.nullable().describe('Put off until'),
    assignedTo: z.string().nullable(),
    escalated: z
      .strictObject({ stage: z.enum(STAGES), to: z.array(agencyRefSchema), dueAt: instantSchema })
      .nullable()
      .describe('`dueAt`: the true minute at which it went up the chain'),
    level: z.enum(ALERT_LEVELS).nullable().describe('The last it had, when the facts resolved it'),
  })
  .meta({ id: 'AlertEvent' });
export type AlertEventView = z.infer<typeof alertEventSchema>;

export type NumberedEvent = AlertEvent & { readonly n: number };

type Told = Pick<AlertEventView, 'reason' | 'until' | 'assignedTo' | 'escalated' | 'level'>;
const NOTHING: Told = { reason: null, until: null, assignedTo: null, escalated: null, level: null };

function toldBy(event: AlertEvent, directory: Directory): Told {
  switch (event.kind) {
    case 'opened':
    case 'joined':
    case 'changed':
    case 'left':
      return NOTHING;
    case 'acknowledged':
      return { ...NOTHING, reason: event.data.note };
    case 'snoozed':
      return { ...NOTHING, reason: event.data.reason, until: event.data.until };
    case 'assigned':
      return { ...NOTHING, assignedTo: event.data.to };
    case 'reopened':
      return { ...NOTHING, reason: event.data.why };
    case 'settled':
    case 'withdrawn':
      return { ...NOTHING, reason: event.data.reason };
    case 'resolved':
      return { ...NOTHING, level: event.data.level };
    case 'escalated': {
      const { stage, to, dueAt } = event.data;
      const agencies = to.map((id) => agencyRef(directory, id));
      return { ...NOTHING, escalated: { stage, to: agencies, dueAt: instantOf(dueAt) } };
    }
  }
}

/** `dossiers`: those of it that the caller may know of. */
export function alertEventView(
  event: NumberedEvent,
  dossiers: readonly string[],
  directory: Directory,
): AlertEventView {
  const { n, alertId, kind, at, actor } = event;
  const by =
    actor.kind === 'person' ? { officerId: actor.officerId, agency: agencyRef(directory, actor.agencyId) } : null;
  return { ...{ n, alertId, kind, at, by }, dossiers: [...dossiers], ...toldBy(event, directory) };
}
