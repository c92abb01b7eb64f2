import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose the late minutes of a dossier are (ADR 0026), kept by a reader of the journal; and what a row of `segment` can say by itself.
 * That one segment begins where the one before ended is a matter of two rows: an exclusion or a trigger would cost every act more than
 * writing the row does, so it is `verify` that proves it.
 */
export class AccountForLateness1763683223000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SEGMENTS, LATENESS, STRETCHES, WALL]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table late_stretch, lateness');
    await runner.query(
      `alter table segment drop constraint segment_number, drop constraint segment_forward,
        drop constraint segment_minutes, drop constraint segment_owner`,
    );
  }
}

const OWNERS = `('agency', 'exchange', 'publicPost', 'applicant', 'system', 'external')`;

const SEGMENTS = `
alter table segment
  add constraint segment_number check (n >= 1),
  add constraint segment_forward check (to_minute >= from_minute),
  add constraint segment_minutes check (
    case when to_minute is null then legal_minutes is null and desk_minutes is null
    else legal_minutes between 0 and to_minute - from_minute and desk_minutes between 0 and to_minute - from_minute end),
  add constraint segment_owner check (owner_kind in ${OWNERS} and (owner_kind = 'agency') = (owner_agency is not null));
`;

const LATENESS = `
create table lateness (
  dossier_id uuid primary key,
  state text not null check (state in ('inTime', 'late', 'unknown')),
  reason text,
  provisional boolean not null,
  minutes integer not null check (minutes >= 0),
  since_minute integer,
  until_minute integer not null,
  procedure_code text not null,
  sender text not null,
  receiver text,
  check ((state = 'unknown') = (reason is not null)),
  check ((state = 'late') = (minutes > 0) and (state = 'late') = (since_minute is not null))
);
comment on table lateness is 'Dossiers whose limit has ended, in time or late: kept by the reader "lateness" of the journal';
comment on column lateness.reason is 'Why it cannot be computed';
comment on column lateness.minutes is 'Working minutes the limit counted after the granule of its due instant: the sum of late_stretch';
comment on column lateness.until_minute is 'Minute since 1970 in which the limit ended: what periods go by';
comment on column lateness.sender is 'Agency that took it in';
comment on column lateness.receiver is 'Agency that took it over: the sender itself where it decides; null where nobody did';
create index lateness_ended on lateness (until_minute);
`;

const STRETCHES = `
create table late_stretch (
  dossier_id uuid not null references lateness on delete cascade,
  n integer not null check (n >= 1),
  from_minute integer not null,
  to_minute integer not null check (to_minute > from_minute),
  minutes integer not null check (minutes between 1 and to_minute - from_minute),
  owner_kind text not null check (owner_kind in ${OWNERS}),
  owner_agency text,
  leg text not null,
  kind text not null check (kind in ('ownExcess', 'inherited', 'structural', 'outside')),
  due_kind text,
  due_agency text,
  primary key (dossier_id, n),
  check ((owner_kind = 'agency') = (owner_agency is not null)),
  check ((kind = 'structural') = (due_kind is null))
);
comment on table late_stretch is 'The late minutes of a dossier, each in one class of one owner';
comment on column late_stretch.owner_kind is 'Who held the dossier';
comment on column late_stretch.due_kind is 'Whose excess made the minutes late; null where it is nobody''s';
`;

const LEDGER = `(select current_setting('app.scope', true)) = 'ledger'`;

const wall = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy see on ${table} for select using (${LEDGER} or whole_party_to(dossier_id));
create policy add on ${table} for insert with check (${LEDGER});
create policy remove on ${table} for delete using (${LEDGER});
`;

const WALL = `${wall('lateness')}${wall('late_stretch')}
grant select, insert, delete on lateness, late_stretch to app;
`;
