/** Chờ gửi: every act on its way, each with its own state. */
import type { Opened } from '@lien-thong/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { actWords } from '../acts/act-words.js';
import { keepReceipt } from '../inbox/receipt-kept.js';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { ActStateText } from './act-state.js';
import type { PendingAct } from './outbox.js';
import { subjectOf } from './subject-of.js';
import { useOutbox, usePendingActs } from './use-outbox.js';
import { waitsBehind } from './waits-behind.js';
import { outboxWords } from './words.js';

export function OutboxScreen() {
  const words = useWords(outboxWords);
  const { language } = useLanguage();
  const outbox = useOutbox();
  const acts = usePendingActs();
  const open = acts.filter(({ state }) => state.kind !== 'received').length;
  const canSend = acts.some(({ state }) => state.kind === 'kept');
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <div className="spread">
        <span role="status">{words.waiting(numberText(open, language))}</span>
        <button type="button" disabled={outbox === null || !canSend} onClick={() => void outbox?.send()}>
          {words.retry}
        </button>
      </div>
      {acts.length === 0 ? <p className="soft">{words.empty}</p> : <Acts acts={acts} />}
    </>
  );
}

function Acts({ acts }: { readonly acts: readonly PendingAct[] }) {
  const words = useWords(outboxWords);
  return (
    <table>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.act}</th>
          <th scope="col">{words.dossier}</th>
          <th scope="col">{words.occurred}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.todo}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <Row key={act.id} act={act} waits={waitsBehind(acts, act)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ act, waits }: { readonly act: PendingAct; readonly waits: boolean }) {
  const words = useWords(outboxWords);
  const names = useWords(actWords);
  const code = act.state.kind === 'received' ? act.state.answer.code : act.code;
  return (
    <tr>
      <td>{act.command === 'submit' ? words.submit : nameOf(act, names)}</td>
      <td>
        {code === null ? (
          <>
            {words.fresh} <span className="soft">{subjectOf(act.body)}</span>
          </>
        ) : (
          <Link to="/dossiers/$code" params={{ code }} className="code">
            {code}
          </Link>
        )}
      </td>
      <td>{act.occurredAt === null ? words.whenSent : <Instant at={act.occurredAt} />}</td>
      <td>
        <ActStateText state={act.state} />
        {waits && <span className="soft">{words.behind}</span>}
      </td>
      <td>
        {act.state.kind === 'refused' && (
          <div className="row">
            {act.code === null && (
              <Link to="/inbox/receive" search={{ amend: act.id }}>
                {words.amend}
              </Link>
            )}
            <Drop id={act.id} />
          </div>
        )}
        {act.state.kind === 'received' && 'trackingSecret' in act.state.answer && <Print answer={act.state.answer} />}
      </td>
    </tr>
  );
}

/** A dossier that was taken in while its screen was closed has its receipt all the same. */
function Print({ answer: { code, trackingSecret: secret } }: { readonly answer: Opened }) {
  const words = useWords(outboxWords);
  return (
    <Link to="/inbox/receive" onClick={() => keepReceipt({ code, secret })}>
      {words.print}
    </Link>
  );
}

/** Asked once more: what was typed is lost with it. */
function Drop({ id }: { readonly id: string }) {
  const words = useWords(outboxWords);
  const outbox = useOutbox();
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <button type="button" onClick={() => setAsks(true)}>
        {words.drop}
      </button>
    );
  }
  return (
    <span className="row" role="group" aria-label={words.dropAsk}>
      {words.dropAsk}
      <button type="button" className="danger" onClick={() => void outbox?.drop(id)}>
        {words.dropYes}
      </button>
      <button type="button" onClick={() => setAsks(false)}>
        {words.keep}
      </button>
    </span>
  );
}

type Names = (typeof actWords)['vi'];

function nameOf({ command }: PendingAct, names: Names): string {
  return Object.hasOwn(names, command) ? names[command as keyof Names].name : command;
}
