/** Instants that matter, as lines through all rows: what was promised, what is due, when it became overdue, now. */
import type { Dossier, Timeline } from '@lien-thong/client';
import type { Words } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import type { Axis } from './axis.js';
import { placedLabels } from './lanes.js';
import type { PlacedLabel } from './lanes.js';
import style from './timeline.module.css';
import type { timelineWords } from './timeline-words.js';

export const LEVEL_HEIGHT = 20;
const LETTER = 7;
const TEXT_DOWN = 14;

type MarkKind = 'promise' | 'due' | 'breach' | 'now';

interface Mark {
  readonly kind: MarkKind;
  readonly at: string;
  readonly text: string;
}

interface PlacedMark extends Mark, PlacedLabel {
  readonly x: number;
  readonly isBeyond: boolean;
}

const SIGN: Readonly<Record<MarkKind, string>> = { promise: '◆', due: '▼', breach: '●', now: '│' };

/** Of what is known of the dossier; a line that is not there is not drawn. Pure. */
export function marksOf(
  dossier: Dossier,
  timeline: Timeline,
  words: Words<(typeof timelineWords)['vi']>,
): readonly Mark[] {
  const legal = dossier.clocks.find(({ kind }) => kind === 'legal');
  const { promise, endedAt } = dossier;
  const isExtended = timeline.journal.some(({ type }) => type === 'dossier.limitExtended.v1');
  const named = { ...words.mark, ...(isExtended ? { due: words.dueExtended } : {}) };
  const mark = (kind: MarkKind, at: string | null | undefined): readonly Mark[] =>
    at === null || at === undefined ? [] : [{ kind, at, text: `${SIGN[kind]} ${named[kind]} ${instantText(at)}` }];
  return [
    ...mark('promise', promise?.at),
    ...mark('due', legal?.dueAt),
    ...mark('breach', legal?.overdue === true ? legal.breachesAt : null),
    ...mark('now', endedAt === null ? timeline.at : null),
  ];
}

interface Drawn {
  readonly marks: readonly Mark[];
  readonly axis: Axis;
  readonly x: (minutes: number) => number;
  readonly width: number;
}

/** What lies outside the axis is written at its edge with an arrow. Pure. */
export function placedMarks({ marks, axis, x, width }: Drawn): readonly PlacedMark[] {
  const sorted = [...marks]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((mark) => {
      const place = axis.place(mark.at);
      const text = place === 'after' ? `${mark.text} →` : place === 'before' ? `← ${mark.text}` : mark.text;
      return { ...mark, text, x: x(axis.at(mark.at)), isBeyond: place !== 'within' };
    });
  const labels = placedLabels(
    sorted.map((mark) => ({ x: mark.x, width: mark.text.length * LETTER })),
    width,
  );
  return sorted.flatMap((mark, i) => {
    const label = labels[i];
    return label === undefined ? [] : [{ ...mark, ...label }];
  });
}

interface Properties {
  readonly marks: readonly PlacedMark[];
  /** Where the labels end. */
  readonly top: number;
  readonly height: number;
}

export function ChartMarks({ marks, top, height }: Properties) {
  return (
    <g>
      {marks.map(({ kind, x, level, anchor, text, isBeyond }) => {
        const y = top - (level + 1) * LEVEL_HEIGHT;
        return (
          <g key={kind} className={style[`mark-${kind}`]}>
            {!isBeyond && <line x1={x} x2={x} y1={y + 4} y2={height} />}
            <text x={anchor === 'start' ? x + 4 : x - 4} y={y + TEXT_DOWN} textAnchor={anchor}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
