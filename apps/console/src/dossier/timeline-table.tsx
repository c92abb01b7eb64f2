/** The same stretches as the drawing shows, in words. */
import type { Timeline } from '@lien-thong/client';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { minutesText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useGround } from './grounds.js';
import { useNames } from './names.js';
import { timelineWords } from './timeline-words.js';

export function TimelineTable({ timeline: { segments } }: { readonly timeline: Timeline }) {
  const words = useWords(timelineWords);
  const names = useNames();
  const ground = useGround();
  const { language } = useLanguage();
  const minutes = (value: number | null) => (value === null ? words.unknown : minutesText(value, language));
  return (
    <div className="scroll">
      <table>
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.owner}</th>
            <th scope="col">{words.phase}</th>
            <th scope="col" className="number">
              {words.minutes}
            </th>
            <th scope="col" className="number">
              {words.desk}
            </th>
            <th scope="col">{words.restColumn}</th>
          </tr>
        </thead>
        <tbody>
          {segments.map(({ n, from, to, open, owner, phase, legalMinutes, deskMinutes, rests }) => (
            <tr key={n}>
              <td>
                <Instant at={from} />
              </td>
              <td>{open ? words.now : <Instant at={to} />}</td>
              <th scope="row">{names.owner(owner)}</th>
              <td>{names.phase(phase)}</td>
              <td className="number">{minutes(legalMinutes)}</td>
              <td className="number">{deskMinutes === null ? '–' : minutes(deskMinutes)}</td>
              <td>{(rests ?? []).flatMap(({ grounds }) => grounds.map(ground)).join(', ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
