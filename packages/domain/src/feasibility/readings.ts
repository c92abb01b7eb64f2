/**
 * The readings of a timeline on its frame: the worst that everybody may bring about, the best, and the worst when later deadlines follow
 * observed ends. All three are the same iteration.
 */
import { isCalendarDays, isSameDay } from '../time/duration.js';
import { daysMeasure } from './days-measure.js';
import type { Frame } from './frame.js';
import { recut } from './frame.js';
import type { Ahead, Allowance, Measure, Sign } from './measure.js';
import { minutesMeasure } from './minutes-measure.js';
import { addTimes } from './table.js';
import type { Timeline } from './timeline.js';
import { aheadOfStages, freshExcess } from './value-iteration.js';
import type { WaitStates } from './wait-states.js';
import { waitStates } from './wait-states.js';

/** What lies ahead of an instant in the worst reading; NaN where nothing does. */
export interface AheadOfInstant {
  readonly spent: number;
  readonly marked: number;
  readonly later: number;
}

/** A stage, or the end, which is one stage more; with so many waits left. */
interface Place {
  readonly stage: number;
  readonly state: number;
}

/** The worst reading, with all that is needed to follow its paths. */
export interface Tableau {
  readonly allowance: Allowance;
  readonly states: WaitStates;
  ahead(place: Place, instant: number): AheadOfInstant;
  /** Excess of a limit that begins at each instant, or of a later one. */
  fresh(place: Place): (instant: number) => number;
  /** By how much each instant, as a start, exceeds the limit; beyond BEYOND / 2 a path leaves the loaded years. */
  readonly excess: Int32Array;
}

export interface Readings {
  worst(): Tableau;
  /** By how much each instant, as a start, exceeds the limit. */
  worstExcess(): Int32Array;
  bestExcess(): Int32Array;
  recutExcess(): Int32Array;
}

function restsSomewhere({ stages, waits }: Timeline): boolean {
  const opens = stages.findIndex(({ kind }) => kind === 'limitOpens');
  const legs = stages.slice(opens).some((stage) => stage.kind === 'leg' && stage.limitRests);
  return legs || waits.some(({ limit, rounds }) => limit === 'rests' && rounds > 0);
}

function excessOf<V>({ later }: Ahead<V>, measure: Measure<V>): Int32Array {
  if (later === null) throw new RangeError('a timeline whose limit never opens');
  const excess = measure.table(later);
  return measure.sign === 1 ? excess : addTimes(new Int32Array(excess.length), excess, -1);
}

function tableauOf<V>(frame: Frame, measure: Measure<V>): Tableau {
  const stages = [...aheadOfStages(frame, measure)].reverse();
  const value = (values: V | null, instant: number): number =>
    values === null ? Number.NaN : measure.at(values, instant);
  return {
    allowance: measure,
    states: waitStates(frame.timeline.waits),
    excess: excessOf(stages[0]!.at(-1)!, measure),
    ahead({ stage, state }, instant) {
      const ahead = stages[stage]![state]!;
      return {
        spent: value(ahead.spent, instant),
        marked: value(ahead.marked, instant),
        later: value(ahead.later, instant),
      };
    },
    fresh({ stage, state }) {
      const fresh = freshExcess(stages[stage]![state]!, measure);
      return (instant) => measure.at(fresh, instant);
    },
  };
}

/** Nothing is kept but the last stage. */
function startsOf<V>(frame: Frame, measure: Measure<V>): Int32Array {
  let first: readonly Ahead<V>[] = [];
  for (const ahead of aheadOfStages(frame, measure)) first = ahead;
  return excessOf(first.at(-1)!, measure);
}

function readingsBy<V>(frame: Frame, measureOf: (sign: Sign) => Measure<V>): Readings {
  return {
    worst: () => tableauOf(frame, measureOf(1)),
    worstExcess: () => startsOf(frame, measureOf(1)),
    bestExcess: () => startsOf(frame, measureOf(-1)),
    recutExcess: () => startsOf(recut(frame), measureOf(1)),
  };
}

/** The readings of a frame, each computed when it is asked for. Pure. */
export function readingsOf(frame: Frame): Readings {
  const { timeline, days } = frame;
  const { limit, limitCutoff, stages } = timeline;
  if (isCalendarDays(limit) && restsSomewhere(timeline)) return readingsBy(frame, daysMeasure(days, limit));
  const cutoff = stages[0]?.kind === 'limitOpens' && isSameDay(limit) ? limitCutoff : null;
  return readingsBy(frame, minutesMeasure(days, { limit, cutoff }));
}
