/** The axis a page draws a dossier on: the working blocks of the legal calendar, so that nights, weekends and holidays fold away. */
import {
  dayOf,
  instantOf,
  instantSchema,
  minuteOf,
  minutesOfTime,
  plusDays,
  plusMinutes,
  startOfDay,
} from '@lien-thong/domain';
import type { Calendar, Day, Minute, Segment } from '@lien-thong/domain';
import { z } from 'zod';
import type { DossierAsSeen } from './dossier-reader.js';

/** Some two hundred working days: more than a page can tell apart. */
const MOST_BLOCKS = 400;

export const axisSchema = {
  axis: z
    .array(z.strictObject({ from: instantSchema, to: instantSchema }))
    .nullable()
    .describe(
      'Các buổi làm việc từ lúc tiếp nhận tới hạn · working blocks of every day from reception to the end, the promise or the due instant, whichever is last; null before reception and where the calendar does not reach',
    ),
  axisCut: z.boolean().describe('Blocks are left out: the span is too long, or the calendar ends'),
};

interface Axis {
  readonly axis: { readonly from: ReturnType<typeof instantOf>; readonly to: ReturnType<typeof instantOf> }[] | null;
  readonly axisCut: boolean;
}

interface Stretch {
  readonly from: Minute;
  readonly to: Minute;
}

/** Where what is drawn ends: the last segment, what was promised, and what is still due. */
function endOf(last: Minute, { file, whole }: DossierAsSeen): Minute {
  const promise = whole ? file.dossier.promise : null;
  const due = file.clocks.flatMap(({ dueAt, kind, stoppedAt }) =>
    dueAt !== null && (kind === 'legal' || stoppedAt === null) ? [dueAt] : [],
  );
  return Math.max(last, ...(promise === null ? [] : [minuteOf(promise.at)]), ...due) as Minute;
}

function blocksOf(day: Day, legal: Calendar): Stretch[] {
  const midnight = startOfDay(day);
  return legal.blocksOf(day).map(({ from, to }) => ({
    from: plusMinutes(midnight, minutesOfTime(from)),
    to: plusMinutes(midnight, minutesOfTime(to)),
  }));
}

/** Of too many blocks those around the minute that is looked at, most of them before it where it lies late. */
function around(blocks: readonly Stretch[], shown: Minute): readonly Stretch[] {
  const place = blocks.findIndex(({ to }) => to >= shown);
  const end = Math.min(
    blocks.length,
    Math.max(MOST_BLOCKS, (place < 0 ? blocks.length : place) + Math.ceil(MOST_BLOCKS / 2)),
  );
  return blocks.slice(Math.max(0, end - MOST_BLOCKS), end);
}

/** Whole blocks of every day touched, so that an axis begins when the office opens; `closed` are the segments with their ends. */
export function timelineAxis(closed: readonly Segment[], seen: DossierAsSeen): Axis {
  const [first, last] = [closed[0], closed.at(-1)];
  if (first === undefined || last === undefined) return { axis: null, axisCut: false };
  const { legal } = seen.rules;
  const shown = last.to ?? minuteOf(seen.at);
  const [opens, ends] = [dayOf(first.from), dayOf(endOf(shown, seen))];
  const [from, to] = [Math.max(opens, legal.firstDay), Math.min(ends, legal.lastDay)];
  if (from > to) return { axis: null, axisCut: false };
  const days = Array.from({ length: to - from + 1 }, (_, n) => plusDays(from as Day, n));
  const all = days.flatMap((day) => blocksOf(day, legal));
  const kept = around(all, shown);
  return {
    axis: kept.map((block) => ({ from: instantOf(block.from), to: instantOf(block.to) })),
    axisCut: kept.length < all.length || from > opens || to < ends,
  };
}
