/**
 * On-time figures as SQL. A dossier stands in a period when it was received by its end and not done with before it began: as received in
 * it or carried over, and in exactly one state at its end. Groups, sums and lists are made of one text.
 */
import type { Instant, Minute } from '@lien-thong/domain';
import type { Statement } from '../store/columns.js';
import { dayOfMinute, visible } from './report-sources.js';

export const ON_TIME_GROUPINGS = ['field', 'agency', 'procedure', 'month'] as const;
export type OnTimeGrouping = (typeof ON_TIME_GROUPINGS)[number];

export const TAKEN = ['received', 'carriedOver'] as const;
/** Every dossier of a period is in exactly one of these at the end of it. */
export const OUTCOMES = [
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedOverdue',
  'resolvedUnknown',
  'withdrawn',
  'closed',
  'openInTime',
  'openOverdue',
  'openResting',
  'openUnknown',
] as const;
export const ON_TIME_MEASURES = [...TAKEN, ...OUTCOMES] as const;
export type OnTimeMeasure = (typeof ON_TIME_MEASURES)[number];

const minuteOf = (time: string): string => `floor(extract(epoch from ${time}) / 60)::int4`;
/** First instant of a Vietnamese day counted since 1970. */
const startOf = (day: string): string => `to_timestamp((${day})::int8 * 86400 - 25200)`;

const KEYS: Readonly<Record<OnTimeGrouping, string>> = {
  ...{ field: 'field', agency: 'agency', procedure: 'procedure', month: 'period' },
};

/** Decided and its limit ended, or ended without a decision; null while it is open. */
const DONE = `case when d.state ->> 'outcome' is not null and coalesce(c.stopped_at, ${minuteOf('d.ended_at')}) is not null then 'resolved'
  when d.ended_at is null then null when d.phase = 'withdrawn' then 'withdrawn' else 'closed' end`;
const DONE_AT = `case when d.state ->> 'outcome' is not null then coalesce(c.stopped_at, ${minuteOf('d.ended_at')})
  else ${minuteOf('d.ended_at')} end`;

/** Of a dossier that was open at the minute `until`. What the clock was before it was restarted is not kept: unknown. */
const OPEN_THEN = `case
  when clock is null or (started_at > until and epoch = 1) then 'openResting'
  when started_at > until or certainty = 'notComputable' then 'openUnknown'
  when coalesce(breach_fires_at <= until, false) or (until = $9 and breached) then 'openOverdue'
  when running_since <= until then case when due_at is null then 'openUnknown' else 'openInTime' end
  when exists (select from generate_series(1, cardinality(stretches), 2) as n where stretches[n] <= until and until < stretches[n + 1])
    then 'openInTime' else 'openResting' end`;

const RESOLVED = `case outcome when 'early' then 'resolvedEarly' when 'onTime' then 'resolvedOnTime'
  when 'overdue' then 'resolvedOverdue' else 'resolvedUnknown' end`;

/**
 * Values: `$1` agencies whose dossiers are seen as a whole, `$2` those watched over, `$3` agency in charge, `$4` procedure, `$5` field,
 * `$6` to `$8` periods: key, first and last day, `$9` the minute it is.
 */
const STANDING = `with t as (select *, least((to_day + 1) * 1440 - 421, $9) as until from unnest($6::text[], $7::int4[], $8::int4[])
      as t (period, from_day, to_day)),
    x as (select d.id, d.code, d.phase, d.procedure_code as procedure, coalesce(v.field, '') as field,
        case when (d.state ->> 'accepted')::boolean then d.competent else d.receiving end as agency,
        ${minuteOf('d.received_at')} as received_minute, d.received_at, ${DONE} as done, ${DONE_AT} as done_minute,
        c.id as clock, c.started_at, c.epoch, c.certainty, c.breach_fires_at, c.breached, c.running_since, c.due_at, c.stretches, c.outcome
      from dossier d left join clock c on c.dossier_id = d.id and c.id = 'legal'
        left join procedure_version v on v.code = d.procedure_code and v.version = d.procedure_version
      where d.received_at < (select ${startOf('max(to_day) + 1')} from t)
        and (d.ended_at is null or d.ended_at >= (select ${startOf('min(from_day)')} from t))
        and ${visible('d.id')} and ($4::text is null or d.procedure_code = $4)),
    y as (select x.*, t.period, case when ${dayOfMinute('received_minute')} >= from_day then 'received' else 'carriedOver' end as taken,
        case when done_minute is null or ${dayOfMinute('done_minute')} > to_day then ${OPEN_THEN}
          when done = 'resolved' then ${RESOLVED} else done end as state
      from x join t on ${dayOfMinute('received_minute')} <= to_day
        and (done_minute is null or ${dayOfMinute('done_minute')} >= from_day)
      where ($3::text is null or agency = $3) and ($5::text is null or field = $5))`;

const COUNTS = [
  ...TAKEN.map((word) => `count(*) filter (where taken = '${word}') as "${word}"`),
  ...OUTCOMES.map((word) => `count(*) filter (where state = '${word}') as "${word}"`),
].join(', ');

/** Values: `$1` to `$9`. */
export function onTimeGroups(by: OnTimeGrouping): Statement {
  return {
    name: `on-time-${by}`,
    text: `${STANDING} select ${KEYS[by]} as key, ${COUNTS} from y group by 1
      order by ${by === 'month' ? '' : 'count(*) desc, '}${KEYS[by]} collate "C"`,
  };
}

/** Values: `$1` to `$9`, with one period. */
export const ON_TIME_WHOLE: Statement = { name: 'on-time-whole', text: `${STANDING} select ${COUNTS} from y` };

const chosen = (by: OnTimeGrouping): string =>
  `($10::text is null or ${KEYS[by]} = $10) and ($11::text is null or taken = $11 or state = $11)`;

/** Values: `$1` to `$9`, `$10` the key or null, `$11` the measure or null. */
export function onTimeCount(by: OnTimeGrouping): Statement {
  return { name: `on-time-count-${by}`, text: `${STANDING} select count(*) as total from y where ${chosen(by)}` };
}

/** Values: those of `onTimeCount`, `$12` and `$13` the place of the row before, `$14` how many. The latest reception first. */
export function onTimeList(by: OnTimeGrouping): Statement {
  return {
    name: `on-time-list-${by}`,
    text: `${STANDING} select id, code, procedure, agency, taken, state, received_minute as place, received_at as "receivedAt",
        to_timestamp(done_minute::int8 * 60) as "doneAt" from y
      where ${chosen(by)} and ($12::int4 is null or (received_minute, id) < ($12, $13::uuid))
      order by received_minute desc, id desc limit $14`,
  };
}

export type OnTimeCounts = Readonly<Record<OnTimeMeasure, number>>;
export type OnTimeRow = OnTimeCounts & { readonly key: string };

export interface OnTimeListRow {
  readonly id: string;
  readonly code: string;
  readonly procedure: string;
  readonly agency: string;
  readonly taken: (typeof TAKEN)[number];
  readonly state: (typeof OUTCOMES)[number];
  readonly place: Minute;
  readonly receivedAt: Instant;
  readonly doneAt: Instant | null;
}
