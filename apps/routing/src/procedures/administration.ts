/** How an act of administration is done: one transaction, one act on a procedure at a time, each key answered once. */
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Caller } from '../identity/caller.js';
import { fingerprintOf } from '../http/idempotency.js';
import { Problem } from '../http/problem.js';
import { READ_POOL } from '../runtime/tokens.js';
import { inTransaction, viewerWrites } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';

const LOCK = { name: 'administration-lock', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))' };
const KNOWN = {
  name: 'administration-known',
  text: 'select fingerprint, answer from administration_key where agency_id = $1 and key = $2',
};
const KEEP = {
  name: 'administration-keep',
  text: 'insert into administration_key (agency_id, key, fingerprint, answer) values ($1, $2, $3, $4)',
};
const FORGET = {
  name: 'administration-forget',
  text: `delete from administration_key where stored_at < now() - interval '90 days'`,
};

/** An act under an idempotency key. */
export interface KeyedAct {
  readonly caller: Caller;
  readonly key: string;
  readonly operation: string;
  readonly code: string;
  readonly version: number | null;
  readonly body: unknown;
}

@Injectable()
export class Administration {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Runs `work` with the procedure to itself, until the commit. Nothing is written when it throws. */
  alone<T>(caller: Caller, code: string, work: (wire: Wire) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, viewerWrites(caller.agencyId), async (wire) => {
      await wire.select(LOCK, [`procedure ${code}`]);
      return work(wire);
    });
  }

  /**
   * The same under a key: the answer is kept with what it did, and given again to the same request. Throws the `Problem` key-reused
   * for another request under the key; a refusal keeps nothing.
   */
  once<T extends object>(act: KeyedAct, work: (wire: Wire) => Promise<T>): Promise<T & { readonly replayed: boolean }> {
    const { caller, key, code, version, operation, body } = act;
    const fingerprint = fingerprintOf(operation, version === null ? code : `${code} ${version}`, body);
    return inTransaction(this.pool, viewerWrites(caller.agencyId), async (wire) => {
      // Keys before procedures, everywhere: two acts cannot wait for each other.
      await wire.select(LOCK, [`administration ${caller.agencyId} ${key}`]);
      await wire.select(LOCK, [`procedure ${code}`]);
      await wire.select(FORGET);
      const [known] = await wire.select<{ fingerprint: string; answer: T }>(KNOWN, [caller.agencyId, key]);
      if (known !== undefined) return replay(known, fingerprint);
      const answer = await work(wire);
      await wire.select(KEEP, [caller.agencyId, key, fingerprint, JSON.stringify(answer)]);
      return { ...answer, replayed: false };
    });
  }
}

function replay<T extends object>(known: { fingerprint: string; answer: T }, fingerprint: string) {
  if (known.fingerprint !== fingerprint) throw new Problem('key-reused');
  return { ...known.answer, replayed: true };
}
