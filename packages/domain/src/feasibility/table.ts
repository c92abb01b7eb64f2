/**
 * Tables of whole numbers over the instants of a grid. The proof spends its time in the plain loops over them, so what is asked for every
 * instant of every stage is a loop of its own and `table` is for what is asked once.
 */

/** table[i] = valueOf(i). */
export function table(size: number, valueOf: (i: number) => number): Int32Array<ArrayBuffer> {
  const values = new Int32Array(size);
  for (let i = 0; i < size; i++) values[i] = valueOf(i);
  return values;
}

/** a[i] + factor · b[i]. */
export function plusTimes(a: Int32Array, b: Int32Array, factor: number): Int32Array {
  return addTimes(a.slice(), b, factor);
}

/** The same into the first table itself, which must be the caller's own. */
export function addTimes(own: Int32Array, b: Int32Array, factor: number): Int32Array {
  for (let i = 0; i < own.length; i++) own[i] = own[i]! + factor * b[i]!;
  return own;
}

/** The greater of two values per instant, into the first table, which must be the caller's own. */
export function raise(own: Int32Array, b: Int32Array): Int32Array {
  for (let i = 0; i < own.length; i++) if (b[i]! > own[i]!) own[i] = b[i]!;
  return own;
}

/** The same into a table of its own. */
export function greater(a: Int32Array, b: Int32Array): Int32Array {
  const values = a.slice();
  for (let i = 0; i < values.length; i++) if (b[i]! > values[i]!) values[i] = b[i]!;
  return values;
}

/** Whether no value is less than the one before it. */
export function rises(values: Int32Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i]! < values[i - 1]!) return false;
  return true;
}

/** Whether no value is greater than the one before it. */
export function falls(values: Int32Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i]! > values[i - 1]!) return false;
  return true;
}
