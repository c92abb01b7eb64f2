import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { minuteOf } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { readAs } from '../store/read-as.js';
import { namesAt } from './report-names.js';
import { partValues, scopeValues } from './report-query.js';
import type { ReportAsked } from './report-query.js';
import type { ReportSource } from './report-sources.js';
import { excludedOf, groupsOf, wholeOf } from './report-statements.js';
import { excludedView, groupView } from './report-view.js';
import type { ExcludedRow, GroupRow, ReportView, WholeRow } from './report-view.js';

export class ReadReport extends Query<ReportView> {
  constructor(
    readonly source: ReportSource,
    readonly caller: Caller,
    readonly asked: ReportAsked,
  ) {
    super();
  }
}

@QueryHandler(ReadReport)
export class ReadReportHandler implements IQueryHandler<ReadReport> {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
  ) {}

  /** One snapshot, so that parts, whole and what is left out agree. */
  async execute({ source, caller, asked }: ReadReport): Promise<ReportView> {
    const at = this.clock.now();
    const scope = scopeValues(caller, asked, this.wall);
    const parts = [...scope, ...partValues(asked)];
    const [groups, [whole], excluded] = await readAs(this.pool, caller, (read) =>
      Promise.all([
        read<GroupRow & object>(groupsOf(source, asked.by, asked.period), [...parts, asked.limit + 1]),
        read<WholeRow & object>(wholeOf(source), parts),
        read<ExcludedRow & object>(excludedOf(source), [...scope, minuteOf(at)]),
      ]),
    );
    if (whole === undefined) throw new Error('a report has no whole');
    const shown = groups.slice(0, asked.limit);
    const names = namesAt(this.reference, at);
    const sum = shown.reduce((total, { minutes }) => total + minutes, 0);
    return {
      ...{ at, by: asked.by, period: asked.period, whole },
      groups: shown.map((row) => groupView(asked.by, row, names)),
      rest: groups.length > shown.length ? { minutes: whole.minutes - sum } : null,
      excluded: excluded.map(excludedView).sort((a, b) => (a.reason < b.reason ? -1 : 1)),
    };
  }
}
