/** The statements of a report. Groups, whole and list are made of one and the same text, so that a count is the length of its list. */
import type { Statement } from '../store/columns.js';
import type { ReportSource } from './report-sources.js';
import { dayOfMinute } from './report-sources.js';

/**
 * `agency`: who owned the minutes. `pair`: who took the dossier in and who took it over (a dossier is taken over once at most).
 * `cause`: class of lateness, or phase in which the minutes passed. `period`: when the limit, or the dossier, ended.
 */
export const GROUPINGS = ['agency', 'pair', 'procedure', 'cause', 'period'] as const;
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
const dossierKey = (by: Grouping, period: Period): string | null => {
  if (by === 'pair') return `sender || '>' || coalesce(receiver, '')`;
  if (by === 'procedure') return 'procedure';
  return by === 'period' ? PERIOD_KEYS[period] : null;
};

const keyOf = (by: Grouping, period: Period): string =>
  by === 'agency' || by === 'cause' ? PART_KEYS[by] : (dossierKey(by, period) ?? '');

/** Parts of the dossiers in scope; `$8` and `$9` narrow them. */
function parts({ dossiers, parts: of }: ReportSource, key: string): string {
  return `d as (${dossiers}), k as (select d.*, f.cause, f.minutes, ${key} as key
    from d join (${of}) as f using (id)
    where ($8::text is null or f.owner_agency = $8) and ($9::text is null or f.cause = $9))`;
}

/** Values: `$1` to `$9` of the filters, `$10` how many. */
export function groupsOf(source: ReportSource, by: Grouping, period: Period): Statement {
  const ofDossier = dossierKey(by, period);
  const ended =
    ofDossier === null
      ? `select null::text as key, 0 as ended where false`
      : `select ${ofDossier} as key, count(*) as ended from d group by 1`;
  return {
    name: `report-${source.name}-groups-${by}-${period}`,
    text: `with ${parts(source, keyOf(by, period))},
      s as (select key, cause, sum(minutes) as minutes from k group by key, cause),
      g as (select key, sum(minutes) as minutes, jsonb_object_agg(cause, minutes) as causes from s group by key),
      n as (select key, count(distinct id) as dossiers from k group by key),
      e as (${ended})
      select coalesce(g.key, e.key) as key, coalesce(g.minutes, 0)::int8 as minutes, coalesce(g.causes, '{}') as causes,
        coalesce(n.dossiers, 0) as dossiers, e.ended
      from g join n using (key) full join e using (key)
      order by minutes desc, key collate "C" limit $10`,
  };
}

/** Values: `$1` to `$9`. What every grouping adds up to. */
export function wholeOf(source: ReportSource): Statement {
  return {
    name: `report-${source.name}-whole`,
    text: `with ${parts(source, `''`)}
      select (select count(*) from d) as ended, count(distinct id) as dossiers, coalesce(sum(minutes), 0)::int8 as minutes from k`,
  };
}

/** Values: `$1` to `$7`, and `$8` the minute it is now. */
export function excludedOf({ name, excluded }: ReportSource): Statement {
  return { name: `report-${name}-excluded`, text: excluded };
}

export interface ListQuestion {
  readonly by: Grouping;
  readonly period: Period;
}

/** Values: `$1` to `$9`, `$10` the key or null for all. How many stand behind a number, and their minutes. */
export function countOf(source: ReportSource, { by, period }: ListQuestion): Statement {
  return {
    name: `report-${source.name}-count-${by}-${period}`,
    text: `with ${parts(source, keyOf(by, period))} select count(distinct id) as dossiers, coalesce(sum(minutes), 0)::int8 as minutes
      from k where ($10::text is null or key = $10)`,
  };
}

/** Values: those of `countOf`, `$11` and `$12` the place of the row before, `$13` how many. The latest end first. */
export function listOf(source: ReportSource, { by, period }: ListQuestion): Statement {
  return {
    name: `report-${source.name}-list-${by}-${period}`,
    text: `with ${parts(source, keyOf(by, period))},
      l as (select id, ended, procedure, sender, receiver, sum(minutes)::int8 as minutes from k
        where ($10::text is null or key = $10) group by id, ended, procedure, sender, receiver)
      select l.*, o.code from l join dossier o using (id)
      where ($11::int4 is null or (l.ended, l.id) < ($11, $12::uuid)) order by l.ended desc, l.id desc limit $13`,
  };
}
