import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of signed-in people: a row each, so that signing out ends one everywhere at once. */
export class CreateSessions1763683209000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session');
  }
}

const SESSIONS = `
create table session (
  id_hash bytea primary key,
  account_id text not null references account on delete cascade,
  authz_version integer not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table session is 'Signed-in people, by real time';
comment on column session.id_hash is 'SHA-256 of what the cookie holds: who reads this table cannot sign in with it';
comment on column session.authz_version is 'Version of the rights it was issued for; another one of the account ends it';
comment on column session.ended_at is 'When the person signed out';
create index session_expires on session (expires_at);
grant select, insert, delete on session to app;
grant update (ended_at) on session to app;
`;
