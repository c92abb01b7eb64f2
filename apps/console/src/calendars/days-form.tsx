/** The days of a version, one year at a time; a version holds all of them. */
import { useState } from 'react';
import { Choice } from '../parts/choice.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './calendars.module.css';
import { DayRow } from './day-row.js';
import type { DayLine, Kind } from './form.js';
import type { DayKind } from './year-grid.js';
import { calendarWords } from './words.js';
import { writeWords } from './write-words.js';

interface Properties {
  readonly kind: Kind;
  readonly days: readonly DayLine[];
  readonly years: readonly number[];
  readonly onChange: (days: readonly DayLine[]) => void;
}

const KINDS: Readonly<Record<Kind, readonly DayKind[]>> = {
  national: ['holiday', 'compensatory', 'swap', 'makeup'],
  province: ['closure'],
  desk: ['closure'],
};

export function DaysForm({ kind, days, years, onChange }: Properties) {
  const words = useWords(writeWords);
  const shown = useWords(calendarWords);
  const { language } = useLanguage();
  const now = Number(useMe().at.slice(0, 4));
  // Where the days of this year are none, those that come are what is written.
  const [year, setYear] = useState(
    () => years.find((each) => each >= now && days.some(({ date }) => date?.startsWith(`${each}-`) === true)) ?? now,
  );
  const [added, setAdded] = useState<readonly string[]>([]);
  // A day that was just added stays in sight whatever is typed into it.
  const ofYear = days.filter(
    ({ key, date }) => added.includes(key) || date?.startsWith(`${year}-`) === true || date === null,
  );
  const put = (line: DayLine) => onChange(days.map((each) => (each.key === line.key ? line : each)));
  const add = () => {
    const key = crypto.randomUUID();
    const [first = 'closure'] = KINDS[kind];
    const before = ofYear.at(-1)?.notice ?? '';
    setAdded((all) => [...all, key]);
    onChange([...days, { key, date: null, kind: first, name: '', notice: before, provisional: false, closed: '' }]);
  };
  return (
    <fieldset>
      <legend>{words.days(String(year))}</legend>
      <div className="spread">
        <p role="status">{words.dayCount(numberText(ofYear.length, language))}</p>
        <Choice
          label={shown.yearChoice}
          value={String(year)}
          onChange={(chosen) => {
            setYear(Number(chosen));
            setAdded([]);
          }}
        >
          {years.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Choice>
      </div>
      {ofYear.length > 0 && (
        <div className="scroll">
          <table className={style['days']}>
            <caption className="visually-hidden">{words.days(String(year))}</caption>
            <thead>
              <tr>
                <th scope="col">{words.date}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.basis}</th>
                <th scope="col">{kind === 'national' ? words.provisional : words.closed}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {ofYear.map((line) => (
                <DayRow
                  key={line.key}
                  line={line}
                  kinds={KINDS[kind].includes(line.kind) ? KINDS[kind] : [...KINDS[kind], line.kind]}
                  parted={kind !== 'national'}
                  onChange={put}
                  onRemove={() => onChange(days.filter(({ key }) => key !== line.key))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <button type="button" onClick={add}>
        {words.add}
      </button>
    </fieldset>
  );
}
