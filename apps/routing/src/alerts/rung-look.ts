/**
 * The short way for facts of the sweep. Rungs change nothing about a dossier but what its clock shows, and a clock shows that by its
 * row alone (`clockGround`); everything else the risk list finds depends on facts of parties or on time, which is looked at when it is
 * due. So the clock's finding is the same as in a look at the whole, and three hundred thousand of them need no dossier to be loaded.
 */
import { alertOwner, clockGround, groundOfClock, groundKey, heldChanges, minuteOf, rankOf } from '@lien-thong/domain';
import type {
  AgencyId,
  Around,
  Clock,
  DossierEvent,
  DossierId,
  EventType,
  Ground,
  Instant,
  MemberChange,
  Owner,
  StandingMember,
} from '@lien-thong/domain';
import type { FollowedDossier } from '../follow/feed-follower.js';
import { binaryArray } from '../store/binary-array.js';
import { CLOCK_COLUMNS, readClock } from '../store/clock-rows.js';
import type { Statement } from '../store/columns.js';
import { readOwner } from '../store/owner-columns.js';
import type { RowReader } from '../store/raw-row.js';
import type { Wire } from '../store/wire.js';
import { standingOf } from './member-rows.js';
import type { Read } from './whole-look.js';
import type { Findings } from './write-findings.js';

const OF_THE_SWEEP: ReadonlySet<EventType> = new Set<EventType>([
  'dossier.clockWarned.v1',
  'dossier.clockRunsLow.v1',
  'dossier.clockBreached.v1',
  'dossier.transferLapsed.v1',
]);

/**
 * The clock as it stands right after the facts read: where a further fact is there already, or the dossier is behind, it is looked at
 * as a whole.
 */
const CLOCKS: Statement = {
  name: 'alert-rung-clocks',
  text: `select ${CLOCK_COLUMNS}, d.holder, d.receiving, d.competent,
      case when c.kind in ('delivery', 'acceptance') or c.kind = 'legal' and g.owner_kind in ('exchange', 'publicPost')
        then d.state->'transfer'->>'to' end,
      d.phase in ('decided', 'resultInTransfer', 'readyForReturn'), g.owner_kind, g.owner_agency
    from unnest($1::uuid[], $2::int4[], $3::text[]) as s (dossier_id, seq, clock_id)
    join dossier d on d.id = s.dossier_id and d.seq = s.seq and d.ended_at is null
    join alert_watch w on w.dossier_id = s.dossier_id and (w.looks_at is null or w.looks_at > 0)
    join clock c on c.dossier_id = s.dossier_id and c.id = s.clock_id
    left join segment g on g.dossier_id = s.dossier_id and g.to_minute is null`,
};

interface Shown {
  readonly dossierId: DossierId;
  readonly clock: Clock;
  readonly around: Around;
  readonly competent: AgencyId | null;
  /** Of the open segment: who holds the dossier's minutes. */
  readonly holds: Owner | null;
}

function readShown(row: RowReader): Shown {
  const { dossierId, clock } = readClock(row);
  const [holder, receiving] = [row.text() as AgencyId, row.text() as AgencyId];
  const competent = row.textOrNull() as AgencyId | null;
  const addressed = row.textOrNull() as AgencyId | null;
  const around = { holder, receiving, addressed, decided: row.boolean() };
  return { dossierId, clock, around, competent, holds: readOwner(row) };
}

function clocksNamed(events: readonly DossierEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ data }) => ('clockId' in data ? [data.clockId] : [])))];
}

/** The worse of what the clock shows and what stood of it: time alone may have found it graver already. */
function groundOf({ clock, around, holds }: Shown, now: Instant, standing: readonly StandingMember[]): Ground | null {
  const owner = alertOwner(clock.kind === 'legal' ? holds : clock.owner, around);
  const ground = clockGround(clock, minuteOf(now), owner);
  if (ground === null) return null;
  const member = standing.find(
    (each) => groundKey({ ...each, common: { ...ground.common, rule: each.rule } }) === groundKey(ground),
  );
  const isGraver = member !== undefined && rankOf(member.level) > rankOf(ground.level);
  return isGraver ? groundOfClock(clock, member.level, owner) : ground;
}

/** The plan that exceeded a limit has come true with its breach, and has nothing more to say. */
function isOver({ rule, clockId, epoch }: StandingMember, { clock }: Shown): boolean {
  return (
    rule === 'remainingPlanExceedsRemainingTime' && clock.breached && clockId === clock.id && epoch === clock.epoch
  );
}

function changesOf(
  shown: Shown,
  ground: Ground,
  { standing, facts }: { readonly standing: readonly StandingMember[]; readonly facts: readonly DossierEvent[] },
): readonly MemberChange[] {
  const { common, clockId, epoch } = ground;
  const member = standing.find((each) => each.rule === common.rule && each.clockId === clockId && each.epoch === epoch);
  const over = standing.filter((each) => isOver(each, shown));
  return [
    ...heldChanges(ground, member, { facts }),
    ...over.map((each) => ({ kind: 'leave', member: each, why: 'resolved' }) as const),
  ];
}

function concernedBy({ around, competent }: Shown): readonly AgencyId[] {
  return [around.receiving, competent ?? around.addressed ?? around.receiving];
}

export interface RungsLooked {
  readonly findings: readonly Findings[];
  /** What the short way does not do. */
  readonly rest: Read;
}

async function shownOf(
  wire: Wire,
  rungs: readonly FollowedDossier[],
): Promise<ReadonlyMap<DossierId, readonly Shown[]>> {
  const asked = rungs.flatMap(({ dossierId, events }) =>
    clocksNamed(events).map((clockId) => ({ dossierId, seq: events.at(-1)?.seq ?? 0, clockId })),
  );
  const rows = await wire.send(CLOCKS, [
    binaryArray(
      'uuid',
      asked.map(({ dossierId }) => dossierId),
    ),
    binaryArray(
      'int4',
      asked.map(({ seq }) => seq),
    ),
    binaryArray(
      'text',
      asked.map(({ clockId }) => clockId),
    ),
  ]);
  const found = new Map<DossierId, Shown[]>();
  for (const row of rows) {
    const shown = readShown(row);
    const others = found.get(shown.dossierId);
    if (others === undefined) found.set(shown.dossierId, [shown]);
    else others.push(shown);
  }
  return found;
}

/** Null where one of its clocks shows nothing: then something else has happened to it. */
function findingsOf(
  { dossierId, events }: FollowedDossier,
  shown: readonly Shown[],
  { standing, now }: { readonly standing: readonly StandingMember[]; readonly now: Instant },
): Findings | null {
  if (shown.length !== clocksNamed(events).length) return null;
  const grounds = shown.map((each) => groundOf(each, now, standing));
  const changes = shown.flatMap((each, i) => {
    const ground = grounds[i];
    return ground === null || ground === undefined ? [] : changesOf(each, ground, { standing, facts: events });
  });
  if (grounds.includes(null)) return null;
  return { dossierId, changes, concerned: shown.flatMap(concernedBy) };
}

/** Takes the short way with the dossiers of which only rungs were read, and leaves the others. */
export async function lookAtRungs(wire: Wire, read: readonly FollowedDossier[], now: Instant): Promise<RungsLooked> {
  const isShort = ({ events }: FollowedDossier): boolean => events.every(({ type }) => OF_THE_SWEEP.has(type));
  const rungs = read.filter(isShort);
  const rest = new Map(read.filter((each) => !isShort(each)).map(({ dossierId, events }) => [dossierId, events]));
  if (rungs.length === 0) return { findings: [], rest };
  const ids = rungs.map(({ dossierId }) => dossierId);
  const [shown, standing] = await Promise.all([shownOf(wire, rungs), standingOf(wire, ids)]);
  const findings = rungs.flatMap((each) => {
    const { dossierId } = each;
    const found = findingsOf(each, shown.get(dossierId) ?? [], { standing: standing.get(dossierId) ?? [], now });
    if (found === null) rest.set(dossierId, each.events);
    return found ?? [];
  });
  return { findings, rest };
}
