import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second wall (ADR 0010): which rows the login `app` sees and writes. Who asks is set for one transaction only:
 * `app.scope` (`ledger`: the write path; `feed`: one agency's feed; `track`: one dossier, for its applicant), `app.agency`,
 * `app.supervises` (agency ids, comma-separated) and `app.dossier`. With nothing set, no row is visible.
 */
export class ForceRowLevelSecurity1763683208000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of SECURED) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`alter table ${table} force row level security`);
    }
    for (const statement of [...READS, ...WRITES, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke all on all tables in schema public from app');
    const policies = (await runner.query(
      `select format('drop policy %I on %s', p.polname, p.polrelid::regclass) as statement from pg_policy p`,
    )) as { statement: string }[];
    for (const { statement } of policies) await runner.query(statement);
    for (const table of SECURED) await runner.query(`alter table ${table} no force row level security`);
    for (const table of SECURED) await runner.query(`alter table ${table} disable row level security`);
  }
}

const SECURED = [
  'dossier',
  'dossier_alias',
  'party',
  'event',
  'clock',
  'segment',
  'command_key',
  'code_counter',
  'feed',
  'feed_counter',
  'relay_cursor',
  'private_key',
  'private',
  'private_token',
  'private_read',
];

// Wrapped in a sub-select, a setting is read once for a statement, not once for a row.
const SCOPE = `(select current_setting('app.scope', true))`;
const AGENCY = `(select nullif(current_setting('app.agency', true), ''))`;
const SUPERVISED = `(select string_to_array(nullif(current_setting('app.supervises', true), ''), ','))::text[]`;
const TRACKED = `(select nullif(current_setting('app.dossier', true), '')::uuid)`;

const ledger = `${SCOPE} = 'ledger'`;
const tracked = (dossierId: string) => `(${SCOPE} = 'track' and ${dossierId} = ${TRACKED})`;

/** Whether the caller is party to the dossier as it stands, or supervises a party. */
function partyTo(dossierId: string, who: string): string {
  return `exists (select from party p where p.dossier_id = ${dossierId} and p.current and (${who}))`;
}
const asAny = `p.agency_id = ${AGENCY} or p.agency_id = any (${SUPERVISED})`;
const asWhole = `(p.agency_id = ${AGENCY} and p.role <> 'consulted') or p.agency_id = any (${SUPERVISED})`;
/** Supervisors watch over minutes, not over persons. */
const asOfficeInCharge = `p.agency_id = ${AGENCY} and p.role <> 'consulted'`;

const see = (table: string, using: string) => `create policy see on ${table} for select using (${using})`;

const READS = [
  see('dossier', `${ledger} or ${tracked('dossier.id')} or ${partyTo('dossier.id', asAny)}`),
  see('dossier_alias', `${ledger} or ${partyTo('dossier_alias.dossier_id', asAny)}`),
  see('party', `${ledger} or agency_id = ${AGENCY} or agency_id = any (${SUPERVISED})`),
  see(
    'event',
    `${SCOPE} in ('ledger', 'feed') or ${AGENCY} = any (shown_to) or ${partyTo('event.dossier_id', asWhole)}`,
  ),
  see(
    'clock',
    `${ledger} or ${tracked('clock.dossier_id')} or (kind = 'consultation' and owner_agency = ${AGENCY})
      or ${partyTo('clock.dossier_id', asWhole)}`,
  ),
  see('segment', `${ledger} or owner_agency = ${AGENCY} or ${partyTo('segment.dossier_id', asWhole)}`),
  see('command_key', `${ledger} or agency_id = ${AGENCY}`),
  see('code_counter', ledger),
  see('feed', `${ledger} or agency_id = ${AGENCY}`),
  see('feed_counter', `${ledger} or agency_id = ${AGENCY}`),
  see('relay_cursor', ledger),
  see('private_key', `${ledger} or ${partyTo('private_key.dossier_id', asOfficeInCharge)}`),
  see('private', `${ledger} or ${partyTo('private.dossier_id', asOfficeInCharge)}`),
  see('private_token', `${ledger} or ${partyTo('private_token.dossier_id', asOfficeInCharge)}`),
  see('private_read', `${ledger} or agency_id = ${AGENCY}`),
];

/** Facts the engine may record in its own name: what the sweep finds, receipts, time-outs, and its operator's suspensions. */
const ENGINE_FACTS = [
  'dossier.clockWarned.v1',
  'dossier.clockBreached.v1',
  'dossier.transferLapsed.v1',
  'dossier.transferDelivered.v1',
  'dossier.resultArrived.v1',
  'dossier.suspended.v1',
  'dossier.resumed.v1',
  'dossier.closed.v1',
];

/** One batch carries the acts of many callers, so each event is checked by its own actor, against rows of the same transaction. */
const ACTOR_MAY = `case event.actor_kind
  when 'clerk' then exists (
    select from party p where p.dossier_id = event.dossier_id and p.agency_id = event.actor_agency)
  when 'supervisor' then exists (
    select from party p
    join agency a on a.id = p.agency_id
    join supervised_area s on s.area_code in ('all', a.province_code, a.commune_code)
    where p.dossier_id = event.dossier_id and s.agency_id = event.actor_agency)
  when 'engine' then event.actor_agency is null and event.type in (${ENGINE_FACTS.map((type) => `'${type}'`).join(', ')})
  else false end`;

const add = (table: string, check = ledger) => `create policy add on ${table} for insert with check (${check})`;
const change = (table: string) =>
  `create policy change on ${table} for update using (${ledger}) with check (${ledger})`;
const remove = (table: string, using = ledger) => `create policy remove on ${table} for delete using (${using})`;

const WRITTEN_BY_LEDGER = SECURED.filter((table) => table !== 'event' && table !== 'private_read');
const CHANGED = ['dossier', 'party', 'clock', 'segment', 'code_counter', 'feed_counter', 'relay_cursor', 'private_key'];

const WRITES = [
  ...WRITTEN_BY_LEDGER.map((table) => add(table)),
  add('event', `${ledger} and ${ACTOR_MAY}`),
  add('private_read', `agency_id = ${AGENCY} and ${partyTo('private_read.dossier_id', asOfficeInCharge)}`),
  ...CHANGED.map(change),
  ...['clock', 'segment', 'private_token'].map((table) => remove(table)),
  remove('command_key', `stored_at < now() - interval '90 days'`),
];

const REFERENCE = [
  'province',
  'commune',
  'old_unit',
  'old_unit_successor',
  'agency',
  'competence',
  'procedure_version',
  'catalogue_procedure',
  'calendar_version',
  'holiday',
  'officer',
  'account',
  'account_role',
  'supervised_area',
  'api_key',
  'installation',
  'migration',
];

/** `app` gets nothing on the partitions of `event`: it reaches them through `event` only, where the policies stand. */
const GRANTS = [
  'grant usage on schema public to app',
  `grant select on ${[...REFERENCE, ...SECURED].join(', ')} to app`,
  `grant insert on ${SECURED.join(', ')} to app`,
  `grant update on ${CHANGED.filter((table) => table !== 'party').join(', ')} to app`,
  'grant update (current) on party to app',
  'grant delete on clock, segment, private_token, command_key to app',
];
