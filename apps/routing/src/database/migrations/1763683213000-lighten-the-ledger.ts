import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same policies, shorter. Who is party to a dossier is asked by functions now: written out in every policy, the question was
 * prepared anew by every statement of the ledger, which never asks it.
 *
 * And room in the pages of segments: each is written once open and once closed, soon after, so half a page is left for the second.
 */
export class LightenTheLedger1763683213000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    for (const statement of policies(ASKED)) await runner.query(statement);
    await runner.query('alter table segment set (fillfactor = 50)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table segment set (fillfactor = 90)');
    for (const statement of policies(WRITTEN_OUT)) await runner.query(statement);
    await runner.query('drop function party_to(uuid), whole_party_to(uuid), supervisor_over(uuid, text)');
  }
}

const SCOPE = `(select current_setting('app.scope', true))`;
const AGENCY = `(select nullif(current_setting('app.agency', true), ''))`;
const SUPERVISED = `(select string_to_array(nullif(current_setting('app.supervises', true), ''), ','))::text[]`;
const TRACKED = `(select nullif(current_setting('app.dossier', true), '')::uuid)`;

const ledger = `${SCOPE} = 'ledger'`;
const tracked = (dossierId: string) => `(${SCOPE} = 'track' and ${dossierId} = ${TRACKED})`;

const AS_ANY = `p.agency_id = ${AGENCY} or p.agency_id = any (${SUPERVISED})`;
const AS_WHOLE = `(p.agency_id = ${AGENCY} and p.role <> 'consulted') or p.agency_id = any (${SUPERVISED})`;

const isParty = (dossierId: string, who: string) =>
  `exists (select from party p where p.dossier_id = ${dossierId} and p.current and (${who}))`;
const isSupervisor = (dossierId: string, agencyId: string) => `exists (
    select from party p
    join agency a on a.id = p.agency_id
    join supervised_area s on s.area_code in ('all', a.province_code, a.commune_code)
    where p.dossier_id = ${dossierId} and s.agency_id = ${agencyId})`;

/** They run with the rights of the caller, row-level security included; in PL/pgSQL, so that the planner does not open them up. */
const FUNCTIONS = `
create function party_to(of_dossier uuid) returns boolean language plpgsql stable as $$
begin
  return ${isParty('of_dossier', AS_ANY)};
end $$;
comment on function party_to is 'Whether the caller is party to the dossier as it stands, or supervises a party';

create function whole_party_to(of_dossier uuid) returns boolean language plpgsql stable as $$
begin
  return ${isParty('of_dossier', AS_WHOLE)};
end $$;
comment on function whole_party_to is 'The same of a party that is more than consulted';

create function supervisor_over(of_dossier uuid, supervisor text) returns boolean language plpgsql stable as $$
begin
  return ${isSupervisor('of_dossier', 'supervisor')};
end $$;
comment on function supervisor_over is 'Whether the agency supervises an agency that is or was party to the dossier';
`;

interface Questions {
  readonly party: (dossierId: string) => string;
  readonly wholeParty: (dossierId: string) => string;
  readonly supervisor: (dossierId: string, agencyId: string) => string;
}
const ASKED: Questions = {
  party: (dossierId) => `party_to(${dossierId})`,
  wholeParty: (dossierId) => `whole_party_to(${dossierId})`,
  supervisor: (dossierId, agencyId) => `supervisor_over(${dossierId}, ${agencyId})`,
};
const WRITTEN_OUT: Questions = {
  party: (dossierId) => isParty(dossierId, AS_ANY),
  wholeParty: (dossierId) => isParty(dossierId, AS_WHOLE),
  supervisor: isSupervisor,
};

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

function policies({ party, wholeParty, supervisor }: Questions): string[] {
  const see = (table: string, using: string) => `alter policy see on ${table} using (${using})`;
  const actorMay = `case event.actor_kind
    when 'clerk' then exists (
      select from party p where p.dossier_id = event.dossier_id and p.agency_id = event.actor_agency)
    when 'supervisor' then ${supervisor('event.dossier_id', 'event.actor_agency')}
    when 'engine' then event.actor_agency is null and event.type in (${ENGINE_FACTS.map((type) => `'${type}'`).join(', ')})
    else false end`;
  return [
    see('dossier', `${ledger} or ${tracked('dossier.id')} or ${party('dossier.id')}`),
    see('dossier_alias', `${ledger} or ${party('dossier_alias.dossier_id')}`),
    see('event', `${SCOPE} in ('ledger', 'feed') or ${AGENCY} = any (shown_to) or ${wholeParty('event.dossier_id')}`),
    see(
      'clock',
      `${ledger} or ${tracked('clock.dossier_id')} or (kind = 'consultation' and owner_agency = ${AGENCY})
        or ${wholeParty('clock.dossier_id')}`,
    ),
    see('segment', `${ledger} or owner_agency = ${AGENCY} or ${wholeParty('segment.dossier_id')}`),
    `alter policy add on event with check (${ledger} and ${actorMay})`,
  ];
}
