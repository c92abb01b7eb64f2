/** The best of a gain that changes seldom over the ends that count: asked only at the arrivals where the answer may change. */
import { BEYOND } from './best-end.js';
import type { Part } from './ends.js';
import { choicesBefore, counts } from './ends.js';
import type { Passage } from './passage.js';
import type { Steps } from './steps.js';
import { leastAt, stepAt, stepsAt } from './steps.js';

interface SeldomEnds {
  readonly passage: Passage;
  readonly part: Part;
  /** Arrivals at which an end begins or ceases to count. */
  readonly turns: Int32Array;
}

/** Positions low ≤ p < high of the choices that count from an arrival; neither ever moves back. */
const lowOf = ({ passage: { earliest, choices }, part: { from } }: SeldomEnds, i: number): number =>
  Math.max(choices!.upTo[earliest[i]!]!, from === undefined ? 0 : choicesBefore(choices!, from[i]!));
const highOf = ({ passage: { latest, choices }, part: { before } }: SeldomEnds, i: number): number =>
  Math.min(choices!.upTo[latest[i]!]!, before === undefined ? latest.length : choicesBefore(choices!, before[i]!));

const isEnd = (end: number, i: number, { passage, part }: SeldomEnds): boolean =>
  end < passage.latest.length && counts(end, i, part);

function seldomEnds(passage: Passage, part: Part): SeldomEnds {
  const { earliest, latest, choices } = passage;
  const turns: number[] = [];
  const ends = { passage, part, turns: new Int32Array(0) };
  let known = -1;
  for (let i = 0; i < earliest.length; i++) {
    const others = choices === null ? isEnd(latest[i]!, i, ends) : lowOf(ends, i) < highOf(ends, i);
    const now = (isEnd(earliest[i]!, i, ends) ? 1 : 0) + (others ? 2 : 0);
    if (now !== known) turns.push(i);
    known = now;
  }
  return { passage, part, turns: Int32Array.from(turns) };
}

/** The same for each passage once. */
export function seldomEndsIn(part: Part = {}): (passage: Passage) => SeldomEnds {
  const known = new Map<Passage, SeldomEnds>();
  return (passage) => {
    const ends = known.get(passage) ?? seldomEnds(passage, part);
    known.set(passage, ends);
    return ends;
  };
}

/** Runs of a gain in which something may be chosen, by the position of the first choice of each */
interface ChosenRuns {
  readonly position: readonly number[];
  readonly value: readonly number[];
}

function chosenRuns({ passage: { choices } }: SeldomEnds, { from, value, size }: Steps): ChosenRuns {
  const runs = { position: [] as number[], value: [] as number[] };
  for (let run = 0; choices !== null && run < from.length; run++) {
    const [begin, end] = [choicesBefore(choices, from[run]!), choicesBefore(choices, from[run + 1] ?? size)];
    if (begin === end) continue;
    runs.position.push(begin);
    runs.value.push(value[run]!);
  }
  return runs;
}

/** Arrivals from which an end lies in another run than before: the only ones, besides the turns, at which the best can change. */
function changes(ends: SeldomEnds, { from }: Steps, runs: ChosenRuns): Int32Array {
  const { earliest, latest, choices } = ends.passage;
  const size = earliest.length;
  const found = [0, ...ends.turns];
  for (const begin of from) {
    found.push(leastAt(size, begin, (i) => earliest[i]!));
    if (choices === null) found.push(leastAt(size, begin, (i) => latest[i]!));
  }
  for (const position of runs.position) {
    found.push(
      leastAt(size, position + 1, (i) => highOf(ends, i)),
      leastAt(size, position, (i) => lowOf(ends, i)),
    );
  }
  return Int32Array.from(found).sort();
}

/** The greatest value among the runs that are met between two positions. */
function bestOfRuns({ position, value }: ChosenRuns, low: number, high: number): number {
  let best = -BEYOND;
  const first = leastAt(position.length, low + 1, (run) => position[run]!) - 1;
  for (let run = Math.max(first, 0); run < position.length && position[run]! < high; run++) {
    if (value[run]! > best) best = value[run]!;
  }
  return best;
}

/** For every arrival the greatest gain at an end that counts; -BEYOND where there is none within the grid. */
export function bestStep(ends: SeldomEnds, gain: Steps): Steps {
  const { earliest, latest, choices } = ends.passage;
  const runs = chosenRuns(ends, gain);
  return stepsAt(changes(ends, gain, runs), gain.size, (i) => {
    const first = isEnd(earliest[i]!, i, ends) ? stepAt(gain, earliest[i]!) : -BEYOND;
    if (choices === null) return Math.max(first, isEnd(latest[i]!, i, ends) ? stepAt(gain, latest[i]!) : -BEYOND);
    const [low, high] = [lowOf(ends, i), highOf(ends, i)];
    return low < high ? Math.max(first, bestOfRuns(runs, low, high)) : first;
  });
}
