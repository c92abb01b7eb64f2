/** An act from the press of the button to the answer of the service. A second press while it is on its way does nothing. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Trouble } from '@lien-thong/client';
import type { PendingAct, WantedAct } from '../outbox/outbox.js';
import { useAct, useOutbox, usePendingActs } from '../outbox/use-outbox.js';
import { ABOUT } from '../service/queries.js';

export type Stage = 'idle' | 'sending' | 'kept' | 'refused' | 'failed';

export interface Sending {
  readonly stage: Stage;
  readonly problem: Trouble | null;
  /** Null until the outbox of this machine is open. */
  readonly send: ((wanted: WantedAct) => void) | null;
}

type Told = { readonly kind: 'idle' | 'sending' | 'failed' } | { readonly kind: 'refused'; readonly problem: Trouble };

export function useSending(code: string, onReceived: (act: PendingAct) => void): Sending {
  const act = useAct();
  const outbox = useOutbox();
  const [told, setTold] = useState<Told>({ kind: 'idle' });
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  const pending = usePendingActs();
  const current = before === null ? null : (pending.find((each) => each.code === code && !before.has(each.id)) ?? null);
  const refresh = useRefresh();
  const latest = useRef(onReceived);
  useEffect(() => {
    latest.current = onReceived;
  });
  useEffect(() => {
    if (current === null || current.state.kind === 'kept' || current.state.kind === 'sending') return;
    setBefore(null);
    refresh();
    if (current.state.kind === 'received') return latest.current(current);
    setTold({ kind: 'refused', problem: current.state.problem });
    // It is shown here, and what comes instead of it must not wait behind it.
    void outbox?.drop(current.id);
  }, [current, outbox, refresh]);
  const send = useCallback(
    (wanted: WantedAct) => {
      if (act === null || before !== null) return;
      setBefore(new Set(pending.map(({ id }) => id)));
      setTold({ kind: 'sending' });
      act(wanted).catch(() => (setBefore(null), setTold({ kind: 'failed' })));
    },
    [act, before, pending],
  );
  const stage = current?.state.kind === 'kept' ? 'kept' : told.kind;
  return { stage, problem: told.kind === 'refused' ? told.problem : null, send: useOnce(send, act === null) };
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: [ABOUT.inbox] });
    void client.invalidateQueries({ queryKey: [ABOUT.dossier] });
  }, [client]);
}

/** Two presses can come before the page is drawn again: the second finds the first. */
function useOnce(send: (wanted: WantedAct) => void, isClosed: boolean): Sending['send'] {
  const pressed = useRef<unknown>(null);
  const once = useCallback(
    (wanted: WantedAct) => {
      if (pressed.current === send) return;
      pressed.current = send;
      send(wanted);
    },
    [send],
  );
  return isClosed ? null : once;
}
