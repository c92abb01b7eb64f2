import { Inject, Injectable } from '@nestjs/common';
import type { AlertEvent } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import type { Statement } from '../store/columns.js';
import { readAs } from '../store/read-as.js';
import type { Read, Viewer } from '../store/read-as.js';
import { MOST_NAMED, alertEventSchema, alertEventView } from './alert-event-view.js';
import type { AlertEventView, NumberedEvent } from './alert-event-view.js';
import { CONCERNS, knownFinding, namedFor, readAlerts, readSeen } from './alert-reads.js';
import type { Named } from './alert-reads.js';
import { NONE_SEEN, alertSchema, alertView } from './alert-view.js';

/** What happened, with the alert as it stands now. */
export const alertNewsSchema = z
  .strictObject({ event: alertEventSchema, alert: alertSchema })
  .meta({ id: 'AlertNews' });

export const alertEventsSchema = z
  .strictObject({
    events: z.array(alertNewsSchema),
    next: z.int().describe('Where to go on, also when there was nothing new for the caller'),
    more: z.boolean().describe('The page was full: there may be more'),
  })
  .meta({ id: 'AlertEventPage' });
export type AlertEventsView = z.infer<typeof alertEventsSchema>;

const COLUMNS = `e.n, e.alert_id as "alertId", e.at, e.kind, e.actor, e.data`;
const LAST: Statement = { name: 'alert-last-number', text: 'select last from alert_counter' };
const AFTER: Statement = {
  name: 'alert-events-after',
  text: `select ${COLUMNS} from alert_event e where e.n > $2::int8
    and exists (select from alert a where a.id = e.alert_id and ${CONCERNS}) order by e.n limit $3`,
};
const OF_ONE: Statement = {
  name: 'alert-events-of',
  text: `select ${COLUMNS} from alert_event e where e.alert_id = $2::uuid and ($3::timestamptz is null or e.at <= $3)
    and exists (select from alert a where a.id = e.alert_id and ${CONCERNS}) order by e.n desc limit $4`,
};
/** Dossiers that joined, moved or left by these events. */
const NAMED: Statement = {
  name: 'alert-events-dossiers',
  text: `select s.n, array_agg(distinct d.code order by d.code) as codes
    from unnest($1::int8[], $2::uuid[]) as s (n, alert_id)
    join alert_member m on m.alert_id = s.alert_id and (m.joined_n = s.n or m.left_n = s.n or m.changed_n = s.n)
    join dossier d on d.id = m.dossier_id
    where ${knownFinding('$3', '$4')} group by s.n`,
};

async function viewsOf(
  read: Read,
  {
    events,
    named,
    directory,
  }: { events: readonly NumberedEvent[]; named: Named; directory: LiveReference['directory'] },
): Promise<readonly AlertEventView[]> {
  if (events.length === 0) return [];
  const [ns, ids] = [events.map(({ n }) => n), events.map(({ alertId }) => alertId)];
  const rows = await read<{ n: number; codes: readonly string[] }>(NAMED, [ns, ids, named.own, named.supervised]);
  const codes = new Map(rows.map((row) => [row.n, row.codes.slice(0, MOST_NAMED)]));
  return events.map((event) => alertEventView(event, codes.get(event.n) ?? [], directory));
}

/** The newest events of one alert, newest first; up to `asOf`, where that is given. */
export async function readJournal(
  read: Read,
  { alertId, asOf, limit }: { readonly alertId: string; readonly asOf: string | null; readonly limit: number },
  { named, directory }: { readonly named: Named; readonly directory: LiveReference['directory'] },
): Promise<readonly AlertEventView[]> {
  const events = await read<AlertEvent & { n: number }>(OF_ONE, [named.all, alertId, asOf, limit]);
  return viewsOf(read, { events, named, directory });
}

/** Events of alerts that concern the viewer, after a number. */
@Injectable()
export class AlertEventReader {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /** Throws `alert-numbers-restarted` for a number that was never given out: the numbers began anew, as after a restored backup. */
  async after(viewer: Viewer, after: number | 'now', limit: number): Promise<AlertEventsView> {
    const named = namedFor(this.wall, viewer);
    const { directory } = this.reference;
    return readAs(this.pool, viewer, async (read) => {
      const [counter, events] = await Promise.all([
        read<{ last: number }>(LAST),
        after === 'now' ? [] : read<AlertEvent & { n: number }>(AFTER, [named.all, after, limit]),
      ]);
      const last = counter[0]?.last ?? 0;
      if (after !== 'now' && after > last) throw new Problem('alert-numbers-restarted', { last });
      const ids = [...new Set(events.map(({ alertId }) => alertId))];
      const [views, alerts, seen] = await Promise.all([
        viewsOf(read, { events, named, directory }),
        readAlerts(read, ids, named),
        readSeen(read, { ids, asOf: null }, named),
      ]);
      const news = views.flatMap((event) => {
        const alert = alerts.get(event.alertId);
        return alert === undefined
          ? []
          : [{ event, alert: alertView(alert, seen.get(alert.id) ?? NONE_SEEN, directory) }];
      });
      const more = events.length === limit;
      return { events: news, more, next: more ? (events.at(-1)?.n ?? last) : last };
    });
  }

  /** The last number given out. */
  async last(viewer: Viewer): Promise<number> {
    const [row] = await readAs(this.pool, viewer, (read) => read<{ last: number }>(LAST));
    return row?.last ?? 0;
  }
}
