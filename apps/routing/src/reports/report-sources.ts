/** What the reports count, as SQL: dossiers of one kind, and the parts of their minutes. */

/** A report by what it counts. `dossiers` is one row for each that counts, `parts` what their minutes are made of. */
export interface ReportSource {
  /** Names its statements. */
  readonly name: string;
  /** Columns: id, ended (minute since 1970), procedure, sender, receiver. */
  readonly dossiers: string;
  /** Columns: id, owner_kind, owner_agency, cause, minutes. */
  readonly parts: string;
  /** Counts of dossiers that fit the filters but not the report, by why; columns: reason, dossiers. */
  readonly excluded: string;
}

/** Parties but the consulted see the whole of a dossier, and so does whoever supervises a party. */
export const visible = (id: string): string => `${id} in (select p.dossier_id from party p where p.current
  and ((p.agency_id = any ($1::text[]) and p.role <> 'consulted') or p.agency_id = any ($2::text[])))`;

const VIETNAM = 420;
/** Vietnamese day of a minute, counted since 1970. */
export const dayOfMinute = (minute: string): string => `((${minute} + ${VIETNAM}) / 1440)`;

const fits = (procedure: string, sender: string, receiver: string): string =>
  `($5::text is null or ${procedure} = $5) and ($6::text is null or ${sender} = $6)
    and ($7::text is null or ${receiver} = $7) and ($8::text is null or coalesce(${receiver}, ${sender}) = $8)`;
const inTime = (minute: string): string =>
  `($3::int4 is null or ${dayOfMinute(minute)} >= $3) and ($4::int4 is null or ${dayOfMinute(minute)} <= $4)`;

/** Nobody took it over: there is no receiver. */
const RECEIVER = `case when (d.state ->> 'accepted')::boolean then d.competent end`;
const OPEN_FITS = `${visible('d.id')} and ${fits('d.procedure_code', 'd.receiving', RECEIVER)}`;

/** Dossiers whose limit has ended, and what they were late by. */
export const LATENESS: ReportSource = {
  name: 'lateness',
  dossiers: `select l.dossier_id as id, l.until_minute as ended, l.procedure_code as procedure, l.sender, l.receiver from lateness l
    where l.state <> 'unknown' and ${visible('l.dossier_id')} and ${fits('l.procedure_code', 'l.sender', 'l.receiver')}
      and ${inTime('l.until_minute')}`,
  parts: 'select s.dossier_id as id, s.owner_kind, s.owner_agency, s.kind as cause, s.minutes from late_stretch s',
  excluded: `select l.reason, count(*) as dossiers from lateness l
      where l.state = 'unknown' and ${visible('l.dossier_id')} and ${fits('l.procedure_code', 'l.sender', 'l.receiver')}
        and ${inTime('l.until_minute')} group by 1
    union all
    select case when c.id is null then 'limit-not-begun' when c.stopped_at is not null then 'not-read-yet'
        when c.certainty = 'notComputable' then 'open-not-computable'
        when c.breach_fires_at <= $9 then 'open-overdue' else 'open-in-time' end, count(*)
      from dossier d left join clock c on c.dossier_id = d.id and c.id = 'legal'
      where ${OPEN_FITS} and not exists (select from lateness l where l.dossier_id = d.id) group by 1`,
};

/** Dossiers that came to their end, and who owned the minutes from reception on. */
export const MINUTES: ReportSource = {
  name: 'minutes',
  dossiers: `select x.* from (select d.id, floor(extract(epoch from d.ended_at) / 60)::int4 as ended,
        d.procedure_code as procedure, d.receiving as sender, ${RECEIVER} as receiver
      from dossier d where d.ended_at is not null and d.received_at is not null and ${OPEN_FITS}
        and not exists (select from segment g where g.dossier_id = d.id and g.legal_minutes is null)) as x
    where ${inTime('x.ended')}`,
  parts: `select g.dossier_id as id, g.owner_kind, g.owner_agency, g.phase as cause, g.legal_minutes as minutes
    from segment g`,
  excluded: `select case when x.ended_at is null then 'open' when x.received_at is null then 'never-received'
        else 'calendar-does-not-reach' end as reason, count(*) as dossiers
      from (select d.ended_at, d.received_at from dossier d where ${OPEN_FITS} and (d.ended_at is null
        or (${inTime('floor(extract(epoch from d.ended_at) / 60)::int4')} and (d.received_at is null
          or exists (select from segment g where g.dossier_id = d.id and g.legal_minutes is null))))) as x
      where $9::int4 is not null group by 1`,
};
