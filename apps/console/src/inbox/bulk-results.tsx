import { Link } from '@tanstack/react-router';
import { actWords } from '../acts/act-words.js';
import { usePendingActs } from '../outbox/use-outbox.js';
import { ActStateText } from '../outbox/act-state.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { outcomesOf } from './bulk-acts.js';
import type { Run } from './bulk-acts.js';
import { bulkWords } from './bulk-words.js';
import style from './inbox.module.css';

/** What became of each act of an order; stays until it is closed. */
export function BulkResults({ run, onDismiss }: { readonly run: Run; readonly onDismiss: () => void }) {
  const words = useWords(bulkWords);
  const acts = useWords(actWords);
  const { language } = useLanguage();
  const outcomes = outcomesOf(run, usePendingActs());
  const received = outcomes.filter(({ state }) => state?.kind === 'received').length;
  const { name } = acts[run.command];
  return (
    <section className={`card ${style['results']}`}>
      <div className="spread">
        <strong>{words.results(name)}</strong>
        <span role="status">{words.done(numberText(received, language), numberText(outcomes.length, language))}</span>
        <button type="button" className="plain no-print" onClick={onDismiss}>
          {words.dismiss}
        </button>
      </div>
      <div className={style['rows']} tabIndex={0} role="group" aria-label={words.results(name)}>
        <table>
          <caption className="visually-hidden">{words.results(name)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dossier}</th>
              <th scope="col">{words.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map(({ code, state }) => (
              <tr key={code}>
                <td className="code">{code}</td>
                <td>
                  {state === null ? words.writing : <ActStateText state={state} />}
                  {state?.kind === 'refused' && <Link to="/outbox">{words.decide}</Link>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
