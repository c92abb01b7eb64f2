/** Rows of the key registry. Instants are whole seconds of domain time, so that `iat` of a receipt compares with them. */
import type { AgencyId } from '@lien-thong/domain';
import { millisOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import { binaryArray } from './binary-array.js';
import { column, insertOf } from './columns.js';
import type { Statement } from './columns.js';
import type { RowReader } from './raw-row.js';

export interface AgencyKey {
  readonly kid: string;
  readonly agencyId: AgencyId;
  /** `agency`: it signs itself; `hub`: the service signs for it and names the person. */
  readonly heldBy: 'agency' | 'hub';
  /** Public half, base64url (RFC 8037). */
  readonly x: string;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly rotatedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export interface KeySecret {
  readonly kid: string;
  readonly master: string;
  readonly wrapped: Buffer;
}

const COLUMNS = 'k.kid, k.agency_id, k.held_by, k.x, k.valid_from, k.valid_to, k.rotated_at, k.revoked_at';

export const KEYS_OF_AGENCIES: Statement = {
  name: 'keys-of-agencies',
  text: `select ${COLUMNS} from agency_key k where k.agency_id = any ($1::text[]) order by k.agency_id, k.valid_from, k.kid`,
};
export const KEYS_CALLED: Statement = {
  name: 'keys-called',
  text: `select ${COLUMNS} from agency_key k where k.kid = any ($1::text[]) order by k.kid`,
};
export const CURRENT_HUB_KEYS: Statement = {
  name: 'current-hub-keys',
  text: `select k.agency_id, k.kid, s.master, s.wrapped from agency_key k join agency_key_secret s on s.kid = k.kid
    where k.agency_id = any ($1::text[]) and k.held_by = 'hub' and k.rotated_at is null and k.revoked_at is null`,
};
/** Agencies that sign themselves: once a key was registered the hub never signs in their place again. */
export const SELF_SIGNING: Statement = {
  name: 'self-signing',
  text: `select distinct k.agency_id from agency_key k where k.held_by = 'agency' and k.agency_id = any ($1::text[])`,
};
export const ROTATE_KEYS: Statement = {
  name: 'rotate-keys',
  text: `update agency_key set rotated_at = $2::timestamptz
    where agency_id = $1 and held_by = 'agency' and rotated_at is null and revoked_at is null`,
};
export const REVOKE_KEY: Statement = {
  name: 'revoke-key',
  text: `update agency_key set revoked_at = $3::timestamptz, revoked_reason = $4
    where agency_id = $1 and kid = $2 and held_by = 'agency' and revoked_at is null returning kid`,
};

const millis = (at: Instant | null): number | null => (at === null ? null : millisOf(at));

/** A key that is there already stays as it is. */
export const INSERT_KEYS = insertOf<AgencyKey>(
  'agency_key',
  [
    column('kid', 'text', ({ kid }) => kid),
    column('agency_id', 'text', ({ agencyId }) => agencyId),
    column('held_by', 'text', ({ heldBy }) => heldBy),
    column('x', 'text', ({ x }) => x),
    column('valid_from', 'timestamptz', ({ validFrom }) => millis(validFrom)),
    column('valid_to', 'timestamptz', ({ validTo }) => millis(validTo)),
  ],
  'on conflict do nothing returning kid',
);
export const INSERT_SECRETS = insertOf<KeySecret>('agency_key_secret', [
  column('kid', 'text', ({ kid }) => kid),
  column('master', 'text', ({ master }) => master),
  column('wrapped', 'bytea', ({ wrapped }) => wrapped.toString('hex')),
]);

/** A key from a row of `KEYS_OF_AGENCIES` or `KEYS_CALLED`. */
export function readKey(row: RowReader): AgencyKey {
  return {
    kid: row.text(),
    agencyId: row.text() as AgencyId,
    heldBy: row.text() as AgencyKey['heldBy'],
    x: row.text(),
    validFrom: row.instant(),
    validTo: row.instantOrNull(),
    rotatedAt: row.instantOrNull(),
    revokedAt: row.instantOrNull(),
  };
}

export interface HubKeyRow extends KeySecret {
  readonly agencyId: AgencyId;
}

/** From a row of `CURRENT_HUB_KEYS`. */
export function readHubKey(row: RowReader): HubKeyRow {
  const [agencyId, kid, master] = [row.text() as AgencyId, row.text(), row.text()];
  return { agencyId, kid, master, wrapped: Buffer.from(row.hex(), 'hex') };
}

export const texts = (values: readonly string[]): Buffer => binaryArray('text', values);
