/** Outages of shared systems as alerts see them: what is down now, whom it concerns, and when that changes. */
import { millisOf, minuteOf, plusMinutes } from '@lien-thong/domain';
import type { Instant, Minute } from '@lien-thong/domain';
import { outagesApproved } from '../outages/outage-rows.js';
import type { ApprovedOutage } from '../outages/outage-rows.js';
import { downAt } from '../outages/systems-down.js';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';

const LOOKED_WITH: Statement = { name: 'alert-systems', text: 'select systems from alert_counter' };
const TAKE_OVER: Statement = { name: 'alert-systems-take', text: 'update alert_counter set systems = $1' };
/** Open dossiers of the versions that require one of the systems are due at once. */
const DUE_BY_SYSTEM: Statement = {
  name: 'alert-watch-by-system',
  text: `update alert_watch w set looks_at = least(coalesce(w.looks_at, 1), 1)
    from dossier d join procedure_version v on v.code = d.procedure_code and v.version = d.procedure_version
    where d.id = w.dossier_id and d.ended_at is null and exists (
      select from unnest($1::text[]) as s (key)
      where jsonb_path_exists(v.definition, '$.**.requires[*] ? (@ == $key)', jsonb_build_object('key', s.key)))`,
};

function approvedIn(wire: Wire): Promise<readonly ApprovedOutage[]> {
  return outagesApproved((statement, values) => wire.select(statement, values));
}

const differing = (a: readonly string[], b: readonly string[]): readonly string[] => [
  ...a.filter((each) => !b.includes(each)),
  ...b.filter((each) => !a.includes(each)),
];

/** What is down now; where that is not what dossiers were looked at with, those it concerns are due. Under the lock of the counter. */
export async function takeOverSystems(wire: Wire, looked: readonly string[], now: Instant): Promise<readonly string[]> {
  const down = downAt(await approvedIn(wire), now);
  const changed = differing(looked, down);
  if (changed.length > 0) {
    await Promise.all([
      wire.send(TAKE_OVER, [binaryArray('text', down)]),
      wire.send(DUE_BY_SYSTEM, [binaryArray('text', changed)]),
    ]);
  }
  return down;
}

/** First whole minute at or after the instant: late, never early. */
function minuteFrom(instant: Instant): Minute {
  const minute = minuteOf(instant);
  return millisOf(instant) === minute * 60_000 ? minute : plusMinutes(minute, 1);
}

/** The minute at which another set of systems is down than dossiers were looked at with; null when none is foreseen. */
export async function nextSystemsChange(wire: Wire, now: Instant): Promise<Minute | null> {
  const [approved, [row]] = await Promise.all([approvedIn(wire), wire.send(LOOKED_WITH)]);
  if (differing(row?.words() ?? [], downAt(approved, now)).length > 0) return minuteOf(now);
  const ahead = approved
    .flatMap(({ from, to, approvedAt }) => [from, to, approvedAt])
    .flatMap((instant) => (instant !== null && instant > now ? [minuteFrom(instant)] : []));
  return ahead.length === 0 ? null : (Math.min(...ahead) as Minute);
}
