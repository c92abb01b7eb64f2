/** Which row comes next, and which rows stay chosen, while the list changes under the clerk's hands. */

/** The row `steps` away from `code`; the first where none is chosen; the same at either end. Null in an empty list. */
export function stepFrom(codes: readonly string[], code: string | undefined, steps: 1 | -1): string | null {
  const at = code === undefined ? -1 : codes.indexOf(code);
  if (at === -1) return codes[0] ?? null;
  return codes[at + steps] ?? codes[at] ?? null;
}

/**
 * The row to go on with after an act on `code`: the next of the list as it stood before the act that still stands there, or the
 * nearest before it. Null when nothing is left.
 */
export function following(before: readonly string[], now: readonly string[], code: string): string | null {
  const left = new Set(now);
  const at = before.indexOf(code);
  if (at === -1) return now.find((each) => each !== code) ?? null;
  const after = before.slice(at + 1).find((each) => left.has(each));
  return after ?? before.slice(0, at).findLast((each) => left.has(each)) ?? null;
}

/** What stays chosen of `chosen` when only `codes` are left in the list; the same set where nothing has gone. */
export function stillChosen(chosen: ReadonlySet<string>, codes: readonly string[]): ReadonlySet<string> {
  const left = codes.filter((code) => chosen.has(code));
  return left.length === chosen.size ? chosen : new Set(left);
}

/** Chooses a row, or no longer. */
export function toggled(chosen: ReadonlySet<string>, code: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(code)) next.add(code);
  return next;
}
