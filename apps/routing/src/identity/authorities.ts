import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { ENV, READ_POOL } from '../runtime/tokens.js';
import { loadAccounts, loadKeys } from './authority-rows.js';
import type { AccountAuthority, KeyAuthority } from './authority-rows.js';
import { Coalesced } from './coalesced.js';

/** How long a read may rest on what was known; a write never does, so that a right taken away is gone with the next write. */
const KNOWN_FOR_MS = 5_000;
const MOST_KNOWN = 10_000;

export type Freshness = 'now' | 'lately';

/** Rights of keys and accounts, asked of the database in bundles. */
@Injectable()
export class Authorities {
  private readonly keys: Known<KeyAuthority>;
  private readonly accounts: Known<AccountAuthority>;

  constructor(
    @Inject(READ_POOL) pool: Pool,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.keys = new Known((ids) => loadKeys(pool, ids));
    this.accounts = new Known((ids) => loadAccounts(pool, ids));
  }

  /** The key when it may be used: known, not revoked, not expired, and not a built-in one outside the demo profile. */
  async key(id: string, freshness: Freshness): Promise<KeyAuthority | null> {
    return this.usable(await this.keys.get(id, freshness));
  }

  async account(id: string, freshness: Freshness): Promise<AccountAuthority | null> {
    return this.usable(await this.accounts.get(id, freshness));
  }

  /** What was known of it no longer holds: the next request asks. Other processes follow within seconds. */
  forgetKey(id: string): void {
    this.keys.forget(id);
  }

  forgetAccount(id: string): void {
    this.accounts.forget(id);
  }

  private usable<T extends { readonly active: boolean; readonly demo: boolean }>(found: T | null): T | null {
    if (found === null || !found.active) return null;
    return found.demo && this.env.LIENTHONG_PROFILE !== 'demo' ? null : found;
  }
}

class Known<Value> {
  private readonly known = new Map<string, { readonly value: Value | null; readonly at: number }>();
  private readonly source: Coalesced<string, Value>;

  constructor(load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.source = new Coalesced(load);
  }

  forget(id: string): void {
    this.known.delete(id);
  }

  async get(id: string, freshness: Freshness): Promise<Value | null> {
    const known = this.known.get(id);
    if (freshness === 'lately' && known !== undefined && Date.now() - known.at < KNOWN_FOR_MS) return known.value;
    const value = await this.source.get(id);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(id, { value, at: Date.now() });
    return value;
  }
}
