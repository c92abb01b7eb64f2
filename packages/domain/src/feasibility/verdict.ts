/** The verdict on a whole version (law 7; DESIGN 4.6): that of its worst route, each route proved for every start minute. */
import type { Channel, ProcedureVersion } from '../procedure/procedure.js';
import type { Duration } from '../time/duration.js';
import type { Feasibility } from './prove.js';
import type { RouteClass } from './timeline-of-procedure.js';

/** From the worst. What cannot be computed is worse than safe and says less than any breach that was shown (law 8). */
export const VERDICTS = [
  'IMPOSSIBLE',
  'OVERDUE_BY_CONSTRUCTION',
  'START_DEPENDENT',
  'SAFE_IF_DYNAMIC',
  'NOT_COMPUTABLE',
  'SAFE',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One limit of a case on one class of routes. Channels with the same limit share their timeline and stand together. */
export interface RouteToProve {
  readonly caseKey: string;
  readonly channels: readonly [Channel, ...Channel[]];
  readonly route: RouteClass;
  readonly limit: Duration;
}

const CHANNELS: readonly Channel[] = ['counter', 'online', 'post'];

function limitsOf({ limits }: ProcedureVersion['cases'][number]): ReadonlyMap<Duration, [Channel, ...Channel[]]> {
  const byLimit = new Map<Duration, [Channel, ...Channel[]]>();
  for (const channel of CHANNELS) {
    const limit = limits[channel];
    if (limit === null) continue;
    const known = byLimit.get(limit);
    if (known === undefined) byLimit.set(limit, [channel]);
    else known.push(channel);
  }
  return byLimit;
}

/** Every route of a version whose limit is known; none where the law gives no limit a clock may use. */
export function routesOf(version: ProcedureVersion): readonly RouteToProve[] {
  const crossings = ['sameAgency', 'crosses', 'crossesByPost'] as const;
  const classes: readonly RouteClass[] = version.boundaryScope === 'none' ? ['sameAgency'] : crossings;
  return version.cases.flatMap((one) =>
    [...limitsOf(one)].flatMap(([limit, channels]) =>
      classes.map((route) => ({ caseKey: one.key, channels, route, limit })),
    ),
  );
}

/** What a proof says, in one word. */
export function verdictOf(feasibility: Feasibility): Verdict {
  return feasibility.computable ? feasibility.verdict : 'NOT_COMPUTABLE';
}

/** The worst of several; nothing at all was not shown to be safe. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'NOT_COMPUTABLE';
}

/** Whether a version may be published without a named approver and his reason (law 7). */
export function needsApproval(verdict: Verdict): boolean {
  return verdict !== 'SAFE';
}
