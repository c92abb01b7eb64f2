/**
 * The worst or best of every path from every start, exactly, by value iteration from the end (reference `features.md` C1, engine b):
 * what lies ahead of an arrival is the best choice among its ends of what they cost and what lies ahead of them. Where nothing rests it
 * is the composition of earliest or latest ends; where something does, the worst need not be the latest, and the window finds it.
 */
import type { LaidStage } from './frame.js';
import type { Frame } from './frame.js';
import type { Ahead, Measure } from './measure.js';
import { greaterOf } from './measure.js';
import type { Passage } from './passage.js';
import type { Wait } from './timeline.js';
import { waitStates } from './wait-states.js';

/** The limit opens: what is spent becomes what is exceeded. */
function opened<V>(ahead: Ahead<V>, measure: Measure<V>): Ahead<V> {
  if (ahead.spent === null) return ahead;
  return { spent: null, marked: null, later: greaterOf(measure, measure.opened(ahead), ahead.later) };
}

/** Excess of a limit that begins at each instant, or of a later one. */
export function freshExcess<V>({ spent, later }: Ahead<V>, measure: Measure<V>): V {
  return greaterOf(measure, measure.fresh(spent!), later)!;
}

/**
 * A wait after which the limit begins anew. Worst: each limit by itself, the first ends here. Best: the first ends here if all later
 * limits can be kept from some end of the wait; a path on which one cannot is no good path, however short its beginning.
 */
function restarted<V>(ahead: Ahead<V>, wait: Passage, measure: Measure<V>): Ahead<V> {
  if (ahead.spent === null) return measure.through(ahead, wait, true);
  const reached = measure.bestEnd(wait, freshExcess(ahead, measure));
  const spent = measure.closing(measure.sign === 1 ? null : reached);
  return { spent, marked: ahead.marked === null ? null : spent, later: measure.sign === 1 ? reached : null };
}

/** In the worst reading a window that leaves the loaded years may hold anything. */
function unknownBeyond<V>(ahead: Ahead<V>, { latest }: Passage, { sign, unknownFrom }: Measure<V>): Ahead<V> {
  const size = latest.length;
  let first = size;
  while (sign === 1 && first > 0 && latest[first - 1] === size) first--;
  const known = (values: V | null): V | null => (values === null ? null : unknownFrom(values, first));
  return { spent: known(ahead.spent), marked: known(ahead.marked), later: known(ahead.later) };
}

function waited<V>(ahead: Ahead<V>, wait: Wait, { passage, measure }: { passage: Passage; measure: Measure<V> }) {
  const taken =
    wait.limit === 'restarts'
      ? restarted(ahead, passage, measure)
      : measure.through(ahead, passage, wait.limit === 'rests');
  return unknownBeyond(taken, passage, measure);
}

/** The better of going on and of a wait, which is the caller's own. */
function better<V>(taken: Ahead<V>, on: Ahead<V>, measure: Measure<V>): Ahead<V> {
  const spent = greaterOf(measure, taken.spent, on.spent);
  const isOne = taken.marked === taken.spent && on.marked === on.spent;
  const marked = isOne ? spent : greaterOf(measure, taken.marked, on.marked);
  return { spent, marked, later: greaterOf(measure, taken.later, on.later) };
}

/** Before any wait can be asked for, only the state in which all are left is met. */
function mayHaveWaited(stages: readonly LaidStage[], stage: number): boolean {
  return stages.slice(0, stage).some(({ kind }) => kind === 'mayWait');
}

function afterWaits<V>(frame: Frame, next: readonly Ahead<V>[], measure: Measure<V>): readonly Ahead<V>[] {
  const states = waitStates(frame.timeline.waits);
  const ahead: Ahead<V>[] = [];
  for (let w = 0; w < states.count; w++) {
    ahead[w] = frame.timeline.waits.reduce((best, wait, k) => {
      const fewer = states.without(w, k);
      if (fewer === null) return best;
      return better(waited(ahead[fewer]!, wait, { passage: frame.waits[k]!, measure }), best, measure);
    }, next[w]!);
  }
  return ahead;
}

function before<V>(stage: LaidStage, ahead: Ahead<V>, measure: Measure<V>): Ahead<V> {
  if (stage.kind === 'limitOpens') return opened(ahead, measure);
  if (stage.kind === 'mayWait') return ahead;
  const { passage, limitRests } = stage;
  return unknownBeyond(measure.through(ahead, passage, limitRests), passage, measure);
}

function stageAhead<V>(
  frame: Frame,
  stage: number,
  { next, measure }: { next: readonly Ahead<V>[]; measure: Measure<V> },
) {
  const now = frame.stages[stage]!;
  if (now.kind === 'mayWait') return afterWaits(frame, next, measure);
  const known = new Map<Ahead<V>, Ahead<V>>();
  const full = next.length - 1;
  return next.map((ahead, w) => {
    if (w !== full && !mayHaveWaited(frame.stages, stage)) return ahead;
    const done = known.get(ahead) ?? before(now, ahead, measure);
    known.set(ahead, done);
    return done;
  });
}

/** What lies ahead of every stage, and of the end: from the last to the first, per state of the waits that are left. Pure. */
export function* aheadOfStages<V>(frame: Frame, measure: Measure<V>): Generator<readonly Ahead<V>[]> {
  const { count } = waitStates(frame.timeline.waits);
  const end = measure.ending();
  let next: readonly Ahead<V>[] = Array.from({ length: count }, () => end);
  yield next;
  for (let stage = frame.stages.length - 1; stage >= 0; stage--) {
    next = stageAhead(frame, stage, { next, measure });
    yield next;
  }
}
