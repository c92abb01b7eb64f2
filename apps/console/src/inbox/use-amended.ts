/** A reception the service has refused, taken out of the outbox to be put right: everything that was typed stands in the form again. */
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { PendingAct } from '../outbox/outbox.js';
import { useOutbox, usePendingActs } from '../outbox/use-outbox.js';
import { EMPTY_DRAFT, draftOf } from './reception-draft.js';
import type { Draft } from './reception-draft.js';

const route = getRouteApi('/frame/inbox/receive');

export interface Amended {
  /** `gone`: it was sent again or given up, perhaps in another window. */
  readonly kind: 'none' | 'opening' | 'gone' | 'found';
  /** Tells one form from the next. */
  readonly key: string;
  readonly act: PendingAct | null;
  readonly draft: Draft;
}

const WITHOUT = { act: null, draft: EMPTY_DRAFT };

export function useAmended(): Amended {
  const { amend } = route.useSearch();
  const outbox = useOutbox();
  const acts = usePendingActs();
  // It leaves the outbox when the amended one is kept; the form stays as it was.
  const [found, setFound] = useState<Amended | null>(null);
  if (amend === undefined) return { ...WITHOUT, kind: 'none', key: '' };
  if (found?.key === amend) return found;
  if (outbox === null) return { ...WITHOUT, kind: 'opening', key: amend };
  const act = acts.find(({ id, code, state }) => id === amend && code === null && state.kind === 'refused');
  if (act === undefined || !('intake' in act.body) || act.body.intake === undefined)
    return { ...WITHOUT, kind: 'gone', key: amend };
  const { intake } = act.body;
  const now: Amended = { kind: 'found', key: amend, act, draft: draftOf({ ...act.body, intake }) };
  setFound(now);
  return now;
}
