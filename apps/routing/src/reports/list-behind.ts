import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { readAs } from '../store/read-as.js';
import { partValues, scopeValues } from './report-query.js';
import type { ListAsked } from './report-query.js';
import type { ReportSource } from './report-sources.js';
import { countOf, listOf } from './report-statements.js';
import { behindView } from './report-view.js';
import type { BehindRow, BehindView } from './report-view.js';

const placeSchema = z.tuple([z.int32(), z.uuid()]);

export class ListBehind extends Query<BehindView> {
  constructor(
    readonly source: ReportSource,
    readonly caller: Caller,
    readonly asked: ListAsked,
  ) {
    super();
  }
}

@QueryHandler(ListBehind)
export class ListBehindHandler implements IQueryHandler<ListBehind> {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
  ) {}

  /** Throws `cursor-invalid`. */
  async execute({ source, caller, asked }: ListBehind): Promise<BehindView> {
    const after = asked.cursor === undefined ? null : decodeCursor(asked.cursor, placeSchema);
    const values = [...scopeValues(caller, asked, this.wall), ...partValues(asked), asked.key ?? null];
    const page = [...values, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    const [found, [total]] = await readAs(this.pool, caller, (read) =>
      Promise.all([
        read<BehindRow & object>(listOf(source, asked), page),
        read<BehindView['total'] & object>(countOf(source, asked), values),
      ]),
    );
    if (total === undefined) throw new Error('a list has no count');
    const shown = found.slice(0, asked.limit);
    const last = shown.at(-1);
    return {
      at: this.clock.now(),
      total,
      dossiers: shown.map((row) => behindView(row, this.reference.directory)),
      next: found.length > shown.length && last ? encodeCursor([last.ended, last.id]) : null,
    };
  }
}
