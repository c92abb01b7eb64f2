/** Reads every fact of the installation once, in the order of its dossier: for tables that are kept beside the journal. */
import type { AgencyId, DossierEvent, DossierId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import { EVENT_COLUMNS, readEvent } from '../store/event-rows.js';
import { LEDGER_WRITES, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';

export interface FollowedDossier {
  readonly dossierId: DossierId;
  /** Facts that were not read before, in the order of `seq`. */
  readonly events: readonly DossierEvent[];
}

/** Writes what follows from the facts, in the transaction that also notes them as read. What fails in it is read again. */
export type Follow = (wire: Wire, facts: readonly FollowedDossier[]) => Promise<void>;

export interface FollowPlan {
  /** Whose cursors; at most one process at a time reads under a name. */
  readonly name: string;
  /** About how many facts one round takes. */
  readonly limit: number;
}

const ENROL: Statement = {
  name: 'follower-enrol',
  text: 'insert into follower (name) values ($1) on conflict do nothing',
};
const HOLD: Statement = {
  name: 'follower-hold',
  text: 'select name from follower where name = $1 for update skip locked',
};
const BEHIND: Statement = {
  name: 'follower-behind',
  text: `select c.agency_id, coalesce(f.n, 0) as n, c.last from feed_counter c
    left join follower_cursor f on f.follower = $1 and f.agency_id = c.agency_id
    where c.last > coalesce(f.n, 0) order by c.agency_id`,
};

/**
 * Entries of the given stretches of feeds, each fact once: the agency that took a dossier in is told every fact of it in full, so the
 * entries of all others are passed over.
 */
const READ: Statement = {
  name: 'follower-read',
  text: `select ${EVENT_COLUMNS}
    from unnest($1::text[], $2::int8[], $3::int8[]) as s (agency_id, after, last)
    join feed f on f.agency_id = s.agency_id and f.n > s.after and f.n <= s.last and f.view = 'full'
    join dossier d on d.id = f.dossier_id and d.receiving = f.agency_id
    join event e on e.dossier_id = f.dossier_id and e.seq = f.seq
    order by f.agency_id, f.n`,
};
const ADVANCE: Statement = {
  name: 'follower-advance',
  text: `insert into follower_cursor (follower, agency_id, n) select $1, s.agency_id, s.n
    from unnest($2::text[], $3::int8[]) as s (agency_id, n)
    on conflict (follower, agency_id) do update set n = excluded.n`,
};

/** A stretch of one agency's feed, (after, last]. */
interface Stretch {
  readonly agencyId: AgencyId;
  readonly after: number;
  readonly last: number;
}

/** The next facts of every agency that has new ones, shared evenly: one that is flooded does not keep the others waiting. */
function nextStretches(behind: readonly Stretch[], limit: number): readonly Stretch[] {
  const share = Math.max(1, Math.ceil(limit / Math.max(1, behind.length)));
  return behind.map(({ agencyId, after, last }) => ({ agencyId, after, last: Math.min(last, after + share) }));
}

function byDossier(events: readonly DossierEvent[]): readonly FollowedDossier[] {
  const groups = new Map<DossierId, DossierEvent[]>();
  for (const event of events) {
    const group = groups.get(event.dossierId);
    if (group === undefined) groups.set(event.dossierId, [event]);
    else group.push(event);
  }
  return [...groups].map(([dossierId, facts]) => ({ dossierId, events: facts }));
}

/**
 * Feed numbers are gap-free and their order is the order of commits (ADR 0009), so a cursor for each agency misses nothing, whatever
 * process wrote it, and survives dump and restore. The row of the follower is locked by whoever reads: with several processes one
 * reads and the others find nothing to do.
 */
export class FeedFollower {
  private enrolled = false;

  constructor(
    private readonly pool: Pool,
    private readonly plan: FollowPlan,
    private readonly follow: Follow,
  ) {}

  /**
   * One transaction: the next feed entries, what follows from them, and the cursors. Resolves to how many entries it took, 0 when there
   * are none or another process reads. Rejects with what `follow` or the store rejects with: then nothing was noted as read.
   */
  async round(): Promise<number> {
    return inTransaction(this.pool, LEDGER_WRITES, async (wire) => {
      if (!this.enrolled) await wire.send(ENROL, [this.plan.name]);
      const [held, behind] = await Promise.all([
        wire.send(HOLD, [this.plan.name]),
        wire.send(BEHIND, [this.plan.name]),
      ]);
      this.enrolled = true;
      if (held.length === 0 || behind.length === 0) return 0;
      const all = behind.map((row) => ({
        agencyId: row.text() as AgencyId,
        after: row.integer(),
        last: row.integer(),
      }));
      return this.take(wire, nextStretches(all, this.plan.limit));
    });
  }

  private async take(wire: Wire, stretches: readonly Stretch[]): Promise<number> {
    const agencies = binaryArray(
      'text',
      stretches.map(({ agencyId }) => agencyId),
    );
    const from = stretches.map(({ after }) => after);
    const to = binaryArray(
      'int8',
      stretches.map(({ last }) => last),
    );
    const rows = await wire.send(READ, [agencies, binaryArray('int8', from), to]);
    if (rows.length > 0) await this.follow(wire, byDossier(rows.map(readEvent)));
    await wire.send(ADVANCE, [this.plan.name, agencies, to]);
    return stretches.reduce((sum, { after, last }) => sum + last - after, 0);
  }
}
