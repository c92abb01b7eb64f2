/** What holds of outages, asked of the rows alone: minutes are counted here again, one by one. */
import type { DossierId } from '@lien-thong/domain';
import type { DossierRows } from '../../memory/rows.js';
import type { Complaint } from '../invariants/evidence.js';
import { first, pinOf } from '../invariants/evidence.js';
import { plainRules } from '../plain/rules.js';
import { minuteOfText } from '../plain/story.js';
import type { Span } from './needs.js';

type Rows = ReadonlyMap<DossierId, DossierRows>;

/** Minutes in which something was down, each once; of a day that was touched the whole for limits in days. */
function downMinutes(spans: readonly Span[]): ReadonlySet<number> {
  const minutes = new Set<number>();
  for (const { from, to } of spans) for (let at = minuteOfText(from); at < minuteOfText(to); at++) minutes.add(at);
  return minutes;
}

/** Minutes a clock ran, whole ones of the wall, up to `until`. */
function ran(rows: DossierRows, id: string, until: number): ReadonlySet<number> {
  const clock = rows.clocks.get(id);
  const minutes = new Set<number>();
  if (clock === undefined) return minutes;
  const open = clock.runningSince === null ? [] : [{ from: clock.runningSince, to: until }];
  for (const { from, to } of [...clock.stretches, ...open]) for (let at: number = from; at < to; at++) minutes.add(at);
  return minutes;
}

/** Relief never exceeds the outage, nor what the clock ran: what a clock lost are minutes in which something was down. */
export function reliefWithinOutage(
  before: Rows,
  after: Rows,
  asked: { spans: readonly Span[]; until: number },
): Complaint {
  const down = downMinutes(asked.spans);
  return first(after, ([id, rows]) => {
    const was = before.get(id);
    if (was === undefined) return `${id} came out of nothing`;
    if (was === rows) return null;
    const { minutes } = plainRules(pinOf(rows.events));
    return first(rows.clocks.values(), (clock) => {
      const [ranBefore, ranAfter] = [ran(was, clock.id, asked.until), ran(rows, clock.id, asked.until)];
      const lost = [...ranBefore].filter((minute) => !ranAfter.has(minute));
      const gained = [...ranAfter].some((minute) => !ranBefore.has(minute));
      if (gained) return `${id}: ${clock.id} ran when it did not`;
      if (lost.some((minute) => !down.has(minute)))
        return `${id}: ${clock.id} was given a minute in which nothing was down`;
      const counts = (minute: number): boolean => minute >= clock.countsFrom && minutes.isWorked(minute);
      const last = clock.runningSince ?? asked.until;
      const used = [...ranAfter].filter((minute) => counts(minute) && minute < last).length;
      return used === clock.used ? null : `${id}: ${clock.id} says ${clock.used} minutes and ran ${used}`;
    });
  });
}

/** Every minute from reception on has one owner, and the system none in which nothing was down. */
export function minutesKept(before: Rows, after: Rows, spans: readonly Span[]): Complaint {
  const down = downMinutes(spans);
  return first(after, ([id, rows]) => {
    if (rows === before.get(id)) return null;
    const segments = [...rows.segments.values()].sort((a, b) => a.n - b.n);
    const gap = segments.find(({ from, n }, i) => n !== i + 1 || (i > 0 && segments[i - 1]?.to !== from));
    if (gap !== undefined) return `${id}: segment ${gap.n} does not follow`;
    const was = [...(before.get(id)?.segments.values() ?? [])].sort((a, b) => a.n - b.n);
    if (segments[0]?.from !== was[0]?.from || segments.at(-1)?.to !== was.at(-1)?.to)
      return `${id}: time was lost or won`;
    const suspended = was.filter(({ owner }) => owner.kind === 'system');
    return first(segments, ({ from, to, owner }) => {
      if (owner.kind !== 'system' || to === null) return null;
      for (let at: number = from; at < to; at++) {
        const before_ = suspended.some((segment) => segment.from <= at && at < (segment.to ?? at));
        if (!down.has(at) && !before_) return `${id}: minute ${at} is the system's for nothing`;
      }
      return null;
    });
  });
}

/** Who had no fact has not changed, and who needs no system has none. */
export function untouchedUntouched(before: Rows, after: Rows): Complaint {
  return first(after, ([id, rows]) => {
    const told = rows.events.some(({ type }) => type === 'dossier.outageRelieved.v1');
    return told || rows === before.get(id) ? null : `${id} was written without a fact`;
  });
}

const standing = ({ dossier, clocks, segments }: DossierRows): string => {
  const { seq: _, hash: __, recordedAt: ___, ...rest } = dossier;
  const byKey = <T>(rows: ReadonlyMap<string | number, T>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([Object.entries(rest).sort(), byKey(clocks), byKey(segments)]);
};

/** Cancelled, every outage leaves the rows as they were. */
export function cancelRestores(before: Rows, after: Rows): Complaint {
  return first(after, ([id, rows]) => {
    const was = before.get(id);
    if (was === undefined || standing(rows) === standing(was)) return null;
    return `${id} is not as it was: ${standing(was).slice(0, 4000)}\n${standing(rows).slice(0, 4000)}`;
  });
}
