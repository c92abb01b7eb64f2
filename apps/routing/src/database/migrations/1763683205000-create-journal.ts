import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The journal (law 1): append-only, partitioned by the month in which the dossier was born, which its id tells (ADR 0011), so that
 * one dossier's events lie in one partition and (dossier, seq) can be unique. Partitions are added by `database/partitions.ts`.
 */
export class CreateJournal1763683205000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JOURNAL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event');
  }
}

const JOURNAL = `
create table event (
  dossier_id uuid not null,
  id uuid not null,
  seq integer not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  prev_hash bytea not null,
  hash bytea not null,
  type text not null,
  phase text not null,
  actor_kind text not null,
  actor_agency text,
  actor_officer text,
  shown_to text[],
  data jsonb not null,
  primary key (dossier_id, seq)
) partition by range (dossier_id);
comment on table event is 'The journal: every fact of every dossier, append-only, chained by hash; all else is derived from it';
comment on column event.seq is 'Place in the journal of its dossier, from 1, without gaps';
comment on column event.occurred_at is 'When it happened at the counter, as declared';
comment on column event.recorded_at is 'When this system learnt of it; never before that of the event before it';
comment on column event.hash is 'SHA-256 over the canonical JSON of the event without its hash';
comment on column event.prev_hash is 'Hash of the event before it; zeros for the first';
comment on column event.phase is 'State of the dossier after it';
comment on column event.actor_officer is 'Pseudonymous; the person stands in officer';
comment on column event.shown_to is 'Consulted agencies this event is for: they see only their part; null when there is none';
comment on column event.data is 'What the event type defines; no personal data (law 11)';

create table event_default partition of event default;
comment on table event_default is 'Events of dossiers whose id lies outside the months that have a partition';
create unique index event_default_event_id on event_default (id);
alter table event_default enable row level security;
alter table event_default force row level security;
`;
