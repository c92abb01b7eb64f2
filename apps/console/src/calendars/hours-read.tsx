/** The office hours of a province, period after period. */
import type { CalendarVersion } from '@lien-thong/client';
import { Columns } from '../parts/columns.js';
import { useWords } from '../words/catalogue.js';
import { dayText } from '../words/format.js';
import { WEEKDAYS } from './form.js';
import { hoursText } from './hours-text.js';
import { calendarWords } from './words.js';

export function HoursRead({ hours }: { readonly hours: NonNullable<CalendarVersion['hours']> }) {
  const words = useWords(calendarWords);
  return (
    <section aria-labelledby="office-hours">
      <h2 id="office-hours">{words.hours}</h2>
      {hours.map(({ from, week, notice }) => (
        <table key={from ?? ''}>
          <caption>
            {from === undefined ? words.hoursAlways : words.hoursFrom(dayText(from))}{' '}
            <span className="soft">{notice}</span>
          </caption>
          <Columns of={[...WEEKDAYS.map((day) => words.weekdayNames[day])]} />
          <tbody>
            <tr>
              {WEEKDAYS.map((day) => (
                <td key={day}>{week[day].length === 0 ? words.closed : hoursText(week[day])}</td>
              ))}
            </tr>
          </tbody>
        </table>
      ))}
    </section>
  );
}
