/** The statements of a report. Groups, whole and list are made of one and the same text, so that a count is the length of its list. */
import type { Statement } from '../store/columns.js';
import type { ReportSource } from './report-sources.js';
import { dayOfMinute } from './report-sources.js';

/**
 * `agency`: who owned the minutes. `pair`: who took the dossier in and who took it over (a dossier is taken over once at most); `sender`
 * and `receiver` are one side of it, so that the sums of a square have medians of their own.
 * `cause`: class of lateness, or phase in which the minutes passed. `period`: when the limit, or the dossier, ended.
 */
export const GROUPINGS = ['agency', 'pair', 'sender', 'receiver', 'procedure', 'cause', 'period'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

const DATE = `(date '1970-01-01' + ${dayOfMinute('ended')})`;
const PERIOD_KEYS: Readonly<Record<Period, string>> = {
  day: `to_char(${DATE}, 'YYYY-MM-DD')`,
  // A week is named by its Monday.
  week: `to_char(date_trunc('week', ${DATE}), 'YYYY-MM-DD')`,
  month: `to_char(${DATE}, 'YYYY-MM')`,
};

/** Of every part. */
const PART_KEYS = { agency: `owner_kind || ':' || coalesce(owner_agency, '')`, cause: 'cause' };
/** Of every dossier, whether or not it has parts. */
const DOSSIER_KEYS = {
  pair: `sender || '>' || coalesce(receiver, '')`,
  sender: 'sender',
  receiver: `coalesce(receiver, '')`,
  procedure: 'procedure',
};
const isOfParts = (by: Grouping): by is keyof typeof PART_KEYS => by in PART_KEYS;

function keyOf(by: Grouping, period: Period): string {
  if (isOfParts(by)) return PART_KEYS[by];
  return by === 'period' ? PERIOD_KEYS[period] : DOSSIER_KEYS[by];
}

/** Of the minutes of one dossier. */
const SPREAD = `percentile_disc(0.5) within group (order by minutes) as median,
  percentile_disc(0.9) within group (order by minutes) as "ninetieth"`;

/** Parts of the dossiers in scope; `$9` and `$10` narrow them. */
function parts({ dossiers, parts: of }: ReportSource, key: string): string {
  return `d as (${dossiers}), k as (select d.*, f.cause, f.minutes, ${key} as key
    from d join (${of}) as f using (id)
    where ($9::text is null or f.owner_agency = $9) and ($10::text is null or f.cause = $10))`;
}

/** Values: `$1` to `$10` of the filters, `$11` how many. */
export function groupsOf(source: ReportSource, by: Grouping, period: Period): Statement {
  const key = keyOf(by, period);
  const ended = isOfParts(by)
    ? `select null::text as key, 0 as ended where false`
    : `select ${key} as key, count(*) as ended from d group by 1`;
  return {
    name: `report-${source.name}-groups-${by}-${period}`,
    text: `with ${parts(source, key)},
      s as (select key, cause, sum(minutes) as minutes from k group by key, cause),
      g as (select key, sum(minutes) as minutes, jsonb_object_agg(cause, minutes) as causes from s group by key),
      m as (select key, id, sum(minutes) as minutes from k group by key, id),
      n as (select key, count(*) as dossiers, ${SPREAD} from m group by key),
      e as (${ended})
      select coalesce(g.key, e.key) as key, coalesce(g.minutes, 0)::int8 as minutes, coalesce(g.causes, '{}') as causes,
        coalesce(n.dossiers, 0) as dossiers, n.median, n.ninetieth, e.ended
      from g join n using (key) full join e using (key)
      order by minutes desc, key collate "C" limit $11`,
  };
}

/** Values: `$1` to `$10`. What every grouping adds up to. */
export function wholeOf(source: ReportSource): Statement {
  return {
    name: `report-${source.name}-whole`,
    text: `with ${parts(source, `''`)}, m as (select id, sum(minutes) as minutes from k group by id)
      select (select count(*) from d) as ended, count(*) as dossiers, coalesce(sum(minutes), 0)::int8 as minutes, ${SPREAD} from m`,
  };
}

/** Values: `$1` to `$8`, and `$9` the minute it is now. */
export function excludedOf({ name, excluded }: ReportSource): Statement {
  return { name: `report-${name}-excluded`, text: excluded };
}

export interface ListQuestion {
  readonly by: Grouping;
  readonly period: Period;
}

/** Values: `$1` to `$10`, `$11` the key or null for all. How many stand behind a number, and their minutes. */
export function countOf(source: ReportSource, { by, period }: ListQuestion): Statement {
  return {
    name: `report-${source.name}-count-${by}-${period}`,
    text: `with ${parts(source, keyOf(by, period))} select count(distinct id) as dossiers, coalesce(sum(minutes), 0)::int8 as minutes
      from k where ($11::text is null or key = $11)`,
  };
}

/** Values: those of `countOf`, `$12` and `$13` the place of the row before, `$14` how many. The latest end first. */
export function listOf(source: ReportSource, { by, period }: ListQuestion): Statement {
  return {
    name: `report-${source.name}-list-${by}-${period}`,
    text: `with ${parts(source, keyOf(by, period))},
      l as (select id, ended, procedure, sender, receiver, sum(minutes)::int8 as minutes from k
        where ($11::text is null or key = $11) group by id, ended, procedure, sender, receiver)
      select l.*, o.code from l join dossier o using (id)
      where ($12::int4 is null or (l.ended, l.id) < ($12, $13::uuid)) order by l.ended desc, l.id desc limit $14`,
  };
}
