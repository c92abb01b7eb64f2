import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists of thousands of dossiers (the work list, reports) are read under the scope `list`: who asks is the same as without a scope, and he
 * sees the same dossiers and clocks, but the question whether he is party to one is written out, so that it is a step of the plan. Asked
 * by a function, as everywhere else, it costs more for each row than everything else the list does.
 */
export class LookThroughLists1763683227000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(see('dossier', `case when ${LIST} then ${isParty('dossier.id', AS_ANY)} else ${DOSSIER} end`));
    const own = `(kind = 'consultation' and owner_agency = ${AGENCY})`;
    await runner.query(
      see('clock', `case when ${LIST} then ${own} or ${isParty('clock.dossier_id', AS_WHOLE)} else ${CLOCK} end`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(see('dossier', DOSSIER));
    await runner.query(see('clock', CLOCK));
  }
}

const see = (table: string, using: string) => `alter policy see on ${table} using (${using})`;

const SCOPE = `(select current_setting('app.scope', true))`;
const AGENCY = `(select nullif(current_setting('app.agency', true), ''))`;
const SUPERVISED = `(select string_to_array(nullif(current_setting('app.supervises', true), ''), ','))::text[]`;
const TRACKED = `(select nullif(current_setting('app.dossier', true), '')::uuid)`;

const LIST = `${SCOPE} = 'list'`;
const LEDGER = `${SCOPE} = 'ledger'`;
const tracked = (dossierId: string) => `(${SCOPE} = 'track' and ${dossierId} = ${TRACKED})`;

const AS_ANY = `p.agency_id = ${AGENCY} or p.agency_id = any (${SUPERVISED})`;
const AS_WHOLE = `(p.agency_id = ${AGENCY} and p.role <> 'consulted') or p.agency_id = any (${SUPERVISED})`;
const isParty = (dossierId: string, who: string) =>
  `exists (select from party p where p.dossier_id = ${dossierId} and p.current and (${who}))`;

/** As they were before. */
const DOSSIER = `${LEDGER} or ${tracked('dossier.id')} or party_to(dossier.id)`;
const CLOCK = `${LEDGER} or ${tracked('clock.dossier_id')} or (kind = 'consultation' and owner_agency = ${AGENCY})
  or whole_party_to(clock.dossier_id)`;
