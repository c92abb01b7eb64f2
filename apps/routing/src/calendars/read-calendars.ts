/** Reads of calendars: published ones for everybody, drafts for admins. */
import { Inject, Injectable } from '@nestjs/common';
import type { CalendarException, HoursPeriod, Instant } from '@lien-thong/domain';
import type { Pool, QueryResultRow } from 'pg';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { actView } from '../procedures/authorship.js';
import { READ_POOL } from '../runtime/tokens.js';
import type { Read } from '../store/read-as.js';
import type { CalendarBody, Notice } from './calendar-body.js';
import { nameOfKey } from './calendar-name.js';
import type { CalendarKey, Layer } from './calendar-name.js';
import { draftOf, layerOf } from './calendar-rows.js';
import type { CalendarVersionView, CalendarVersionsView, CalendarsView, RestatementView } from './calendar-views.js';

const CALENDARS = {
  name: 'calendars',
  text: `select v.layer, v.layer_id as "layerId", v.version, v.noticed_years as "finalYears",
      (select count(*)::integer from holiday h where (h.layer, h.layer_id, h.version) = (v.layer, v.layer_id, v.version)) as days
    from calendar_version v
    where v.layer in ('national', 'province', 'closure')
      and v.version = (select max(n.version) from calendar_version n where n.layer = v.layer and n.layer_id = v.layer_id)
    order by array_position(array['national', 'province', 'closure'], v.layer), v.layer_id`,
};
const NOTICE = `case when notice_number is null then null else jsonb_strip_nulls(jsonb_build_object('number', notice_number,
  'issuedOn', notice_issued_on, 'issuer', notice_issuer, 'link', notice_link)) end`;
const VERSIONS = {
  name: 'calendar-versions',
  text: `select version, 'published' as state, ${NOTICE} as notice, reason, null::integer as revision, null::integer as "basedOn",
      drafted_by as "draftedBy", drafted_at as "draftedAt", changed_by as "changedBy", changed_at as "changedAt",
      published_by as "publishedBy", published_at as "publishedAt"
    from calendar_version where layer = $1 and layer_id = $2
    union all
    select version, 'draft', definition->'notice', definition->>'reason', revision, nullif(based_on, 0), drafted_by, drafted_at,
      changed_by, changed_at, null, null
    from calendar_draft where layer = $1 and layer_id = $2 and $3
    order by 1`,
};
const SAID = {
  name: 'calendar-version-said',
  text: `select ${NOTICE} as notice, reason from calendar_version where layer = $1 and layer_id = $2 and version = $3`,
};
const RUN = {
  name: 'calendar-restatement',
  text: `select r.id, r.version, r.state, r.open_dossiers as "openDossiers", r.dossiers, r.clocks, r.moved_clocks as "movedClocks",
      r.withdrawn as "withdrawnBreaches", r.stuck,
      r.batches, r.requested_at as "requestedAt", r.last_batch_at as "lastBatchAt", r.finished_at as "finishedAt"
    from restatement_run r where r.layer = $1 and r.layer_id = $2 and r.version = $3`,
};

interface VersionRow {
  readonly version: number;
  readonly state: 'draft' | 'published';
  readonly notice: Notice | null;
  readonly reason: string | null;
  readonly revision: number | null;
  readonly basedOn: number | null;
  readonly draftedBy: string | null;
  readonly draftedAt: Instant | null;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Instant | null;
}

/** A version with the revision of its draft; null for a published one, which never changes. */
export interface ShownCalendar {
  readonly view: CalendarVersionView;
  readonly revision: number | null;
}

@Injectable()
export class ReadCalendars {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  async list(): Promise<CalendarsView> {
    const rows = await this.read<{
      layer: Layer;
      layerId: string;
      version: number;
      days: number;
      finalYears: number[] | null;
    }>(CALENDARS);
    return {
      calendars: rows.map(({ layer, layerId, version, days, finalYears }) => ({
        calendar: nameOfKey({ layer, layerId }),
        kind: layer === 'closure' ? 'desk' : layer,
        ...{ version, days, finalYears },
      })),
    };
  }

  /** A calendar without any version has an empty list. */
  async versions(caller: Caller, key: CalendarKey): Promise<CalendarVersionsView> {
    const rows = await this.read<VersionRow>(VERSIONS, [key.layer, key.layerId, caller.roles.has('admin')]);
    const versions = rows.map(({ version, state, notice, reason, revision, basedOn, ...row }) => ({
      ...{ version, state, notice, reason, revision, basedOn },
      drafted: actView(row.draftedBy, row.draftedAt),
      changed: actView(row.changedBy, row.changedAt),
      published: actView(row.publishedBy, row.publishedAt),
    }));
    return { calendar: nameOfKey(key), versions };
  }

  /** To whoever may not see drafts one does not exist. Throws `not-found`. */
  async version(caller: Caller, key: CalendarKey, version: number): Promise<ShownCalendar> {
    const read: Read = this.read.bind(this);
    const layer = await layerOf(read, key, version);
    if (layer !== null) {
      const [said] = await this.read<{ notice: Notice | null; reason: string | null }>(SAID, [
        key.layer,
        key.layerId,
        version,
      ]);
      const days = { exceptions: layer.exceptions, ...hoursAndYears(layer) };
      const words = { notice: said?.notice ?? null, reason: said?.reason ?? null };
      return { view: { calendar: nameOfKey(key), version, ...words, ...days }, revision: null };
    }
    const draft = caller.roles.has('admin') ? await draftOf(read, key, version) : null;
    if (draft === null) throw new Problem('not-found', { calendar: nameOfKey(key), version });
    return { view: draftView(key, version, draft.definition), revision: draft.revision };
  }

  /** How far the restatement after that publication came. Throws `not-found` where there was none. */
  async restatement(key: CalendarKey, version: number): Promise<RestatementView> {
    const [row] = await this.read<Omit<RestatementView, 'calendar'>>(RUN, [key.layer, key.layerId, version]);
    if (row === undefined) throw new Problem('not-found', { calendar: nameOfKey(key), version });
    return { ...row, calendar: nameOfKey(key) };
  }

  private async read<Row extends QueryResultRow>(
    statement: { readonly name: string; readonly text: string },
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    const { rows } = await this.pool.query<Row>({ ...statement, values: [...values] });
    return rows;
  }
}

function hoursAndYears(layer: object): Pick<CalendarVersionView, 'noticedYears' | 'hours'> {
  const { noticedYears = null, hours = null } = layer as { noticedYears?: number[]; hours?: HoursPeriod[] };
  return { noticedYears, hours };
}

function draftView(key: CalendarKey, version: number, body: CalendarBody): CalendarVersionView {
  const { notice, reason = null } = body;
  const exceptions: readonly CalendarException[] = body.exceptions;
  return { calendar: nameOfKey(key), version, notice, reason, ...hoursAndYears(body), exceptions };
}
