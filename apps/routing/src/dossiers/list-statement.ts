/** The list of dossiers as SQL. Row-level security stands behind it; the parties are named all the same, so that an index is used. */
import { minuteOf } from '@lien-thong/domain';
import type { DossierId, Instant, Phase } from '@lien-thong/domain';
import type { Statement } from '../store/columns.js';

export type Sort = 'due' | 'received';
/** Sort value and id of the last row of a page. */
export type Place = readonly [number, string];

export interface Filters {
  readonly agencies: readonly string[];
  readonly phases: readonly string[] | null;
  readonly open: boolean | null;
  readonly holder: string | null;
  readonly procedure: string | null;
  readonly overdue: boolean | null;
  readonly dueBefore: Instant | null;
  /** Found by name, number or code; null when nothing was searched for. */
  readonly among: readonly DossierId[] | null;
  readonly now: Instant;
}

/** Stands for "no due instant": a clock that rests, or none. Beyond every minute there is. */
const NEVER = 2_147_483_647;

const OVERDUE = `coalesce(c.breached or c.outcome = 'overdue' or c.breach_fires_at <= $8, false)`;
const RECEIVED = `extract(epoch from coalesce(d.received_at, d.submitted_at, d.recorded_at))::float8`;
const DUE = `coalesce(case when d.ended_at is null and c.status = 'running' then c.due_at end, ${NEVER})`;

const FROM = `from dossier d left join clock c on c.dossier_id = d.id and c.id = 'legal'
  where d.id in (select p.dossier_id from party p where p.agency_id = any ($1::text[]) and p.current)
    and ($2::text[] is null or d.phase = any ($2))
    and ($3::boolean is null or (d.ended_at is null) = $3)
    and ($4::text is null or d.holder = $4)
    and ($5::text is null or d.procedure_code = $5)
    and ($6::boolean is null or ${OVERDUE} = $6)
    and ($7::int4 is null or ${DUE} < $7)
    and ($9::uuid[] is null or d.id = any ($9))`;

const PAGES: Readonly<Record<Sort, Statement>> = {
  due: {
    name: 'list-dossiers-due',
    text: `select d.id, ${DUE} as place ${FROM} and ($10::float8 is null or (${DUE}, d.id) > ($10, $11::uuid))
      order by place, d.id limit $12`,
  },
  received: {
    name: 'list-dossiers-received',
    text: `select d.id, ${RECEIVED} as place ${FROM} and ($10::float8 is null or (${RECEIVED}, d.id) < ($10, $11::uuid))
      order by place desc, d.id desc limit $12`,
  },
};

export const COUNT: Statement = {
  name: 'count-dossiers',
  text: `select d.phase, count(*) as total, count(*) filter (where ${OVERDUE}) as overdue ${FROM} group by d.phase`,
};

/** Ids of a page and the value they are sorted by. `$10` and `$11` are the place of the row before it, `$12` how many. */
export function pageOf(sort: Sort): Statement {
  return PAGES[sort];
}

/** Values of `$1` to `$9`. */
export function filterValues(filters: Filters): unknown[] {
  const { agencies, phases, open, holder, procedure, overdue, dueBefore, among, now } = filters;
  const due = dueBefore === null ? null : Math.min(minuteOf(dueBefore), NEVER);
  return [agencies, phases, open, holder, procedure, overdue, due, minuteOf(now), among];
}

export interface PhaseCount {
  readonly phase: Phase;
  readonly total: number;
  readonly overdue: number;
}
