/** When the desk can act: its own hours, or those of its province. */
import type { Agency } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { dayText } from '../words/format.js';
import { directoryWords } from './words.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export function DeskHours({ hours }: { readonly hours: Agency['deskHours'] }) {
  const words = useWords(directoryWords);
  return (
    <section className="card" aria-labelledby="hours">
      <h2 id="hours">{words.hours}</h2>
      {hours === null && <p>{words.legalHours}</p>}
      {hours?.map(({ from, week, notice }) => (
        <table key={from ?? ''}>
          <caption>
            {from !== undefined && words.from(dayText(from))} <span className="soft">{notice}</span>
          </caption>
          <tbody>
            {DAYS.map((day) => (
              <tr key={day}>
                <th scope="row">{words.days[day]}</th>
                <td>
                  {week[day].length === 0
                    ? words.closed
                    : week[day].map(({ from: begin, to }) => `${begin}–${to}`).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
