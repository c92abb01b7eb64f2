/** What is known of a version's timeline before it is published (law 7; DESIGN 4.6). */
import type { Channel, ProcedureVersion } from '../procedure/procedure.js';
import type { Duration } from '../time/duration.js';
import { isCalendarDays } from '../time/duration.js';
import { limitMinutesOf, structuralInfeasibility, structuralTimeline } from './structural.js';

/**
 * `SAFE` to `START_DEPENDENT` are claims about every start minute and come from the proof alone. `OVERDUE_BY_ARITHMETIC`: legs and
 * minimum work add up to more than the limit, whoever begins when. `NOT_PROVEN`: nothing was shown, in either direction.
 */
export const VERDICTS = [
  'SAFE',
  'SAFE_IF_DYNAMIC',
  'START_DEPENDENT',
  'OVERDUE_BY_CONSTRUCTION',
  'IMPOSSIBLE',
  'OVERDUE_BY_ARITHMETIC',
  'NOT_PROVEN',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One case in one channel, with or without a boundary to cross. Minutes are working minutes of the legal calendar. */
export interface RouteVerdict {
  readonly caseKey: string;
  readonly channel: Channel;
  readonly crossesBoundary: boolean;
  readonly limit: Duration;
  /** Of the legal day the minutes were counted with. */
  readonly minutesPerDay: number;
  readonly verdict: Verdict;
  /** Left of the limit when every agency takes what its leg allows and the decider its minimum; null where it cannot be counted. */
  readonly slack: number | null;
  /** Left of the promise, for which the result must be back. */
  readonly promiseSlack: number | null;
}

export interface TimelineVerdict {
  readonly verdict: Verdict;
  readonly method: 'arithmetic' | 'everyStart';
  readonly routes: readonly RouteVerdict[];
}

export interface VerdictQuestion {
  /** Lengths of a legal working day, in minutes, in the provinces where the procedure is used. */
  readonly minutesPerDay: readonly number[];
}

type Route = Omit<RouteVerdict, 'verdict' | 'slack' | 'promiseSlack'>;

function byArithmetic(procedure: ProcedureVersion, route: Route): RouteVerdict {
  const limitMinutes = limitMinutesOf(route.limit, route.minutesPerDay);
  if (limitMinutes === null) return { ...route, verdict: 'NOT_PROVEN', slack: null, promiseSlack: null };
  const { minutesPerDay, crossesBoundary } = route;
  const timeline = structuralTimeline({ procedure, limitMinutes, minutesPerDay, crossesBoundary });
  const verdict = structuralInfeasibility(timeline) === 'limit' ? 'OVERDUE_BY_ARITHMETIC' : 'NOT_PROVEN';
  return { ...route, verdict, slack: timeline.slack, promiseSlack: timeline.promiseSlack };
}

function routesOf(procedure: ProcedureVersion, days: readonly number[]): readonly Route[] {
  const crossings = procedure.boundaryScope === 'none' ? [false] : [true, false];
  return procedure.cases.flatMap(({ key: caseKey, limits }) =>
    (['counter', 'online', 'post'] as const).flatMap((channel) => {
      const limit = limits[channel];
      if (limit === null) return [];
      // Calendar days are not counted in minutes of a day, so one length says as much as several.
      const lengths = isCalendarDays(limit) ? days.slice(0, 1) : days;
      return crossings.flatMap((crossesBoundary) =>
        lengths.map((minutesPerDay) => ({ caseKey, channel, crossesBoundary, limit, minutesPerDay })),
      );
    }),
  );
}

/**
 * The verdict on a version: of the whole that of its worst route. A version without a usable limit is `NOT_PROVEN`, never safe
 * (law 8). Pure.
 */
export function verdictOf(version: ProcedureVersion, { minutesPerDay }: VerdictQuestion): TimelineVerdict {
  const days = [...new Set(minutesPerDay)].sort((a, b) => a - b);
  const routes = routesOf(version, days).map((route) => byArithmetic(version, route));
  const isOverdue = routes.some(({ verdict }) => verdict === 'OVERDUE_BY_ARITHMETIC');
  return { verdict: isOverdue ? 'OVERDUE_BY_ARITHMETIC' : 'NOT_PROVEN', method: 'arithmetic', routes };
}

/** Whether a version may be published without a named approver and his reason (law 7). */
export function needsApproval({ verdict }: Pick<TimelineVerdict, 'verdict'>): boolean {
  return verdict !== 'SAFE';
}
