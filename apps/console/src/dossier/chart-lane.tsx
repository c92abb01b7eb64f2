/** The row of one holder. */
import { useWords } from '../words/catalogue.js';
import { instantText, minutesText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useGround } from './grounds.js';
import type { Bar, Lane } from './lanes.js';
import { useNames } from './names.js';
import style from './timeline.module.css';
import { timelineWords } from './timeline-words.js';

export const LANE_HEIGHT = 54;
const LABEL_DOWN = 17;
const BAR_DOWN = 24;
const BAR_HEIGHT = 20;
const LATE_HEIGHT = 5;
/** What took no working minute is still to be seen. */
const LEAST = 3;
const TEXT_FITS = 46;
/** Bold letters are wider than others. */
const LETTER = 8;
const APART = 8;

interface Properties {
  readonly lane: Lane;
  readonly x: (minutes: number) => number;
  readonly y: number;
  readonly hatch: string;
}

export function ChartBars({ lane, x, y, hatch }: Properties) {
  const words = useWords(timelineWords);
  const { language } = useLanguage();
  return (
    <g>
      {lane.bars.map((bar) => (
        <ChartBar key={bar.segment.n} {...{ bar, x, hatch }} kind={lane.owner.kind} y={y + BAR_DOWN} />
      ))}
      {lane.late.map(({ start, end, stretch }) => (
        <rect
          key={stretch.from}
          className={style['late']}
          x={x(start)}
          y={y + BAR_DOWN + BAR_HEIGHT}
          width={Math.max(LEAST, x(end) - x(start))}
          height={LATE_HEIGHT}
        >
          <title>{`${words.late}: ${minutesText(stretch.minutes, language)} – ${words.lateness[stretch.kind]}`}</title>
        </rect>
      ))}
    </g>
  );
}

/** The name stands over its first bar, or ends with its last where it would leave the drawing. */
export function ChartLabel({ lane, x, y, width }: Omit<Properties, 'hatch'> & { readonly width: number }) {
  const words = useWords(timelineWords);
  const names = useNames();
  const { language } = useLanguage();
  const minutes = lane.minutes === null ? words.unknown : minutesText(lane.minutes, language);
  const label = `${names.owner(lane.owner)} · ${minutes}`;
  const begins = Math.min(...lane.bars.map(({ start }) => x(start)));
  const isTooLong = begins + label.length * LETTER > width;
  return (
    <text
      className={style['lane']}
      x={isTooLong ? width - APART : begins}
      y={y + LABEL_DOWN}
      textAnchor={isTooLong ? 'end' : 'start'}
    >
      {label}
    </text>
  );
}

interface BarProperties extends Pick<Properties, 'x' | 'y' | 'hatch'> {
  readonly bar: Bar;
  readonly kind: Lane['owner']['kind'];
}

function ChartBar({ bar: { segment, start, end, rests }, x, y, kind, hatch }: BarProperties) {
  const words = useWords(timelineWords);
  const names = useNames();
  const ground = useGround();
  const { language } = useLanguage();
  const width = Math.max(LEAST, x(end) - x(start));
  const minutes = segment.legalMinutes === null ? words.unknown : minutesText(segment.legalMinutes, language);
  const isAllRest = rests.some((rest) => rest.start <= start && rest.end >= end);
  return (
    <g>
      <rect className={`${style['bar']} ${style[kind]}`} x={x(start)} y={y} width={width} height={BAR_HEIGHT}>
        <title>{`${names.phase(segment.phase)}: ${instantText(segment.from)} → ${segment.open ? words.now : instantText(segment.to)} · ${minutes}`}</title>
      </rect>
      {rests.map(({ rest, start: from, end: to }) => (
        <rect
          key={rest.from}
          className={style['rest']}
          fill={hatch}
          x={x(from)}
          y={y}
          width={Math.max(LEAST, x(to) - x(from))}
          height={BAR_HEIGHT}
        >
          <title>{`${words.rest}: ${rest.grounds.map(ground).join(', ')}`}</title>
        </rect>
      ))}
      {width > TEXT_FITS && !isAllRest && (
        <text className={style['inBar']} x={x(start) + 6} y={y + 15}>
          {minutes}
        </text>
      )}
    </g>
  );
}
