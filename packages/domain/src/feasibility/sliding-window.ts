/** The best of a gain over windows that slide: one pass, whatever their length (monotone deque). */
import type { Choices, Passage, Windows } from './passage.js';
import { table } from './table.js';

/** Further from zero than any number of minutes, and still far from the end of 32 bits when some are added. */
export const BEYOND = 2 ** 29;

/** Which ends of a passage count: all, or those before or from an instant that depends on the arrival. */
export interface Part {
  readonly before?: Int32Array;
  readonly from?: Int32Array;
  /** Leaves out an end at the arrival itself. */
  readonly onlyLater?: boolean;
}

const choicesBefore = ({ upTo }: Choices, instant: number): number => (instant <= 0 ? 0 : upTo[instant - 1]!);

const inPart = (end: number, arrival: number, { before, from, onlyLater }: Part): boolean =>
  (before === undefined || end < before[arrival]!) &&
  (from === undefined || end >= from[arrival]!) &&
  (onlyLater !== true || end > arrival);

/** What the two ends of the passage themselves gain. */
function bestOfEnds({ earliest, latest, choices }: Passage, gain: Int32Array, part: Part): Int32Array {
  const size = gain.length;
  const best = new Int32Array(size);
  for (let arrival = 0; arrival < size; arrival++) {
    const [first, last] = [earliest[arrival]!, latest[arrival]!];
    let most = first < size && inPart(first, arrival, part) ? gain[first]! : -BEYOND;
    if (choices === null && last < size && last !== first && inPart(last, arrival, part)) {
      most = Math.max(most, gain[last]!);
    }
    best[arrival] = most;
  }
  return best;
}

/** The windows of the choices, cut to the part. */
function windowsOf(choices: Choices, { before, from }: Part): Windows {
  const { low, high } = choices.windows;
  return {
    low: from === undefined ? low : table(low.length, (i) => Math.max(low[i]!, choicesBefore(choices, from[i]!))),
    high:
      before === undefined ? high : table(low.length, (i) => Math.min(high[i]!, choicesBefore(choices, before[i]!))),
  };
}

/** Raises each best to the greatest gain in its window. The queue holds positions whose gain no later one reaches. */
function raiseToWindows(best: Int32Array, gains: Int32Array, windows: Windows): void {
  const queue = new Int32Array(gains.length + 1);
  let [head, tail, next] = [0, 0, 0];
  for (let arrival = 0; arrival < best.length; arrival++) {
    const [low, high] = [windows.low[arrival]!, windows.high[arrival]!];
    for (; next < high; next++) {
      const gain = gains[next]!;
      while (tail > head && gains[queue[tail - 1]!]! <= gain) tail--;
      queue[tail++] = next;
    }
    while (head < tail && queue[head]! < low) head++;
    if (head === tail) continue;
    const most = gains[queue[head]!]!;
    if (most > best[arrival]!) best[arrival] = most;
  }
}

/** For every arrival the greatest gain at an end the passage allows; -BEYOND where there is none within the grid. */
export function bestEnd(passage: Passage, gain: Int32Array, part: Part = {}): Int32Array {
  const best = bestOfEnds(passage, gain, part);
  const { choices } = passage;
  if (choices === null) return best;
  const gains = new Int32Array(choices.at.length);
  for (let p = 0; p < gains.length; p++) gains[p] = gain[choices.at[p]!]!;
  raiseToWindows(best, gains, windowsOf(choices, part));
  return best;
}
