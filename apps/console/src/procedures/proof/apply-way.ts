/** An alternative of the service taken into the form: what it changes, put upon whatever else has been written meanwhile. */
import { changesBetween, isSame, valueAt, withChanges } from '../form/json.js';
import type { Change, Json } from '../form/json.js';

/** Members the service fills in where a definition leaves them out; they are no part of an alternative. */
const FILLED_IN: Readonly<Record<string, Json>> = { minimumWorkMinutes: 0, requires: [], warnPercents: [50, 75] };
/** A definition in a question needs no number. */
const NOT_OURS: ReadonlySet<string> = new Set(['version']);

function isFilledIn({ path, from, to }: Change): boolean {
  const name = path.split('.').at(-1) ?? '';
  return from === undefined && Object.hasOwn(FILLED_IN, name) && isSame(FILLED_IN[name], to);
}

/** What the alternative changes in the definition that was asked about. */
export function changesOfWay(asked: Json, offered: Json): readonly Change[] {
  return changesBetween(asked, offered).filter((change) => !NOT_OURS.has(change.path) && !isFilledIn(change));
}

/** Changes whose place somebody has written since the question was asked: applying would undo that. */
export function overwritten(
  { asked, current }: { asked: Json; current: Json },
  changes: readonly Change[],
): readonly Change[] {
  return changes.filter(({ path, to }) => {
    const now = valueAt(current, path);
    return !isSame(valueAt(asked, path), now) && !isSame(now, to);
  });
}

export function applied(current: Json, changes: readonly Change[]): Json {
  return withChanges(current, changes);
}

/** Whether the form says already what the alternative would make it say. */
export function isApplied(current: Json, changes: readonly Change[]): boolean {
  return changes.every(({ path, to }) => isSame(valueAt(current, path), to));
}
