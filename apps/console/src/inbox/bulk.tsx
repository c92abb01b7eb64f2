/** What can be done to the chosen dossiers together, and what became of it: one act and one answer for each. */
import type { InboxDossier } from '@lien-thong/client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { actWords } from '../acts/act-words.js';
import { useOutbox } from '../outbox/use-outbox.js';
import { ABOUT } from '../service/queries.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { BulkAssign } from './bulk-assign.js';
import { BULK_ACTS, BULK_NAMES, actableBy, actsOn, assignableBy } from './bulk-acts.js';
import type { BulkBody, BulkName, Run } from './bulk-acts.js';
import { BulkResults } from './bulk-results.js';
import { bulkWords } from './bulk-words.js';
import style from './inbox.module.css';

type Rows = readonly InboxDossier[];
type Order = (rows: Rows, body: BulkBody) => void;

interface Properties {
  readonly rows: Rows;
  readonly onEnd: () => void;
}

export function Bulk({ rows, onEnd }: Properties) {
  const words = useWords(bulkWords);
  const { language } = useLanguage();
  const { runs, order, dismiss } = useRuns(onEnd);
  return (
    <>
      {rows.length > 0 && (
        <section className={`${style['bulk']} no-print`} aria-label={words.title(numberText(rows.length, language))}>
          <div className="spread">
            <strong role="status">{words.title(numberText(rows.length, language))}</strong>
            <button type="button" className="plain" onClick={onEnd}>
              {words.clear}
            </button>
          </div>
          <Possible rows={rows} order={order} />
          <span className="soft">{words.own}</span>
        </section>
      )}
      {runs.map((run) => (
        <BulkResults key={run.id} run={run} onDismiss={() => dismiss(run.id)} />
      ))}
    </>
  );
}

function Possible({ rows, order }: { readonly rows: Rows; readonly order: Order | null }) {
  const words = useWords(bulkWords);
  const { agencyId } = useMe();
  const own = assignableBy(agencyId, rows);
  const possible = BULK_NAMES.filter((name) => actableBy(name, rows).length > 0);
  if (own.length === 0 && possible.length === 0) return <span>{words.nothing}</span>;
  return (
    <div className="row">
      {possible.map((name) => (
        <OneAct key={name} name={name} rows={actableBy(name, rows)} order={order} />
      ))}
      {own.length > 0 && <BulkAssign rows={own} order={order} />}
    </div>
  );
}

/** A button; with a choice beside it where the act may be done in several ways. */
function OneAct({ name, rows, order }: { readonly name: BulkName; readonly rows: Rows; readonly order: Order | null }) {
  const words = useWords(bulkWords);
  const acts = useWords(actWords);
  const { language } = useLanguage();
  const [at, setAt] = useState(0);
  const bodies: readonly BulkBody[] = BULK_ACTS[name].bodies;
  const body = bodies[at];
  const title = acts[name].name;
  return (
    <span className="row">
      <button
        type="button"
        disabled={order === null || body === undefined}
        onClick={() => body !== undefined && order?.(rows, body)}
      >
        {words.act(title, numberText(rows.length, language))}
      </button>
      {bodies.length > 1 && (
        <select aria-label={words.how(title)} value={at} onChange={({ target }) => setAt(Number(target.value))}>
          {bodies.map((each, i) => (
            <option key={i} value={i}>
              {words.way[wayOf(each)]}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}

type Way = keyof (typeof bulkWords)['vi']['way'];

function wayOf(body: BulkBody): Way {
  if (body.type === 'notifyApplicant' || body.type === 'returnResult') return body.means;
  return body.type === 'dispatchResult' ? body.copy : 'electronic';
}

/** Orders given on this page. All acts are put into the outbox before the first is sent: none is lost with the line. */
function useRuns(onEnd: () => void) {
  const outbox = useOutbox();
  const client = useQueryClient();
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const order = useCallback(
    async (rows: Rows, body: BulkBody) => {
      if (outbox === null) return;
      const before = new Set(outbox.all.map(({ id }) => id));
      const codes = rows.map(({ code }) => code);
      setRuns((earlier) => [{ id: crypto.randomUUID(), command: body.type, codes, before }, ...earlier]);
      onEnd();
      await Promise.all(actsOn(rows, body).map((wanted) => outbox.act(wanted)));
      await Promise.all(
        [ABOUT.inbox, ABOUT.dossier, ABOUT.officers].map((about) => client.invalidateQueries({ queryKey: [about] })),
      );
    },
    [outbox, client, onEnd],
  );
  const dismiss = (id: string) => setRuns((earlier) => earlier.filter((run) => run.id !== id));
  const ordered: Order = (rows, body) => void order(rows, body);
  return { runs, order: outbox === null ? null : ordered, dismiss };
}
