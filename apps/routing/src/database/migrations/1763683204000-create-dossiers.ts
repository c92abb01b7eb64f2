import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is folded from the journal: dossiers, their parties, clocks and segments. All of it can be derived again (law 1).
 * No foreign keys among these tables: the ledger is their only writer, `verify` re-derives them, and a key costs a lookup a row.
 */
export class CreateDossiers1763683204000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOSSIERS);
    await runner.query(CLOCKS);
    await runner.query(EXPECT_ROWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function expect_rows');
    await runner.query('drop table segment, clock, party, dossier_alias, dossier');
  }
}

/** Columns that never change stand first: an update then logs only the rest of the row. */
const DOSSIERS = `
create table dossier (
  id uuid primary key,
  procedure_version integer not null,
  procedure_code text not null,
  receiving text not null,
  intake jsonb not null,
  submitted_at timestamptz,
  received_at timestamptz,
  code text not null unique,
  code_provisional boolean not null,
  competent text,
  holder text not null,
  ended_at timestamptz,
  promise_at timestamptz,
  phase text not null,
  version integer not null,
  seq integer not null,
  last_fact_at timestamptz not null,
  recorded_at timestamptz not null,
  hash bytea not null,
  state jsonb not null
) with (fillfactor = 70);
comment on table dossier is 'Dossiers as they stand: the fold of their journals';
comment on column dossier.id is 'UUID of version 7: its first 48 bits are the time of birth, which the journal is partitioned by';
comment on column dossier.procedure_version is 'The version it is pinned to for life';
comment on column dossier.receiving is 'Agency that took it in';
comment on column dossier.intake is 'What hardly ever changes: the rest of the pin, area facts, the resolution of competence';
comment on column dossier.code is 'Dossier code (Circular 01/2018/TT-VPCP art. 19), or the provisional one while it is held';
comment on column dossier.competent is 'Agency found competent; after acceptance the one that took it over';
comment on column dossier.holder is 'Agency with custody';
comment on column dossier.promise_at is 'Instant printed on the receipt';
comment on column dossier.version is 'Number of acts of parties; what If-Match compares';
comment on column dossier.seq is 'Number of its last event';
comment on column dossier.last_fact_at is 'Declared time of the last act; the next may not lie before it';
comment on column dossier.recorded_at is 'When its last event was recorded';
comment on column dossier.hash is 'Hash of its last event';
comment on column dossier.state is 'The rest of the fold: transfer, steps, consultations, supplement rounds, suspension, outcome';
create index dossier_open_holder on dossier (holder, id) where ended_at is null;

create table dossier_alias (
  code text primary key,
  dossier_id uuid not null
);
comment on table dossier_alias is 'Provisional codes that still lead to a dossier';
create index dossier_alias_dossier on dossier_alias (dossier_id);

create table party (
  dossier_id uuid not null,
  agency_id text not null,
  role text not null check (role in ('receiving', 'competent', 'addressed', 'consulted')),
  current boolean not null default true,
  primary key (dossier_id, agency_id, role)
);
comment on table party is 'Agencies that are or were party to a dossier: what row-level security looks at';
comment on column party.current is 'False for an agency that sent the dossier back or was passed over: it may act no more and see no more';
create index party_agency on party (agency_id, dossier_id desc);
`;

const CLOCKS = `
create table clock (
  dossier_id uuid not null,
  epoch integer not null,
  budget_amount integer,
  started_at integer not null,
  counts_from integer not null,
  extended_by integer not null,
  used integer not null,
  running_since integer,
  paused_days integer not null,
  paused_since integer,
  stopped_at integer,
  due_at integer,
  warn_at integer,
  breach_fires_at integer,
  fires_at integer,
  breached boolean not null,
  id text not null,
  kind text not null,
  status text not null check (status in ('running', 'paused', 'stopped')),
  owner_kind text,
  owner_agency text,
  budget_unit text not null check (budget_unit in ('work', 'calendarDays', 'none')),
  granularity text not null,
  outcome text,
  certainty text not null,
  stretches integer[] not null,
  warned integer[] not null,
  primary key (dossier_id, id)
) with (fillfactor = 80);
comment on table clock is 'Clocks of dossiers (DESIGN 4.2). Instants are whole minutes since 1970-01-01T00:00Z';
comment on column clock.epoch is 'A restart opens the next with nothing used';
comment on column clock.budget_amount is 'Working minutes, or calendar days; null for a clock that only measures';
comment on column clock.counts_from is 'First minute that counts: later than started_at after a cut-off';
comment on column clock.used is 'Working minutes of its closed stretches';
comment on column clock.paused_days is 'Calendar days its pauses touched';
comment on column clock.due_at is 'First minute with used = budget; null while it rests';
comment on column clock.breach_fires_at is 'First minute at which the breach fires';
comment on column clock.fires_at is 'First minute at which the sweep has something to do for it';
comment on column clock.id is 'Unique within the dossier: legal, acceptance:2, step:appraisal';
comment on column clock.stretches is 'Stretches in which it ran: from, to, from, to';
comment on column clock.warned is 'Percents warned of in this epoch';
create index clock_fires on clock (fires_at, dossier_id) where fires_at is not null;

create table segment (
  dossier_id uuid not null,
  n integer not null,
  from_minute integer not null,
  to_minute integer,
  legal_minutes integer,
  desk_minutes integer,
  owner_kind text not null,
  owner_agency text,
  phase text not null,
  primary key (dossier_id, n)
) with (fillfactor = 90);
comment on table segment is 'Who owned which stretch of time (DESIGN 4.4); segments tile the time from reception to the end';
comment on column segment.to_minute is 'Null while it is open';
comment on column segment.legal_minutes is 'Working minutes of the legal calendar charged to the owner; null while open';
comment on column segment.desk_minutes is 'Minutes of the owner''s own desk, for information';
`;

/** A batch is sent together with its commit, so what would void it must fail on the server. */
const EXPECT_ROWS = `
create function expect_rows(what text, actual bigint, expected integer) returns void language plpgsql immutable as $$
begin
  if actual is distinct from expected then
    raise exception '%: % rows instead of %', what, actual, expected using errcode = 'no_data_found';
  end if;
end $$;
comment on function expect_rows is 'Voids the transaction when a statement has not touched the rows it was meant to';
`;
