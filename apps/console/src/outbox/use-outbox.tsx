/** The outbox of the officer at this page, for its parts. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { afterFirstAnswer } from '../service/after-first-answer.js';
import { ABOUT } from '../service/queries.js';
import { useMe } from '../service/session.js';
import type { Outbox, PendingAct, WantedAct } from './outbox.js';

const Opened = createContext<Outbox | null>(null);
const NONE: readonly PendingAct[] = [];

export function OutboxOfOfficer({ children }: { readonly children: ReactNode }) {
  const { id } = useMe();
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    const over = new AbortController();
    const open = () =>
      import('./outbox.js')
        .then(({ Outbox }) => Outbox.open(id, over.signal))
        .then((opened) => over.signal.aborted || setOutbox(opened));
    afterFirstAnswer(() => void open(), over.signal);
    return () => over.abort();
  }, [id]);
  return <Opened value={outbox}>{children}</Opened>;
}

/** Acts on their way, those just done included. */
export function usePendingActs(): readonly PendingAct[] {
  const outbox = useContext(Opened);
  const listen = useCallback((listener: () => void) => outbox?.listen(listener) ?? (() => undefined), [outbox]);
  return useSyncExternalStore(listen, () => outbox?.all ?? NONE);
}

/**
 * The way to act on a dossier: `const act = useAct(); const done = await act({ code, version, body })`; `instead` names a refused act
 * that is given up for this one. Null until the outbox is open.
 */
export function useAct(): ((wanted: WantedAct, instead?: string | null) => Promise<PendingAct>) | null {
  const outbox = useContext(Opened);
  const client = useQueryClient();
  const act = useCallback(
    async (wanted: WantedAct, instead: string | null = null) => {
      if (outbox === null) throw new Error('the outbox is not open');
      const done = await outbox.act(wanted, instead);
      await client.invalidateQueries({ queryKey: [ABOUT.inbox] });
      await client.invalidateQueries({ queryKey: [ABOUT.dossier] });
      return done;
    },
    [outbox, client],
  );
  return outbox === null ? null : act;
}

export function useOutbox(): Outbox | null {
  return useContext(Opened);
}
