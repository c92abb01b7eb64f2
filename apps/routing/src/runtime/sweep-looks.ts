import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { LEDGER_WRITES, askOnce } from '../store/transactions.js';
import { READ_POOL } from './tokens.js';

const EVERY_MS = 10_000;
const NOTE = {
  name: 'note-sweep-look',
  text: `insert into sweep_look (looked_at) values (clock_timestamp()) on conflict (only_row) do update
    set looked_at = excluded.looked_at where sweep_look.looked_at < excluded.looked_at - interval '5 seconds'`,
};

/** Leaves a sign that somebody sweeps, where every process sees it: one row, renewed by whoever looked, every ten seconds at the most. */
@Injectable()
export class SweepLooks {
  private noted: number | null = null;

  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Somebody has looked and got through. Rejects with StoreUnavailable when it cannot be noted; the next look tries again. */
  async note(): Promise<void> {
    const now = Date.now();
    if (this.noted !== null && now - this.noted < EVERY_MS) return;
    await askOnce(this.pool, LEDGER_WRITES, { statement: NOTE });
    this.noted = now;
  }
}
