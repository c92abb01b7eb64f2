import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ClockPort } from '@lien-thong/engine';
import { instantSchema } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { momentAhead } from '../alerts/moment-ahead.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import type { Statement } from '../store/columns.js';
import { readAs } from '../store/read-as.js';
import { conflictView } from './conflict-view.js';
import type { ConflictListView, ConflictRow, ConflictsAsked } from './conflict-view.js';

export class ListConflicts extends Query<ConflictListView> {
  constructor(
    readonly caller: Caller,
    readonly asked: ConflictsAsked,
  ) {
    super();
  }
}

const placeSchema = z.tuple([instantSchema, z.uuid()]);

/**
 * The oldest first: it has waited longest. `$2`: as it was known then; a conflict that was settled later was open. The parties are named
 * beside row-level security, which lets a consulted agency see only claims about its own opinion.
 */
const PAGE: Statement = {
  name: 'list-conflicts',
  text: `select e.dossier_id as "dossierId", d.code, e.seq, e.id, e.recorded_at as "foundAt", e.actor_agency as "agencyId", e.data,
      r.recorded_at as "settledAt", r.data ->> 'settled' as settled
    from event e
    join dossier d on d.id = e.dossier_id
    left join event r on r.dossier_id = e.dossier_id and r.type = 'dossier.conflictResolved.v1'
      and (r.data ->> 'conflict')::integer = e.seq and r.recorded_at <= $2::timestamptz
    where e.type = 'dossier.conflictFound.v1' and e.recorded_at <= $2
      and e.dossier_id in (select p.dossier_id from party p where p.agency_id = any ($1::text[]) and p.current)
      and ($3::text = 'all' or (r.seq is null) = ($3 = 'open'))
      and ($4::timestamptz is null or (e.recorded_at, e.id) > ($4, $5::uuid))
    order by e.recorded_at, e.id limit $6`,
};

/** Claims that contradict a journal, in the scope of the caller's agency and of those he supervises. */
@QueryHandler(ListConflicts)
export class ListConflictsHandler implements IQueryHandler<ListConflicts> {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
  ) {}

  /** Throws `cursor-invalid`, and `invalid-query` for a moment to come. */
  async execute({ caller, asked }: ListConflicts): Promise<ConflictListView> {
    const { cursor, state, asOf, limit } = asked;
    const now = this.clock.now();
    if (asOf !== undefined && asOf > now) throw momentAhead();
    const after = cursor === undefined ? null : decodeCursor(cursor, placeSchema);
    const agencies = this.wall.agenciesNamed([caller.agencyId, ...caller.supervises]);
    const values = [agencies, asOf ?? now, state, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await readAs(this.pool, caller, (read) => read<ConflictRow & object>(PAGE, values));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      at: asOf ?? now,
      conflicts: shown.map((row) => conflictView(row, this.reference.directory)),
      next: rows.length > shown.length && last !== undefined ? encodeCursor([last.foundAt, last.id]) : null,
    };
  }
}
