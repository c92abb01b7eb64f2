/** How many dossiers come to what, each number leading to its dossiers; and why those that stay do. */
import { Link } from '@tanstack/react-router';
import type { Amendment } from '@lien-thong/client';
import { Columns } from '../parts/columns.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import style from './amendments.module.css';
import { runWords } from './run-words.js';
import { amendmentWords } from './words.js';

export function Counts({ amendment: { id, counts, reasons } }: { readonly amendment: Amendment }) {
  const words = useWords(runWords);
  const shown = useWords(amendmentWords);
  const { language } = useLanguage();
  if (counts.length === 0) return null;
  const number = (value: number) => numberText(value, language);
  return (
    <section className={style['columns']} aria-label={words.counts}>
      <table className={style['counts']}>
        <caption>{words.counts}</caption>
        <Columns of={[words.countsState, shown.dossiers, words.earlier, words.later, shown.becomeOverdue]} />
        <tbody>
          {counts.map(({ state, dossiers, earlier, later, becomeOverdue }) => (
            <tr key={state}>
              <th scope="row">{words.dossierStates[state]}</th>
              <td>
                <Link to="/amendments/$amendment" params={{ amendment: id }} search={{ state }} hash="dossiers">
                  {number(dossiers)}
                </Link>
              </td>
              <td>{number(earlier)}</td>
              <td>{number(later)}</td>
              <td>
                {becomeOverdue === 0 ? (
                  number(0)
                ) : (
                  <Link
                    to="/amendments/$amendment"
                    params={{ amendment: id }}
                    search={{ state, overdue: 'true' }}
                    hash="dossiers"
                  >
                    {number(becomeOverdue)}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.length > 0 && <Reasons reasons={reasons} />}
    </section>
  );
}

function Reasons({ reasons }: { readonly reasons: Amendment['reasons'] }) {
  const words = useWords(runWords);
  const { language } = useLanguage();
  const say = useSay();
  return (
    <div>
      <h2>{words.reasons}</h2>
      <ul>
        {reasons.map(({ code, dossiers, sentence, sentenceEn }) => (
          <li key={code}>
            <strong>{numberText(dossiers, language)}</strong> {say(sentence, sentenceEn)}
          </li>
        ))}
      </ul>
    </div>
  );
}
