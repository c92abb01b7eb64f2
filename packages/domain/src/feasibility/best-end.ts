/** The best of a gain over the ends that count, for every arrival: one pass, whatever the number of ends. */
import type { Ends, Windows } from './ends.js';
import { falls, rises } from './table.js';

/** Further from zero than any number of minutes, and still far from the end of 32 bits when some are added. */
export const BEYOND = 2 ** 29;

interface Walked {
  readonly first: Int32Array;
  readonly windows: Windows;
}

/** The greatest gain in each window (monotone deque): the queue holds gains that no later one reaches. */
function bestOfWindows(best: Int32Array, gain: Int32Array, { first, windows }: Walked): void {
  const { at, low, high, queue } = windows;
  const { positions, gains } = queue;
  let [head, tail, next] = [0, 0, 0];
  for (let arrival = 0; arrival < best.length; arrival++) {
    for (const to = high[arrival]!; next < to; next++) {
      const one = gain[at[next]!]!;
      while (tail > head && gains[tail - 1]! <= one) tail--;
      positions[tail] = next;
      gains[tail++] = one;
    }
    const from = low[arrival]!;
    while (head < tail && positions[head]! < from) head++;
    const end = first[arrival]!;
    let most = end < 0 ? -BEYOND : gain[end]!;
    if (head < tail && gains[head]! > most) most = gains[head]!;
    best[arrival] = most;
  }
}

/** The gain at the one end, or at the other where that one does not count. */
function gainAt(best: Int32Array, gain: Int32Array, [one, other]: readonly [Int32Array, Int32Array]): void {
  for (let i = 0; i < best.length; i++) {
    const end = one[i]! < 0 ? other[i]! : one[i]!;
    best[i] = end < 0 ? -BEYOND : gain[end]!;
  }
}

function bestOfTwo(best: Int32Array, gain: Int32Array, { first, last }: Ends): void {
  for (let i = 0; i < best.length; i++) {
    const one = first[i]! < 0 ? -BEYOND : gain[first[i]!]!;
    const other = last[i]! < 0 ? -BEYOND : gain[last[i]!]!;
    best[i] = one > other ? one : other;
  }
}

/**
 * For every arrival the greatest gain at an end that counts; -BEYOND where there is none within the grid. Where the gain only rises or only
 * falls, which is the rule where nothing rests, the last or the first end has it and no window is walked.
 */
export function bestEnd(ends: Ends, gain: Int32Array): Int32Array {
  const best = new Int32Array(gain.length);
  const { first, last, isWhole } = ends;
  if (rises(gain)) gainAt(best, gain, [last, first]);
  else if (isWhole && falls(gain)) gainAt(best, gain, [first, first]);
  else {
    const windows = ends.windows();
    if (windows === null) bestOfTwo(best, gain, ends);
    else bestOfWindows(best, gain, { first, windows });
  }
  return best;
}
