/** The square of delays: a number, its word and its denominator in every cell; the shade only repeats the word. */
import { Link, getRouteApi } from '@tanstack/react-router';
import { shortName } from '../inbox/short-names.js';
import { useWords } from '../words/catalogue.js';
import { minutesText, numberText } from '../words/format.js';
import type { Language } from '../words/language.js';
import { useLanguage, useSay } from '../words/language.js';
import { NOBODY, SHADES, shadeOf, shownValue } from './delay-matrix.js';
import type { Agency, Matrix, Show, Sum } from './delay-matrix.js';
import { delayWords } from './delay-words.js';
import style from './heat.module.css';

const route = getRouteApi('/frame/supervision/delays');

/** Everybody, in the address of a cell. */
export const ANY = '*';

export function figureText(value: number, show: Show, language: Language): string {
  return show === 'share' ? `${numberText(Math.round(value), language)} %` : minutesText(value, language);
}

export function useAgencyName(): (agency: Agency) => string {
  const words = useWords(delayWords);
  const say = useSay();
  return ({ id, name, nameEn }) => (id === NOBODY ? words.nobody : shortName(say(name, nameEn)));
}

export function DelayTable({ matrix, show }: { readonly matrix: Matrix; readonly show: Show }) {
  const words = useWords(delayWords);
  const nameOf = useAgencyName();
  const everybody: Agency = { id: ANY, name: words.sum, nameEn: words.sum };
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.caption}>
      <table className={style['heat']}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.corner}</th>
            {matrix.receivers.map((receiver) => (
              <th key={receiver.id} scope="col">
                {nameOf(receiver)}
              </th>
            ))}
            <th scope="col">{words.sum}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.senders.map((sender) => (
            <tr key={sender.id}>
              <th scope="row">{nameOf(sender)}</th>
              {matrix.receivers.map((receiver) => (
                <Cell key={receiver.id} sum={matrix.cell(sender.id, receiver.id)} {...{ sender, receiver, show }} />
              ))}
              <Cell sum={matrix.ofSender(sender.id)} {...{ sender, show }} receiver={everybody} />
            </tr>
          ))}
          <tr className={style['sum']}>
            <th scope="row">{words.sum}</th>
            {matrix.receivers.map((receiver) => (
              <Cell key={receiver.id} sum={matrix.ofReceiver(receiver.id)} {...{ receiver, show }} sender={everybody} />
            ))}
            <Cell sum={matrix.whole} sender={everybody} receiver={everybody} show={show} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface CellProperties {
  readonly sum: Sum | null;
  readonly sender: Agency;
  readonly receiver: Agency;
  readonly show: Show;
}

function Cell({ sum, sender, receiver, show }: CellProperties) {
  const words = useWords(delayWords);
  const { language } = useLanguage();
  const nameOf = useAgencyName();
  const search = route.useSearch();
  if (sum === null || sum.ended === 0) return <td className={style['noData']}>{words.noData}</td>;
  const shade = shadeOf(sum, show);
  const cell = `${sender.id}>${receiver.id}`;
  const of = words.of(numberText(sum.dossiers, language), numberText(sum.ended, language));
  const text = (
    <>
      <strong>{figureText(shownValue(sum, show), show, language)}</strong>
      <span>{words.shade[shade]}</span>
      <span className={style['small']}>{of}</span>
    </>
  );
  const pair = `${nameOf(sender)} → ${sender.id === receiver.id && sender.id !== ANY ? words.itself : nameOf(receiver)}`;
  return (
    <td className={style[shade]}>
      {sum.dossiers === 0 || (sender.id === ANY && receiver.id === NOBODY) ? (
        <span className={style['cell']}>{text}</span>
      ) : (
        <Link
          to="/supervision/delays"
          search={{ ...search, cell }}
          resetScroll={false}
          activeOptions={{ exact: true }}
          className={style['cell']}
          title={words.open(pair)}
          aria-current={search.cell === cell ? 'true' : undefined}
        >
          {text}
          <span className="visually-hidden">{words.open(pair)}</span>
        </Link>
      )}
    </td>
  );
}

/** What each word means in numbers, for the figure that is shown. */
export function DelayLegend({ show }: { readonly show: Show }) {
  const words = useWords(delayWords);
  const { language } = useLanguage();
  const [little, much] = SHADES[show].map((value) => figureText(value, show, language));
  const steps = [
    ['none', ''],
    ['little', words.upTo(little ?? '')],
    ['much', words.upTo(much ?? '')],
    ['most', words.over(much ?? '')],
  ] as const;
  return (
    <ul className={style['legend']} aria-label={words.legend}>
      {steps.map(([shade, meaning]) => (
        <li key={shade} className={style[shade]}>
          <strong>{words.shade[shade]}</strong> {meaning}
        </li>
      ))}
      <li className={style['noData']}>{words.noData}</li>
    </ul>
  );
}
