/** Writing of private records: sealed with the data key of their dossier, which is made with the first of them. */
import type { PrivateRecord } from '@lien-thong/engine';
import type { DossierId } from '@lien-thong/domain';
import { binaryArray } from './binary-array.js';
import { column, insertOf } from './columns.js';
import type { Statement } from './columns.js';
import { seal } from './private-crypto.js';
import type { KeyRing, WrappedKey } from './private-crypto.js';
import { tokensOf } from './private-payload.js';
import type { RowReader } from './raw-row.js';
import { uuid7 } from './uuid7.js';
import type { Send } from './wire.js';

export interface KeyRow extends WrappedKey {
  readonly dossierId: DossierId;
}
interface SealedRow {
  readonly dossierId: DossierId;
  readonly id: string;
  readonly keyId: string;
  readonly sealed: Buffer;
}
interface TokenRow {
  readonly token: string;
  readonly dossierId: DossierId;
}

const INSERT_KEYS = insertOf<KeyRow>(
  'private_key',
  [
    column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
    column('key_id', 'uuid', ({ keyId }) => keyId),
    column('master', 'text', ({ master }) => master),
    column('wrapped', 'bytea', ({ wrapped }) => wrapped.toString('hex')),
  ],
  // After an erasure new records begin with a new key; those before stay unreadable.
  `on conflict (dossier_id) do update set key_id = excluded.key_id, master = excluded.master, wrapped = excluded.wrapped
    where private_key.wrapped is null`,
);
const INSERT_RECORDS = insertOf<SealedRow>('private', [
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
  column('id', 'uuid', ({ id }) => id),
  column('key_id', 'uuid', ({ keyId }) => keyId),
  column('sealed', 'bytea', ({ sealed }) => sealed.toString('hex')),
]);
const INSERT_TOKENS = insertOf<TokenRow>(
  'private_token',
  [column('token', 'bytea', ({ token }) => token), column('dossier_id', 'uuid', ({ dossierId }) => dossierId)],
  'on conflict do nothing',
);

export const LOAD_KEYS: Statement = {
  name: 'load-private-keys',
  text: `select k.dossier_id, k.key_id, k.master, k.wrapped from private_key k
    where k.dossier_id = any ($1::uuid[]) and k.wrapped is not null`,
};

/** A key from a row of `LOAD_KEYS`. */
export function readKey(row: RowReader): KeyRow {
  const [dossierId, keyId, master] = [row.text() as DossierId, row.text(), row.text()];
  return { dossierId, keyId, master, wrapped: Buffer.from(row.hex(), 'hex') };
}

export const recordContext = (dossierId: DossierId, id: string): string => `record ${dossierId} ${id}`;

interface DataKey {
  readonly keyId: string;
  readonly key: Buffer;
}

async function existingKeys(
  send: Send,
  ring: KeyRing,
  dossierIds: readonly DossierId[],
): Promise<Map<DossierId, DataKey>> {
  if (dossierIds.length === 0) return new Map();
  const rows = (await send(LOAD_KEYS, [binaryArray('uuid', dossierIds)])).map(readKey);
  return new Map(rows.map((row) => [row.dossierId, { keyId: row.keyId, key: ring.unwrap(row.dossierId, row) }]));
}

/**
 * Seals and inserts the records. `born` are the dossiers of this very batch: only for the others is it asked whether they have a
 * key. The dossiers must be locked, or two writers would make a key each.
 */
export async function writePrivates(
  send: Send,
  ring: KeyRing,
  { records, born }: { readonly records: readonly PrivateRecord[]; readonly born: ReadonlySet<DossierId> },
): Promise<void> {
  const dossierIds = [...new Set(records.map(({ dossierId }) => dossierId))];
  const keys = await existingKeys(
    send,
    ring,
    dossierIds.filter((id) => !born.has(id)),
  );
  const made: KeyRow[] = [];
  for (const dossierId of dossierIds) {
    if (keys.has(dossierId)) continue;
    const { key, stored } = ring.makeDataKey(dossierId, uuid7());
    keys.set(dossierId, { keyId: stored.keyId, key });
    made.push({ dossierId, ...stored });
  }
  const sealed = records.map(({ dossierId, payload }) => sealRecord(dossierId, payload, keys));
  const tokens = new Map<string, TokenRow>();
  for (const { dossierId, payload } of records) {
    for (const { kind, value } of tokensOf(payload)) {
      const token = ring.token(kind, value);
      tokens.set(`${token} ${dossierId}`, { token, dossierId });
    }
  }
  const rows = [...tokens.values()];
  await Promise.all([
    made.length > 0 ? send(INSERT_KEYS.statement, INSERT_KEYS.values(made)) : null,
    send(INSERT_RECORDS.statement, INSERT_RECORDS.values(sealed)),
    rows.length > 0 ? send(INSERT_TOKENS.statement, INSERT_TOKENS.values(rows)) : null,
  ]);
}

function sealRecord(dossierId: DossierId, payload: unknown, keys: ReadonlyMap<DossierId, DataKey>): SealedRow {
  const dataKey = keys.get(dossierId);
  if (dataKey === undefined) throw new Error(`no data key for ${dossierId}`);
  const id = uuid7();
  const plain = Buffer.from(JSON.stringify(payload));
  return { dossierId, id, keyId: dataKey.keyId, sealed: seal(dataKey.key, plain, recordContext(dossierId, id)) };
}
