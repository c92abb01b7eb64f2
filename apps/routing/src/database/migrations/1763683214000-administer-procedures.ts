import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of procedure versions, their publication by a second person, and their end (ADR 0018). */
export class AdministerProcedures1763683214000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DRAFTS);
    await runner.query(PUBLICATION);
    await runner.query(ENDS);
    await runner.query(KEYS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view published_version');
    await runner.query('drop table procedure_draft, procedure_counter, procedure_retirement, administration_key');
    await runner.query('alter table procedure_version drop constraint procedure_version_second_person');
    await runner.query(
      `alter table procedure_version ${AUTHORSHIP.map((column) => `drop column ${column}`).join(', ')}`,
    );
    await runner.query('revoke insert on procedure_version from app');
  }
}

const AUTHORSHIP = [
  'drafted_by',
  'drafted_at',
  'changed_by',
  'changed_at',
  'published_by',
  'approval_reason',
  'verdict',
] as const;

const DRAFTS = `
create table procedure_draft (
  code text not null,
  version integer not null,
  revision integer not null,
  drafted_by text not null,
  drafted_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  definition jsonb not null,
  primary key (code, version)
);
comment on table procedure_draft is 'Procedure versions nobody has published yet: changed in place, no clock runs on them';
comment on column procedure_draft.revision is 'What If-Match compares: one more with each change';
comment on column procedure_draft.drafted_by is 'person:<officer id> or software:<agency id>';
comment on column procedure_draft.changed_by is 'Who changed it last';
comment on column procedure_draft.definition is 'The whole version as its schema defines it';

create table procedure_counter (
  code text primary key,
  last integer not null
);
comment on table procedure_counter is 'Last version number given out: that of a dropped draft is not given again';
`;

const PUBLICATION = `
alter table procedure_version
  add column drafted_by text,
  add column drafted_at timestamptz,
  add column changed_by text,
  add column changed_at timestamptz,
  add column published_by text,
  add column approval_reason text,
  add column verdict jsonb,
  add constraint procedure_version_second_person check (
    published_by is null
    or (drafted_by is not null and changed_by is not null and published_by <> drafted_by and published_by <> changed_by)
  );
comment on column procedure_version.drafted_by is 'person:<officer id> or software:<agency id>; null for what came with the seeds';
comment on column procedure_version.changed_by is 'Who changed the draft last';
comment on column procedure_version.published_by is 'The second person; with a reason beside it he also answers for a timeline that is not safe';
comment on column procedure_version.published_at is 'Domain time of the publication';
comment on column procedure_version.approval_reason is 'Why it was published although its timeline is not proved safe';
comment on column procedure_version.verdict is 'What was known of the timeline when it was published: verdict, method and routes';
`;

const ENDS = `
create table procedure_retirement (
  code text not null,
  version integer not null,
  effective_to date not null,
  retired_by text not null,
  retired_at timestamptz not null,
  primary key (code, version),
  foreign key (code, version) references procedure_version
);
comment on table procedure_retirement is 'Versions that take in no dossier after a day; a row each, because a published version never changes';
comment on column procedure_retirement.effective_to is 'The last day, Asia/Ho_Chi_Minh';

create view published_version as
select v.code, v.version, v.name, v.field, v.boundary_scope, v.effective_from,
  least(v.effective_to, r.effective_to) as effective_to,
  case when r.effective_to is null then v.definition
    else jsonb_set(v.definition, '{effectiveTo}', to_jsonb(least(v.effective_to, r.effective_to)::text)) end as definition
from procedure_version v left join procedure_retirement r using (code, version);
comment on view published_version is 'Published versions with the day they end on, by themselves or by their retirement';
`;

const KEYS = `
create table administration_key (
  agency_id text not null,
  key text not null,
  fingerprint text not null,
  stored_at timestamptz not null default now(),
  answer jsonb not null,
  primary key (agency_id, key)
);
comment on table administration_key is 'Answers to acts of administration, replayed to whoever sends the same request again; kept 90 days';
comment on column administration_key.answer is 'The body of the answer';
`;

const GRANTS = `
grant select, insert, update, delete on procedure_draft to app;
grant select, insert, update on procedure_counter to app;
grant select, insert on procedure_version, procedure_retirement to app;
grant select on published_version to app;
grant select, insert, delete on administration_key to app;
`;
