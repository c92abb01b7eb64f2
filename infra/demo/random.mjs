// @ts-check
/** Chance that can be played again: the same seed gives the same schedule on every machine. */

/**
 * mulberry32, by Tommy Ettinger (public domain).
 * @param {number} seed
 * @returns {() => number} the next number, 0 up to but not including 1
 */
export function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @template Value
 * @param {() => number} chance
 * @param {readonly { readonly weight: number, readonly value: Value }[]} choices
 * @returns {Value}
 */
export function weighted(chance, choices) {
  let left = chance() * choices.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, value } of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new Error('nothing to choose from');
  return last.value;
}

/**
 * @template Value
 * @param {() => number} chance
 * @param {readonly Value[]} values
 * @returns {Value}
 */
export function oneOf(chance, values) {
  return weighted(
    chance,
    values.map((value) => ({ weight: 1, value })),
  );
}
