/** Every day a limit ran over: why it counted or did not, its hours, and the running total. */
import { useWords } from '../words/catalogue.js';
import { dayText, minutesText, numberText, timeText, weekdayText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { shownDays } from './counted-days.js';
import type { CountedDay, ShownDays } from './counted-days.js';
import style from './dossier.module.css';
import { explainWords } from './explain-words.js';

interface Properties {
  readonly days: readonly CountedDay[];
  readonly caption: string;
}

export function DayTable({ days, caption }: Properties) {
  const words = useWords(explainWords);
  return (
    <div className="scroll">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.because}</th>
            <th scope="col">{words.hours}</th>
            <th scope="col" className="number">
              {words.minutes}
            </th>
            <th scope="col" className="number">
              {words.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {shownDays(days).map((line) => (
            <DayLine key={line.first.date} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Noon of the day by the clock of Viet Nam: the weekday of a date without time. */
const noonOf = (date: string) => `${date}T12:00:00+07:00`;

function DayLine({ line: { days, first, last, minutes, total } }: { readonly line: ShownDays }) {
  const words = useWords(explainWords);
  const { language } = useLanguage();
  const text = (value: number | null) => (value === null ? '–' : minutesText(value, language));
  const kind = words.dayKind[first.because as keyof typeof words.dayKind] ?? first.because;
  const why = [kind, first.name, first.notice === null ? null : words.notice(first.notice)];
  return (
    <tr>
      <th scope="row">
        {days.length === 1
          ? `${weekdayText(noonOf(first.date), language)}/${first.date.slice(0, 4)}`
          : words.folded(dayText(first.date), dayText(last.date), numberText(days.length, language))}
      </th>
      <td>
        {why.filter((each) => each !== null).join(', ')}
        {first.provisional && ` (${words.isProvisional})`}
      </td>
      <td className={style['hours']}>
        {first.blocks.length === 0
          ? words.none
          : first.blocks.map(({ from, to }) => `${timeText(from)}–${timeText(to)}`).join(', ')}
      </td>
      <td className="number">{text(minutes)}</td>
      <td className="number">{text(total)}</td>
    </tr>
  );
}
