import { Inject, Injectable } from '@nestjs/common';
import { unfiredRungs } from '@lien-thong/domain';
import type { IsoDate } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { LEDGER_READS, askOnce } from '../store/transactions.js';
import { READ_POOL } from '../runtime/tokens.js';

/** A process that sweeps looks every second and notes it every ten (`SweepLooks`); a storm is noted batch by batch. */
const HELD_WITHIN_S = 60;
/** Definitions in force are read again this often at the most: they change by publication, some times a year. */
const RUNGS_KNOWN_FOR_MS = 30_000;

const LAST_LOOK = `select extract(epoch from clock_timestamp() - looked_at)::float8 as age from sweep_look`;
/** Answered by the index `clock_unarmed`, which is empty where all is well. */
const UNARMED = {
  name: 'clocks-unarmed',
  text: `select exists (select from clock where status = 'running' and fires_at is null and not breached
    and budget_unit <> 'none' and certainty <> 'notComputable') as unarmed`,
};
const BY_INDEX = { ...LEDGER_READS, settings: [...LEDGER_READS.settings, 'enable_seqscan', 'off'] };
const IN_FORCE = `select v.code, v.version, v.definition -> 'warnPercents' as shares, v.definition -> 'warnRungs' as rungs
  from procedure_version v where v.effective_from <= $1 and (v.effective_to is null or v.effective_to >= $1)
  order by v.code, v.version`;

interface InForce {
  readonly code: string;
  readonly version: number;
  readonly shares: unknown;
  readonly rungs: unknown;
}

/** Whether what must happen in time will: somebody looks, every open clock is armed, every rung is one that is looked for. */
@Injectable()
export class SweepWatch {
  private known: { readonly day: IsoDate; readonly at: number; readonly unfired: readonly string[] } | null = null;

  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Any process has looked for due clocks lately, by the clock of the database. Rejects when it cannot be asked. */
  async isHeld(): Promise<boolean> {
    const { rows } = await this.pool.query<{ age: number }>(LAST_LOOK);
    return rows[0] !== undefined && rows[0].age < HELD_WITHIN_S;
  }

  /** No running clock has a rung ahead without a minute at which the sweep would come to it. Rejects when it cannot be asked. */
  async areClocksArmed(): Promise<boolean> {
    const [row] = await askOnce(this.pool, BY_INDEX, { statement: UNARMED });
    return row?.boolean() === false;
  }

  /** Rungs of the versions in force on that day that nothing here fires: code, version and place. Rejects when it cannot be asked. */
  async unfired(day: IsoDate): Promise<readonly string[]> {
    const now = Date.now();
    if (this.known?.day === day && now - this.known.at < RUNGS_KNOWN_FOR_MS) return this.known.unfired;
    const { rows } = await this.pool.query<InForce>(IN_FORCE, [day]);
    const unfired = rows.flatMap(({ code, version, shares, rungs }) => {
      const definition = { warnPercents: shares, ...(rungs === null ? {} : { warnRungs: rungs }) };
      return unfiredRungs(definition).map((place) => `${code}/${version} ${place}`);
    });
    this.known = { day, at: now, unfired };
    return unfired;
  }
}
