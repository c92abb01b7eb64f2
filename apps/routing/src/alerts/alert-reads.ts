/** Alerts as SQL for whoever reads them. Row-level security stands behind it; scopes and parties are named all the same. */
import type {
  Alert,
  AlertLevel,
  ChainLink,
  Instant,
  LastAct,
  LevelCounts,
  Minute,
  OfficerId,
} from '@lien-thong/domain';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Statement } from '../store/columns.js';
import type { Read, Viewer } from '../store/read-as.js';
import type { SeenMembers } from './alert-view.js';

const COLUMNS = `a.id, a.version, a.state, a.level, a.rule, a.cause_code, a.key, a.owner_kind, a.owner_agency, a.decision, a.system,
  a.about, a.members_unknown, a.members_warning, a.members_high, a.members_breached, a.members_total, a.members_withdrawn,
  a.opened_at, a.changed_at, a.chain, a.stage, a.escalates_at, a.acknowledged_by, a.acknowledged_at, a.snoozed_until,
  a.assigned_to, a.closed_at, a.close_reason, a.last_act`;

interface AlertRow {
  readonly id: string;
  readonly version: number;
  readonly state: Alert['status'];
  readonly level: AlertLevel;
  readonly rule: Alert['rule'];
  readonly cause_code: Alert['cause'];
  readonly key: string;
  readonly owner_kind: Alert['owner']['kind'];
  readonly owner_agency: Alert['owner']['agencyId'];
  readonly decision: Alert['decision'];
  readonly system: string | null;
  readonly about: string | null;
  readonly members_unknown: number;
  readonly members_warning: number;
  readonly members_high: number;
  readonly members_breached: number;
  readonly members_total: number;
  readonly members_withdrawn: number;
  readonly opened_at: Instant;
  readonly changed_at: Instant;
  readonly chain: readonly ChainLink[];
  readonly stage: number;
  readonly escalates_at: Minute | null;
  readonly acknowledged_by: OfficerId | null;
  readonly acknowledged_at: Instant | null;
  readonly snoozed_until: Instant | null;
  readonly assigned_to: OfficerId | null;
  readonly closed_at: Instant | null;
  readonly close_reason: string | null;
  readonly last_act: LastAct | null;
}

function alertOf(row: AlertRow): Alert {
  return {
    ...{ id: row.id, version: row.version, status: row.state, level: row.level, rule: row.rule, cause: row.cause_code },
    ...{ key: row.key, decision: row.decision, system: row.system, about: row.about },
    owner: { kind: row.owner_kind, agencyId: row.owner_agency },
    counts: {
      ...{ unknown: row.members_unknown, warning: row.members_warning },
      ...{ high: row.members_high, breached: row.members_breached },
    },
    ...{ membersTotal: row.members_total, membersWithdrawn: row.members_withdrawn },
    ...{ openedAt: row.opened_at, changedAt: row.changed_at, chain: row.chain, stage: row.stage },
    ...{ escalatesAt: row.escalates_at, acknowledgedBy: row.acknowledged_by, acknowledgedAt: row.acknowledged_at },
    ...{ snoozedUntil: row.snoozed_until, assignedTo: row.assigned_to, closedAt: row.closed_at },
    ...{ closeReason: row.close_reason, lastAct: row.last_act },
  };
}

/** The agencies the application names for a viewer: his own, and those he watches over. */
export interface Named {
  readonly own: readonly string[];
  readonly supervised: readonly string[];
  readonly all: readonly string[];
}

export function namedFor(wall: ApplicationWall, { agencyId, supervises }: Viewer): Named {
  const [own, supervised] = [wall.agenciesNamed([agencyId]), wall.agenciesNamed(supervises)];
  return { own, supervised, all: [...new Set([...own, ...supervised])] };
}

/** Alerts that concern one of the agencies in `$1`. */
export const CONCERNS = `exists (select from alert_scope s where s.alert_id = a.id and s.agency_id = any ($1::text[]))`;

/** Findings about dossiers the viewer may know of: all of a party that is not only consulted, else the clock of his own opinion. */
export function knownFinding(own: string, supervised: string): string {
  return `(exists (select from party p where p.dossier_id = m.dossier_id and p.current
      and ((p.agency_id = any (${own}::text[]) and p.role <> 'consulted') or p.agency_id = any (${supervised}::text[])))
    or m.clock_id like 'consultation:%' and exists (select from clock c where c.dossier_id = m.dossier_id
      and c.id = m.clock_id and c.owner_agency = any (${own}::text[])))`;
}

/** Greater: louder. What is stuck on the way goes before all of its level, and what nobody has in hand before the rest. */
const LOUDNESS = `(case when a.state in ('resolved', 'withdrawn', 'settled') then 0
  else 4 * case a.level when 'breached' then 3 when 'high' then 2 else 1 end
    + case when a.rule = 'deliveryPending' then 2 else 0 end + case when a.state = 'open' then 1 else 0 end end)::int4`;
const OPENED = `(extract(epoch from a.opened_at) * 1000)::float8`;

const FROM = `from alert a where ${CONCERNS}
    and a.state = any ($2::text[])
    and ($3::text[] is null or a.level = any ($3))
    and ($4::text[] is null or a.rule = any ($4))
    and ($5::text is null or a.owner_agency = $5)
    and ($6::text is null or exists (select from alert_member m join dossier d on d.id = m.dossier_id
      where m.alert_id = a.id and m.closed_at is null and d.procedure_code = $6 and ${knownFinding('$10', '$11')}))
    and ($7::text is null or a.decision = $7)
    and ($8::text is null or a.chain -> a.stage::int ->> 'stage' = $8)
    and ($9::text is null or a.assigned_to = $9)
    and cardinality($10::text[]) + cardinality($11::text[]) >= 0`;

export const PAGES: Readonly<Record<'loudest' | 'newest', Statement>> = {
  loudest: {
    name: 'list-alerts-loudest',
    text: `select ${COLUMNS}, -${LOUDNESS} as first, ${OPENED} as second ${FROM}
      and ($12::float8 is null or (-${LOUDNESS}, ${OPENED}, a.id) > ($12, $13::float8, $14::uuid))
      order by first, second, a.id limit $15`,
  },
  newest: {
    name: 'list-alerts-newest',
    text: `select ${COLUMNS}, 0 as first, -${OPENED} as second ${FROM}
      and ($12::float8 is null or (0, -${OPENED}, a.id) > ($12, $13::float8, $14::uuid))
      order by second, a.id limit $15`,
  },
};

export const FIGURES: Statement = {
  name: 'count-alerts',
  text: `select a.rule, a.cause_code as cause, a.decision, a.state, a.level, count(*) as alerts ${FROM} group by 1, 2, 3, 4, 5`,
};

export interface Figure {
  readonly rule: Alert['rule'];
  readonly cause: Alert['cause'];
  readonly decision: Alert['decision'];
  readonly state: Alert['status'];
  readonly level: AlertLevel;
  readonly alerts: number;
}

/** Findings that stand: now, or at the moment. */
export function standingAt(asOf: string): string {
  return `(case when ${asOf}::timestamptz is null then m.closed_at is null
    else m.opened_at <= ${asOf} and (m.closed_at is null or m.closed_at > ${asOf}) end)`;
}

interface SeenRow extends LevelCounts {
  readonly id: string;
  readonly dossiers: number;
  readonly ever: number;
  readonly findings: number;
  readonly [column: string]: string | number;
}

const ONE: Statement = { name: 'read-alert', text: `select ${COLUMNS} from alert a where a.id = $2 and ${CONCERNS}` };
const SOME: Statement = {
  name: 'read-alerts',
  text: `select ${COLUMNS} from alert a where a.id = any ($2::uuid[]) and ${CONCERNS}`,
};
const SEEN: Statement = {
  name: 'count-alert-members',
  text: `select x.alert_id as id, count(distinct x.dossier_id) filter (where x.stands) as dossiers,
      count(distinct x.dossier_id) as ever, count(*) filter (where x.stands) as findings,
      count(*) filter (where x.stands and x.level = 'unknown') as unknown,
      count(*) filter (where x.stands and x.level = 'warning') as warning,
      count(*) filter (where x.stands and x.level = 'high') as high,
      count(*) filter (where x.stands and x.level = 'breached') as breached
    from (select m.alert_id, m.dossier_id, m.level, ${standingAt('$4')} as stands from alert_member m
      where m.alert_id = any ($1::uuid[]) and ($4::timestamptz is null or m.opened_at <= $4)
        and ${knownFinding('$2', '$3')}) x
    group by x.alert_id`,
};

/** Where a page of a list ends. */
export type AlertPlace = readonly [number, number, string];
export interface FoundAlert {
  readonly alert: Alert;
  readonly place: AlertPlace;
}

export async function readPage(
  read: Read,
  sort: 'loudest' | 'newest',
  values: readonly unknown[],
): Promise<readonly FoundAlert[]> {
  const rows = await read<AlertRow & { first: number; second: number }>(PAGES[sort], values);
  return rows.map((row) => ({ alert: alertOf(row), place: [row.first, row.second, row.id] }));
}

export async function readAlert(read: Read, id: string, named: Named): Promise<Alert | null> {
  const [row] = await read<AlertRow & object>(ONE, [named.all, id]);
  return row === undefined ? null : alertOf(row);
}

export async function readAlerts(
  read: Read,
  ids: readonly string[],
  named: Named,
): Promise<ReadonlyMap<string, Alert>> {
  if (ids.length === 0) return new Map();
  const rows = await read<AlertRow & object>(SOME, [named.all, ids]);
  return new Map(rows.map((row) => [row.id, alertOf(row)]));
}

/** What the viewer may know of under these alerts, now or as it was known at a former moment. */
export async function readSeen(
  read: Read,
  { ids, asOf }: { readonly ids: readonly string[]; readonly asOf: Instant | null },
  { own, supervised }: Named,
): Promise<ReadonlyMap<string, SeenMembers>> {
  if (ids.length === 0) return new Map();
  const rows = await read<SeenRow>(SEEN, [ids, own, supervised, asOf]);
  return new Map(
    rows.map(({ id, dossiers, ever, findings, unknown, warning, high, breached }) => [
      id,
      { dossiers, ever, findings, byLevel: asOf === null ? { unknown, warning, high, breached } : null },
    ]),
  );
}
