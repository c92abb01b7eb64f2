/** Tables of whole numbers over the instants of a grid, filled by plain loops: they are what the proof spends its time on. */

/** table[i] = valueOf(i). */
export function table(size: number, valueOf: (i: number) => number): Int32Array<ArrayBuffer> {
  const values = new Int32Array(size);
  for (let i = 0; i < size; i++) values[i] = valueOf(i);
  return values;
}

/** a[i] + factor · b[i]. */
export function plusTimes(a: Int32Array, b: Int32Array, factor: number): Int32Array {
  const sums = new Int32Array(a.length);
  for (let i = 0; i < a.length; i++) sums[i] = a[i]! + factor * b[i]!;
  return sums;
}

/** The greater of two values per instant; either table may be absent. */
export function greater(a: Int32Array | null, b: Int32Array | null): Int32Array | null {
  if (a === null || b === null) return a ?? b;
  if (a === b) return a;
  const values = new Int32Array(a.length);
  for (let i = 0; i < a.length; i++) values[i] = a[i]! > b[i]! ? a[i]! : b[i]!;
  return values;
}
