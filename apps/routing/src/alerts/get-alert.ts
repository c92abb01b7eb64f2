import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { instantSchema } from '@lien-thong/domain';
import type { Alert, Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { readAs } from '../store/read-as.js';
import type { Read } from '../store/read-as.js';
import { alertEventSchema } from './alert-event-view.js';
import { memberPlaceSchema, memberSchema, readMembers } from './alert-member-view.js';
import type { AlertAsked } from './alert-query.js';
import { namedFor, readAlert, readSeen } from './alert-reads.js';
import type { Named } from './alert-reads.js';
import { NONE_SEEN, alertSchema, alertView } from './alert-view.js';
import { foldedAlerts } from './alerts-as-of.js';
import { momentAhead } from './moment-ahead.js';
import { readJournal } from './read-alert-events.js';

/** Newest events shown with an alert. */
const MOST_EVENTS = 100;

export const alertWithMembersSchema = alertSchema
  .safeExtend({
    at: instantSchema.describe('The moment it was reckoned to: now, or the one asked for'),
    findings: z
      .array(memberSchema)
      .describe('Hồ sơ dưới cảnh báo · dossiers under it, in the order in which they joined'),
    next: z.string().nullable().describe('Cursor of the next page of findings'),
    journal: z.array(alertEventSchema).describe(`What happened to it, newest first, ${MOST_EVENTS} at most`),
  })
  .meta({ id: 'AlertWithMembers' });
export type AlertWithMembers = z.infer<typeof alertWithMembersSchema>;

export interface AlertGlance {
  readonly caller: Caller;
  readonly id: string;
  readonly asked: AlertAsked;
}

export class GetAlert extends Query<AlertWithMembers> {
  constructor(readonly glance: AlertGlance) {
    super();
  }
}

@QueryHandler(GetAlert)
export class GetAlertHandler implements IQueryHandler<GetAlert> {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /** Throws `alert-not-found` for what there is not, or not for this caller, or not yet at that moment; `cursor-invalid`, `invalid-query`. */
  async execute({ glance: { caller, id, asked } }: GetAlert): Promise<AlertWithMembers> {
    const after = asked.cursor === undefined ? null : decodeCursor(asked.cursor, memberPlaceSchema);
    const [now, asOf] = [this.clock.now(), asked.asOf ?? null];
    if (asOf !== null && asOf > now) throw momentAhead();
    const named = namedFor(this.wall, caller);
    const { directory } = this.reference;
    return readAs(this.pool, caller, async (read) => {
      const alert = await alertThen(read, { id, asOf, named });
      const members = { alertId: id, all: asked.members === 'all', asOf, after, limit: asked.limit };
      const [seen, page, journal] = await Promise.all([
        readSeen(read, { ids: [id], asOf }, named),
        readMembers(read, members, named),
        readJournal(read, { alertId: id, asOf, limit: MOST_EVENTS }, { named, directory }),
      ]);
      return {
        ...alertView(alert, seen.get(id) ?? NONE_SEEN, directory),
        at: asOf ?? now,
        findings: [...page.members],
        next: page.next === null ? null : encodeCursor(page.next),
        journal: [...journal],
      };
    });
  }
}

/** The alert now, or as its journal had made it by then. */
async function alertThen(
  read: Read,
  { id, asOf, named }: { readonly id: string; readonly asOf: Instant | null; readonly named: Named },
): Promise<Alert> {
  const alert = await readAlert(read, id, named);
  if (alert === null) throw new Problem('alert-not-found');
  if (asOf === null) return alert;
  const [then] = await foldedAlerts(read, [id], asOf);
  if (then === undefined) throw new Problem('alert-not-found', { asOf });
  return then;
}
