import { Inject, Injectable } from '@nestjs/common';
import { dayOf, minuteOf, yearOf } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { EXCHANGE } from '../bus/bus.module.js';
import type { Exchange } from '../bus/exchange.js';
import { MIGRATION_NAMES } from '../database/data-source.js';
import { FILLING } from '../runtime/relay-loop.js';
import { SweepLoop } from '../runtime/sweep-loop.js';
import { CLOCK, READ_POOL } from '../runtime/tokens.js';

export const CHECKS = ['database', 'migrations', 'calendars', 'sweep'] as const;
export type CheckName = (typeof CHECKS)[number];

/** Work goes on without these; the answer is only later, or soon to be so. */
export const DEGRADATIONS = ['bus-away', 'bus-filling'] as const;
export type Degradation = (typeof DEGRADATIONS)[number];

interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
}

const MIGRATIONS = 'select count(*)::int as done from migration where name = any ($1)';
const CALENDARS = `select exists (select from calendar_version v where v.layer = 'national' and $1 = any (v.noticed_years)) as noticed`;

/** What must be so before this process may be sent requests. */
@Injectable()
export class Readiness {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(SweepLoop) private readonly sweep: SweepLoop,
    @Inject(EXCHANGE) private readonly exchange: Exchange,
  ) {}

  /** A bus that is away or full delays what agencies hear and harms nothing else: this process is ready all the same. */
  degradations(): readonly Degradation[] {
    const { connected, filled } = this.exchange.state();
    return [
      ...(connected ? [] : (['bus-away'] as const)),
      ...(filled !== null && filled >= FILLING ? (['bus-filling'] as const) : []),
    ];
  }

  checks(): Promise<readonly Check[]> {
    return Promise.all([
      this.check('database', async () => (await this.pool.query('select 1')).rowCount === 1),
      this.check('migrations', () => this.allMigrated()),
      this.check('calendars', () => this.hasNoticeForThisYear()),
      this.check('sweep', () => Promise.resolve(this.sweep.isAlive())),
    ]);
  }

  private async check(name: Check['name'], holds: () => Promise<boolean>): Promise<Check> {
    return { name, ok: await holds().catch(() => false) };
  }

  private async allMigrated(): Promise<boolean> {
    const { rows } = await this.pool.query<{ done: number }>(MIGRATIONS, [MIGRATION_NAMES]);
    return rows[0]?.done === MIGRATION_NAMES.length;
  }

  /** Without the notice of the year every date would be provisional (DESIGN 4.3). */
  private async hasNoticeForThisYear(): Promise<boolean> {
    const year = yearOf(dayOf(minuteOf(this.clock.now())));
    const { rows } = await this.pool.query<{ noticed: boolean }>(CALENDARS, [year]);
    return rows[0]?.noticed === true;
  }
}
