import { Inject, Injectable } from '@nestjs/common';
import { minuteOf } from '@lien-thong/domain';
import type { AgencyId, Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import { agencyRef } from '../directory/agency-ref.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { readInLists } from '../store/list-reads.js';
import { monthCalled, monthsOf, periodOf, wholePeriod } from './on-time-periods.js';
import type { Periods } from './on-time-periods.js';
import { ON_TIME_WHOLE, onTimeCount, onTimeGroups, onTimeList } from './on-time-statements.js';
import type { OnTimeCounts, OnTimeGrouping, OnTimeListRow, OnTimeRow } from './on-time-statements.js';
import type { OnTimeAsked, OnTimeListAsked, OnTimeListView, OnTimeView } from './on-time-view.js';
import { namesAt, procedureRef } from './report-names.js';
import { ownAndWatched } from './report-query.js';
import type { Names } from './report-view.js';

const placeSchema = z.tuple([z.int32(), z.uuid()]);

/** How many dossiers were resolved in time, over those the caller may see as a whole. */
@Injectable()
export class OnTime {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
  ) {}

  /** Groups and whole of one snapshot and one text. Throws `invalid-query`. */
  async report(caller: Caller, asked: OnTimeAsked): Promise<OnTimeView> {
    const at = this.clock.now();
    const { by, limit } = asked;
    const period = periodOf(asked, at);
    const whole = wholePeriod(period);
    const values = (periods: Periods) => this.scope(caller, asked, { periods, at });
    const [groups, [sum]] = await readInLists(this.pool, caller, (read) =>
      Promise.all([
        read<OnTimeRow & object>(onTimeGroups(by), values(by === 'month' ? monthsOf(period) : whole)),
        read<OnTimeCounts & object>(ON_TIME_WHOLE, values(whole)),
      ]),
    );
    if (sum === undefined) throw new Error('a report has no whole');
    const names = namesAt(this.reference, at);
    return {
      ...{ at, by, ...period, whole: withShares(sum) },
      groups: groups.slice(0, limit).map(({ key, ...counts }) => ({
        ...{ key, ...labelOf(by, key, names) },
        ...withShares(counts),
      })),
      more: groups.length > limit,
    };
  }

  /** The dossiers behind a number, the latest reception first. Throws `cursor-invalid`, `invalid-query`. */
  async dossiers(caller: Caller, asked: OnTimeListAsked): Promise<OnTimeListView> {
    const at = this.clock.now();
    const { by, key, measure, limit } = asked;
    const after = asked.cursor === undefined ? [null, null] : decodeCursor(asked.cursor, placeSchema);
    const period = periodOf(asked, at);
    const periods = by === 'month' && key !== undefined ? monthCalled(period, key) : wholePeriod(period);
    if (periods === null) return { at, total: 0, dossiers: [], next: null };
    const values = [...this.scope(caller, asked, { periods, at }), key ?? null, measure ?? null];
    const [found, [count]] = await readInLists(this.pool, caller, (read) =>
      Promise.all([
        read<OnTimeListRow & object>(onTimeList(by), [...values, ...after, limit + 1]),
        read<{ readonly total: number }>(onTimeCount(by), values),
      ]),
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const names = namesAt(this.reference, at);
    return {
      at,
      total: count?.total ?? 0,
      dossiers: shown.map((row) => rowView(row, names)),
      next: found.length > shown.length && last ? encodeCursor([last.place, last.id]) : null,
    };
  }

  private scope(
    caller: Caller,
    { agency, procedure, field }: OnTimeAsked | OnTimeListAsked,
    { periods, at }: { readonly periods: Periods; readonly at: Instant },
  ): readonly unknown[] {
    const filters = [agency ?? null, procedure ?? null, field ?? null];
    return [...ownAndWatched(caller, this.wall), ...filters, ...periods, minuteOf(at)];
  }
}

function withShares({ received, carriedOver, ...of }: OnTimeCounts): OnTimeView['whole'] {
  const { resolvedEarly, resolvedOnTime, resolvedOverdue, resolvedUnknown } = of;
  const { openInTime, openOverdue, openResting, openUnknown } = of;
  const inTime = resolvedEarly + resolvedOnTime;
  return {
    ...{ received, carriedOver, ...of, total: received + carriedOver },
    resolvedInTime: { numerator: inTime, denominator: inTime + resolvedOverdue + resolvedUnknown },
    openInTimeShare: { numerator: openInTime, denominator: openInTime + openOverdue + openResting + openUnknown },
  };
}

function labelOf(by: OnTimeGrouping, key: string, names: Names): { readonly label: string; readonly labelEn: string } {
  if (by === 'agency') {
    const { name, nameEn } = agencyRef(names.directory, key as AgencyId);
    return { label: name, labelEn: nameEn };
  }
  if (by === 'procedure') {
    const { name, nameEn } = procedureRef(names, key);
    return { label: name, labelEn: nameEn };
  }
  return { label: key, labelEn: key };
}

function rowView({ id: _id, place: _place, ...row }: OnTimeListRow, names: Names): OnTimeListView['dossiers'][number] {
  return {
    ...row,
    agency: agencyRef(names.directory, row.agency as AgencyId),
    procedure: procedureRef(names, row.procedure),
  };
}
