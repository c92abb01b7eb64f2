import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Idempotency keys, code counters, agency feeds and what the relay has handed on (DESIGN §5). */
export class CreateFeedsAndKeys1763683206000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEEDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table installation, relay_cursor, feed_counter, feed, code_counter, command_key');
  }
}

const FEEDS = `
create table command_key (
  agency_id text not null,
  key text not null,
  dossier_id uuid not null,
  version integer not null,
  seq integer not null,
  stored_at timestamptz not null default now(),
  fingerprint text not null,
  code text not null,
  phase text not null,
  event_ids uuid[] not null,
  primary key (agency_id, key)
);
comment on table command_key is 'Answers to accepted commands, replayed to whoever sends the same request again; kept 90 days';
comment on column command_key.fingerprint is 'Of operation, dossier and parsed body: another body under the same key is refused';
comment on column command_key.event_ids is 'Events the command made; with code, version, seq and phase what was answered';
comment on column command_key.stored_at is 'Server time, for the purge';
create index command_key_stored on command_key using brin (stored_at);

create table code_counter (
  scope text not null,
  day text not null,
  last integer not null,
  primary key (scope, day)
) with (fillfactor = 50);
comment on table code_counter is 'Last number given out for dossier codes';
comment on column code_counter.scope is 'Identifier that leads the code';
comment on column code_counter.day is 'Day of reception in Asia/Ho_Chi_Minh, YYMMDD';

create table feed (
  agency_id text not null,
  n bigint not null,
  dossier_id uuid not null,
  seq integer not null,
  view text not null check (view in ('full', 'snapshot', 'part')),
  primary key (agency_id, n)
);
comment on table feed is 'Which events concern which agency; the audience is fixed when the event is written';
comment on column feed.n is 'Gap-free per agency, in commit order';
comment on column feed.view is 'full; snapshot: the history so far, for a newly competent agency; part: the own consultation only';

create table feed_counter (
  agency_id text primary key,
  last bigint not null
) with (fillfactor = 20);
comment on table feed_counter is 'Last feed number of each agency; locked by whoever adds to the feed, so that n is commit order';

create table relay_cursor (
  agency_id text primary key,
  relayed bigint not null
) with (fillfactor = 20);
comment on table relay_cursor is 'Everything of an agency''s feed up to this number was handed to the bus';

create table installation (
  one boolean primary key default true check (one),
  feed_epoch integer not null,
  seeds_digest text
);
comment on table installation is 'One row: facts about this database as a whole';
comment on column installation.feed_epoch is 'Part of the name of this line of feed numbers; raise it when a backup was restored in place';
comment on column installation.seeds_digest is 'SHA-256 of the reference data last loaded: the same files are not loaded twice';
insert into installation (feed_epoch) values (1);
`;
