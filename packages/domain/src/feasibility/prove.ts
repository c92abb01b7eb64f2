/** The proof: can this timeline be kept, whenever a dossier comes in? (DESIGN 4.6; ADR 0019 says what it takes for granted.) */
import type { Calendar } from '../calendar/calendar.js';
import { isCalendarDays, wholeDays } from '../time/duration.js';
import { dayFromIso, isoOfDay, plusDays, startOfDay } from '../time/instant.js';
import type { IsoDate } from '../time/instant.js';
import type { Breaches } from './breaches.js';
import { breachesOf, worstOf } from './breaches.js';
import type { Frame } from './frame.js';
import { frameOn, groundOf } from './frame.js';
import type { NotComputable } from './not-computable.js';
import { notComputable, obstacleTo, partiesOf } from './not-computable.js';
import { BEYOND } from './best-end.js';
import type { Readings, Tableau } from './readings.js';
import { readingsOf } from './readings.js';
import type { StartGrid } from './start-grid.js';
import { startGrid } from './start-grid.js';
import type { Offices, ProofRange, Timeline } from './timeline.js';
import { legsOf } from './timeline.js';
import type { UnkeepableLeg } from './unkeepable-legs.js';
import { unkeepableLegs } from './unkeepable-legs.js';
import type { Witness } from './witness.js';
import { witnessOf } from './witness.js';

/** In the order in which they are tested. */
export const PROVEN_VERDICTS = [
  /** The best case exceeds the limit from every start. */
  'IMPOSSIBLE',
  /** The worst case keeps it from every start. */
  'SAFE',
  /** Everybody keeps his own budget, and the limit is exceeded from every start. */
  'OVERDUE_BY_CONSTRUCTION',
  /** Cutting the later legs after each observed end keeps it from every start. */
  'SAFE_IF_DYNAMIC',
  'START_DEPENDENT',
] as const;
export type ProvenVerdict = (typeof PROVEN_VERDICTS)[number];

export interface Validity {
  readonly years: readonly number[];
  /** First day whose office hours rest on no notice: from there on the verdict is provisional; null when all do. */
  readonly provisionalFrom: IsoDate | null;
  /** Versions of the calendars, the legal one first. */
  readonly calendars: readonly string[];
}

export interface Proof {
  readonly computable: true;
  readonly verdict: ProvenVerdict;
  /** Starts whose worst path, or whose due day, lies beyond the loaded years: not counted below. */
  readonly excludedStarts: number;
  /** Unit of every `worstSlack`; `days` where rests move a limit in calendar days. The witness is in minutes always. */
  readonly slackUnit: 'minutes' | 'days';
  readonly best: Breaches;
  readonly worst: Breaches;
  /** The worst case when every later leg is cut to its minimum work; `rescues`: it keeps the limit from every start. */
  readonly dynamicRescue: Breaches & { readonly rescues: boolean };
  readonly unkeepable: readonly UnkeepableLeg[];
  readonly witness: Witness;
  readonly validity: Validity;
  /** The starts by day and hour; only where it was wanted. */
  readonly grid?: StartGrid;
}

/** What may be wanted beside a proof. */
export interface ProofWishes {
  readonly grid?: boolean | undefined;
}

export type Feasibility = Proof | NotComputable;

function verdictFrom(best: Breaches, worst: Breaches, dynamic: Breaches): ProvenVerdict {
  if (best.breaching === best.starts) return 'IMPOSSIBLE';
  if (worst.breaching === 0) return 'SAFE';
  if (worst.breaching === worst.starts) return 'OVERDUE_BY_CONSTRUCTION';
  return dynamic.breaching === 0 ? 'SAFE_IF_DYNAMIC' : 'START_DEPENDENT';
}

function validityOf(timeline: Timeline, { legal, desks }: Offices, { years }: ProofRange): Validity {
  const calendars = [legal, ...partiesOf(timeline).flatMap((party) => desks[party] ?? [])];
  let provisionalFrom: IsoDate | null = null;
  const last = dayFromIso(`${years.at(-1)}-12-31`);
  for (let day = dayFromIso(`${years[0]}-01-01`); day <= last && provisionalFrom === null; day = plusDays(day, 1)) {
    const minute = startOfDay(day);
    if (calendars.some((calendar) => calendar.provisional(minute, minute))) provisionalFrom = isoOfDay(day);
  }
  return { years, provisionalFrom, calendars: calendars.map(({ id, version }) => `${id} ${version}`) };
}

/** Starts whose worst path stays within the loaded years. */
export function provableStarts({ starts }: Frame, worstExcess: Int32Array): Int32Array {
  return starts.filter((start) => staysWithin(worstExcess[start]!));
}

const staysWithin = (worstExcess: number): boolean => worstExcess < BEYOND / 2;

/** Days a long holiday, and a few ordinary weekends, may add. */
const SLACK_DAYS = 21;

/** Days after the last reception that nearly every path, and nearly every due day, lies in. */
function usualReach({ stages, waits, limit }: Timeline, { minutesPerDay }: Calendar): number {
  const held = legsOf({ stages }).reduce((sum, { budget }) => sum + budget, 0) / minutesPerDay;
  const waiting = waits.reduce((sum, { rounds, days }) => sum + rounds * days, 0);
  const allowed = isCalendarDays(limit) ? wholeDays(limit) : 0;
  return SLACK_DAYS + Math.ceil(held * 1.5) + waiting + allowed;
}

/**
 * The worst reading on ground that reaches as far as its paths do: tried on a part of the loaded years first, on all of them when a path
 * leaves that part. The answer is the same, the work is not.
 */
export function reachingFar(
  timeline: Timeline,
  offices: Offices,
  range: ProofRange,
): { readonly frame: Frame; readonly readings: Readings; readonly tableau: Tableau } {
  const loadedTo = dayFromIso(`${range.years.at(-1)}-12-31`);
  const near = plusDays(range.receptions?.lastDay ?? loadedTo, usualReach(timeline, offices.legal));
  const parties = partiesOf(timeline);
  for (const lastDay of near < loadedTo ? [near, loadedTo] : [loadedTo]) {
    const frame = frameOn(groundOf(parties, offices, { ...range, lastDay }), timeline);
    const readings = readingsOf(frame);
    const tableau = readings.worst();
    const reaches = provableStarts(frame, tableau.excess).length === frame.starts.length;
    if (reaches || lastDay === loadedTo) return { frame, readings, tableau };
  }
  throw new RangeError('no loaded year');
}

function gridOf({ grid, starts }: Frame, worst: Int32Array, best: Int32Array): StartGrid {
  return startGrid({ grid, starts, worst, best, isProvable: (start) => staysWithin(worst[start]!) });
}

/**
 * Proves a timeline on its calendars for every start minute of the receptions asked about. Pure; never throws for bad data: it says
 * what keeps it from computing.
 */
export function proveTimeline(
  timeline: Timeline,
  offices: Offices,
  { grid: wantsGrid, ...range }: ProofRange & ProofWishes,
): Feasibility {
  const obstacle = obstacleTo(timeline, offices, range);
  if (obstacle !== null) return obstacle;
  const { frame, readings, tableau } = reachingFar(timeline, offices, range);
  if (frame.starts.length === 0) return notComputable('calendar-never-open', { party: 'receiver' });
  const starts = provableStarts(frame, tableau.excess);
  if (starts.length === 0) return notComputable('every-start-leaves-loaded-years', { starts: frame.starts.length });
  const { grid } = frame;
  const worst = breachesOf({ grid, starts, excess: tableau.excess });
  const bestExcess = readings.bestExcess();
  const best = breachesOf({ grid, starts, excess: bestExcess });
  const dynamic = breachesOf({ grid, starts, excess: readings.recutExcess() });
  return {
    computable: true,
    verdict: verdictFrom(best, worst, dynamic),
    excludedStarts: frame.starts.length - starts.length,
    slackUnit: tableau.allowance.unit,
    best,
    worst,
    dynamicRescue: { ...dynamic, rescues: dynamic.breaching === 0 },
    unkeepable: unkeepableLegs(frame, starts),
    witness: witnessOf(frame, tableau, worstOf({ starts, excess: tableau.excess })),
    validity: validityOf(timeline, offices, range),
    ...(wantsGrid === true ? { grid: gridOf(frame, tableau.excess, bestExcess) } : {}),
  };
}
