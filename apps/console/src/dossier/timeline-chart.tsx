/** The drawing: one row a holder, time to the right, only working hours. Everything it says stands in the table beside it too. */
import type { Dossier, Timeline } from '@lien-thong/client';
import { useId } from 'react';
import { useWords } from '../words/catalogue.js';
import { minutesText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { axisOf, blocksUntil, daysOf } from './axis.js';
import { ChartDays } from './chart-days.js';
import { ChartHours } from './chart-hours.js';
import { ChartBars, ChartLabel, LANE_HEIGHT } from './chart-lane.js';
import { ChartMarks, LEVEL_HEIGHT, marksOf, placedMarks } from './chart-marks.js';
import { handoversOf, lanesOf } from './lanes.js';
import { useNames } from './names.js';
import style from './timeline.module.css';
import { timelineWords } from './timeline-words.js';
import { useWidth } from './use-width.js';

const DAYS_HEIGHT = 26;
const SIDE = 8;
const BAR_MIDDLE = 34;

interface Properties {
  readonly dossier: Dossier;
  readonly timeline: Timeline;
  readonly blocks: NonNullable<Timeline['axis']>;
}

export function TimelineChart({ dossier, timeline, blocks: sent }: Properties) {
  const words = useWords(timelineWords);
  const names = useNames();
  const { language } = useLanguage();
  const [place, width] = useWidth();
  const id = useId();
  const shown = marksOf(dossier, timeline, words);
  const blocks = blocksUntil(sent, lastOf([...shown.map(({ at }) => at), ...timeline.segments.map(({ to }) => to)]));
  const axis = axisOf(blocks);
  const perMinute = axis.minutes === 0 ? 0 : (width - 2 * SIDE) / axis.minutes;
  const x = (minutes: number) => SIDE + minutes * perMinute;
  const lanes = lanesOf(timeline, axis);
  const marks = placedMarks({ marks: shown, axis, x, width });
  const days = LEVEL_HEIGHT * (Math.max(-1, ...marks.map(({ level }) => level)) + 1);
  const top = days + DAYS_HEIGHT;
  const height = top + lanes.length * LANE_HEIGHT + SIDE;
  const spoken = lanes.map(
    ({ owner, minutes }) =>
      `${names.owner(owner)} ${minutes === null ? words.unknown : minutesText(minutes, language)}`,
  );
  const title = `${words.chart} ${spoken.join('; ')}. ${marks.map(({ text }) => text).join('; ')}.`;
  return (
    <div ref={place} className={style['chart']}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={title}>
        <defs>
          <pattern id={`${id}hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" className={style['hatchGround']} />
            <rect width="2.5" height="7" className={style['hatch']} />
          </pattern>
        </defs>
        <ChartDays {...{ days: daysOf(blocks), x, perMinute, y: days, height: height - days }} />
        <ChartHours {...{ blocks, axis, x, perMinute, y: days, height: height - days }} />
        {handoversOf(timeline, lanes, axis).map(({ at, from, to }, i) => (
          <line
            key={i}
            className={style['handover']}
            {...{ x1: x(at), x2: x(at) }}
            y1={top + from * LANE_HEIGHT + BAR_MIDDLE}
            y2={top + to * LANE_HEIGHT + BAR_MIDDLE}
          />
        ))}
        {lanes.map((lane, i) => (
          <g key={lane.key}>
            <line
              className={style['laneLine']}
              x1={0}
              x2={width}
              y1={top + i * LANE_HEIGHT}
              y2={top + i * LANE_HEIGHT}
            />
            <ChartBars {...{ lane, x, y: top + i * LANE_HEIGHT, hatch: `url(#${id}hatch)` }} />
          </g>
        ))}
        <ChartMarks {...{ marks, top: days, height }} />
        {lanes.map((lane, i) => (
          <ChartLabel key={lane.key} {...{ lane, x, width, y: top + i * LANE_HEIGHT }} />
        ))}
      </svg>
    </div>
  );
}

/** There is at least one: a dossier without stretches is not drawn. */
function lastOf(instants: readonly string[]): string {
  return instants.reduce((last, each) => (Date.parse(each) > Date.parse(last) ? each : last));
}
