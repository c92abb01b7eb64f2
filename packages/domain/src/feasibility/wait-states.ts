/** How many rounds of each wait are left, as one number: 0 when none is, `count - 1` when all are. */
import type { Wait } from './timeline.js';

export interface WaitStates {
  readonly count: number;
  /** The state after one more round of the k-th wait; null when none of it is left. */
  without(state: number, k: number): number | null;
}

export function waitStates(waits: readonly Wait[]): WaitStates {
  const strides: number[] = [];
  const count = waits.reduce((stride, { rounds }) => {
    strides.push(stride);
    return stride * (rounds + 1);
  }, 1);
  const without = (state: number, k: number): number | null => {
    const stride = strides[k]!;
    const left = Math.floor(state / stride) % ((waits[k]?.rounds ?? 0) + 1);
    return left === 0 ? null : state - stride;
  };
  return { count, without };
}
