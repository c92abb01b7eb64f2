/** The figures at the head of the board; each is the way to the alerts it counts. */
import { Link, getRouteApi } from '@tanstack/react-router';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { COUNTERS, countOf } from './alert-groups.js';
import type { Board, Counter } from './alert-groups.js';
import style from './supervision.module.css';
import { supervisionWords } from './words.js';

const route = getRouteApi('/frame/supervision');
const MARK = { breached: '●', high: '▲', warning: '△', unknown: '◌', stuck: '⇄', infeasible: '✗' } as const;

const chosenBy = ({ levels, causes }: Counter) => ({
  level: levels.length === 0 ? undefined : levels.join(','),
  cause: causes.length === 0 ? undefined : causes.join(','),
});

export function AlertCounters({ board }: { readonly board: Board }) {
  const words = useWords(supervisionWords);
  const { language } = useLanguage();
  const search = route.useSearch();
  const isAll = search.level === undefined && search.cause === undefined;
  return (
    <ul className={style['counters']} aria-label={words.counter.label}>
      {COUNTERS.map((counter) => {
        const { level, cause } = chosenBy(counter);
        const isChosen = !isAll && search.level === level && search.cause === cause;
        const count = countOf(counter, board);
        return (
          <li key={counter.name}>
            <Link
              to="/supervision"
              search={isChosen ? { ...search, level: undefined, cause: undefined } : { ...search, level, cause }}
              resetScroll={false}
              activeOptions={{ exact: true }}
              className={`${style['counter']} ${count === 0 ? '' : style[`counter-${counter.name}`]}`}
              aria-current={isChosen ? 'true' : undefined}
            >
              <strong>{numberText(count, language)}</strong>
              <span>
                <span aria-hidden="true">{MARK[counter.name]}</span> {words.counter[counter.name]}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
