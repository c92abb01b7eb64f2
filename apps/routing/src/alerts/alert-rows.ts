/** An alert and its row; its events. Every field is a column, so that lists and their filters see what they ask for. */
import { millisOf } from '@lien-thong/domain';
import type { Alert, AlertEvent, ChainLink, LastAct } from '@lien-thong/domain';
import { column, insertOf, upsertOf, wordColumn } from '../store/columns.js';
import type { Column } from '../store/columns.js';
import type { RowReader } from '../store/raw-row.js';

/** An alert and the number of its newest event. */
export interface StoredAlert {
  readonly alert: Alert;
  readonly lastN: number;
}

const millisOrNull = (instant: Alert['closedAt']): number | null => (instant === null ? null : millisOf(instant));

const COLUMNS: readonly Column<StoredAlert>[] = [
  column('id', 'uuid', ({ alert }) => alert.id),
  column('key', 'text', ({ alert }) => alert.key),
  wordColumn('rule', ({ alert }) => alert.rule),
  wordColumn('cause_code', ({ alert }) => alert.cause),
  wordColumn('level', ({ alert }) => alert.level),
  wordColumn('owner_kind', ({ alert }) => alert.owner.kind),
  wordColumn('owner_agency', ({ alert }) => alert.owner.agencyId),
  wordColumn('decision', ({ alert }) => alert.decision),
  wordColumn('system', ({ alert }) => alert.system),
  wordColumn('about', ({ alert }) => alert.about),
  wordColumn('state', ({ alert }) => alert.status),
  wordColumn('chain', ({ alert }) => JSON.stringify(alert.chain), 'jsonb'),
  column('stage', 'int4', ({ alert }) => alert.stage),
  column('escalates_at', 'int4', ({ alert }) => alert.escalatesAt),
  column('opened_at', 'timestamptz', ({ alert }) => millisOf(alert.openedAt)),
  column('changed_at', 'timestamptz', ({ alert }) => millisOf(alert.changedAt)),
  wordColumn('acknowledged_by', ({ alert }) => alert.acknowledgedBy),
  column('acknowledged_at', 'timestamptz', ({ alert }) => millisOrNull(alert.acknowledgedAt)),
  column('snoozed_until', 'timestamptz', ({ alert }) => millisOrNull(alert.snoozedUntil)),
  wordColumn('assigned_to', ({ alert }) => alert.assignedTo),
  column('closed_at', 'timestamptz', ({ alert }) => millisOrNull(alert.closedAt)),
  wordColumn('close_reason', ({ alert }) => alert.closeReason),
  column('members_unknown', 'int4', ({ alert }) => alert.counts.unknown),
  column('members_warning', 'int4', ({ alert }) => alert.counts.warning),
  column('members_high', 'int4', ({ alert }) => alert.counts.high),
  column('members_breached', 'int4', ({ alert }) => alert.counts.breached),
  column('members_total', 'int4', ({ alert }) => alert.membersTotal),
  column('members_withdrawn', 'int4', ({ alert }) => alert.membersWithdrawn),
  column('version', 'int4', ({ alert }) => alert.version),
  wordColumn('last_act', ({ alert }) => (alert.lastAct === null ? null : JSON.stringify(alert.lastAct)), 'jsonb'),
  column('last_n', 'int8', ({ lastN }) => lastN),
];

export const UPSERT_ALERTS = upsertOf('alert', ['id'], COLUMNS);

/** The select list `readAlert` reads, for statements on `alert a`. */
export const ALERT_COLUMNS = COLUMNS.map(({ name }) => `a."${name}"`).join(', ');

/** An alert from a row of `ALERT_COLUMNS`. */
export function readAlert(row: RowReader): StoredAlert {
  const [id, key] = [row.text(), row.text()];
  const rule = row.text() as Alert['rule'];
  const cause = row.text() as Alert['cause'];
  const level = row.text() as Alert['level'];
  const owner = { kind: row.text(), agencyId: row.textOrNull() } as Alert['owner'];
  const decision = row.text() as Alert['decision'];
  const [system, about] = [row.textOrNull(), row.textOrNull()];
  const status = row.text() as Alert['status'];
  const chain = row.json() as readonly ChainLink[];
  const [stage, escalatesAt] = [row.integer(), row.integerOrNull() as Alert['escalatesAt']];
  const [openedAt, changedAt] = [row.instant(), row.instant()];
  const acknowledgedBy = row.textOrNull() as Alert['acknowledgedBy'];
  const [acknowledgedAt, snoozedUntil] = [row.instantOrNull(), row.instantOrNull()];
  const assignedTo = row.textOrNull() as Alert['assignedTo'];
  const [closedAt, closeReason] = [row.instantOrNull(), row.textOrNull()];
  const [unknown, warning, high, breached] = [row.integer(), row.integer(), row.integer(), row.integer()];
  const [membersTotal, membersWithdrawn, version] = [row.integer(), row.integer(), row.integer()];
  const act = row.textOrNull();
  const alert: Alert = {
    ...{ id, key, rule, cause, level, owner, decision, system, about, status, chain, stage, escalatesAt },
    ...{ openedAt, changedAt, acknowledgedBy, acknowledgedAt, snoozedUntil, assignedTo, closedAt, closeReason },
    counts: { unknown, warning, high, breached },
    ...{ membersTotal, membersWithdrawn, version },
    lastAct: act === null ? null : (JSON.parse(act) as LastAct),
  };
  return { alert, lastN: row.integer() };
}

/** An event with its place. */
export interface NumberedEvent {
  readonly n: number;
  readonly event: AlertEvent;
}

export const INSERT_EVENTS = insertOf<NumberedEvent>('alert_event', [
  column('n', 'int8', ({ n }) => n),
  column('alert_id', 'uuid', ({ event }) => event.alertId),
  column('at', 'timestamptz', ({ event }) => millisOf(event.at)),
  wordColumn('kind', ({ event }) => event.kind),
  wordColumn('actor', ({ event }) => JSON.stringify(event.actor), 'jsonb'),
  column('data', 'jsonb', ({ event }) => JSON.stringify(event.data)),
]);

/** The select list `readAlertEvent` reads, for statements on `alert_event e`. */
export const EVENT_COLUMNS = 'e.n, e.alert_id, e.at, e.kind, e.actor, e.data';

export function readAlertEvent(row: RowReader): NumberedEvent {
  const n = row.integer();
  const [alertId, at, kind] = [row.text(), row.instant(), row.text()];
  return { n, event: { alertId, at, kind, actor: row.json(), data: row.json() } as AlertEvent };
}
