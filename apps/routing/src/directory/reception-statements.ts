/** How an agency takes what is sent to it, as SQL over clocks that have stopped. Figures only: no dossier is named. */
import type { Instant } from '@lien-thong/domain';
import type { Statement } from '../store/columns.js';

/**
 * Values: `$1` the agency, `$2` the first minute looked at. A delivery belongs to the agency whose acceptance clock it started: both carry
 * the number of the attempt. Those the calendar cannot count are counted as deliveries and have no minutes.
 */
export const RECEIPTS: Statement = {
  name: 'reception-receipts',
  text: `with a as (select c.dossier_id, split_part(c.id, ':', 2) as attempt, c.used, c.stopped_at, c.certainty
        from clock c
        where c.dossier_id in (select p.dossier_id from party p where p.agency_id = $1)
          and c.kind = 'acceptance' and c.owner_agency = $1),
      v as (select c.* from a join clock c on c.dossier_id = a.dossier_id and c.id = 'delivery:' || a.attempt
        where c.owner_kind = 'exchange' and c.stopped_at >= $2),
      t as (select a.* from a join dossier d on d.id = a.dossier_id
        where a.stopped_at >= $2 and d.competent = $1 and (d.state ->> 'accepted')::boolean
          and d.state -> 'transfer' ->> 'attempt' = a.attempt)
    select count(*)::int4 as count,
      percentile_disc(0.5) within group (order by used) filter (where certainty <> 'notComputable') as "medianMinutes",
      to_timestamp(max(stopped_at)::int8 * 60) as "lastAt",
      (select count(*)::int4 from t) as accepted,
      (select percentile_disc(0.5) within group (order by used) from t where certainty <> 'notComputable') as "medianAcceptanceMinutes",
      (select count(*)::int4 from party p join dossier d on d.id = p.dossier_id where p.agency_id = $1 and p.current
        and p.role = 'addressed' and d.ended_at is null
        and coalesce(d.state -> 'suspension' ->> 'resumeTo', d.phase) in ('inTransfer', 'awaitingAcceptance')) as waiting,
      exists (select from v join event e on e.dossier_id = v.dossier_id
        where e.type = 'dossier.transferDelivered.v1' and e.actor_kind = 'clerk' and e.actor_agency = $1
          and e.actor_officer is null) as software
    from v`,
};

export interface ReceiptsRow {
  readonly count: number;
  readonly medianMinutes: number | null;
  readonly lastAt: Instant | null;
  readonly accepted: number;
  readonly medianAcceptanceMinutes: number | null;
  readonly waiting: number;
  readonly software: boolean;
}
