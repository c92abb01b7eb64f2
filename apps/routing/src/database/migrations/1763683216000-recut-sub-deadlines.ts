import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The engine journals sub-deadlines that are cut anew in its own name (ADR 0021). What is cut lies in the state of the dossier. */
export class RecutSubDeadlines1763683216000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(mayRecord([...FORMER_FACTS, 'dossier.subDeadlinesRecut.v1']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(mayRecord(FORMER_FACTS));
  }
}

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
];

/** Facts the engine may record in its own name. */
function mayRecord(facts: readonly string[]): string {
  return `alter policy add on event with check ((select current_setting('app.scope', true)) = 'ledger' and case event.actor_kind
    when 'clerk' then exists (
      select from party p where p.dossier_id = event.dossier_id and p.agency_id = event.actor_agency)
    when 'supervisor' then supervisor_over(event.dossier_id, event.actor_agency)
    when 'engine' then event.actor_agency is null and event.type in (${facts.map((type) => `'${type}'`).join(', ')})
    else false end)`;
}
