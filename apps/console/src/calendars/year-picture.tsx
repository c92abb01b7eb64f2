/** A year at a glance: twelve months, each day that differs with a mark and a word, and the same as a list. */
import { Columns } from '../parts/columns.js';
import { useWords } from '../words/catalogue.js';
import { dayText } from '../words/format.js';
import style from './calendars.module.css';
import { WEEKDAYS } from './form.js';
import type { CalendarDay, DayKind, GridDay, GridMonth } from './year-grid.js';
import { yearGrid } from './year-grid.js';
import { calendarWords } from './words.js';

export const DAY_MARK: Readonly<Record<DayKind, string>> = {
  ...{ holiday: '★', compensatory: '☆', swap: '⇄', makeup: '▣', closure: '✕' },
};

interface Properties {
  readonly year: number;
  readonly days: readonly CalendarDay[];
}

export function YearPicture({ year, days }: Properties) {
  const words = useWords(calendarWords);
  const ofYear = days.filter(({ date }) => date.startsWith(`${year}-`));
  return (
    <>
      <Legend kinds={[...new Set(ofYear.map(({ kind }) => kind))]} />
      <div className={style['year']}>
        {yearGrid(year, ofYear).map((month) => (
          <Month key={month.month} month={month} />
        ))}
      </div>
      {ofYear.length === 0 ? <p>{words.ordinary}</p> : <DayList year={year} days={ofYear} />}
    </>
  );
}

function Legend({ kinds }: { readonly kinds: readonly DayKind[] }) {
  const words = useWords(calendarWords);
  return (
    <ul className={style['legend']} aria-label={words.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={`${style['key']} ${style[kind]}`} aria-hidden="true">
            {DAY_MARK[kind]} {words.short[kind]}
          </span>{' '}
          {words.kinds[kind]}
        </li>
      ))}
      <li>
        <span className={`${style['key']} ${style['weekend']}`} aria-hidden="true">
          {words.weekdays.sat}
        </span>{' '}
        {words.weekend}
      </li>
    </ul>
  );
}

function Month({ month: { month, weeks } }: { readonly month: GridMonth }) {
  const words = useWords(calendarWords);
  return (
    <table className={style['month']}>
      <caption>{words.month(String(month))}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" abbr={words.weekdayNames[day]}>
              {words.weekdays[day]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={i}>
            {week.map((day, place) => (day === null ? <td key={place} /> : <Day key={place} day={day} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day: { day, isWeekend, said } }: { readonly day: GridDay }) {
  const words = useWords(calendarWords);
  const [first] = said;
  if (first === undefined) return <td className={isWeekend ? style['weekend'] : undefined}>{day}</td>;
  const sentences = said.map(
    ({ kind, name, notice, provisional, closed }) =>
      `${words.kinds[kind]}: ${name}${closed === undefined ? '' : ` (${words.part(`${closed.from}–${closed.to}`)})`}${provisional ? ` (${words.provisional})` : ''}. ${notice}`,
  );
  return (
    <td
      className={`${style[first.kind]} ${first.provisional ? style['provisional'] : ''}`}
      title={sentences.join('\n')}
    >
      {day}
      <span className={style['said']}>
        <span aria-hidden="true">{DAY_MARK[first.kind]}</span> {words.short[first.kind]}
        {first.provisional && '?'}
      </span>
    </td>
  );
}

function DayList({ year, days }: Properties) {
  const words = useWords(calendarWords);
  return (
    <details>
      <summary>{words.list(String(year))}</summary>
      <table>
        <caption className="visually-hidden">{words.list(String(year))}</caption>
        <Columns of={[words.day, words.kind, words.name, words.certainty, words.basis]} />
        <tbody>
          {days.map(({ date, kind, name, notice, provisional, closed }, i) => (
            <tr key={`${date} ${i}`}>
              <th scope="row">{dayText(date)}</th>
              <td>
                <span aria-hidden="true">{DAY_MARK[kind]}</span> {words.kinds[kind]}
                {closed !== undefined && `, ${words.part(`${closed.from}–${closed.to}`)}`}
              </td>
              <td>{name}</td>
              <td>{provisional ? words.provisional : words.final}</td>
              <td>{notice}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
