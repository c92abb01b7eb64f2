import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Amendments of open dossiers to another version of their procedure: drafts, dry runs, runs and reversals (ADR 0029). */
export class AmendOpenDossiers1763683226000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AMENDMENTS);
    await runner.query(DOSSIERS);
    await runner.query(WALL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table amendment_dossier, amendment');
  }
}

const STATES = ['draft', 'looking', 'looked', 'running', 'done', 'incomplete', 'reverting', 'reverted'];

const AMENDMENTS = `
create table amendment (
  id uuid primary key,
  procedure_code text not null,
  from_versions integer[] not null,
  to_version integer not null,
  policy text not null check (policy in ('grandfather', 'rebaseline', 'rescale', 'mostFavourable')),
  selection jsonb not null,
  legal_basis text not null,
  reason text not null,
  revert_days integer not null check (revert_days between 1 and 90),
  revision integer not null default 1,
  state text not null default 'draft' check (state in (${STATES.map((state) => `'${state}'`).join(', ')})),
  drafted_by text not null,
  drafted_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  place uuid not null default '00000000-0000-0000-0000-000000000000',
  looked_at timestamptz,
  digest text,
  ground text,
  approved_by text,
  approved_at timestamptz,
  finished_at timestamptz,
  revert_until timestamptz,
  revert_requested_by text,
  revert_requested_at timestamptz,
  revert_reason text,
  revert_approved_by text,
  revert_approved_at timestamptz,
  reverted_at timestamptz,
  constraint amendment_second_person check (
    approved_by is null or (approved_by <> drafted_by and approved_by <> changed_by)),
  constraint amendment_revert_second_person check (
    revert_approved_by is null or (revert_requested_by is not null and revert_approved_by <> revert_requested_by))
);
comment on table amendment is 'Open dossiers of some versions of a procedure brought under another one: how far each such change has come';
comment on column amendment.selection is 'Which of them: receiving agencies, phases, days of reception; empty: all';
comment on column amendment.revision is 'What If-Match compares: one more with each change, which drops the dry run';
comment on column amendment.state is 'looking, looked: the dry run; incomplete: done but for dossiers that could not be worked out';
comment on column amendment.drafted_by is 'person:<officer id> or software:<agency id>';
comment on column amendment.place is 'The dossier after which the dry run looks on; moved with what was found, in one transaction';
comment on column amendment.digest is 'SHA-256 of all the dry run has found: what the approver names';
comment on column amendment.ground is 'What the dry run rests on: versions and calendars, as a digest';
comment on column amendment.revert_until is 'Domain time until which it may be taken back';
create index amendment_open on amendment (changed_at, id) where state in ('looking', 'running', 'reverting');
`;

const DOSSIERS = `
create table amendment_dossier (
  amendment_id uuid not null references amendment on delete cascade,
  dossier_id uuid not null,
  code text not null,
  from_version integer not null,
  phase text not null,
  limit_before text not null,
  limit_after text,
  limit_by text,
  due_before integer,
  due_after integer,
  becomes_overdue text[] not null default '{}',
  loses text[] not null default '{}',
  image jsonb,
  refusal jsonb,
  named boolean not null default false,
  revert_named boolean not null default false,
  state text not null check (state in ('moves', 'stays', 'pending', 'amended', 'leftOut', 'stuck', 'reverting', 'reverted', 'notReverted')),
  result jsonb,
  settled_at timestamptz,
  primary key (amendment_id, dossier_id)
);
comment on table amendment_dossier is 'What an amendment makes of each dossier: by the dry run, then in the run. Codes and minutes, no persons';
comment on column amendment_dossier.due_before is 'Due minute of the limit if it ran from the look on, in minutes since 1970; null where it cannot be told';
comment on column amendment_dossier.becomes_overdue is 'Clocks that would be overdue by the change alone';
comment on column amendment_dossier.image is 'Where it would stand in the machine of the new version';
comment on column amendment_dossier.refusal is 'Why it stays where it is: code and facts';
comment on column amendment_dossier.named is 'The approval names it: it may become overdue by the change';
comment on column amendment_dossier.state is 'moves, stays: by the dry run; the others once the amendment runs';
comment on column amendment_dossier.result is 'Why it was left out of the run or of the reversal';
create index amendment_dossier_open on amendment_dossier (amendment_id, dossier_id) where state in ('pending', 'reverting');
`;

const LEDGER = `(select current_setting('app.scope', true)) = 'ledger'`;

const WALL = ['amendment', 'amendment_dossier']
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy see on ${table} for select using (${LEDGER});
create policy add on ${table} for insert with check (${LEDGER});
create policy change on ${table} for update using (${LEDGER}) with check (${LEDGER});
create policy remove on ${table} for delete using (${LEDGER});
`,
  )
  .join('')
  .concat(
    'grant select, insert, update on amendment to app;\ngrant select, insert, update, delete on amendment_dossier to app;\n',
  );
