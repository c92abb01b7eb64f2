import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outages of shared systems, recorded by two persons, and how far each was told to the dossiers it concerns (ADR 0028). */
export class RecordOutages1763683225000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [REVISIONS, RUNS, WALL, LIVES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index dossier_ended');
    await runner.query('drop table outage_dossier, outage_run, outage_revision');
  }
}

const REVISIONS = `
create table outage_revision (
  outage_id uuid not null,
  revision integer not null check (revision > 0),
  kind text not null check (kind in ('record', 'correct', 'cancel')),
  system text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  evidence_reference text not null,
  evidence_sha256 text check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  reason text not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'dropped')),
  digest text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  primary key (outage_id, revision),
  constraint outage_interval check (to_at is null or from_at < to_at),
  constraint outage_second_person check (approved_by is null or approved_by <> proposed_by),
  constraint outage_approved check ((state = 'approved') = (approved_by is not null and approved_at is not null))
);
comment on table outage_revision is 'Outages of shared systems: what was recorded, corrected or cancelled, by whom, and who approved it; never deleted';
comment on column outage_revision.revision is 'The last approved one holds; one that is proposed changes nothing';
comment on column outage_revision.kind is 'cancel: the outage gives nothing back any more; the interval is that of the revision before';
comment on column outage_revision.to_at is 'Null while the system is down: nothing is given back before the end is known';
comment on column outage_revision.evidence_sha256 is 'Of the record the reference names';
comment on column outage_revision.state is 'dropped: another proposal took its place, or the outage was cancelled before anybody approved it';
comment on column outage_revision.digest is 'SHA-256 of all it says: what the approver names, so that what was read is what is approved';
comment on column outage_revision.proposed_by is 'person:<officer id> or software:<agency id>';
create unique index outage_proposed on outage_revision (outage_id) where state = 'proposed';
create index outage_revision_time on outage_revision (proposed_at, outage_id);
`;

const RUNS = `
create table outage_run (
  outage_id uuid not null,
  revision integer not null,
  state text not null default 'running' check (state in ('running', 'done', 'incomplete', 'superseded')),
  requested_at timestamptz not null,
  gathered_at timestamptz,
  look_again_at timestamptz,
  candidates integer not null default 0,
  dossiers integer not null default 0,
  moved_clocks integer not null default 0,
  withdrawn integer not null default 0,
  moved jsonb not null default '{}',
  stuck integer not null default 0,
  batches integer not null default 0,
  last_batch_at timestamptz,
  finished_at timestamptz,
  primary key (outage_id, revision),
  foreign key (outage_id, revision) references outage_revision
);
comment on table outage_run is 'How far each approved revision was told: moved on in the transaction of its batch';
comment on column outage_run.state is 'superseded: a later revision was approved meanwhile; incomplete: done but for dossiers that could not be told';
comment on column outage_run.gathered_at is 'When the dossiers to look at were listed; null: not yet';
comment on column outage_run.look_again_at is 'Server time at which dossiers are looked for that were typed in late';
comment on column outage_run.moved is 'Working minutes by former and present owner, as "from to"';
create index outage_run_open on outage_run (requested_at, outage_id) where state in ('running', 'done', 'incomplete');

create table outage_dossier (
  outage_id uuid not null,
  revision integer not null,
  dossier_id uuid not null,
  seq integer not null,
  state text not null default 'pending' check (state in ('pending', 'relieved', 'untouched', 'stuck')),
  reason text,
  primary key (outage_id, revision, dossier_id)
);
comment on table outage_dossier is 'Dossiers an outage may concern, and what became of each';
comment on column outage_dossier.seq is 'Its last event when it was listed: with a later one it is looked at again';
comment on column outage_dossier.state is 'untouched: the outage gives it nothing, and nothing was written to it';
create index outage_dossier_pending on outage_dossier (outage_id, revision, dossier_id) where state = 'pending';
`;

const LEDGER = `(select current_setting('app.scope', true)) = 'ledger'`;

const WALL = `
alter table outage_dossier enable row level security;
alter table outage_dossier force row level security;
create policy see on outage_dossier for select using (${LEDGER} or (state = 'relieved' and whole_party_to(dossier_id)));
create policy add on outage_dossier for insert with check (${LEDGER});
create policy change on outage_dossier for update using (${LEDGER}) with check (${LEDGER});
grant select, insert, update on outage_revision, outage_run, outage_dossier to app;
`;

/** Block ranges: no entry per dossier, so that the ledger writes nothing for it. */
const LIVES = `
create index dossier_ended on dossier using brin (ended_at) with (pages_per_range = 32);
comment on index dossier_ended is 'Dossiers that ended since an outage began; those that have not are found by dossier_open_holder';
`;
