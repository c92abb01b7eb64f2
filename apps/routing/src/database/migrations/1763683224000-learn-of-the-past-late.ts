import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims that contradict a journal, kept as conflicts, and how late facts are entered (ADR 0027). */
export class LearnOfThePastLate1763683224000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATEMENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index event_recorded, event_conflict_resolved, event_conflict');
    await runner.query('alter table command_key drop column conflict');
  }
}

/** A conflict is rare and an index of nothing costs nothing; when facts were recorded is nearly the order in which they lie. */
const STATEMENTS = `
alter table command_key add column conflict integer;
comment on column command_key.conflict is 'Place of the conflict that is all the act came to; null: it took effect';
create index event_conflict on event (recorded_at, id) where type = 'dossier.conflictFound.v1';
create index event_conflict_resolved on event (dossier_id) where type = 'dossier.conflictResolved.v1';
create index event_recorded on event using brin (recorded_at);
`;
