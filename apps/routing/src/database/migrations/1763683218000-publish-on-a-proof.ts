import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A publication rests on a proof (ADR 0022); what is not proved safe has an approver and his reason, whoever writes the row. */
export class PublishOnAProof1763683218000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FORGET_ARITHMETIC);
    await runner.query(APPROVED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table procedure_version drop constraint procedure_version_approved');
  }
}

const FORGET_ARITHMETIC = `
update procedure_version set verdict = null where verdict ? 'method';
comment on column procedure_version.verdict is
  'What was proved of the timeline when it was published: verdict, digest, range, calendars, routes; null for what came with the seeds';
`;

const APPROVED = `
alter table procedure_version add constraint procedure_version_approved check (
  published_by is null or approval_reason is not null or coalesce(verdict->>'verdict', '') = 'SAFE'
);
`;
