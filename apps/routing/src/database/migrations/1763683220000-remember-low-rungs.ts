import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A clock remembers which rungs of remaining minutes and of the plan were told (ADR 0023); the sweep leaves a sign of life. */
export class RememberLowRungs1763683220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const LEDGER = `(select current_setting('app.scope', true)) = 'ledger'`;

const UP = `
alter table clock add column runs_low text[] not null default '{}';
comment on column clock.runs_low is 'Rungs of remaining minutes (remaining:120) and of the plan (risk:high) told in this epoch';

create index clock_unarmed on clock (dossier_id) where status = 'running' and fires_at is null and not breached
  and budget_unit <> 'none' and certainty <> 'notComputable';
comment on index clock_unarmed is 'Running clocks with a rung ahead that the sweep would never come to: none; readiness looks';

create table sweep_look (
  only_row boolean primary key default true check (only_row),
  looked_at timestamptz not null
) with (fillfactor = 20);
comment on table sweep_look is 'When any process last looked for due clocks and got through; one row, renewed every few seconds';
comment on column sweep_look.looked_at is 'Real time of the database';
alter table sweep_look enable row level security;
alter table sweep_look force row level security;
create policy see on sweep_look for select using (true);
create policy add on sweep_look for insert with check (${LEDGER});
create policy change on sweep_look for update using (${LEDGER}) with check (${LEDGER});
grant select, insert, update on sweep_look to app;
`;

const DOWN = `
drop table sweep_look;
drop index clock_unarmed;
alter table clock drop column runs_low;
`;
