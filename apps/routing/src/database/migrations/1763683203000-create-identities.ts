import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers, accounts, roles, supervised areas and API keys (DESIGN §6, identity). */
export class CreateIdentities1763683203000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IDENTITIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_key, supervised_area, account_role, account, officer');
  }
}

const IDENTITIES = `
create table officer (
  id text primary key,
  agency_id text not null references agency,
  name text not null,
  title text not null,
  title_en text not null,
  active boolean not null default true
);
comment on table officer is 'Who stands behind the pseudonymous officer ids of the journal';

create table account (
  id text primary key,
  officer_id text not null unique references officer,
  issuer text not null,
  subject text not null,
  active boolean not null default true,
  authz_version integer not null default 1,
  demo boolean not null default false,
  unique (issuer, subject)
);
comment on table account is 'Sign-in of an officer: the subject an identity provider vouches for';
comment on column account.issuer is 'OpenID Connect issuer; demo for the built-in accounts of the demo profile';
comment on column account.authz_version is 'Raised when rights change; a session issued for an older one is refused on its next write';
comment on column account.demo is 'Built-in account without a password; refused in production';

create table account_role (
  account_id text not null references account on delete cascade,
  role text not null check (role in ('clerk', 'supervisor', 'admin', 'auditor')),
  primary key (account_id, role)
);
comment on table account_role is 'Roles of an account';

create table supervised_area (
  agency_id text not null references agency,
  area_code text not null,
  primary key (agency_id, area_code)
);
comment on table supervised_area is 'Areas an agency supervises through those of its officers (or its software) who are supervisors or auditors';
comment on column supervised_area.area_code is 'A province (all its agencies), a commune, or all';

create table api_key (
  id text primary key,
  agency_id text not null references agency,
  label text not null,
  secret_hash bytea not null,
  roles text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  demo boolean not null default false
);
comment on table api_key is 'Keys of agencies'' software';
comment on column api_key.id is 'Public part of the key, by which it is looked up';
comment on column api_key.secret_hash is 'SHA-256 of the secret part: 256 random bits need no salt and no slow hash';
create index api_key_agency on api_key (agency_id);
`;
