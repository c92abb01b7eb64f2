/** Officers and accounts in the database. */
import type { AgencyId } from '@lien-thong/domain';
import type { Role } from '../identity/caller.js';
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';

export interface AccountRow {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly demo: boolean;
}

export interface OfficerRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  readonly active: boolean;
  readonly revision: number;
  readonly account: AccountRow | null;
  /** Agencies in the areas his agency watches over. */
  readonly watchable: readonly string[];
}

const COLUMNS = `o.id, o.agency_id as "agencyId", o.name, o.title, o.title_en as "titleEn", o.active, o.revision,
  case when a.id is null then null else json_build_object('id', a.id, 'issuer', a.issuer, 'subject', a.subject,
    'active', a.active, 'demo', a.demo,
    'roles', coalesce((select json_agg(r.role order by r.role) from account_role r where r.account_id = a.id), '[]')) end
    as account,
  coalesce((select array_agg(distinct g.id order by g.id) from supervised_area s
    join agency g on s.area_code in ('all', g.province_code, g.commune_code) where s.agency_id = o.agency_id), '{}')
    as watchable`;
const FROM = 'from officer o left join account a on a.officer_id = o.id';

export const OFFICERS: Statement = {
  name: 'administered-officers',
  text: `select ${COLUMNS} ${FROM} where o.agency_id = $1 and o.id > $2 order by o.id limit $3`,
};
export const OFFICER: Statement = {
  name: 'administered-officer',
  text: `select ${COLUMNS} ${FROM} where o.agency_id = $1 and o.id = $2`,
};

const ADD_OFFICER: Statement = {
  name: 'add-officer',
  text: 'insert into officer (id, agency_id, name, title, title_en) values ($1, $2, $3, $4, $5)',
};
const CHANGE_OFFICER: Statement = {
  name: 'change-officer',
  text: 'update officer set name = $2, title = $3, title_en = $4, active = $5, revision = revision + 1 where id = $1',
};
const TOUCH_OFFICER: Statement = {
  name: 'touch-officer',
  text: 'update officer set revision = revision + 1 where id = $1',
};
const ADD_ACCOUNT: Statement = {
  name: 'add-account',
  text: 'insert into account (id, officer_id, issuer, subject, demo) values ($1, $2, $3, $4, $5)',
};
const SUBJECT_TAKEN: Statement = {
  name: 'subject-taken',
  text: 'select officer_id as "officerId" from account where issuer = $1 and subject = $2',
};
/** A session names the version of the rights it was issued for: raised, it ends every one. */
const CHANGE_ACCOUNT: Statement = {
  name: 'change-account',
  text: `update account set active = $2, issuer = $3, subject = $4, demo = $5, authz_version = authz_version + 1
    where id = $1`,
};
const END_SESSIONS: Statement = {
  name: 'end-sessions-of-account',
  text: 'update account set authz_version = authz_version + 1 where id = $1',
};
const DROP_ROLES: Statement = { name: 'drop-roles', text: 'delete from account_role where account_id = $1' };
const ADD_ROLES: Statement = {
  name: 'add-roles',
  text: 'insert into account_role (account_id, role) select $1, unnest($2::text[])',
};
const OTHER_ADMINS: Statement = {
  name: 'other-admins',
  text: `select from account a join officer o on o.id = a.officer_id join account_role r on r.account_id = a.id
    where r.role = 'admin' and a.active and o.active and o.id <> $1 and (not a.demo or $2) limit 1`,
};

export async function officerOf(wire: Wire, agencyId: string, id: string): Promise<OfficerRow | null> {
  const [row] = await wire.select<OfficerRow & object>(OFFICER, [agencyId, id]);
  return row ?? null;
}

export async function addOfficer(
  wire: Wire,
  { id, agencyId, name, title, titleEn }: Pick<OfficerRow, 'id' | 'agencyId' | 'name' | 'title' | 'titleEn'>,
): Promise<void> {
  await wire.select(ADD_OFFICER, [id, agencyId, name, title, titleEn]);
}

export async function changeOfficer(
  wire: Wire,
  { id, name, title, titleEn, active }: Pick<OfficerRow, 'id' | 'name' | 'title' | 'titleEn' | 'active'>,
): Promise<void> {
  await wire.select(CHANGE_OFFICER, [id, name, title, titleEn, active]);
}

/** Raised with every change of the account, so that a page that was read before is stale. */
export async function touchOfficer(wire: Wire, id: string): Promise<void> {
  await wire.select(TOUCH_OFFICER, [id]);
}

/** Officer who signs in as that subject, or null. */
export async function holderOf(wire: Wire, issuer: string, subject: string): Promise<string | null> {
  const [row] = await wire.select<{ officerId: string }>(SUBJECT_TAKEN, [issuer, subject]);
  return row?.officerId ?? null;
}

export async function addAccount(wire: Wire, officerId: string, account: AccountRow): Promise<void> {
  const { id, issuer, subject, demo, roles } = account;
  await wire.select(ADD_ACCOUNT, [id, officerId, issuer, subject, demo]);
  await wire.select(ADD_ROLES, [id, roles]);
}

/** The account as it is to be from now on; open sessions of it end. */
export async function changeAccount(wire: Wire, account: AccountRow): Promise<void> {
  const { id, active, issuer, subject, demo, roles } = account;
  await wire.select(CHANGE_ACCOUNT, [id, active, issuer, subject, demo]);
  await wire.select(DROP_ROLES, [id]);
  await wire.select(ADD_ROLES, [id, roles]);
}

export async function endSessionsOf(wire: Wire, accountId: string): Promise<void> {
  await wire.select(END_SESSIONS, [accountId]);
}

/** Whether anybody but this officer may administer the installation; built-in accounts count in the demonstration only. */
export async function hasOtherAdmin(wire: Wire, officerId: string, demo: boolean): Promise<boolean> {
  return (await wire.select(OTHER_ADMINS, [officerId, demo])).length > 0;
}
