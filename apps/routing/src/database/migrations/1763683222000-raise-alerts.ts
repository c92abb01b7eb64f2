import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts with their members, whom they concern, their own journal, and when each dossier is to be looked at again (ADR 0025). */
export class RaiseAlerts1763683222000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ALERTS, MEMBERS, JOURNAL, WATCH, WALL]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table alert_watch, alert_event, alert_counter, alert_scope, alert_member, alert');
  }
}

const ALERTS = `
create table alert (
  id uuid primary key,
  key text not null,
  rule text not null,
  cause_code text not null,
  level text not null check (level in ('unknown', 'warning', 'high', 'breached')),
  owner_kind text not null,
  owner_agency text,
  decision text not null,
  system text,
  about text,
  state text not null check (state in ('open', 'acknowledged', 'snoozed', 'settled', 'resolved', 'withdrawn')),
  chain jsonb not null,
  stage int2 not null,
  escalates_at integer,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  acknowledged_by text,
  acknowledged_at timestamptz,
  snoozed_until timestamptz,
  assigned_to text,
  closed_at timestamptz,
  close_reason text,
  members_unknown integer not null,
  members_warning integer not null,
  members_high integer not null,
  members_breached integer not null,
  members integer not null generated always as (members_unknown + members_warning + members_high + members_breached) stored,
  members_total integer not null,
  members_withdrawn integer not null,
  version integer not null,
  last_act jsonb,
  last_n bigint not null
) with (fillfactor = 70);
comment on table alert is 'One row for each common cause that called or calls for somebody: a fold of alert_event';
comment on column alert.key is 'Rule, cause, owner, decision and shared system: the same cause joins the alert that holds the key';
comment on column alert.owner_agency is 'Whose people can do something about it; null where no agency can (a shared system, a calendar)';
comment on column alert.decision is 'A command, or the duty of the owner: hurry, remind, restoreSystem, find';
comment on column alert.about is 'Procedure version or legal calendar that tells it from others of its rule';
comment on column alert.state is 'settled: closed by a person while its facts stand; it comes back when they get worse';
comment on column alert.chain is 'Links of the chain of supervision: [{stage, agencies}]';
comment on column alert.stage is 'Place in the chain, from 0';
comment on column alert.escalates_at is 'Minute since 1970 at which it goes to the next link unless somebody reacts';
comment on column alert.members_total is 'Members that ever joined; members_withdrawn of them had no ground after all';
comment on column alert.version is 'Acts of persons: what If-Match compares';
comment on column alert.last_act is 'What a person did last: {kind, by, at}; told to another who comes after him';
comment on column alert.last_n is 'Its newest event';
create unique index alert_holds_key on alert (key) where state not in ('resolved', 'withdrawn');
create index alert_escalates on alert (escalates_at) where escalates_at is not null;
create index alert_wakes on alert (snoozed_until) where snoozed_until is not null;
create index alert_open on alert (last_n desc) where state not in ('resolved', 'withdrawn');

create table alert_scope (
  alert_id uuid not null references alert,
  agency_id text not null,
  primary key (alert_id, agency_id)
);
comment on table alert_scope is 'Agencies an alert concerns: its owner, and those that received or decide a dossier under it';
create index alert_scope_agency on alert_scope (agency_id, alert_id);
`;

const MEMBERS = `
create table alert_member (
  alert_id uuid not null,
  dossier_id uuid not null,
  clock_id text not null,
  epoch integer not null,
  joined_n bigint not null,
  level text not null check (level in ('unknown', 'warning', 'high', 'breached')),
  rung_at integer,
  code text not null,
  facts jsonb not null,
  told text[] not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  close_reason text,
  changed_n bigint not null,
  left_n bigint,
  primary key (alert_id, joined_n, dossier_id, clock_id, epoch)
) with (fillfactor = 80);
comment on table alert_member is 'Findings under an alert; one that is gone is closed with its reason and stays';
comment on column alert_member.clock_id is 'Clock it rests on; - for a finding that rests on none';
comment on column alert_member.joined_n is 'Event by which it joined; changed_n: by which its level last moved; left_n: by which it left';
comment on column alert_member.rung_at is 'True first minute (since 1970) of the finding at this level';
comment on column alert_member.facts is 'Figures of the finding as they were when it reached this level';
comment on column alert_member.told is 'Rungs of the clock told so far in the epoch';
create index alert_member_standing on alert_member (dossier_id) where closed_at is null;
`;

const JOURNAL = `
create table alert_counter (
  only_row boolean primary key default true check (only_row),
  last bigint not null,
  systems text[] not null default '{}'
) with (fillfactor = 20);
comment on column alert_counter.systems is 'Shared systems that were down when dossiers were looked at last';
comment on table alert_counter is 'Last event number; its lock makes the order of alert_event.n the order of commits';
insert into alert_counter (last) values (0);

create table alert_event (
  n bigint primary key,
  alert_id uuid not null references alert,
  at timestamptz not null,
  kind text not null,
  actor jsonb not null,
  data jsonb not null
);
comment on table alert_event is 'What happened to alerts, append-only, n gap-free in commit order; rows of alert are a fold of it';
comment on column alert_event.actor is '{kind: engine} or {kind: person, officerId, agencyId}';
comment on column alert_event.data is 'What the kind carries: counts of members by level, minutes, ids of officers and agencies';
create index alert_event_alert on alert_event (alert_id, n);
`;

const WATCH = `
create table alert_watch (
  dossier_id uuid primary key,
  seq integer not null,
  looks_at integer
) with (fillfactor = 70);
comment on table alert_watch is 'Open dossiers: up to which fact they were looked at as a whole, and when time alone may change what was found';
comment on column alert_watch.looks_at is 'Minute since 1970; null: nothing changes without a fact';
create index alert_watch_due on alert_watch (looks_at) where looks_at is not null;
`;

const LEDGER = `(select current_setting('app.scope', true)) = 'ledger'`;
const AGENCY = `(select nullif(current_setting('app.agency', true), ''))`;
const SUPERVISED = `(select string_to_array(nullif(current_setting('app.supervises', true), ''), ','))::text[]`;

const concerns = (alertId: string): string => `exists (select from alert_scope s where s.alert_id = ${alertId}
  and (s.agency_id = ${AGENCY} or s.agency_id = any (${SUPERVISED})))`;

/** Members as their dossiers: whoever is party to one or supervises a party; a consulted agency the clock of its own opinion. */
const KNOWS_DOSSIER = `exists (select from party p where p.dossier_id = alert_member.dossier_id and p.current
  and ((p.agency_id = ${AGENCY} and p.role <> 'consulted') or p.agency_id = any (${SUPERVISED})))
  or alert_member.clock_id like 'consultation:%' and exists (select from clock c where c.dossier_id = alert_member.dossier_id
    and c.id = alert_member.clock_id and c.owner_agency = ${AGENCY})`;

const secured = (table: string): string =>
  `alter table ${table} enable row level security; alter table ${table} force row level security;`;

const WALL = `
${['alert', 'alert_scope', 'alert_member', 'alert_counter', 'alert_event', 'alert_watch'].map(secured).join('\n')}
create policy see on alert for select using (${LEDGER} or ${concerns('alert.id')});
create policy see on alert_scope for select
  using (${LEDGER} or agency_id = ${AGENCY} or agency_id = any (${SUPERVISED}));
create policy see on alert_member for select using (${LEDGER} or ${KNOWS_DOSSIER});
create policy see on alert_event for select using (${LEDGER} or ${concerns('alert_event.alert_id')});
create policy see on alert_counter for select using (true);
create policy see on alert_watch for select using (${LEDGER});
${['alert', 'alert_scope', 'alert_member', 'alert_event', 'alert_watch']
  .map((table) => `create policy add on ${table} for insert with check (${LEDGER});`)
  .join('\n')}
${['alert', 'alert_member', 'alert_counter', 'alert_watch']
  .map((table) => `create policy change on ${table} for update using (${LEDGER}) with check (${LEDGER});`)
  .join('\n')}
create policy remove on alert_watch for delete using (${LEDGER});
grant select on alert, alert_scope, alert_member, alert_event, alert_counter, alert_watch to app;
grant insert on alert, alert_scope, alert_member, alert_event, alert_watch to app;
grant update on alert, alert_member, alert_counter, alert_watch to app;
grant delete on alert_watch to app;
`;
