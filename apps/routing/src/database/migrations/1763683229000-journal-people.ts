import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who administered people, keys and competences, when, and what it was before and after; competences written through the service. */
export class JournalPeople1763683229000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JOURNAL);
    await runner.query(WALL);
    await runner.query(COMPETENCES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke insert, update (valid_to) on competence from app');
    for (const policy of ['see', 'add', 'change']) await runner.query(`drop policy ${policy} on competence`);
    await runner.query('alter table competence disable row level security');
    await runner.query('drop table people_journal');
  }
}

const ACTIONS = [
  ...['officerAdded', 'officerChanged', 'accountGiven', 'rolesChanged', 'accountWithdrawn'],
  ...['keyMade', 'keyRevoked', 'competenceAdded', 'competenceEnded'],
];
const KINDS = ['officer', 'account', 'apiKey', 'competence'];
const listed = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

const JOURNAL = `
create table people_journal (
  n bigint generated always as identity primary key,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('person', 'software')),
  actor_id text not null,
  actor_agency text not null,
  action text not null check (action in (${listed(ACTIONS)})),
  subject_kind text not null check (subject_kind in (${listed(KINDS)})),
  subject_id text not null,
  agency_id text not null references agency,
  before jsonb,
  after jsonb not null
);
comment on table people_journal is 'What was done to officers, accounts, keys and competences, append-only; one act waits for the other, so n is the order of commits';
comment on column people_journal.at is 'Domain time';
comment on column people_journal.actor_id is 'An officer id, or the public part of a key';
comment on column people_journal.agency_id is 'The agency it was done to';
comment on column people_journal.before is 'As it was; null for what was not there. Never a secret';
comment on column people_journal.after is 'As it is now: name, title, roles, state, days and legal basis, by the kind of subject. Never a secret';
create index people_journal_subject on people_journal (subject_kind, subject_id, n);
create index people_journal_agency on people_journal (agency_id, n);
`;

const BEHIND = `(select current_setting('app.scope', true)) = 'people'`;

/** Nobody changes or removes a line: the login has no such right, and no policy would let it. */
const WALL = `
alter table people_journal enable row level security;
alter table people_journal force row level security;
create policy see on people_journal for select using (${BEHIND});
create policy add on people_journal for insert with check (${BEHIND});
grant select, insert on people_journal to app;
`;

/** Not forced: the owner of the tables brings the seeds in. Of a rule that is there only its last day is written. */
const COMPETENCES = `
alter table competence enable row level security;
create policy see on competence for select using (true);
create policy add on competence for insert with check (${BEHIND});
create policy change on competence for update using (${BEHIND}) with check (${BEHIND});
grant insert, update (valid_to) on competence to app;
`;
