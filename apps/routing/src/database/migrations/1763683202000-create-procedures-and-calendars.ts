import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published procedure versions, the national catalogue, and the layers calendars are compiled from (DESIGN 4.3, 4.5). */
export class CreateProceduresAndCalendars1763683202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROCEDURES);
    await runner.query(CALENDARS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table holiday, calendar_version, catalogue_procedure, procedure_version');
  }
}

const PROCEDURES = `
create table procedure_version (
  code text not null,
  version integer not null,
  name text not null,
  field text not null,
  level text not null,
  boundary_scope text not null check (boundary_scope in ('none', 'province', 'nation')),
  effective_from date not null,
  effective_to date,
  builder_version integer not null,
  published_at timestamptz not null default now(),
  definition jsonb not null,
  primary key (code, version)
);
comment on table procedure_version is 'Published versions; immutable: dossiers are pinned to them';
comment on column procedure_version.builder_version is 'Which machine builder made its statechart; kept until no dossier uses it';
comment on column procedure_version.definition is 'The whole version as its schema defines it; the other columns repeat it for lists';

create table catalogue_procedure (
  code text primary key,
  name text not null,
  field text not null,
  ministry text not null,
  levels text[] not null,
  search_key text not null,
  entry jsonb not null
);
comment on table catalogue_procedure is 'Administrative procedures as the national portal lists them; no clock runs on these';
comment on column catalogue_procedure.levels is 'As the portal shows them; it also calls customs, border and maritime stations communes';
comment on column catalogue_procedure.search_key is 'Name without accents and case, for search';
comment on column catalogue_procedure.entry is 'The whole entry: limits as shown or overridden, per channel, with source and evidence';
create index catalogue_procedure_field on catalogue_procedure (field);
`;

const CALENDARS = `
create table calendar_version (
  layer text not null check (layer in ('national', 'province', 'agency', 'closure')),
  layer_id text not null,
  version integer not null,
  agency_id text references agency,
  hours jsonb,
  noticed_years integer[],
  loaded_at timestamptz not null default now(),
  primary key (layer, layer_id, version)
);
comment on table calendar_version is 'Versions of calendar layers: national days, province hours, agency desks, one-off closures; kept for ever';
comment on column calendar_version.layer_id is 'national, a province code, an agency id, or the key of a closure';
comment on column calendar_version.agency_id is 'Whose desk a closure closes; null for other layers';
comment on column calendar_version.hours is 'Periods of weekly hours with the decision each rests on; null for layers without hours';
comment on column calendar_version.noticed_years is 'Years with an official notice; dates in any other year are provisional';

create table holiday (
  layer text not null,
  layer_id text not null,
  version integer not null,
  ordinal integer not null,
  date date not null,
  kind text not null check (kind in ('holiday', 'compensatory', 'swap', 'makeup', 'closure')),
  name text not null,
  notice text not null,
  provisional boolean not null,
  closed_from text,
  closed_to text,
  primary key (layer, layer_id, version, ordinal),
  foreign key (layer, layer_id, version) references calendar_version
);
comment on table holiday is 'Days of a calendar layer that differ from its week, each with the notice it rests on';
comment on column holiday.kind is 'makeup is a Saturday worked in place of a swapped day';
comment on column holiday.closed_from is 'Wall clock, for a closure of part of a day; null when the whole day is closed';
`;
