/**
 * The work list as SQL: one text says in which queue each dossier stands, and both the list and the counts are made of it. Row-level
 * security stands behind it; the party is named all the same, so that an index is used.
 */
import type { Statement } from '../store/columns.js';
import { LOW_MINUTES, QUEUES_TO_ACT, QUEUE_RULES } from './queues.js';

const words = (list: readonly string[]): string => list.map((word) => `'${word}'`).join(', ');

/** Behind every due minute there is: rows without a clock of one's own stand after those with one. */
const WITHOUT_LEG = 4_294_967_296;
const RESTING = 2 * WITHOUT_LEG;

const CASES = QUEUE_RULES.map(
  ({ queue, phases, as }) => `when ${as}${phases === null ? '' : ` and phase in (${words(phases)})`} then '${queue}'`,
).join(' ');

/** Values: `$1` whose list, `$2` assignee or null, `$3` only what nobody is assigned to, `$4` found by a search, or null. */
const OPEN = `p as (select dossier_id as id, bool_or(role = 'receiving') as receiving, bool_or(role = 'competent') as competent,
      bool_or(role = 'addressed') as addressed from party where agency_id = any ($1::text[]) and current group by 1),
  o as (select p.*, d.phase, d.receiving as receiver, d.holder = any ($1) as holds from p join dossier d using (id)
    where d.ended_at is null and ($2::text is null or d.state ->> 'assignee' = $2)
      and (not $3::boolean or d.state ->> 'assignee' is null) and ($4::uuid[] is null or d.id = any ($4)))`;

const MINE = `c.owner_kind = 'agency' and c.owner_agency = any ($1)`;
const RUNNING = `c.status = 'running' and ${MINE}`;
const LOW = `c.budget_unit = 'work' and case when c.counts_from > $5
  then c.budget_amount - c.used <= greatest(${LOW_MINUTES}, c.budget_amount / 4) else c.due_at <= t.low_until end`;

/**
 * Values: those of `OPEN`, `$5` the minute it is, `$6` to `$8` by receiving agency and budget: until which due minute a clock runs low.
 * `leg`: due minute of the agency's own running clock that is due first.
 */
const QUEUED = `with ${OPEN},
  k as (select o.id, o.receiving, o.competent, o.addressed, o.holds, o.phase, min(c.due_at) filter (where ${RUNNING}) as leg,
      coalesce(bool_or(${RUNNING} and (c.breached or coalesce(c.breach_fires_at <= $5, false))
        or c.id = 'legal' and coalesce(c.breached or c.outcome = 'overdue' or c.breach_fires_at <= $5, false)), false) as overdue,
      coalesce(bool_or(${RUNNING} and coalesce(${LOW}, false)), false) as low,
      coalesce(bool_or(c.kind = 'consultation' and c.status <> 'stopped' and ${MINE}), false) as asked,
      min(c.due_at) filter (where c.id = 'legal' and c.status = 'running') as legal_due
    from o left join clock c on c.dossier_id = o.id and (c.id = 'legal' or c.status <> 'stopped')
      left join unnest($6::text[], $7::int4[], $8::int4[]) as t (receiver, budget, low_until)
        on t.receiver = o.receiver and t.budget = c.budget_amount
    group by 1, 2, 3, 4, 5, 6),
  q as (select id, coalesce(leg, ${WITHOUT_LEG} + legal_due, ${RESTING})::float8 as place, overdue, low and not overdue as low,
      case ${CASES} else 'elsewhere' end as queue from k)`;

/** What is counted beside each queue: every dossier once among the eight, and again where it is overdue or runs low. */
const COUNTED = `select queue, count(*) as total from q group by 1
  union all select 'overdue', count(*) from q where overdue union all select 'runningLow', count(*) from q where low`;

const ASKED_FOR = `case $9::text when 'overdue' then overdue when 'runningLow' then low when 'toAct' then queue in (${words(QUEUES_TO_ACT)})
  else queue = $9 end`;

/**
 * Values: those of `QUEUED`, `$9` the queue or `toAct`, `$10` and `$11` the place of the row before, `$12` how many. Rows with an id are
 * the page, those without are the counts.
 */
export const INBOX: Statement = {
  name: 'inbox',
  text: `${QUEUED}
    select null::uuid as id, null::float8 as place, queue, total from (${COUNTED}) as n
    union all
    select * from (select id, place, queue, null::int8 as total from q
      where ${ASKED_FOR} and ($10::float8 is null or (place, id) > ($10, $11::uuid)) order by place, id limit $12) as page`,
};

/** Values: `$1`. The budgets of the agency's running clocks, for the instants at which each begins to run low. */
export const OWN_BUDGETS: Statement = {
  name: 'inbox-budgets',
  text: `select distinct d.receiving as receiver, c.budget_amount as budget from party p join dossier d on d.id = p.dossier_id
      join clock c on c.dossier_id = d.id
    where p.agency_id = any ($1::text[]) and p.current and d.ended_at is null and c.budget_unit = 'work' and ${RUNNING}`,
};

export interface InboxRow {
  readonly id: string | null;
  readonly place: number;
  readonly queue: string;
  readonly total: number | null;
}

export interface BudgetRow {
  readonly receiver: string;
  readonly budget: number;
}
