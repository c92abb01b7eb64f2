/** The same year in figures, a month at a time: for who reads with a screen reader, and for who wants the number. */
import { useState } from 'react';
import { Field } from '../../parts/field.js';
import { useWords } from '../../words/catalogue.js';
import { numberText } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import type { Cell, DayColumn, Place, StartMap } from './start-map.js';
import style from './start-map.module.css';
import { startMapWords } from './start-map-words.js';

interface Properties {
  readonly map: StartMap;
  readonly month: string;
  readonly said: (place: Place) => string;
  readonly explain: (place: Place) => void;
}

export function StartMapTable({ month: first, ...properties }: Properties) {
  const words = useWords(startMapWords);
  const [open, setOpen] = useState(false);
  const [month, choose] = useState(first);
  const name = (one: string) => words.month(one.slice(5), one.slice(0, 4));
  const band = properties.map.bands.find((one) => one.month === month);
  const days = band?.days.filter((day) => day !== null && day.cells.length > 0) ?? [];
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.table}</summary>
      {open && (
        <>
          <Field label={words.chooseMonth}>
            {(ids) => (
              <select {...ids} value={month} onChange={({ target }) => choose(target.value)}>
                {properties.map.bands.map((one) => (
                  <option key={one.month} value={one.month}>
                    {name(one.month)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {days.length === 0 ? <p>{words.noDays}</p> : <Month name={name(month)} days={days} {...properties} />}
          <p className="soft">{words.tableHint}</p>
        </>
      )}
    </details>
  );
}

interface MonthProperties extends Omit<Properties, 'month'> {
  readonly name: string;
  readonly days: readonly (DayColumn | null)[];
}

function Month({ name, days, map: { hours }, said, explain }: MonthProperties) {
  const words = useWords(startMapWords);
  return (
    <table className={style['numbers']}>
      <caption>{words.tableOf(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          {hours.map((hour) => (
            <th key={hour} scope="col">
              {words.shortHour(String(hour))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) =>
          day === null ? null : (
            <tr key={day.date}>
              <th scope="row">
                {words.shortWeekdays[day.weekday as keyof typeof words.shortWeekdays]} {day.date.slice(8)}
              </th>
              {day.cells.map((cell, i) => (
                <td key={hours[i]}>
                  {cell === null ? (
                    '–'
                  ) : (
                    <Count place={{ date: day.date, hour: cell.hour }} {...{ cell, said, explain }} />
                  )}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

interface CountProperties extends Pick<Properties, 'said' | 'explain'> {
  readonly cell: Cell;
  readonly place: Place;
}

function Count({ cell: { starts, breaching }, place, said, explain }: CountProperties) {
  const { language } = useLanguage();
  if (starts === 0) return <span title={said(place)}>◌</span>;
  if (breaching === 0) return <span className="soft">0</span>;
  return (
    <button type="button" className="plain" title={said(place)} aria-label={said(place)} onClick={() => explain(place)}>
      {numberText(breaching, language)}
    </button>
  );
}
