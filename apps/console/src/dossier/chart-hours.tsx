/** Times of the day, where a dossier is so short that there is room for them. */
import { timeText } from '../words/format.js';
import { daysOf, hoursOf } from './axis.js';
import type { Axis, Block } from './axis.js';
import style from './timeline.module.css';

const TEXT_DOWN = 16;
/** Room for `07:30`, and for the date that stands at the beginning of a day. */
const LABEL_WIDTH = 56;
const DATE_WIDTH = 104;
/** `17:00` itself, where the date of the next day follows. */
const TIME_WIDTH = 48;

interface Properties {
  readonly blocks: readonly Block[];
  readonly axis: Axis;
  readonly x: (minutes: number) => number;
  readonly perMinute: number;
  readonly y: number;
  readonly height: number;
}

export function ChartHours({ blocks, axis, x, perMinute, y, height }: Properties) {
  const hours = hoursOf(blocks, LABEL_WIDTH / perMinute).filter(
    ({ sinceMorning }) => sinceMorning * perMinute > DATE_WIDTH,
  );
  const mornings = daysOf(blocks).map(({ start }) => start);
  const hasRoom = (at: string): boolean => {
    const next = mornings.find((start) => start > axis.at(at));
    return next === undefined || (next - axis.at(at)) * perMinute >= TIME_WIDTH;
  };
  return (
    <g>
      {hours.map(({ at }) => (
        <g key={at}>
          <line className={style['hourLine']} {...{ x1: x(axis.at(at)), x2: x(axis.at(at)), y1: y, y2: y + height }} />
          {hasRoom(at) && (
            <text className={style['day']} x={x(axis.at(at)) + 4} y={y + TEXT_DOWN}>
              {timeText(at)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
