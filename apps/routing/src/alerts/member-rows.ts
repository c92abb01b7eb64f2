/** Findings under alerts, and the agencies they concern. */
import { millisOf } from '@lien-thong/domain';
import type { AgencyId, DossierId, Ground, Instant, StandingMember } from '@lien-thong/domain';
import { binaryArray } from '../store/binary-array.js';
import { column, insertOf, updateOf, wordColumn } from '../store/columns.js';
import type { Column, Statement } from '../store/columns.js';
import type { RowReader } from '../store/raw-row.js';
import type { Wire } from '../store/wire.js';

/** Which row: its alert, the event it joined by, and the finding. */
interface Place {
  readonly alertId: string;
  readonly joinedN: number;
  readonly dossierId: DossierId;
  readonly clockId: string;
  readonly epoch: number;
}

/** A finding that joins; `leftN` and why where it is over already. */
export interface NewMember extends Place {
  readonly ground: Ground;
  readonly at: Instant;
  readonly left: { readonly n: number; readonly why: string } | null;
}

export interface ChangedMember extends Place {
  readonly ground: Ground;
  readonly n: number;
}

export interface GoneMember extends Place {
  readonly n: number;
  readonly why: string;
  readonly at: Instant;
}

const KEY = ['alert_id', 'joined_n', 'dossier_id', 'clock_id', 'epoch'];

function placeColumns<Row extends Place>(): readonly Column<Row>[] {
  return [
    column<Row, 'uuid'>('alert_id', 'uuid', ({ alertId }) => alertId),
    column<Row, 'int8'>('joined_n', 'int8', ({ joinedN }) => joinedN),
    column<Row, 'uuid'>('dossier_id', 'uuid', ({ dossierId }) => dossierId),
    wordColumn<Row>('clock_id', ({ clockId }) => clockId),
    column<Row, 'int4'>('epoch', 'int4', ({ epoch }) => epoch),
  ];
}

function groundColumns<Row extends { readonly ground: Ground }>(): readonly Column<Row>[] {
  return [
    wordColumn<Row>('level', ({ ground }) => ground.level),
    column<Row, 'int4'>('rung_at', 'int4', ({ ground }) => ground.rungAt),
    wordColumn<Row>('code', ({ ground }) => ground.code),
    column<Row, 'jsonb'>('facts', 'jsonb', ({ ground }) => JSON.stringify(ground.facts)),
    wordColumn<Row>('told', ({ ground }) => `{${ground.told.join(',')}}`, 'text[]'),
  ];
}

const INSERT = insertOf<NewMember>('alert_member', [
  ...placeColumns<NewMember>(),
  ...groundColumns<NewMember>(),
  column('opened_at', 'timestamptz', ({ at }) => millisOf(at)),
  column('changed_n', 'int8', ({ joinedN }) => joinedN),
  column('closed_at', 'timestamptz', ({ at, left }) => (left === null ? null : millisOf(at))),
  wordColumn('close_reason', ({ left }) => left?.why ?? null),
  column('left_n', 'int8', ({ left }) => left?.n ?? null),
]);

const CHANGE = updateOf<ChangedMember>({ table: 'alert_member', key: KEY, name: 'alert-member-change' }, [
  ...placeColumns<ChangedMember>(),
  ...groundColumns<ChangedMember>(),
  column('changed_n', 'int8', ({ n }) => n),
]);

const CLOSE = updateOf<GoneMember>({ table: 'alert_member', key: KEY, name: 'alert-member-close' }, [
  ...placeColumns<GoneMember>(),
  column('closed_at', 'timestamptz', ({ at }) => millisOf(at)),
  wordColumn('close_reason', ({ why }) => why),
  column('left_n', 'int8', ({ n }) => n),
]);

const CONCERN: Statement = {
  name: 'alert-concern',
  text: `insert into alert_scope (alert_id, agency_id) select * from unnest($1::uuid[], $2::text[])
    on conflict do nothing`,
};

const STANDING: Statement = {
  name: 'alert-members-standing',
  text: `select m.dossier_id, m.alert_id, a.key, a.rule, m.clock_id, m.epoch, m.joined_n, m.level, m.code, m.told, m.rung_at
    from alert_member m join alert a on a.id = m.alert_id
    where m.dossier_id = any ($1::uuid[]) and m.closed_at is null`,
};

function readStanding(row: RowReader): readonly [DossierId, StandingMember] {
  const dossierId = row.text() as DossierId;
  const member: StandingMember = {
    alertId: row.text(),
    key: row.text(),
    rule: row.text() as StandingMember['rule'],
    clockId: row.text(),
    epoch: row.integer(),
    joinedN: row.integer(),
    level: row.text() as StandingMember['level'],
    code: row.text() as StandingMember['code'],
    told: row.words(),
    rungAt: row.integerOrNull() as StandingMember['rungAt'],
  };
  return [dossierId, member];
}

/** The findings that stand of these dossiers. */
export async function standingOf(
  wire: Wire,
  ids: readonly DossierId[],
): Promise<ReadonlyMap<DossierId, readonly StandingMember[]>> {
  const standing = new Map<DossierId, StandingMember[]>();
  if (ids.length === 0) return standing;
  for (const row of await wire.send(STANDING, [binaryArray('uuid', ids)])) {
    const [dossierId, member] = readStanding(row);
    const members = standing.get(dossierId);
    if (members === undefined) standing.set(dossierId, [member]);
    else members.push(member);
  }
  return standing;
}

export interface MemberWrites {
  readonly added: readonly NewMember[];
  readonly changed: readonly ChangedMember[];
  readonly gone: readonly GoneMember[];
  /** By alert: agencies it concerns, known ones included. */
  readonly concerned: ReadonlyMap<string, ReadonlySet<AgencyId>>;
}

/** Set-based, whatever their number. The alerts themselves must have been written before. */
export async function writeMembers(wire: Wire, { added, changed, gone, concerned }: MemberWrites): Promise<void> {
  const pairs = [...concerned].flatMap(([id, agencies]) => [...agencies].map((agency) => [id, agency] as const));
  const [alerts, agencies] = [pairs.map(([id]) => id), pairs.map(([, agency]) => agency)];
  const writes = [
    ...(pairs.length > 0 ? [wire.send(CONCERN, [binaryArray('uuid', alerts), binaryArray('text', agencies)])] : []),
    ...(added.length > 0 ? [wire.send(INSERT.statement, INSERT.values(added))] : []),
    ...(changed.length > 0 ? [wire.send(CHANGE.statement, CHANGE.values(changed))] : []),
    ...(gone.length > 0 ? [wire.send(CLOSE.statement, CLOSE.values(gone))] : []),
  ];
  await Promise.all(writes);
}
