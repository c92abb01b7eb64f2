import { Inject, Injectable } from '@nestjs/common';
import { dayOf, isoOfDay, minuteOf, yearOf } from '@lien-thong/domain';
import type { IsoDate } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { EXCHANGE } from '../bus/bus.module.js';
import type { Exchange } from '../bus/exchange.js';
import { MIGRATION_NAMES } from '../database/data-source.js';
import { FILLING } from '../runtime/relay-loop.js';
import { SweepLoop } from '../runtime/sweep-loop.js';
import { CLOCK, READ_POOL } from '../runtime/tokens.js';
import { PostgresClock } from '../store/postgres-clock.js';
import { SweepWatch } from './sweep-watch.js';

export const CHECKS = [
  ...(['database', 'migrations', 'calendars', 'sweep'] as const),
  ...(['sweep-holder', 'armed-clocks', 'rungs'] as const),
] as const;
export type CheckName = (typeof CHECKS)[number];

/** Work goes on without these; the answer is only later, or soon to be so. */
export const DEGRADATIONS = ['bus-away', 'bus-filling', 'clock-regressed'] as const;
export type Degradation = (typeof DEGRADATIONS)[number];

interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
}

interface Readied {
  readonly checks: readonly Check[];
  /** Rungs in force that nothing here would fire, by version and place. */
  readonly unfired: readonly string[];
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
    private readonly watch: SweepWatch,
  ) {}

  /**
   * A bus that is away or full delays what agencies hear and harms nothing else: this process is ready all the same. So it is while
   * the database's clock, set back, has not come up with the time that was given out: everything due meanwhile is late.
   */
  degradations(): readonly Degradation[] {
    const { connected, filled } = this.exchange.state();
    return [
      ...(connected ? [] : (['bus-away'] as const)),
      ...(filled !== null && filled >= FILLING ? (['bus-filling'] as const) : []),
      ...(this.clock instanceof PostgresClock && this.clock.standsStillFor() > 0 ? (['clock-regressed'] as const) : []),
    ];
  }

  async checks(): Promise<Readied> {
    const unfired = await this.watch.unfired(this.today()).catch(() => null);
    const checks = await Promise.all([
      this.check('database', async () => (await this.pool.query('select 1')).rowCount === 1),
      this.check('migrations', () => this.allMigrated()),
      this.check('calendars', () => this.hasNoticeForThisYear()),
      this.check('sweep', () => Promise.resolve(this.sweep.isAlive())),
      this.check('sweep-holder', async () => this.sweep.isStepped || (await this.watch.isHeld())),
      this.check('armed-clocks', () => this.watch.areClocksArmed()),
      this.check('rungs', () => Promise.resolve(unfired?.length === 0)),
    ]);
    return { checks, unfired: unfired ?? [] };
  }

  private today(): IsoDate {
    return isoOfDay(dayOf(minuteOf(this.clock.now())));
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
