/**
 * The worst or best of every path from every start, exactly, by value iteration from the end (reference `features.md` C1, engine b):
 * what lies ahead of an arrival is the best choice among its ends of what they cost and what lies ahead of them. Where nothing rests it
 * is the composition of earliest or latest ends; where something does, the worst need not be the latest, and the window finds it.
 */
import { isCalendarDays, isSameDay } from '../time/duration.js';
import { daysMeasure } from './days-measure.js';
import type { Frame, LaidStage } from './frame.js';
import type { Ahead, Measure, Sign } from './measure.js';
import { greaterAhead } from './measure.js';
import { minutesMeasure } from './minutes-measure.js';
import type { Passage } from './passage.js';
import { BEYOND, bestEnd } from './sliding-window.js';
import { greater, table } from './table.js';
import type { Timeline, Wait } from './timeline.js';
import type { WaitStates } from './wait-states.js';
import { waitStates } from './wait-states.js';

/** ahead[stage][waits left]; one stage more than the timeline has: its end. */
export interface Tableau {
  readonly measure: Measure;
  readonly states: WaitStates;
  readonly ahead: readonly (readonly Ahead[])[];
  /** By how much each instant, as a start, exceeds the limit in the reading; beyond ±BEYOND / 2 a path leaves the loaded years. */
  readonly excess: Int32Array;
}

function restsSomewhere({ stages, waits }: Timeline): boolean {
  const opens = stages.findIndex(({ kind }) => kind === 'limitOpens');
  const legs = stages.slice(opens).some((stage) => stage.kind === 'leg' && stage.limitRests);
  return legs || waits.some(({ limit, rounds }) => limit === 'rests' && rounds > 0);
}

function measureOf({ timeline, days }: Frame, sign: Sign): Measure {
  const { limit, limitCutoff, stages } = timeline;
  if (isCalendarDays(limit) && restsSomewhere(timeline)) return daysMeasure(days, { limit, sign });
  const cutoff = stages[0]?.kind === 'limitOpens' && isSameDay(limit) ? limitCutoff : null;
  return minutesMeasure(days, { limit, cutoff, sign });
}

/** In the worst reading a window that leaves the loaded years may hold anything. */
function unknownBeyond(ahead: Ahead, { latest }: Passage, { sign }: Measure): Ahead {
  if (sign === -1) return ahead;
  const size = latest.length;
  if (latest[size - 1] !== size) return ahead;
  const known = (values: Int32Array | null): Int32Array | null => {
    const marked = values?.slice() ?? null;
    for (let i = size - 1; marked !== null && i >= 0 && latest[i] === size; i--) marked[i] = BEYOND;
    return marked;
  };
  return { spent: known(ahead.spent), marked: known(ahead.marked), later: known(ahead.later) };
}

function overAllowed({ sign }: Measure, spent: number, allowed: number | null): number {
  return allowed === null ? sign * BEYOND : spent - sign * allowed;
}

/** The limit opens: what is spent becomes what is exceeded. */
function opened({ spent, marked, later }: Ahead, measure: Measure): Ahead {
  if (spent === null) return { spent, marked, later };
  const excess = table(spent.length, (i) => {
    const { allowed, marked: isMarked } = measure.atOpening(i);
    return overAllowed(measure, isMarked ? marked![i]! : spent[i]!, allowed);
  });
  return { spent: null, marked: null, later: greater(excess, later) };
}

/** Excess of a limit that begins at each instant, or of a later one. */
export function freshExcess({ spent, later }: Ahead, measure: Measure): Int32Array {
  const excess = table(spent!.length, (i) => overAllowed(measure, spent![i]!, measure.allowed(i)));
  return greater(excess, later)!;
}

/**
 * A wait after which the limit begins anew. Worst: each limit by itself, the first ends here. Best: the first ends here if all later
 * limits can be kept from some end of the wait; a path on which one cannot is no good path, however short its beginning.
 */
function restarted(ahead: Ahead, wait: Passage, measure: Measure): Ahead {
  if (ahead.spent === null) return measure.through(ahead, wait, true);
  const reached = bestEnd(wait, freshExcess(ahead, measure));
  const { closing, sign } = measure;
  const spent = sign === 1 ? closing : table(closing.length, (i) => (reached[i]! >= 0 ? closing[i]! : -BEYOND));
  return { spent, marked: ahead.marked === null ? null : spent, later: sign === 1 ? reached : null };
}

function waited(ahead: Ahead, wait: Wait, { passage, measure }: { passage: Passage; measure: Measure }): Ahead {
  const taken =
    wait.limit === 'restarts'
      ? restarted(ahead, passage, measure)
      : measure.through(ahead, passage, wait.limit === 'rests');
  return unknownBeyond(taken, passage, measure);
}

/** Before any wait can be asked for, only the state in which all are left is met. */
function mayHaveWaited(stages: readonly LaidStage[], stage: number): boolean {
  return stages.slice(0, stage).some(({ kind }) => kind === 'mayWait');
}

function stageAhead(frame: Frame, stage: number, { next, measure }: { next: readonly Ahead[]; measure: Measure }) {
  const now = frame.stages[stage]!;
  const states = waitStates(frame.timeline.waits);
  if (now.kind === 'mayWait') {
    const ahead: Ahead[] = [];
    for (let w = 0; w < states.count; w++) {
      ahead[w] = frame.timeline.waits.reduce((best, wait, k) => {
        const fewer = states.without(w, k);
        if (fewer === null) return best;
        return greaterAhead(best, waited(ahead[fewer]!, wait, { passage: frame.waits[k]!, measure }));
      }, next[w]!);
    }
    return ahead;
  }
  const known = new Map<Ahead, Ahead>();
  const full = states.count - 1;
  return next.map((ahead, w) => {
    if (w !== full && !mayHaveWaited(frame.stages, stage)) return ahead;
    const done = known.get(ahead) ?? before(now, ahead, measure);
    known.set(ahead, done);
    return done;
  });
}

function before(stage: LaidStage, ahead: Ahead, measure: Measure): Ahead {
  if (stage.kind === 'limitOpens') return opened(ahead, measure);
  if (stage.kind === 'mayWait') return ahead;
  const { passage, limitRests } = stage;
  return unknownBeyond(measure.through(ahead, passage, limitRests), passage, measure);
}

/**
 * Where nothing rests, what is spent grows with the end, so that the earliest and the latest end of each passage say all (engine a of
 * `features.md` C1). Before the limit opens they do not: what it allows depends on the instant.
 */
function withoutChoices(frame: Frame): Frame {
  const { stages, waits } = frame.timeline;
  if (restsSomewhere(frame.timeline) || waits.some(({ limit }) => limit === 'restarts')) return frame;
  const opens = stages.findIndex(({ kind }) => kind === 'limitOpens');
  const bare = frame.stages.map((stage, i): LaidStage => {
    if (i < opens || (stage.kind !== 'leg' && stage.kind !== 'together')) return stage;
    return { ...stage, passage: { ...stage.passage, choices: null } };
  });
  return { ...frame, stages: bare, waits: frame.waits.map((wait) => ({ ...wait, choices: null })) };
}

/** Runs the iteration over a frame; 1 for the worst reading, -1 for the best. Pure. */
export function lookAhead(whole: Frame, sign: Sign): Tableau {
  const frame = withoutChoices(whole);
  const measure = measureOf(frame, sign);
  const states = waitStates(frame.timeline.waits);
  const end = measure.ending();
  let next: readonly Ahead[] = Array.from({ length: states.count }, () => end);
  const ahead: (readonly Ahead[])[] = [next];
  for (let stage = frame.stages.length - 1; stage >= 0; stage--) {
    next = stageAhead(frame, stage, { next, measure });
    ahead.unshift(next);
  }
  const { later } = next[states.count - 1]!;
  if (later === null) throw new RangeError('a timeline whose limit never opens');
  return { measure, states, ahead, excess: sign === 1 ? later : table(later.length, (i) => -later[i]!) };
}
