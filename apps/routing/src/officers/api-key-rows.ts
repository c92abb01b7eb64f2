/** Keys of software in the database. Their secrets are there as hashes only. */
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';
import type { ApiKeyView } from './api-key-view.js';

const COLUMNS = `k.id, k.agency_id as "agencyId", k.label, k.roles, k.created_at as "createdAt", k.expires_at as "expiresAt",
  k.revoked_at as "revokedAt", u.used_at as "usedAt", k.demo,
  case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired' else 'active' end as state`;
const FROM = 'from api_key k left join api_key_use u on u.key_id = k.id';

export const API_KEYS: Statement = {
  name: 'administered-keys',
  text: `select ${COLUMNS} ${FROM} where k.agency_id = $1 order by k.created_at, k.id`,
};
const API_KEY: Statement = {
  name: 'administered-key',
  text: `select ${COLUMNS} ${FROM} where k.agency_id = $1 and k.id = $2`,
};
const ADD: Statement = {
  name: 'add-api-key',
  text: 'insert into api_key (id, agency_id, label, secret_hash, roles, expires_at) values ($1, $2, $3, $4, $5, $6)',
};
const REVOKE: Statement = {
  name: 'revoke-api-key',
  text: 'update api_key set revoked_at = now() where agency_id = $1 and id = $2 and revoked_at is null',
};

export interface NewApiKey {
  readonly id: string;
  readonly agencyId: string;
  readonly label: string;
  readonly secretHash: Buffer;
  readonly roles: readonly string[];
  readonly expiresAt: string | null;
}

export async function apiKeyOf(wire: Wire, agencyId: string, id: string): Promise<ApiKeyView | null> {
  const [row] = await wire.select<ApiKeyView>(API_KEY, [agencyId, id]);
  return row ?? null;
}

export async function addApiKey(wire: Wire, key: NewApiKey): Promise<void> {
  const { id, agencyId, label, secretHash, roles, expiresAt } = key;
  await wire.select(ADD, [id, agencyId, label, secretHash, roles, expiresAt]);
}

/** Again changes nothing. */
export async function revokeApiKey(wire: Wire, agencyId: string, id: string): Promise<void> {
  await wire.select(REVOKE, [agencyId, id]);
}
