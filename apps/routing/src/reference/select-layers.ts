/** Calendar layers with their days, as the schemas of layers read them; to be followed by `where`, `group by v.layer, v.layer_id, v.version`. */
export const SELECT_LAYERS = `select v.layer as level, v.layer_id as id, v.version, v.hours, v.noticed_years as "noticedYears",
  to_char(v.known_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "knownFrom",
  coalesce(jsonb_agg(jsonb_build_object('date', h.date, 'kind', h.kind, 'name', h.name, 'notice', h.notice,
      'provisional', h.provisional)
    || case when h.closed_from is null then '{}'::jsonb
      else jsonb_build_object('closed', jsonb_build_object('from', h.closed_from, 'to', h.closed_to)) end order by h.ordinal)
    filter (where h.ordinal is not null), '[]'::jsonb) as exceptions
  from calendar_version v left join holiday h using (layer, layer_id, version)`;
