/** Feasibility of one case of a procedure version in one channel on one route: the question admins, lint and publishing ask. */
import type { Feasibility, ProofWishes } from './prove.js';
import { proveTimeline } from './prove.js';
import type { Offices, ProofRange } from './timeline.js';
import type { TimelineOf } from './timeline-of-procedure.js';
import { timelineOf } from './timeline-of-procedure.js';

export interface FeasibilityQuestion extends Omit<TimelineOf, 'minutesPerDay'>, ProofWishes {
  /** The legal calendar of the receiver's province, and the desk of every party the route needs. */
  readonly offices: Offices;
  readonly range: ProofRange;
}

/** Proves the case, or says why it cannot be computed. Pure; never throws for what an admin configures. */
export function feasibilityOf(question: FeasibilityQuestion): Feasibility {
  const timeline = timelineOf({ ...question, minutesPerDay: question.offices.legal.minutesPerDay });
  return 'computable' in timeline
    ? timeline
    : proveTimeline(timeline, question.offices, { ...question.range, grid: question.grid });
}
