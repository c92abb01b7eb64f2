/** How much time open dossiers have left, as SQL: cells, their sums and the lists behind them are made of one text. */
import type { Instant, Phase } from '@lien-thong/domain';
import type { Statement } from '../store/columns.js';
import { visible } from './report-sources.js';

/** Working minutes left of the legal clock: overdue; up to 4 hours; up to one working day; up to three; more; resting; unknown. */
export const SLACK_BANDS = ['overdue', 'under4h', 'underDay', 'under3Days', 'more', 'resting', 'unknown'] as const;
export type SlackBand = (typeof SLACK_BANDS)[number];

const WITHIN_4_HOURS = 240;
/** Behind every due minute there is. */
const NEVER = 2_147_483_647;

/** Due minutes are compared with the instants the calendars give; a clock that has yet to begin counting has its whole budget left. */
const BAND = `case
  when coalesce(c.breached or c.outcome = 'overdue' or c.breach_fires_at <= $5, false) then 'overdue'
  when c.certainty = 'notComputable' then 'unknown'
  when c.id is null or c.status <> 'running' then 'resting'
  when c.due_at is null or t.until_3_days is null then 'unknown'
  when c.counts_from > $5 and c.budget_unit = 'work' then case
    when c.budget_amount - c.used <= ${WITHIN_4_HOURS} then 'under4h'
    when c.budget_amount - c.used <= t.day_minutes then 'underDay'
    when c.budget_amount - c.used <= 3 * t.day_minutes then 'under3Days' else 'more' end
  when c.due_at <= t.until_4_hours then 'under4h'
  when c.due_at <= t.until_day then 'underDay'
  when c.due_at <= t.until_3_days then 'under3Days' else 'more' end`;

/**
 * Values: `$1` agencies whose dossiers are seen as a whole, `$2` those watched over, `$3` holder, `$4` procedure, `$5` the minute it is,
 * `$6` to `$10` by province: minutes of a working day, and the instants 4 hours, a day and three days of work from now.
 */
const OPEN = `with s as (select d.id, d.code, d.holder as agency, d.procedure_code as procedure, d.phase, d.received_at, c.due_at,
      case when c.status = 'running' then coalesce(c.due_at, ${NEVER}) else ${NEVER} end as place, ${BAND} as band
    from dossier d left join clock c on c.dossier_id = d.id and c.id = 'legal'
      join agency a on a.id = d.receiving
      left join unnest($6::text[], $7::int4[], $8::int4[], $9::int4[], $10::int4[])
        as t (province, day_minutes, until_4_hours, until_day, until_3_days) on t.province = a.province_code
    where d.ended_at is null and ${visible('d.id')} and ($3::text is null or d.holder = $3)
      and ($4::text is null or d.procedure_code = $4))`;

/** Values: those of `OPEN`. Cells, and the sums by agency, by procedure, by band and of all, of one look. */
export const SLACK: Statement = {
  name: 'slack',
  text: `${OPEN} select agency, procedure, band, count(*) as count from s
    group by grouping sets ((agency, procedure, band), (agency), (procedure), (band), ())`,
};

/** Values: those of `OPEN`, `$11` the band or null. */
export const SLACK_COUNT: Statement = {
  name: 'slack-count',
  text: `${OPEN} select count(*) as total from s where ($11::text is null or band = $11)`,
};

/** Values: those of `SLACK_COUNT`, `$12` and `$13` the place of the row before, `$14` how many. The least time left first. */
export const SLACK_LIST: Statement = {
  name: 'slack-list',
  text: `${OPEN} select id, code, agency, procedure, phase, received_at as "receivedAt", band, place,
      case when place < ${NEVER} then to_timestamp(due_at::int8 * 60) end as "dueAt"
    from s where ($11::text is null or band = $11) and ($12::int4 is null or (place, id) > ($12, $13::uuid))
    order by place, id limit $14`,
};

/** What is null was summed over. */
export interface SlackRow {
  readonly agency: string | null;
  readonly procedure: string | null;
  readonly band: SlackBand | null;
  readonly count: number;
}

export interface SlackListRow {
  readonly id: string;
  readonly code: string;
  readonly agency: string;
  readonly procedure: string;
  readonly phase: Phase;
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly band: SlackBand;
  readonly place: number;
}
