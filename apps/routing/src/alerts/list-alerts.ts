import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { ALERT_CAUSES, ALERT_LEVELS, ALERT_RULES, ALERT_STATES, instantSchema } from '@lien-thong/domain';
import type { AlertCause } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { readAs } from '../store/read-as.js';
import type { Read } from '../store/read-as.js';
import { alertsAsOf } from './alerts-as-of.js';
import { DECISIONS } from './alert-query.js';
import type { AlertFilters, AlertsAsked } from './alert-query.js';
import { FIGURES, namedFor, readPage, readSeen } from './alert-reads.js';
import type { AlertPlace, Figure, FoundAlert, Named } from './alert-reads.js';
import { NONE_SEEN, alertSchema, alertView } from './alert-view.js';
import { momentAhead } from './moment-ahead.js';

const CAUSES = Object.values(ALERT_CAUSES).flat() as [AlertCause, ...AlertCause[]];
const placeSchema = z.tuple([z.number(), z.number(), z.uuid()]);

export const alertListSchema = z
  .strictObject({
    at: instantSchema.describe('The moment it was reckoned to: now, or the one asked for'),
    alerts: z.array(alertSchema),
    next: z.string().nullable(),
    counts: z
      .strictObject({
        total: z.int(),
        byLevel: z.partialRecord(z.enum(ALERT_LEVELS), z.int()),
        byState: z.partialRecord(z.enum(ALERT_STATES), z.int()),
        byRule: z.partialRecord(z.enum(ALERT_RULES), z.int()),
        byCause: z.partialRecord(z.enum(CAUSES), z.int()),
        byDecision: z.partialRecord(z.enum(DECISIONS), z.int()),
      })
      .describe('Của mọi cảnh báo khớp bộ lọc, không chỉ trang này · of all that fits the filters, not of the page'),
  })
  .meta({ id: 'AlertList' });
export type AlertListView = z.infer<typeof alertListSchema>;

export class ListAlerts extends Query<AlertListView> {
  constructor(
    readonly caller: Caller,
    readonly asked: AlertsAsked,
  ) {
    super();
  }
}

@QueryHandler(ListAlerts)
export class ListAlertsHandler implements IQueryHandler<ListAlerts> {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /** Page, counts and what stands under each alert come from one snapshot. Throws `cursor-invalid`, `invalid-query`. */
  async execute({ caller, asked }: ListAlerts): Promise<AlertListView> {
    const after = asked.cursor === undefined ? null : decodeCursor(asked.cursor, placeSchema);
    const now = this.clock.now();
    if (asked.asOf !== undefined && asked.asOf > now) throw momentAhead();
    const named = namedFor(this.wall, caller);
    return readAs(this.pool, caller, async (read) => {
      const { found, figures } = await selected(read, { caller, asked, named, after });
      const shown = found.slice(0, asked.limit);
      const last = shown.at(-1);
      const { directory } = this.reference;
      const ids = shown.map(({ alert }) => alert.id);
      const seen = await readSeen(read, { ids, asOf: asked.asOf ?? null }, named);
      return {
        at: asked.asOf ?? now,
        alerts: shown.map(({ alert }) => alertView(alert, seen.get(alert.id) ?? NONE_SEEN, directory)),
        next: found.length > shown.length && last !== undefined ? encodeCursor(last.place) : null,
        counts: countsOf(figures),
      };
    });
  }
}

interface Selection {
  readonly caller: Caller;
  readonly asked: AlertsAsked;
  readonly named: Named;
  readonly after: AlertPlace | null;
}

interface Selected {
  /** One more than the page holds, where there is one. */
  readonly found: readonly FoundAlert[];
  readonly figures: readonly Figure[];
}

async function selected(read: Read, selection: Selection): Promise<Selected> {
  const { asked, named, after } = selection;
  const filters = meant(selection);
  if (asked.asOf !== undefined) return alertsAsOf(read, { filters, asOf: asked.asOf, named, after });
  const values = filterValues(filters, named);
  const place = after ?? [null, null, null];
  const [found, figures] = await Promise.all([
    readPage(read, asked.sort, [...values, ...place, asked.limit + 1]),
    read<Figure & object>(FIGURES, values),
  ]);
  return { found, figures };
}

/** What `me` stands for. Nobody is assigned to software: whoever it asks for has no officer, and nothing is found. */
function meant({ caller, asked }: Selection): AlertFilters {
  const { agency } = asked;
  return {
    ...asked,
    agency: agency === 'me' ? caller.agencyId : (agency ?? null),
    assignedTo: asked.assigned === undefined ? null : (caller.officerId ?? ''),
  };
}

/** Values of `$1` to `$11`. */
function filterValues(filters: AlertFilters, { own, supervised, all }: Named): unknown[] {
  const { state, level, rule, agency, procedure, decision, stage, assignedTo } = filters;
  return [
    ...[all, state, level ?? null, rule ?? null, agency, procedure ?? null, decision ?? null, stage ?? null],
    ...[assignedTo, own, supervised],
  ];
}

function countsOf(figures: readonly Figure[]): AlertListView['counts'] {
  const by = (of: 'level' | 'state' | 'rule' | 'cause' | 'decision') =>
    figures.reduce<Record<string, number>>(
      (sums, figure) => ({ ...sums, [figure[of]]: (sums[figure[of]] ?? 0) + figure.alerts }),
      {},
    );
  const total = figures.reduce((sum, { alerts }) => sum + alerts, 0);
  const figuresBy = { byLevel: by('level'), byState: by('state'), byRule: by('rule') };
  return { total, ...figuresBy, byCause: by('cause'), byDecision: by('decision') };
}
