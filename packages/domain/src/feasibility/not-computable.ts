/** Why a proof gives no number (law 8: unknown is never green). Codes and facts; sentences are made at the edge. */
import type { Calendar } from '../calendar/calendar.js';
import { isSameDay, parseDuration } from '../time/duration.js';
import type { Day } from '../time/instant.js';
import { dayFromIso, isoOfDay, plusDays, startOfDay } from '../time/instant.js';
import { minutesOfTime } from '../time/time-of-day.js';
import type { Offices, Party, ProofRange, Timeline } from './timeline.js';
import { legsOf } from './timeline.js';

export const NOT_COMPUTABLE_CODES = [
  'case-unknown',
  /** The law gives no limit a clock may use in this channel. */
  'limit-unknown',
  /** The procedure does not cross a boundary, so nothing travels. */
  'route-not-offered',
  /** No step: nothing says how long the decision may take. */
  'processing-without-budget',
  /** A pause in one of several parallel branches; not in this version (DESIGN 4.6). */
  'parallel-branches-with-pauses',
  'budget-broken',
  'calendar-missing',
  'calendar-never-open',
  'year-not-loaded',
  /** Every start leads out of the loaded years. */
  'every-start-leaves-loaded-years',
] as const;

export interface NotComputable {
  readonly computable: false;
  readonly reason: (typeof NOT_COMPUTABLE_CODES)[number];
  readonly facts: Readonly<Record<string, string | number>>;
}

export function notComputable(reason: NotComputable['reason'], facts: NotComputable['facts'] = {}): NotComputable {
  return { computable: false, reason, facts };
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value < 2 ** 24;

/** A wait that may be asked for more often is a cycle nobody bounded. */
const MOST_ROUNDS = 20;

function brokenNumber(timeline: Timeline): NotComputable | null {
  for (const { key, budget, work, cutoff } of legsOf(timeline)) {
    // Nothing may be held until a morning for no time at all.
    const isHollow = budget === 0 && cutoff !== null;
    if (isHollow || !isCount(budget) || work.some(({ minutes }) => !isCount(minutes))) {
      return notComputable('budget-broken', { leg: key });
    }
  }
  const wait = timeline.waits.find(({ rounds, days }) => !isCount(rounds) || rounds > MOST_ROUNDS || !isCount(days));
  return wait === undefined ? null : notComputable('budget-broken', { leg: wait.key });
}

/** A limit in a unit the law does not count in, or one that never begins, or more than once. */
function brokenLimit({ limit, stages }: Timeline): NotComputable | null {
  const isOpened = stages.filter(({ kind }) => kind === 'limitOpens').length === 1;
  return isOpened && parseDuration(limit) !== undefined ? null : notComputable('limit-unknown', { limit });
}

const isEmpty = ({ stages }: Timeline): boolean =>
  stages.some(
    (stage) =>
      stage.kind === 'together' && (stage.branches.length === 0 || stage.branches.some((legs) => legs.length === 0)),
  );

/** Parties whose desk the timeline needs; the receiver's, where every dossier begins, always. */
export function partiesOf(timeline: Timeline): readonly Party[] {
  const desks = legsOf(timeline).flatMap(({ work }) => work.map(({ desk }) => desk));
  return [...new Set<Party>(['receiver', ...desks])];
}

function loadedFault({ years }: ProofRange, calendar: Calendar): NotComputable | null {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return notComputable('year-not-loaded');
  const gap = years.find((year, i) => year !== first + i);
  if (gap !== undefined) return notComputable('year-not-loaded', { year: gap - 1 });
  if (calendar.firstDay > dayFromIso(`${first}-01-01`)) {
    return notComputable('year-not-loaded', { year: first, calendar: calendar.id });
  }
  if (calendar.lastDay < dayFromIso(`${last}-12-31`)) {
    return notComputable('year-not-loaded', { year: last, calendar: calendar.id });
  }
  return null;
}

const yearOf = (day: Day): number => Number(isoOfDay(day).slice(0, 4));

/** Receptions nobody can ask about, because their year is not among those loaded. */
function receptionsFault({ years, receptions }: ProofRange): NotComputable | null {
  if (receptions === undefined) return null;
  const outside = [receptions.firstDay, receptions.lastDay].map(yearOf).find((year) => !years.includes(year));
  return outside === undefined ? null : notComputable('year-not-loaded', { year: outside });
}

function neverOpen(calendar: Calendar, { years }: ProofRange): boolean {
  const last = dayFromIso(`${years.at(-1)}-12-31`);
  for (let day = dayFromIso(`${years[0]}-01-01`); day <= last; day = plusDays(day, 1)) {
    if (calendar.isWorkingDay(day)) return false;
  }
  return true;
}

function calendarFault(timeline: Timeline, offices: Offices, range: ProofRange): NotComputable | null {
  const fault = loadedFault(range, offices.legal) ?? receptionsFault(range);
  if (fault !== null) return fault;
  for (const party of partiesOf(timeline)) {
    const desk = offices.desks[party];
    if (desk === undefined) return notComputable('calendar-missing', { party });
    const deskFault = loadedFault(range, desk);
    if (deskFault !== null) return deskFault;
    if (neverOpen(desk, range)) return notComputable('calendar-never-open', { party });
  }
  return neverOpen(offices.legal, range) ? notComputable('calendar-never-open', { calendar: offices.legal.id }) : null;
}

/** Whether branches run beside one another while somebody may ask for a wait. */
function pausesBeside({ stages, waits }: Timeline): boolean {
  return stages.some(({ kind }) => kind === 'together') && waits.some(({ rounds }) => rounds > 0);
}

/** A cut-off of the limit before the law even opens: nothing would ever be received in time, and two mornings would be meant at once. */
function cutoffFault(
  { limit, limitCutoff }: Timeline,
  { legal }: Offices,
  { years }: ProofRange,
): NotComputable | null {
  if (limitCutoff === null || !isSameDay(limit)) return null;
  const last = dayFromIso(`${years.at(-1)}-12-31`);
  for (let day = dayFromIso(`${years[0]}-01-01`); day <= last; day = plusDays(day, 1)) {
    const opens = legal.isWorkingDay(day) ? legal.openOf(day) - startOfDay(day) : 0;
    if (opens > minutesOfTime(limitCutoff)) return notComputable('budget-broken', { leg: 'limitCutoff' });
  }
  return null;
}

/** What keeps a timeline from being proved on these calendars; null when nothing does. Pure. */
export function obstacleTo(timeline: Timeline, offices: Offices, range: ProofRange): NotComputable | null {
  if (pausesBeside(timeline)) return notComputable('parallel-branches-with-pauses');
  if (isEmpty(timeline)) return notComputable('processing-without-budget');
  return (
    brokenNumber(timeline) ??
    brokenLimit(timeline) ??
    calendarFault(timeline, offices, range) ??
    cutoffFault(timeline, offices, range)
  );
}
