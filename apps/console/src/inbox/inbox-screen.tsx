/** Hộp việc: what an agency has to do, the most urgent first, and the dossier in hand beside it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PendingAct } from '../outbox/outbox.js';
import { useWords } from '../words/catalogue.js';
import { Filters } from './filters.js';
import { InboxList } from './inbox-list.js';
import { inboxQuery } from './inbox-query.js';
import style from './inbox.module.css';
import type { KeyPressed } from './preview.js';
import { QueueTabs } from './queue-tabs.js';
import { following } from './rows-order.js';
import { useInboxKeys } from './use-inbox-keys.js';
import { inboxWords } from './words.js';

const Preview = lazy(() => import('./preview.js').then(({ Preview }) => ({ default: Preview })));
const KeysHelp = lazy(() => import('./keys-help.js').then(({ KeysHelp }) => ({ default: KeysHelp })));

const route = getRouteApi('/frame/inbox');

export function InboxScreen() {
  const words = useWords(inboxWords);
  const { queue, assignee, q, code } = route.useSearch();
  const inbox = useInfiniteQuery(inboxQuery({ queue, assignee, q }));
  const rows = useMemo(() => inbox.data?.pages.flatMap(({ dossiers }) => dossiers) ?? [], [inbox.data]);
  const open = useOpen();
  const [pressed, setPressed] = useState<KeyPressed | null>(null);
  const [helps, setHelps] = useState(false);
  const codes = useMemo(() => rows.map((row) => row.code), [rows]);
  const onDone = useNextAfter(codes, code);
  useInboxKeys({ codes, code, open, press: setPressed, help: () => setHelps(true) });
  const counts = useLastCounts(inbox.data?.pages[0]?.counts);
  return (
    <>
      <div className="spread">
        <h1>{words.title}</h1>
        <span className="row no-print">
          <button type="button" className="plain" onClick={() => setHelps(true)}>
            {words.keys}
          </button>
          <Link to="/inbox/receive" className={style['receive']}>
            {words.receive}
          </Link>
        </span>
      </div>
      <QueueTabs current={queue} counts={counts} />
      <Filters />
      <div className={`${style['sides']} ${code === undefined ? '' : style['two']}`}>
        <InboxList question={inbox} rows={rows} counts={counts} open={open} />
        {code !== undefined && (
          <div className={style['preview']}>
            <Suspense>
              <Preview key={code} code={code} pressed={pressed} onPressed={setPressed} onDone={onDone} />
            </Suspense>
          </div>
        )}
      </div>
      {helps && (
        <Suspense>
          <KeysHelp onClose={() => setHelps(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Opens a dossier beside the list; going through the list with the keys leaves no trail of addresses. */
function useOpen(): (code: string | undefined) => void {
  const navigate = route.useNavigate();
  return useCallback(
    (code) =>
      void navigate({
        search: ({ queue, assignee, q }) => ({ queue, assignee, q, code }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}

/** After an act the service has taken: on to the next dossier of the list as it stood when this one was in hand. */
function useNextAfter(codes: readonly string[], code: string | undefined): (act: PendingAct) => void {
  const open = useOpen();
  const now = useRef(codes);
  const before = useRef(codes);
  useEffect(() => {
    now.current = codes;
    if (code === undefined || codes.includes(code)) before.current = codes;
  }, [codes, code]);
  return useCallback(
    ({ code: acted, state }) => {
      if (state.kind !== 'received' || acted === null) return;
      open(following(before.current, now.current, acted) ?? undefined);
    },
    [open],
  );
}

/** Counts stay in sight while another queue is asked for. */
function useLastCounts<Counts>(counts: Counts | undefined): Counts | null {
  const last = useRef<Counts | null>(null);
  useEffect(() => {
    if (counts !== undefined) last.current = counts;
  }, [counts]);
  return counts ?? last.current;
}
