/** Reads of outages: the same for everybody who may call, since nothing of any dossier is in them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { READ_POOL } from '../runtime/tokens.js';
import type { Read } from '../store/read-as.js';
import { outagePage, revisionsOf, revisionsOfSeveral, standOf, systemsRequired } from './outage-rows.js';
import type { OutageRevision } from './outage-rows.js';
import { movedView, revisionView } from './outage-views.js';
import type { OutageRunView, OutageView, OutagesQuery, OutagesView } from './outage-views.js';

const RUNS = {
  name: 'outage-runs',
  text: `select revision, state, candidates, dossiers, moved_clocks as "movedClocks", withdrawn as "withdrawnBreaches", moved, stuck,
      batches, requested_at as "requestedAt", last_batch_at as "lastBatchAt", finished_at as "finishedAt"
    from outage_run where outage_id = $1 order by revision`,
};

type RunRow = Omit<OutageRunView, 'movedMinutes'> & { readonly moved: Readonly<Record<string, number>> };

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class ReadOutages {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** The newest first. Throws cursor-invalid. */
  async list({ limit, cursor }: OutagesQuery): Promise<OutagesView> {
    const [recordedAt, outageId] = cursor === undefined ? [] : decodeCursor(cursor, cursorShape);
    const after =
      recordedAt === undefined || outageId === undefined ? null : { recordedAt: recordedAt as Instant, outageId };
    const page = await outagePage(this.read, { after, limit: limit + 1 });
    const shown = page.slice(0, limit);
    const rows = await revisionsOfSeveral(
      this.read,
      shown.map((each) => each.outageId),
    );
    const outages = shown.map((each) => outlineOf(rows.filter((row) => row.outageId === each.outageId)));
    const last = shown.at(-1);
    const next = page.length > limit && last !== undefined ? encodeCursor([last.recordedAt, last.outageId]) : null;
    return { outages, systems: [...(await systemsRequired(this.read))], next };
  }

  /** Throws not-found. */
  async one(outageId: string): Promise<OutageView> {
    const revisions = await revisionsOf(this.read, outageId);
    if (revisions.length === 0) throw new Problem('not-found', { outageId });
    const runs = await this.read<RunRow>(RUNS, [outageId]);
    return {
      ...outlineOf(revisions),
      revisions: revisions.map(revisionView),
      runs: runs.map(({ moved, ...run }) => ({ ...run, movedMinutes: movedView(moved) })),
    };
  }

  private readonly read: Read = async (statement, values = []) => {
    const { rows } = await this.pool.query({ ...statement, values: [...values] });
    return rows as never;
  };
}

function stateOf({ held, proposed }: ReturnType<typeof standOf>): OutageView['state'] {
  if (held === null) return proposed === null ? 'dropped' : 'proposed';
  if (held.kind === 'cancel') return 'cancelled';
  return held.to === null ? 'down' : 'over';
}

function outlineOf(revisions: readonly OutageRevision[]): Omit<OutageView, 'revisions' | 'runs'> {
  const [first] = revisions;
  if (first === undefined) throw new Error('an outage without a revision');
  const stand = standOf(revisions);
  const { held, proposed } = stand;
  return {
    id: first.outageId,
    system: first.system,
    state: stateOf(stand),
    held: held === null ? null : revisionView(held),
    proposed: proposed === null ? null : revisionView(proposed),
  };
}
