/** When a dossier may come in without being overdue: the whole year in one picture, an hour explained on demand. */
import type { Breaches, StartGrid } from '@lien-thong/client';
import { useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../../words/catalogue.js';
import { dayText, numberText } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import type { Question } from './ask.js';
import { Counts } from './counts.js';
import { proofWords } from './proof-words.js';
import { cellAt, firstPlace, startMap } from './start-map.js';
import type { Place, StartMap as Year } from './start-map.js';
import style from './start-map.module.css';
import { StartMapPicture } from './start-map-picture.js';
import { PlaceExplained, useSaidOf } from './start-map-place.js';
import { StartMapTable } from './start-map-table.js';
import { startMapWords } from './start-map-words.js';

interface Properties {
  readonly asked: Question;
  readonly grid: StartGrid;
  readonly worst: Breaches;
}

export function StartMap({ asked, grid, worst }: Properties) {
  const words = useWords(startMapWords);
  const proof = useWords(proofWords);
  const { language } = useLanguage();
  const map = useMemo(() => startMap(asked.range, grid), [asked.range, grid]);
  const first = useMemo(() => firstPlace(map), [map]);
  const breaching = worst.dates.length;
  const count = (days: number) => numberText(days, language);
  return (
    <section>
      <h4>{words.title}</h4>
      <p>
        {proof.year(dayText(asked.range.from), dayText(asked.range.to))}.{' '}
        {breaching === 0
          ? words.allKept(count(grid.days.length))
          : words.summary(count(breaching), count(grid.days.length))}
      </p>
      {first !== null && <Readable {...{ asked, map, first }} />}
      <Legend hasUnknown={grid.days.some(({ excluded }) => excluded.some((count) => count > 0))} />
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

interface ReadableProperties {
  readonly asked: Question;
  readonly map: Year;
  readonly first: Place;
}

function Readable({ asked, map, first }: ReadableProperties) {
  const words = useWords(startMapWords);
  const hint = useId();
  const said = useSaidOf(map);
  const [chosen, move] = useState<Place | null>(null);
  const [explained, setExplained] = useState<Place | null>(null);
  const explanation = useRef<HTMLDivElement>(null);
  const cursor = chosen ?? first;
  const explain = (place: Place) => {
    move(place);
    setExplained(cellAt(map, place) === null ? null : place);
    // What is explained stands below the picture, which may fill what is in sight.
    requestAnimationFrame(() => explanation.current?.scrollIntoView({ block: 'nearest' }));
  };
  const isExplained = explained !== null && explained.date === cursor.date && explained.hour === cursor.hour;
  const [from = 0, to = 0] = [map.hours[0], map.hours.at(-1)];
  return (
    <>
      <p className="soft">{words.how(String(from), String(to + 1))}</p>
      <p id={hint} className="visually-hidden">
        {words.keys}
      </p>
      <StartMapPicture said={said(cursor)} describedBy={hint} {...{ map, cursor, move, explain }} />
      <div ref={explanation} className={`${style['place']} ${isExplained ? style['explained'] : ''}`}>
        <p role="status">{said(cursor)}</p>
        {!isExplained && cellAt(map, cursor) !== null && (
          <button type="button" className="no-print" onClick={() => explain(cursor)}>
            {words.explain}
          </button>
        )}
        {isExplained && <PlaceExplained asked={asked} place={cursor} />}
      </div>
      <StartMapTable month={first.date.slice(0, 7)} {...{ map, said, explain }} />
    </>
  );
}

/** As the picture draws them: half a bar, a whole one, a frame, a stroke. */
function Legend({ hasUnknown }: { readonly hasUnknown: boolean }) {
  const words = useWords(startMapWords);
  const kinds = ['safe', 'may', 'must', ...(hasUnknown ? (['unknown'] as const) : []), 'closed'] as const;
  return (
    <ul className={style['legend']} aria-label={words.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <svg className={style['swatch']} viewBox="0 0 26 12" aria-hidden="true">
            {kind === 'closed' ? (
              <path d="M0 12L26 0" className={style['closed']} />
            ) : (
              <>
                <rect x={0.5} y={0.5} width={25} height={11} className={style['safe']} />
                {kind !== 'safe' && <rect x={0.5} y={0.5} width={13} height={11} className={style[kind]} />}
                <rect x={0.5} y={0.5} width={25} height={11} className={style['frame']} />
              </>
            )}
          </svg>
          {words.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}
