import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each reader of all facts has come (alerts, lateness), and the facts the engine may record in its own name since. */
export class FollowTheFeeds1763683219000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOLLOWERS);
    await runner.query(mayRecord([...FORMER_FACTS, ...FURTHER_FACTS]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(mayRecord(FORMER_FACTS));
    await runner.query('drop table follower_cursor, follower');
  }
}

const LEDGER = `(select current_setting('app.scope', true)) = 'ledger'`;

const FOLLOWERS = `
create table follower (
  name text primary key
);
comment on table follower is 'Whoever reads every fact once, in order; its row is locked by the process that does it now';

create table follower_cursor (
  follower text not null references follower on delete cascade,
  agency_id text not null,
  n bigint not null,
  primary key (follower, agency_id)
) with (fillfactor = 20);
comment on table follower_cursor is 'Everything of an agency''s feed up to this number has been read by the follower';
alter table follower enable row level security;
alter table follower force row level security;
alter table follower_cursor enable row level security;
alter table follower_cursor force row level security;
create policy see on follower for select using (${LEDGER});
create policy add on follower for insert with check (${LEDGER});
create policy change on follower for update using (${LEDGER}) with check (${LEDGER});
create policy see on follower_cursor for select using (${LEDGER});
create policy add on follower_cursor for insert with check (${LEDGER});
create policy change on follower_cursor for update using (${LEDGER}) with check (${LEDGER});
grant select, insert, update on follower, follower_cursor to app;
`;

const FORMER_FACTS = [
  'dossier.clockWarned.v1',
  'dossier.clockBreached.v1',
  'dossier.transferLapsed.v1',
  'dossier.transferDelivered.v1',
  'dossier.resultArrived.v1',
  'dossier.suspended.v1',
  'dossier.resumed.v1',
  'dossier.closed.v1',
  'dossier.calendarRestated.v1',
  'dossier.subDeadlinesRecut.v1',
];

const FURTHER_FACTS = [
  'dossier.clockRunsLow.v1',
  'dossier.conflictFound.v1',
  'dossier.outageRelieved.v1',
  'dossier.versionAmended.v1',
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
