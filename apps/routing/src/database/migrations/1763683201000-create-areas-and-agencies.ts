import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Areas since and before 1 July 2025, the directory of agencies, and who is competent for what (DESIGN 4.7). */
export class CreateAreasAndAgencies1763683201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AREAS);
    await runner.query(AGENCIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table competence, agency, old_unit_successor, old_unit, commune, province');
  }
}

const AREAS = `
create table province (
  code text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  full_name text not null,
  type text not null check (type in ('city', 'province')),
  merged_from jsonb not null,
  primary key (code, valid_from)
);
comment on table province is 'Provinces and cities since 1 July 2025, one row per version (Resolution 202/2025/QH15)';
comment on column province.valid_to is 'Last day in force, included; null while no end is known';
comment on column province.merged_from is 'The provinces before 1 July 2025 it was made of: [{code, name}]';

create table commune (
  code text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  full_name text not null,
  type text not null check (type in ('commune', 'ward', 'specialZone')),
  province_code text not null,
  alias text,
  search_key text not null,
  primary key (code, valid_from)
);
comment on table commune is 'Communes, wards and special zones since 1 July 2025, one row per version';
comment on column commune.valid_to is 'Last day in force, included; null while no end is known';
comment on column commune.alias is 'A second code other registers use for the same commune';
comment on column commune.search_key is 'Full name without accents and case, for search';
create index commune_province on commune (province_code);
create index commune_search on commune (search_key text_pattern_ops);

create table old_unit (
  code text primary key,
  full_name text not null,
  district text not null,
  province text not null,
  old_province_code text not null,
  province_code text not null,
  split boolean not null,
  likely_successor text,
  search_key text not null
);
comment on table old_unit is 'Communes, wards and townships before 1 July 2025';
comment on column old_unit.code is 'Five digits; the five island districts without communes go by the three digits of the district';
comment on column old_unit.province_code is 'Province it lies in now; no unit was divided across provinces';
comment on column old_unit.split is 'Its territory was divided: only the street or hamlet tells which successor is meant';
comment on column old_unit.likely_successor is 'Guess of the source by position; a hint to show, never used to decide';
create index old_unit_search on old_unit (search_key text_pattern_ops);

create table old_unit_successor (
  old_code text not null references old_unit on delete cascade,
  ordinal integer not null,
  commune_code text not null,
  primary key (old_code, commune_code)
);
comment on table old_unit_successor is 'Communes to which the territory of an old unit belongs now';
comment on column old_unit_successor.ordinal is 'Place in the published table';
create index old_unit_successor_commune on old_unit_successor (commune_code);
`;

const AGENCIES = `
create table agency (
  id text primary key,
  identifier text not null,
  name text not null,
  name_en text not null,
  level text not null check (level in ('ministry', 'province', 'commune')),
  kind text not null,
  province_code text not null,
  commune_code text,
  one_stop_unit jsonb,
  console_only boolean not null,
  desk_hours jsonb,
  valid_from date not null,
  valid_to date,
  verified text not null
);
comment on table agency is 'Parties of the exchange: a People''s Committee with its one-stop unit is one';
comment on column agency.identifier is 'Electronic identifier (Decision 20/2020/QD-TTg); leads its dossier codes, may change, is not the key';
comment on column agency.one_stop_unit is 'Name of the public counter, {name, nameEn}; null for an agency without one';
comment on column agency.console_only is 'Has no software of its own: the engine confirms deliveries for it';
comment on column agency.desk_hours is 'Periods of desk hours; null: open at the legal hours of its province';
comment on column agency.verified is 'Evidence for the identifier: yes, partial, inferred, no';
create index agency_area on agency (province_code, commune_code);

create table competence (
  id text primary key,
  procedure_code text,
  field text,
  agency_id text not null references agency,
  area_codes text[] not null,
  level text not null check (level in ('commune', 'province')),
  valid_from date not null,
  valid_to date,
  legal_basis text not null,
  verified text not null,
  check (num_nonnulls(procedure_code, field) = 1)
);
comment on table competence is 'This agency decides this procedure or field for these areas, from then to then, by that text';
comment on column competence.area_codes is 'Communes or provinces (a province stands for all its communes); {all} for everywhere';
`;
