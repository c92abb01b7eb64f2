import { Inject, Injectable } from '@nestjs/common';
import { minuteOf } from '@lien-thong/domain';
import type { AgencyId, Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import { agencyRef } from '../directory/agency-ref.js';
import { phaseName } from '../dossiers/phase-names.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { readInLists } from '../store/list-reads.js';
import { namesAt, procedureRef } from './report-names.js';
import { ownAndWatched } from './report-query.js';
import { SLACK, SLACK_BANDS, SLACK_COUNT, SLACK_LIST } from './slack-statements.js';
import type { SlackListRow, SlackRow } from './slack-statements.js';
import type { SlackAsked, SlackListAsked, SlackListView, SlackView } from './slack-view.js';
import { workingTimeAhead } from './working-time-ahead.js';

const placeSchema = z.tuple([z.int32(), z.uuid()]);

type Cell = { readonly [K in keyof SlackRow]: NonNullable<SlackRow[K]> };
const isCell = (row: SlackRow): row is Cell => row.agency !== null && row.procedure !== null && row.band !== null;
const pressing = (a: Cell, b: Cell): number =>
  SLACK_BANDS.indexOf(a.band) - SLACK_BANDS.indexOf(b.band) ||
  b.count - a.count ||
  (`${a.agency} ${a.procedure}` < `${b.agency} ${b.procedure}` ? -1 : 1);

/** Where open dossiers run out of time: over those the caller may see as a whole. */
@Injectable()
export class Slack {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
  ) {}

  /** Cells and sums of one statement, so that they agree. */
  async report(caller: Caller, asked: SlackAsked): Promise<SlackView> {
    const at = this.clock.now();
    const rows = await readInLists(this.pool, caller, (read) =>
      read<SlackRow & object>(SLACK, this.scope(caller, asked, at)),
    );
    const cells = rows.filter(isCell).sort(pressing);
    const beyond = cells.slice(asked.limit);
    return {
      at,
      ...this.sums(rows, at),
      cells: cells.slice(0, asked.limit).map((cell) => this.cell(cell, at)),
      rest:
        beyond.length === 0
          ? null
          : { cells: beyond.length, dossiers: beyond.reduce((sum, { count }) => sum + count, 0) },
    };
  }

  /** The dossiers behind a cell or a sum, the least time left first. Throws `cursor-invalid`. */
  async dossiers(caller: Caller, asked: SlackListAsked): Promise<SlackListView> {
    const at = this.clock.now();
    const after = asked.cursor === undefined ? [null, null] : decodeCursor(asked.cursor, placeSchema);
    const values = [...this.scope(caller, asked, at), asked.band ?? null];
    const [found, [count]] = await readInLists(this.pool, caller, (read) =>
      Promise.all([
        read<SlackListRow & object>(SLACK_LIST, [...values, ...after, asked.limit + 1]),
        read<{ readonly total: number }>(SLACK_COUNT, values),
      ]),
    );
    const shown = found.slice(0, asked.limit);
    const last = shown.at(-1);
    const names = namesAt(this.reference, at);
    return {
      at,
      total: count?.total ?? 0,
      dossiers: shown.map(({ id: _id, place: _place, phase, agency, procedure, ...row }) => ({
        ...{ ...row, ...phaseName(phase), agency: agencyRef(names.directory, agency as AgencyId) },
        procedure: procedureRef(names, procedure),
      })),
      next: found.length > shown.length && last ? encodeCursor([last.place, last.id]) : null,
    };
  }

  private scope(caller: Caller, { agency, procedure }: SlackAsked | SlackListAsked, at: Instant): readonly unknown[] {
    const now = minuteOf(at);
    return [
      ...ownAndWatched(caller, this.wall),
      ...[agency ?? null, procedure ?? null, now],
      ...workingTimeAhead(this.reference, now),
    ];
  }

  private cell({ agency, procedure, band, count }: Cell, at: Instant): SlackView['cells'][number] {
    const names = namesAt(this.reference, at);
    return {
      ...{ agency: agencyRef(names.directory, agency as AgencyId), procedure: procedureRef(names, procedure) },
      ...{ band, count },
    };
  }

  /** Rows with one name, or none, are sums. */
  private sums(rows: readonly SlackRow[], at: Instant): Pick<SlackView, 'total' | 'agencies' | 'procedures' | 'bands'> {
    const names = namesAt(this.reference, at);
    const sums = rows.filter((row) => !isCell(row)).sort((a, b) => b.count - a.count);
    return {
      total: sums.find(({ agency, procedure, band }) => (agency ?? procedure ?? band) === null)?.count ?? 0,
      agencies: sums.flatMap(({ agency, count }) =>
        agency === null ? [] : [{ agency: agencyRef(names.directory, agency as AgencyId), total: count }],
      ),
      procedures: sums.flatMap(({ procedure, count }) =>
        procedure === null ? [] : [{ procedure: procedureRef(names, procedure), total: count }],
      ),
      bands: SLACK_BANDS.map((band) => ({ band, total: sums.find((row) => row.band === band)?.count ?? 0 })),
    };
  }
}
