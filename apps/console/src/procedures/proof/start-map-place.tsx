/** One hour of one day: how many of its minutes break the limit, and on demand the path of the worst of them. */
import { useQuery } from '@tanstack/react-query';
import { Answered } from '../../parts/answered.js';
import { useWords } from '../../words/catalogue.js';
import { dayText, numberText } from '../../words/format.js';
import { useLanguage, useSay } from '../../words/language.js';
import { proofQuery } from './ask.js';
import type { Question } from './ask.js';
import { cellAt, dayAt } from './start-map.js';
import type { Cell, Place, StartMap } from './start-map.js';
import { startMapWords } from './start-map-words.js';
import { WitnessTable } from './witness.js';

/** What is said of a cell: never "kept" of what nobody knows. */
export function useSaidOf(map: StartMap): (place: Place) => string {
  const words = useWords(startMapWords);
  const { language } = useLanguage();
  const number = (count: number) => numberText(count, language);
  const ofCell = ({ starts, breaching, unavoidable, excluded }: Cell): readonly string[] => [
    ...(starts === 0
      ? []
      : [breaching === 0 ? words.kept(number(starts)) : words.broken(number(breaching), number(starts))]),
    ...(unavoidable === 0 ? [] : [words.surely(number(unavoidable))]),
    ...(excluded === 0 ? [] : [words.beyond(number(excluded))]),
  ];
  return (place) => {
    const { date, hour } = place;
    const weekday = words.weekdays[(dayAt(map, date)?.weekday ?? 1) as keyof typeof words.weekdays];
    const where = words.place(`${weekday} ${dayText(date)}`, String(hour), String(hour + 1));
    const cell = cellAt(map, place);
    return `${where}: ${cell === null ? words.noReception : ofCell(cell).join('; ')}.`;
  };
}

/** The worst minute of the hour, as the service proves it. */
export function PlaceExplained({ asked, place }: { readonly asked: Question; readonly place: Place }) {
  const words = useWords(startMapWords);
  const say = useSay();
  const { grid: _, ...question } = asked;
  const { date, hour } = place;
  const range = { from: date, to: date, hours: { from: hour, to: hour + 1 } };
  const query = useQuery(proofQuery({ ...question, range }));
  return (
    <Answered question={query}>
      {({ asked: { range: answered, definition }, answer: { proof } }) => {
        const isOld = answered.from !== date || answered.hours?.from !== hour;
        if (isOld) return <p className="soft">{words.explaining}</p>;
        if (!proof.computable) return <p>{say(proof.why, proof.whyEn)}</p>;
        return <WitnessTable witness={proof.witness} definition={definition} />;
      }}
    </Answered>
  );
}
