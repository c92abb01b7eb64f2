/** Idempotency keys of acts on alerts: kept with what they did, in the same transaction. */
import type { AlertRefusal } from '@lien-thong/domain';
import { Problem } from '../http/problem.js';
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';

const LOCK: Statement = { name: 'alert-key-lock', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))' };
const KNOWN: Statement = {
  name: 'alert-key-known',
  text: 'select fingerprint, answer from administration_key where agency_id = $1 and key = $2',
};
const KEEP: Statement = {
  name: 'alert-key-keep',
  text: 'insert into administration_key (agency_id, key, fingerprint, answer) values ($1, $2, $3, $4)',
};

export interface Keyed {
  readonly agencyId: string;
  readonly key: string;
  readonly fingerprint: string;
}

/**
 * Does the work unless the key was used: then the same request is given the same answer. A refusal keeps nothing. Throws the `Problem`
 * key-reused for another request under the key. Keys are locked before anything else, so two acts cannot wait for each other.
 */
export async function onceOnly<Done extends object>(
  wire: Wire,
  { agencyId, key, fingerprint }: Keyed,
  work: () => Promise<Done | AlertRefusal>,
): Promise<(Done & { readonly replayed: boolean }) | AlertRefusal> {
  await wire.select(LOCK, [`alert ${agencyId} ${key}`]);
  const [known] = await wire.select<{ fingerprint: string; answer: Done }>(KNOWN, [agencyId, key]);
  if (known !== undefined) {
    if (known.fingerprint !== fingerprint) throw new Problem('key-reused');
    return { ...known.answer, replayed: true };
  }
  const done = await work();
  if ('refused' in done) return done;
  await wire.select(KEEP, [agencyId, key, fingerprint, JSON.stringify(done)]);
  return { ...done, replayed: false };
}
