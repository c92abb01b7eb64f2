/**
 * How late facts are entered, as SQL. A fact: what a party declared, one entered with others (`enterLate`) by itself. Its delay: from
 * the time it declares for it to the time it was recorded, as recorded; a later correction of its time does not change it. Nothing the
 * engine found out counts, nor a remark on the journal.
 */
import { EVENT_TYPES, isDeclared } from '@lien-thong/domain';
import type { Statement } from '../store/columns.js';

export const LATE_ENTRY_GROUPINGS = ['agency', 'procedure', 'period'] as const;
type LateEntryGrouping = (typeof LATE_ENTRY_GROUPINGS)[number];
export const LATE_ENTRY_PERIODS = ['day', 'week', 'month'] as const;
type LateEntryPeriod = (typeof LATE_ENTRY_PERIODS)[number];

/** Within two minutes; on the same day in Viet Nam; up to the next working day; later. */
export const BANDS = ['atOnce', 'sameDay', 'nextWorkingDay', 'later'] as const;

const DECLARED = `array['${EVENT_TYPES.filter(isDeclared).join("', '")}']`;
const dayOf = (time: string): string => `floor((extract(epoch from ${time}) + 25200) / 86400)::int4`;

const KEYS: Readonly<Record<LateEntryGrouping, (period: LateEntryPeriod) => string>> = {
  agency: () => 'f.agency',
  procedure: () => 'f.procedure',
  period: (period) => {
    const day = `date_trunc('${period}', (date '1970-01-01' + f.recorded_day)::timestamp)`;
    return `to_char(${day}, '${period === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'}')`;
  },
};

/**
 * Values: `$1` agencies whose dossiers are seen as a whole, `$2` those watched over, `$3` and `$4` days of the recording, `$5` procedure,
 * `$6` agency that recorded, `$7` and `$8` each day of the calendar and the working day after it.
 */
function facts(by: LateEntryGrouping, period: LateEntryPeriod): string {
  return `with seen as (select distinct p.dossier_id as id from party p where p.current
      and ((p.agency_id = any ($1::text[]) and p.role <> 'consulted') or p.agency_id = any ($2::text[]))),
    e as (select e.* from event e where e.dossier_id in (select id from seen)
      and e.actor_kind in ('clerk', 'supervisor') and ($6::text is null or e.actor_agency = $6)
      and ($3::int4 is null or e.recorded_at >= to_timestamp($3::int8 * 86400 - 25200))
      and ($4::int4 is null or e.recorded_at < to_timestamp(($4::int8 + 1) * 86400 - 25200))),
    told as (
      select dossier_id, seq, 0 as part, type, actor_agency as agency, occurred_at, recorded_at from e where type = any (${DECLARED})
      union all
      select e.dossier_id, e.seq, n.part::int4, n.fact ->> 'type', e.actor_agency, (n.fact ->> 'occurredAt')::timestamptz, e.recorded_at
        from e cross join lateral jsonb_array_elements(e.data -> 'facts') with ordinality as n (fact, part)
        where e.type = 'dossier.lateFactsEntered.v1'),
    f as (select t.*, d.code, d.procedure_code as procedure, ${dayOf('t.recorded_at')} as recorded_day,
        floor(extract(epoch from t.recorded_at - t.occurred_at) / 60)::int4 as minutes,
        case when t.recorded_at - t.occurred_at <= interval '2 minutes' then 'atOnce'
          when ${dayOf('t.recorded_at')} = ${dayOf('t.occurred_at')} then 'sameDay'
          when ${dayOf('t.recorded_at')} <= w.next then 'nextWorkingDay' else 'later' end as band
      from told t join dossier d on d.id = t.dossier_id
      left join unnest($7::int4[], $8::int4[]) as w (day, next) on w.day = ${dayOf('t.occurred_at')}
      where $5::text is null or d.procedure_code = $5),
    k as (select f.*, coalesce(${KEYS[by](period)}, '') as key from f)`;
}

const COUNTS = `count(*) as facts, ${BANDS.map((band) => `count(*) filter (where band = '${band}') as "${band}"`).join(', ')},
  percentile_disc(0.5) within group (order by minutes) as median, percentile_disc(0.9) within group (order by minutes) as "ninetieth",
  max(minutes) as longest`;

/** Values: `$1` to `$8`, `$9` how many. Those with the most late facts first; the whole stands under the key null. */
export function lateEntryGroups(by: LateEntryGrouping, period: LateEntryPeriod): Statement {
  return {
    name: `late-entry-${by}-${period}`,
    text: `${facts(by, period)} select key, ${COUNTS} from k group by grouping sets ((key), ())
      order by grouping(key) desc, count(*) filter (where band <> 'atOnce') desc, key collate "C" limit $9`,
  };
}

/** Values: `$1` to `$8`, `$9` key or null, `$10` band or null, `$11` to `$14` the place of the row before, `$15` how many. The latest first. */
export function lateEntryFacts(by: LateEntryGrouping, period: LateEntryPeriod): Statement {
  return {
    name: `late-entry-facts-${by}-${period}`,
    text: `${facts(by, period)} select dossier_id as "dossierId", code, seq, part, type, agency, occurred_at as "occurredAt",
        recorded_at as "recordedAt", minutes, band
      from k where ($9::text is null or key = $9) and ($10::text is null or band = $10)
        and ($11::int4 is null or (-minutes, dossier_id, seq, part) > (-$11, $12::uuid, $13::int4, $14::int4))
      order by minutes desc, dossier_id, seq, part limit $15`,
  };
}
