/** When keys were last used, to the hour: for the admin who wants to know which of them nobody needs. */
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { logFault } from '../http/log.js';
import { READ_POOL } from '../runtime/tokens.js';

const HOUR_MS = 3_600_000;
const MOST_NOTED = 10_000;

const NOTE = {
  name: 'note-key-use',
  text: `insert into api_key_use (key_id, used_at) values ($1, date_trunc('hour', now()))
    on conflict (key_id) do update set used_at = excluded.used_at where api_key_use.used_at < excluded.used_at`,
};

@Injectable()
export class KeyUses {
  private readonly noted = new Map<string, number>();

  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Written once an hour for each key, behind the request: it neither waits for it nor fails by it. */
  note(keyId: string): void {
    const hour = Math.floor(Date.now() / HOUR_MS);
    if (this.noted.get(keyId) === hour) return;
    if (this.noted.size >= MOST_NOTED) this.noted.clear();
    this.noted.set(keyId, hour);
    this.pool.query({ ...NOTE, values: [keyId] }).catch((error: unknown) => {
      this.noted.delete(keyId);
      logFault('key-use', error);
    });
  }
}
