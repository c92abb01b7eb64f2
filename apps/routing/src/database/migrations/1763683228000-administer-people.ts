import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers, their accounts and the keys of software, administered through the service. */
export class AdministerPeople1763683228000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REVISIONS);
    await runner.query(USES);
    for (const table of TABLES) await runner.query(wallOf(table));
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke insert, update on officer, account, account_role, api_key from app');
    await runner.query('revoke delete on account_role from app');
    for (const table of TABLES) await runner.query(withoutWall(table));
    await runner.query('drop table api_key_use');
    await runner.query('alter table officer drop column revision');
  }
}

const TABLES = ['officer', 'account', 'account_role', 'api_key'];

const REVISIONS = `
alter table officer add column revision integer not null default 1;
comment on column officer.revision is 'What If-Match compares: one more with each change of the officer or of his account';
`;

const USES = `
create table api_key_use (
  key_id text primary key references api_key on delete cascade,
  used_at timestamptz not null
);
comment on table api_key_use is 'When a key was last used, to the hour: noted seldom, beside the key, so that no request waits for it';
grant select, insert, update on api_key_use to app;
`;

const BEHIND = `(select current_setting('app.scope', true)) = 'people'`;

/**
 * Everybody may read who holds which right: that is asked before anybody is known. They are written only in the scope of
 * people, where a route of administration puts its transaction. Not forced: the owner of the tables brings the seeds in.
 */
function wallOf(table: string): string {
  return `
alter table ${table} enable row level security;
create policy see on ${table} for select using (true);
create policy add on ${table} for insert with check (${BEHIND});
create policy change on ${table} for update using (${BEHIND}) with check (${BEHIND});
create policy remove on ${table} for delete using (${BEHIND});
`;
}

function withoutWall(table: string): string {
  const policies = ['see', 'add', 'change', 'remove'].map((policy) => `drop policy ${policy} on ${table};`).join('\n');
  return `${policies}\nalter table ${table} disable row level security;`;
}

/** Nothing is deleted but a role: who once signed is still named by the journal. */
const GRANTS = `
grant insert on officer, account, account_role, api_key to app;
grant update (name, title, title_en, active, revision) on officer to app;
grant update (issuer, subject, active, authz_version, demo) on account to app;
grant delete on account_role to app;
grant update (revoked_at) on api_key to app;
`;
