/** The drawing of the year. One thing to a keyboard and a screen reader: a cursor that walks, and says where it stands. */
import { memo, useMemo } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useWords } from '../../words/catalogue.js';
import style from './start-map.module.css';
import { placeBeside } from './start-map.js';
import type { Place, StartMap } from './start-map.js';
import { KINDS, boxOf, middleOfBand, pathsOf, placeAt, sizeOf, xOfDay } from './start-map-drawing.js';
import { startMapWords } from './start-map-words.js';

const NAMED_DAYS = [1, 5, 10, 15, 20, 25, 31];

interface Properties {
  readonly map: StartMap;
  readonly cursor: Place;
  /** Said of the place where the cursor stands. */
  readonly said: string;
  readonly describedBy: string;
  readonly move: (place: Place) => void;
  readonly explain: (place: Place) => void;
}

export function StartMapPicture({ map, cursor, said, describedBy, move, explain }: Properties) {
  const words = useWords(startMapWords);
  const { width, height } = sizeOf(map);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') explain(cursor);
    else {
      const next = placeBeside(map, cursor, event.key);
      if (next === cursor) return;
      move(next);
    }
    event.preventDefault();
  };
  const onClick = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) => {
    const drawn = currentTarget.getBoundingClientRect();
    const scale = width / drawn.width;
    const place = placeAt(map, (clientX - drawn.left) * scale, (clientY - drawn.top) * scale);
    if (place !== null) explain(place);
  };
  return (
    <div
      className={style['picture']}
      role="application"
      tabIndex={0}
      aria-label={`${words.picture}. ${said}`}
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Year map={map} />
        <Cursor map={map} at={cursor} />
      </svg>
    </div>
  );
}

/** Drawn again with another answer only, not with every step of the cursor. */
const Year = memo(function Year({ map }: { readonly map: StartMap }) {
  const words = useWords(startMapWords);
  const paths = useMemo(() => pathsOf(map), [map]);
  return (
    <>
      {NAMED_DAYS.map((day) => (
        <text key={day} x={xOfDay(day - 1) + 6.5} y={10} className={style['dayName']}>
          {day}
        </text>
      ))}
      {map.bands.map(({ month }, band) => (
        <text key={month} x={0} y={middleOfBand(map, band) + 4} className={style['monthName']}>
          {words.month(month.slice(5), month.slice(0, 4))}
        </text>
      ))}
      {KINDS.map((kind) => (
        <path key={kind} d={paths[kind]} className={style[kind]} />
      ))}
    </>
  );
});

function Cursor({ map, at }: { readonly map: StartMap; readonly at: Place }) {
  const box = boxOf(map, at);
  if (box === null) return null;
  const { x, y, width, height } = box;
  return <rect x={x - 1} y={y - 1} width={width + 2} height={height + 2} className={style['cursor']} />;
}
