/** Beginnings of working days with their dates, and where days without work are folded away. */
import { useWords } from '../words/catalogue.js';
import { numberText, weekdayText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { labelledDays } from './axis.js';
import type { AxisDay } from './axis.js';
import style from './timeline.module.css';
import { timelineWords } from './timeline-words.js';

/** Room for `T4 25/11` and the sign of folded days. */
const LABEL_WIDTH = 104;
const TEXT_DOWN = 16;

interface Properties {
  readonly days: readonly AxisDay[];
  readonly x: (minutes: number) => number;
  readonly perMinute: number;
  readonly y: number;
  readonly height: number;
}

export function ChartDays({ days, x, perMinute, y, height }: Properties) {
  const words = useWords(timelineWords);
  const { language } = useLanguage();
  const end = Math.max(...days.map(({ start, minutes }) => x(start + minutes)));
  const labelled = labelledDays(days, perMinute, LABEL_WIDTH);
  return (
    <g>
      {days.map(
        ({ from, start, minutes }, i) =>
          i % 2 === 1 && (
            <rect key={from} className={style['dayBand']} {...{ x: x(start), y, height }} width={minutes * perMinute} />
          ),
      )}
      {days.map((day) => (
        <g key={day.from}>
          <line
            className={style[day.folded > 0 ? 'fold' : 'dayLine']}
            {...{ x1: x(day.start), x2: x(day.start), y1: y, y2: y + height }}
          >
            {day.folded > 0 && <title>{words.folded(numberText(day.folded, language))}</title>}
          </line>
          {labelled.has(day) && x(day.start) + LABEL_WIDTH < end && (
            <text className={style['day']} x={x(day.start) + 4} y={y + TEXT_DOWN}>
              {day.folded > 0 && '⋯ '}
              {weekdayText(day.from, language)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
