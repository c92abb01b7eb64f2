import type { Inbox, InboxDossier } from '@lien-thong/client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useMemo, useState } from 'react';
import { Answered } from '../parts/answered.js';
import { DataOf } from '../parts/data-of.js';
import { partWords } from '../parts/words.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './inbox.module.css';
import { InboxTable } from './inbox-table.js';
import { countOf } from './queues.js';
import type { Counts } from './queues.js';
import { stillChosen, toggled } from './rows-order.js';
import { inboxWords } from './words.js';

const Bulk = lazy(() => import('./bulk.js').then(({ Bulk }) => ({ default: Bulk })));

const route = getRouteApi('/frame/inbox');
const NONE: ReadonlySet<string> = new Set();

interface Properties {
  readonly question: UseInfiniteQueryResult<InfiniteData<Inbox>>;
  readonly rows: readonly InboxDossier[];
  readonly counts: Counts | null;
  readonly open: (code: string) => void;
}

/** The list of one queue, what is chosen of it, and what is done to what is chosen. */
export function InboxList({ question, rows, counts, open }: Properties) {
  const words = useWords(inboxWords);
  const { queue, assignee, q, code } = route.useSearch();
  const { chosen, choose, chooseAll } = useChosen(rows, {
    list: `${queue ?? ''}|${assignee ?? ''}|${q ?? ''}`,
    isRead: question.isSuccess,
  });
  const [hasBulk, setHasBulk] = useState(false);
  const chosenRows = useMemo(() => rows.filter((row) => chosen.has(row.code)), [rows, chosen]);
  const clear = useCallback(() => chooseAll(false), [chooseAll]);
  if (chosenRows.length > 0 && !hasBulk) setHasBulk(true);
  return (
    <section className={style['list']}>
      {hasBulk && (
        <Suspense>
          <Bulk rows={chosenRows} onEnd={clear} />
        </Suspense>
      )}
      <Answered question={question}>
        {() =>
          rows.length === 0 ? (
            <p className="soft">{assignee === undefined && q === undefined ? words.empty : words.emptyFiltered}</p>
          ) : (
            <InboxTable
              caption={words.caption(queue === undefined ? words.toAct : words.queue[queue])}
              rows={rows}
              current={code}
              chosen={chosen}
              onOpen={open}
              onChoose={choose}
              onChooseAll={chooseAll}
            />
          )
        }
      </Answered>
      <Below question={question} shown={rows.length} all={counts === null ? null : countOf(counts, queue)} />
    </section>
  );
}

/** How much of the queue is in sight, of when it is, and the rest of it. */
function Below({
  question: { data, hasNextPage, isFetchingNextPage, fetchNextPage },
  shown,
  all,
}: {
  readonly question: Properties['question'];
  readonly shown: number;
  readonly all: number | null;
}) {
  const words = useWords(inboxWords);
  const { more, loading } = useWords(partWords);
  const { language } = useLanguage();
  const at = data?.pages[0]?.at;
  if (at === undefined) return null;
  return (
    <div className={`spread ${style['below']}`}>
      <span className="row">
        {all !== null && shown > 0 && (
          <span className="soft">{words.shown(numberText(shown, language), numberText(all, language))}</span>
        )}
        {hasNextPage && (
          <button
            type="button"
            className="no-print"
            aria-disabled={isFetchingNextPage}
            onClick={() => isFetchingNextPage || void fetchNextPage()}
          >
            {isFetchingNextPage ? loading : more}
          </button>
        )}
      </span>
      <DataOf at={at} />
    </div>
  );
}

/** Rows chosen for one act on many. Those that leave the list are no longer chosen; another list begins with none. */
function useChosen(
  rows: readonly InboxDossier[],
  { list, isRead }: { readonly list: string; readonly isRead: boolean },
) {
  const [kept, setKept] = useState({ list, codes: NONE });
  const codes = useMemo(() => rows.map(({ code }) => code), [rows]);
  const own = kept.list === list ? kept.codes : NONE;
  const chosen = useMemo(() => stillChosen(own, codes), [own, codes]);
  if (isRead && chosen !== kept.codes) setKept({ list, codes: chosen });
  const choose = useCallback(
    (code: string) => setKept((before) => ({ list, codes: toggled(before.list === list ? before.codes : NONE, code) })),
    [list],
  );
  const chooseAll = useCallback((all: boolean) => setKept({ list, codes: all ? new Set(codes) : NONE }), [list, codes]);
  return { chosen, choose, chooseAll };
}
