/** A draft that is being written: what was read, what has been changed since, and what somebody else saved meanwhile. */
import { useCallback, useMemo, useState } from 'react';
import type { ReadVersion } from './asked.js';
import { changesBetween, moved, putAt, withChanges } from './form/json.js';
import type { Change, Json, Path } from './form/json.js';

interface State {
  /** As it was read. */
  readonly base: ReadVersion;
  readonly definition: Json;
  /** Counts changes that did not come from a field of the form. */
  readonly generation: number;
}

export interface Writing extends State {
  readonly changes: readonly Change[];
  readonly put: (path: Path, value: Json | undefined) => void;
  readonly move: (path: Path, way: { readonly from: number; readonly to: number }) => void;
  readonly replace: (definition: Json) => void;
  readonly apply: (changes: readonly Change[]) => void;
  /** Takes a newer reading as what one's own changes stand on; `kept` false drops them. */
  readonly rebase: (fresh: ReadVersion, kept: boolean) => void;
}

/** One's own changes put upon a newer reading: of two changes of one place, one's own. */
export function rebased({ base, definition, generation }: State, fresh: ReadVersion): State {
  const mine = changesBetween(base.definition, definition);
  return { base: fresh, definition: withChanges(fresh.definition, mine), generation: generation + 1 };
}

export function useDraft(saved: ReadVersion): Writing {
  const [state, setState] = useState<State>({ base: saved, definition: saved.definition, generation: 0 });
  const change = useCallback(
    (next: (definition: Json) => Json, elsewhere: boolean) =>
      setState((now) => ({
        ...now,
        definition: next(now.definition),
        generation: now.generation + (elsewhere ? 1 : 0),
      })),
    [],
  );
  const put = useCallback<Writing['put']>((path, value) => change((now) => putAt(now, path, value), false), [change]);
  const move = useCallback<Writing['move']>((path, way) => change((now) => moved(now, path, way), true), [change]);
  const replace = useCallback<Writing['replace']>((next) => change(() => next, true), [change]);
  const apply = useCallback<Writing['apply']>((all) => change((now) => withChanges(now, all), true), [change]);
  const rebase = useCallback<Writing['rebase']>(
    (fresh, kept) =>
      setState((now) =>
        kept ? rebased(now, fresh) : { base: fresh, definition: fresh.definition, generation: now.generation + 1 },
      ),
    [],
  );
  const { base, definition } = state;
  const changes = useMemo(() => changesBetween(base.definition, definition), [base, definition]);
  return { ...state, changes, put, move, replace, apply, rebase };
}
