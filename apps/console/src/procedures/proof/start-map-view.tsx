/** The year as a map of days, the chosen day as its hours. Shade, sign and words say the same; arrow keys walk. */
import { useQuery } from '@tanstack/react-query';
import type { Breaches } from '@lien-thong/client';
import { useMemo, useRef, useState } from 'react';
import { Answered } from '../../parts/answered.js';
import { useWords } from '../../words/catalogue.js';
import { dayText, numberText, shareText } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { proofQuery } from './ask.js';
import type { Question } from './ask.js';
import style from './proof.module.css';
import { proofWords } from './proof-words.js';
import { SHADES, dayBeside, startMap } from './start-map.js';
import type { Counted, DayCell, MonthRow, Shade } from './start-map.js';

const SIGN: Readonly<Record<Shade, string>> = { none: '', some: '·', most: '▪', all: '' };
const DAYS = Array.from({ length: 31 }, (_, i) => i + 1);

export function StartMap({ asked, worst }: { readonly asked: Question; readonly worst: Breaches }) {
  const words = useWords(proofWords);
  const { language } = useLanguage();
  const { range } = asked;
  const rows = useMemo(() => startMap(range, worst.dates), [range, worst.dates]);
  const [chosen, choose] = useState<string | null>(null);
  return (
    <section>
      <h4>{words.map}</h4>
      <p>
        {words.year(dayText(range.from), dayText(range.to))} ·{' '}
        {words.mapSummary(numberText(worst.dates.length, language))}
      </p>
      <Grid rows={rows} chosen={chosen ?? worst.dates[0]?.date ?? range.from} choose={choose} />
      <ul className={style['legend']} aria-label={words.legend}>
        {SHADES.map((shade) => (
          <li key={shade}>
            <span className={`${style['swatch']} ${style[shade]}`} aria-hidden="true">
              {SIGN[shade]}
            </span>
            {words.shades[shade]}
          </li>
        ))}
      </ul>
      {chosen !== null && <HoursOfDay asked={asked} day={chosen} />}
      <details>
        <summary>{words.byHour}</summary>
        <Counts caption={words.byHour} rows={worst.hours.map((one) => [words.hour(String(one.hour)), one])} />
      </details>
      <details>
        <summary>{words.byWeekday}</summary>
        <Counts
          caption={words.byWeekday}
          rows={worst.weekdays.map((one) => [words.weekdays[one.weekday as keyof typeof words.weekdays], one])}
        />
      </details>
    </section>
  );
}

interface GridProperties {
  readonly rows: readonly MonthRow[];
  readonly chosen: string;
  readonly choose: (day: string) => void;
}

function Grid({ rows, chosen, choose }: GridProperties) {
  const words = useWords(proofWords);
  const table = useRef<HTMLTableElement>(null);
  const walk = (key: string, date: string): boolean => {
    const next = dayBeside(rows, date, key);
    if (next === date) return false;
    choose(next);
    table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
    return true;
  };
  return (
    <div className="scroll">
      <table ref={table} className={style['map']}>
        <caption className="visually-hidden">{`${words.map}. ${words.mapHint}`}</caption>
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            {DAYS.map((day) => (
              <th key={day} scope="col">
                {day % 5 === 0 || day === 1 ? day : <span className="visually-hidden">{day}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month, days }) => (
            <tr key={month}>
              <th scope="row">{month.split('-').reverse().join('/')}</th>
              {days.map((day, i) => (
                <td key={i}>{day !== null && <Day day={day} here={day.date === chosen} {...{ choose, walk }} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProperties {
  readonly day: DayCell;
  readonly here: boolean;
  readonly choose: (day: string) => void;
  readonly walk: (key: string, date: string) => boolean;
}

function Day({ day: { date, shade, starts, breaching, weekday }, here, choose, walk }: DayProperties) {
  const words = useWords(proofWords);
  const { language } = useLanguage();
  const count = words.starts(numberText(breaching, language), numberText(starts, language));
  const title = breaching === 0 ? words.dayNone(dayText(date)) : words.dayTitle(dayText(date), count);
  return (
    <button
      type="button"
      data-day={date}
      tabIndex={here ? 0 : -1}
      aria-pressed={here}
      aria-label={title}
      title={title}
      className={`${style['day']} ${style[shade]} ${weekday > 5 ? style['weekend'] : ''}`}
      onClick={() => choose(date)}
      onKeyDown={(event) => {
        if (walk(event.key, date)) event.preventDefault();
      }}
    >
      {SIGN[shade]}
    </button>
  );
}

/** Asked for by itself: the proof of a year has its hours and its days, not both together. */
function HoursOfDay({ asked, day }: { readonly asked: Question; readonly day: string }) {
  const words = useWords(proofWords);
  const question = useQuery(proofQuery({ ...asked, range: { from: day, to: day } }));
  const title = words.hoursOf(dayText(day));
  return (
    <Answered question={question}>
      {({ asked: { range }, answer: { proof } }) => {
        if (range.from !== day) return <p className="soft">{words.askingFirst}</p>;
        if (!proof.computable) return <p>{words.closed}</p>;
        return <Counts caption={title} rows={proof.worst.hours.map((one) => [words.hour(String(one.hour)), one])} />;
      }}
    </Answered>
  );
}

function Counts({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly (readonly [string, Counted])[];
}) {
  const words = useWords(proofWords);
  const { language } = useLanguage();
  return (
    <table className={style['compact']}>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([name, { starts, breaching }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={style['meter']}>
              <svg className={style['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect x={0} y={1} width={100} height={4} className={style['axis']} />
                <rect
                  x={0}
                  y={1}
                  width={starts === 0 ? 0 : (100 * breaching) / starts}
                  height={4}
                  className={style['broken']}
                />
              </svg>
            </td>
            <td className="number">{shareText(breaching, starts, language) ?? '–'}</td>
            <td className="number soft">
              {words.starts(numberText(breaching, language), numberText(starts, language))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
