import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of calendar versions, their publication by a second person, and the restatement of open dossiers (ADR 0020). */
export class AdministerCalendars1763683215000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [PUBLICATION, DRAFTS, RESTATEMENT, GRANTS, mayRecord([...FORMER_FACTS, RESTATED])]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(mayRecord(FORMER_FACTS));
    await runner.query('drop table restatement_stuck, restatement_run, calendar_draft, calendar_counter');
    await runner.query('alter table calendar_version drop constraint calendar_version_second_person');
    await runner.query(`alter table calendar_version ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`);
    await runner.query('revoke insert on calendar_version, holiday from app');
  }
}

const COLUMNS = [
  ...['notice_number', 'notice_issued_on', 'notice_issuer', 'notice_link', 'reason', 'drafted_by', 'drafted_at'],
  ...['changed_by', 'changed_at', 'published_by', 'published_at', 'known_from'],
] as const;

const PUBLICATION = `
alter table calendar_version
  add column notice_number text,
  add column notice_issued_on date,
  add column notice_issuer text,
  add column notice_link text,
  add column reason text,
  add column drafted_by text,
  add column drafted_at timestamptz,
  add column changed_by text,
  add column changed_at timestamptz,
  add column published_by text,
  add column published_at timestamptz,
  add column known_from timestamptz,
  add constraint calendar_version_second_person check (
    published_by is null
    or (drafted_by is not null and changed_by is not null and published_by <> drafted_by and published_by <> changed_by)
  );
comment on column calendar_version.notice_number is 'The notice the version rests on; null for what came with the seeds, whose days name theirs';
comment on column calendar_version.reason is 'Why days of the past changed; null where none did';
comment on column calendar_version.drafted_by is 'person:<officer id> or software:<agency id>; null for what came with the seeds';
comment on column calendar_version.changed_by is 'Who changed the draft last';
comment on column calendar_version.published_by is 'The second person';
comment on column calendar_version.published_at is 'Domain time of the publication';
comment on column calendar_version.known_from is 'Of closures: from this instant of domain time on every process knows them; null: from the beginning';
`;

const DRAFTS = `
create table calendar_draft (
  layer text not null check (layer in ('national', 'province', 'closure')),
  layer_id text not null,
  version integer not null,
  revision integer not null,
  based_on integer not null,
  drafted_by text not null,
  drafted_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  definition jsonb not null,
  primary key (layer, layer_id, version)
);
comment on table calendar_draft is 'Calendar versions nobody has published yet: changed in place, nothing counts on them';
comment on column calendar_draft.revision is 'What If-Match compares: one more with each change';
comment on column calendar_draft.based_on is 'The newest version when it was written last; 0 where there was none';
comment on column calendar_draft.definition is 'The notice, the reason, and the days and hours of the layer';

create table calendar_counter (
  layer text not null,
  layer_id text not null,
  last integer not null,
  primary key (layer, layer_id)
);
comment on table calendar_counter is 'Last version number given out: that of a dropped draft is not given again';
`;

const LEDGER = `(select current_setting('app.scope', true)) = 'ledger'`;

const RESTATEMENT = `
create table restatement_run (
  id uuid primary key,
  layer text not null,
  layer_id text not null,
  version integer not null,
  state text not null check (state in ('running', 'settling', 'done', 'incomplete')),
  pass integer not null default 1,
  settled boolean not null default false,
  after_holder text not null default '',
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  missed integer not null default 0,
  first_minute integer,
  end_minute integer,
  starts_from timestamptz,
  settles_at timestamptz not null,
  open_dossiers integer,
  dossiers integer not null default 0,
  clocks integer not null default 0,
  moved_clocks integer not null default 0,
  withdrawn integer not null default 0,
  stuck integer not null default 0,
  batches integer not null default 0,
  requested_at timestamptz not null,
  last_batch_at timestamptz,
  finished_at timestamptz,
  unique (layer, layer_id, version),
  foreign key (layer, layer_id, version) references calendar_version
);
comment on table restatement_run is 'Restatements of open dossiers after a publication: how far each came, moved on in the transaction of its batch';
comment on column restatement_run.state is 'settling: all that was seen is done, once more when every process knows the version; incomplete: done but for restatement_stuck';
comment on column restatement_run.settled is 'Whether this pass began when every process knew the version';
comment on column restatement_run.after_holder is 'With after_id the place after which the next batch looks, in the order of the index of open dossiers';
comment on column restatement_run.missed is 'Dossiers of this pass that somebody else had locked: the next pass looks for them';
comment on column restatement_run.first_minute is 'Of closures: the first minute they change';
comment on column restatement_run.starts_from is 'Of closures: domain time from which they are known';
comment on column restatement_run.settles_at is 'Server time by which every process knows the version';
comment on column restatement_run.open_dossiers is 'Dossiers to look at when it began';
comment on column restatement_run.clocks is 'Running and resting clocks of the dossiers restated';
comment on column restatement_run.moved_clocks is 'Of them those whose due instant moved';
comment on column restatement_run.withdrawn is 'Breaches in the journal that have not happened by the new calendar';
comment on column restatement_run.stuck is 'Rows of restatement_stuck, which is behind the wall';
create index restatement_run_open on restatement_run (requested_at, id) where state in ('running', 'settling');

create table restatement_stuck (
  run_id uuid not null references restatement_run,
  dossier_id uuid not null,
  reason text not null,
  primary key (run_id, dossier_id)
);
comment on table restatement_stuck is 'Dossiers a restatement could not move; they stay on their former calendar version';
alter table restatement_stuck enable row level security;
alter table restatement_stuck force row level security;
create policy see on restatement_stuck for select using (${LEDGER});
create policy add on restatement_stuck for insert with check (${LEDGER});
create policy change on restatement_stuck for update using (${LEDGER}) with check (${LEDGER});
create policy remove on restatement_stuck for delete using (${LEDGER});
`;

const GRANTS = `
grant select, insert, update, delete on calendar_draft to app;
grant select, insert, update on calendar_counter to app;
grant insert on calendar_version, holiday to app;
grant select, insert, update on restatement_run to app;
grant select, insert, update, delete on restatement_stuck to app;
`;

const RESTATED = 'dossier.calendarRestated.v1';
const FORMER_FACTS = [
  'dossier.clockWarned.v1',
  'dossier.clockBreached.v1',
  'dossier.transferLapsed.v1',
  'dossier.transferDelivered.v1',
  'dossier.resultArrived.v1',
  'dossier.suspended.v1',
  'dossier.resumed.v1',
  'dossier.closed.v1',
];

/** Facts the engine may record in its own name. */
function mayRecord(facts: readonly string[]): string {
  return `alter policy add on event with check (${LEDGER} and case event.actor_kind
    when 'clerk' then exists (
      select from party p where p.dossier_id = event.dossier_id and p.agency_id = event.actor_agency)
    when 'supervisor' then supervisor_over(event.dossier_id, event.actor_agency)
    when 'engine' then event.actor_agency is null and event.type in (${facts.map((type) => `'${type}'`).join(', ')})
    else false end)`;
}
