/** Functions of the instant that change seldom, as the runs in which they do not: a year of days is some hundred of them. */
export interface Steps {
  /** Instants at which the runs begin, in order; the first is 0. */
  readonly from: Int32Array;
  readonly value: Int32Array;
  /** Number of instants. */
  readonly size: number;
}

/** Least i with valueOf(i) ≥ target; `size` when there is none. valueOf must never fall. */
export function leastAt(size: number, target: number, valueOf: (i: number) => number): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueOf(middle) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The run an instant lies in. */
export function runAt({ from }: Steps, instant: number): number {
  return leastAt(from.length, instant + 1, (run) => from[run]!) - 1;
}

export function stepAt(steps: Steps, instant: number): number {
  return steps.value[runAt(steps, instant)]!;
}

/** Steps that may only change at these instants, which are in order and begin with 0. */
export function stepsAt(instants: Int32Array, size: number, valueOf: (instant: number) => number): Steps {
  const [from, value] = [new Int32Array(instants.length), new Int32Array(instants.length)];
  let runs = 0;
  for (const instant of instants) {
    const one = valueOf(instant);
    if (instant >= size || (runs > 0 && (value[runs - 1] === one || from[runs - 1] === instant))) continue;
    from[runs] = instant;
    value[runs++] = one;
  }
  return { from: from.subarray(0, runs), value: value.subarray(0, runs), size };
}

/** Where any of several functions may change. */
export function breaksOf(...functions: readonly Steps[]): Int32Array {
  return Int32Array.from(functions.flatMap(({ from }) => [...from])).sort();
}

/** f of two functions of the instant. */
export function combined(a: Steps, b: Steps, f: (a: number, b: number) => number): Steps {
  const [from, value] = [new Int32Array(a.from.length + b.from.length), new Int32Array(a.from.length + b.from.length)];
  let [runs, i, j] = [0, 0, 0];
  for (let instant = 0; instant < a.size;) {
    const one = f(a.value[i]!, b.value[j]!);
    if (runs === 0 || value[runs - 1] !== one) {
      from[runs] = instant;
      value[runs++] = one;
    }
    const [nextA, nextB] = [a.from[i + 1] ?? a.size, b.from[j + 1] ?? a.size];
    instant = Math.min(nextA, nextB);
    if (nextA === instant) i++;
    if (nextB === instant) j++;
  }
  return { from: from.subarray(0, runs), value: value.subarray(0, runs), size: a.size };
}

/** The same, with another value from an instant on. */
export function changedFrom(steps: Steps, instant: number, other: number): Steps {
  const until = stepsAt(Int32Array.of(0, instant), steps.size, (i) => (i < instant ? 0 : 1));
  return combined(steps, until, (value, isAfter) => (isAfter === 1 ? other : value));
}

export function tableOf({ from, value, size }: Steps): Int32Array {
  const values = new Int32Array(size);
  from.forEach((begin, run) => values.fill(value[run]!, begin, from[run + 1] ?? size));
  return values;
}
