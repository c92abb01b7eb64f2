/** The worst path in words an office understands: who held the dossier from when to when, and what the limit was charged with. */
import type { Minute } from '../time/instant.js';
import type { FollowedPath } from './follow-path.js';
import { worstPath } from './follow-path.js';
import type { Frame } from './frame.js';
import { minuteAt } from './minute-grid.js';
import type { Party } from './timeline.js';
import type { Tableau } from './readings.js';

export interface WitnessStep {
  /** Key of a leg, or of a wait. */
  readonly key: string;
  readonly owner: Party | 'applicant';
  readonly from: Minute;
  readonly to: Minute;
  /** Minutes of the legal calendar between them, and those of them that the limit was charged with. */
  readonly legalMinutes: number;
  readonly charged: number;
  /** Which of several branches that run together; absent outside of them. */
  readonly branch?: number;
}

export interface Witness {
  readonly start: Minute;
  /** Where the limit that is worst kept begins to count: `start`, the acceptance, or the end of a wait that restarted it. */
  readonly limitFrom: Minute;
  readonly end: Minute;
  readonly steps: readonly WitnessStep[];
  /** Minutes of the legal calendar the limit gives on this path, what the path used, and what is left (negative: exceeded). */
  readonly allowed: number;
  readonly used: number;
  readonly slack: number;
}

function workedBetween({ days }: Frame, from: number, to: number): number {
  const { workedBefore, total } = days.legal;
  return Math.max(0, (workedBefore[to] ?? total) - (workedBefore[from] ?? total));
}

/** Minutes the limit gives on a path: for one that is kept in days, up to the close of the due day its rests have moved it to. */
function allowedOn(frame: Frame, { allowance }: Tableau, path: FollowedPath & { readonly used: number }): number {
  const allowed =
    path.limitFrom === path.start ? allowance.allowedFirst(path.start) : allowance.allowed(path.limitFrom);
  if (allowance.unit === 'minutes') return allowed;
  const due = frame.days.closing(frame.days.rollForward(allowed - path.spent));
  const [before, after] = [workedBetween(frame, path.end, due), workedBetween(frame, due, path.end)];
  return path.used + before - after;
}

/** The witness of the worst start of a reading. */
export function witnessOf(frame: Frame, tableau: Tableau, start: number): Witness {
  const path = worstPath(frame, tableau, start);
  const countsFrom = path.limitFrom === path.start ? tableau.allowance.countsFrom(path.start) : path.limitFrom;
  const rested = path.steps
    .filter(({ rests }) => rests)
    .reduce((sum, { from, to }) => sum + workedBetween(frame, Math.max(from, countsFrom), to), 0);
  const used = workedBetween(frame, countsFrom, path.end) - rested;
  const allowed = allowedOn(frame, tableau, { ...path, used });
  const at = (instant: number): Minute => minuteAt(frame.grid, instant);
  const steps = path.steps.map(({ rests, from, to, ...step }) => ({
    ...step,
    from: at(from),
    to: at(to),
    legalMinutes: workedBetween(frame, from, to),
    charged: rests ? 0 : workedBetween(frame, Math.max(from, countsFrom), to),
  }));
  return {
    start: at(start),
    limitFrom: at(path.limitFrom),
    end: at(path.end),
    steps,
    allowed,
    used,
    slack: allowed - used,
  };
}
