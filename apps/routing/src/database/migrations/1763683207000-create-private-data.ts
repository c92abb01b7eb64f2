import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons and free text, encrypted with a key per dossier (DESIGN 4.10, ADR 0012). */
export class CreatePrivateData1763683207000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PRIVATE_DATA);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table private_read, private_token, private, private_key');
  }
}

const PRIVATE_DATA = `
create table private_key (
  dossier_id uuid primary key,
  key_id uuid not null,
  master text not null,
  wrapped bytea,
  erased_at timestamptz
);
comment on table private_key is 'The data key of each dossier, wrapped by a master key; without it its private records cannot be read';
comment on column private_key.key_id is 'Which data key; a record names the one it was encrypted with';
comment on column private_key.master is 'Name of the master key that wraps it';
comment on column private_key.wrapped is 'Nonce, ciphertext and tag (AES-256-GCM); null once the person''s data were erased';

create table private (
  dossier_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  sealed bytea not null,
  stored_at timestamptz not null default now(),
  primary key (dossier_id, id)
);
comment on table private is 'Persons and free text that came with commands';
comment on column private.sealed is 'Nonce, ciphertext and tag (AES-256-GCM) of a JSON value';

create table private_token (
  token bytea not null,
  dossier_id uuid not null,
  primary key (token, dossier_id)
);
comment on table private_token is 'Keyed hashes of words of names, identity and telephone numbers: what private data is found by';
create index private_token_dossier on private_token (dossier_id);

create table private_read (
  dossier_id uuid not null,
  read_at timestamptz not null default clock_timestamp(),
  agency_id text not null,
  reader text not null,
  purpose text not null
);
comment on table private_read is 'Who opened the private data of a dossier, when and why (Law 91/2025/QH15)';
comment on column private_read.reader is 'Officer id, or the id of the agency''s software';
create index private_read_dossier on private_read (dossier_id, read_at);
`;
