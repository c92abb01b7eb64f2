/** Who somebody is and what he may do, as the database has it at this moment. */
import type { AgencyId, OfficerId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { ROLES } from './caller.js';

const roles = z.array(z.enum(ROLES));

/** Agencies in the areas an agency watches over; its own rows in `supervised_area` say which those are. */
const supervisedBy = (agency: string) => `coalesce((select array_agg(distinct a.id order by a.id) from supervised_area s
    join agency a on s.area_code in ('all', a.province_code, a.commune_code)
    where s.agency_id = ${agency}), '{}') as supervises`;

const KEYS = `select k.id, k.agency_id as "agencyId", k.roles, k.secret_hash as "secretHash", k.demo,
  k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) as active, ${supervisedBy('k.agency_id')}
  from api_key k where k.id = any ($1)`;

const ACCOUNT_COLUMNS = `a.id, a.officer_id as "officerId", o.agency_id as "agencyId", a.demo, a.authz_version as "authzVersion",
  a.active and o.active as active,
  coalesce((select array_agg(r.role order by r.role) from account_role r where r.account_id = a.id), '{}') as roles,
  ${supervisedBy('o.agency_id')}`;
const ACCOUNTS = `select ${ACCOUNT_COLUMNS} from account a join officer o on o.id = a.officer_id where a.id = any ($1)`;
const ACCOUNT_OF_SUBJECT = `select ${ACCOUNT_COLUMNS} from account a join officer o on o.id = a.officer_id
  where a.issuer = $1 and a.subject = $2`;

const common = {
  id: z.string(),
  agencyId: z.string().transform((text) => text as AgencyId),
  roles,
  demo: z.boolean(),
  active: z.boolean(),
  supervises: z.array(z.string().transform((text) => text as AgencyId)),
};
const keyRow = z.strictObject({ ...common, secretHash: z.instanceof(Buffer) });
const accountRow = z.strictObject({
  ...common,
  officerId: z.string().transform((text) => text as OfficerId),
  authzVersion: z.int(),
});

export type KeyAuthority = z.infer<typeof keyRow>;
export type AccountAuthority = z.infer<typeof accountRow>;

export async function loadKeys(pool: Pool, ids: readonly string[]): Promise<ReadonlyMap<string, KeyAuthority>> {
  const { rows } = await pool.query({ name: 'api-keys', text: KEYS, values: [ids] });
  return new Map(rows.map((row) => keyRow.parse(row)).map((key) => [key.id, key]));
}

export async function loadAccounts(pool: Pool, ids: readonly string[]): Promise<ReadonlyMap<string, AccountAuthority>> {
  const { rows } = await pool.query({ name: 'accounts', text: ACCOUNTS, values: [ids] });
  return new Map(rows.map((row) => accountRow.parse(row)).map((account) => [account.id, account]));
}

/** The account an identity provider vouches for, or null. */
export async function accountOfSubject(pool: Pool, issuer: string, subject: string): Promise<AccountAuthority | null> {
  const { rows } = await pool.query({ text: ACCOUNT_OF_SUBJECT, values: [issuer, subject] });
  return rows[0] === undefined ? null : accountRow.parse(rows[0]);
}
