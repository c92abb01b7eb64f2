import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed custody (DESIGN §5, ADR 0017): keys of agencies, and the receipts by which custody moves. */
export class CreateSignedCustody1763683212000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CUSTODY);
    await runner.query(WALLS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table custody_receipt, agency_key_secret, agency_key');
  }
}

const CUSTODY = `
create table agency_key (
  kid text primary key,
  agency_id text not null references agency,
  held_by text not null check (held_by in ('agency', 'hub')),
  x text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  rotated_at timestamptz,
  revoked_at timestamptz,
  revoked_reason text
);
comment on table agency_key is 'Ed25519 keys agencies sign receipts with: public halves, never removed, so that old receipts stay checkable';
comment on column agency_key.kid is 'JWK thumbprint (RFC 7638, SHA-256)';
comment on column agency_key.held_by is 'agency: it signs itself; hub: this service signs for it and names the person';
comment on column agency_key.x is 'Public half, base64url (RFC 8037)';
comment on column agency_key.valid_from is 'Domain time, like the instants below';
comment on column agency_key.rotated_at is 'When another key of the agency took its place';
create index agency_key_agency on agency_key (agency_id);
create unique index agency_key_current on agency_key (agency_id, held_by) where rotated_at is null and revoked_at is null;

create table agency_key_secret (
  kid text primary key references agency_key,
  master text not null,
  wrapped bytea not null
);
comment on table agency_key_secret is 'Private halves of the keys held by the hub';
comment on column agency_key_secret.master is 'Name of the master key that wraps it';
comment on column agency_key_secret.wrapped is 'Nonce, ciphertext and tag (AES-256-GCM) of the 32-byte seed';

create table custody_receipt (
  dossier_id uuid not null,
  seq integer not null,
  jti uuid not null,
  kind text not null,
  agency_id text not null,
  kid text not null,
  digest bytea not null,
  previous bytea,
  jws text not null,
  stored_at timestamptz not null default now(),
  primary key (dossier_id, seq)
);
comment on table custody_receipt is 'Receipts of offer, delivery, acceptance, refusal, result, arrival and return; append-only, chained within their dossier';
comment on column custody_receipt.seq is 'Place of the fact it proves in the journal of its dossier';
comment on column custody_receipt.digest is 'SHA-256 of the compact text; the next receipt of the dossier names it';
comment on column custody_receipt.jws is 'Compact JWS (RFC 7515), Ed25519 (RFC 8037)';
create unique index custody_receipt_jti on custody_receipt (dossier_id, jti);
`;

/**
 * Whoever has said who he is may read public keys: receipts are checked with them. An agency's own key is added and ended only in a
 * transaction that names that agency; the hub's only by the ledger. Receipts are read by parties that see the whole dossier.
 */
const WALLS = `
alter table agency_key enable row level security;
alter table agency_key force row level security;
alter table agency_key_secret enable row level security;
alter table agency_key_secret force row level security;
alter table custody_receipt enable row level security;
alter table custody_receipt force row level security;

create policy see on agency_key for select using ((select current_setting('app.scope', true)) = 'ledger'
  or (select nullif(current_setting('app.agency', true), '')) is not null);
create policy add on agency_key for insert with check (case held_by
  when 'hub' then (select current_setting('app.scope', true)) = 'ledger'
  else agency_id = (select nullif(current_setting('app.agency', true), '')) end);
create policy change on agency_key for update
  using (held_by = 'agency' and agency_id = (select nullif(current_setting('app.agency', true), '')))
  with check (held_by = 'agency' and agency_id = (select nullif(current_setting('app.agency', true), '')));

create policy see on agency_key_secret for select using ((select current_setting('app.scope', true)) = 'ledger');
create policy add on agency_key_secret for insert with check ((select current_setting('app.scope', true)) = 'ledger');

create policy see on custody_receipt for select using ((select current_setting('app.scope', true)) = 'ledger'
  or exists (select from party p where p.dossier_id = custody_receipt.dossier_id and p.current
    and ((p.agency_id = (select nullif(current_setting('app.agency', true), '')) and p.role <> 'consulted')
      or p.agency_id = any ((select string_to_array(nullif(current_setting('app.supervises', true), ''), ','))::text[]))));
create policy add on custody_receipt for insert with check ((select current_setting('app.scope', true)) = 'ledger');

grant select, insert on agency_key, agency_key_secret, custody_receipt to app;
grant update (rotated_at, revoked_at, revoked_reason) on agency_key to app;
`;
