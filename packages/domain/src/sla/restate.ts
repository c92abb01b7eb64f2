/** A dossier on another version of its calendar: what moves, and the fact that says so (DESIGN 4.3). */
import type { CalendarChange } from '../calendar/different-days.js';
import { fact } from '../dossier/act.js';
import type { CalendarNotice, DossierEvent, EventData, FactOf } from '../dossier/events.js';
import { DESK } from '../dossier/evolve-restated.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { foldHistory } from '../dossier/fold.js';
import { knowingDesks } from '../dossier/restated-desks.js';
import { isSameDay } from '../time/duration.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import type { Clock } from './clock.js';
import { reckon } from './reckoning.js';

type Restated = EventData<'dossier.calendarRestated.v1'>;

/** Which calendar has which version now, and by what notices. */
export interface RestatedCalendar {
  readonly calendar: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly notices: readonly CalendarNotice[];
}

/** The clocks on another calendar, from what is true of them: for a change that begins after everything that was reckoned. */
export function reckonedOn(clocks: readonly Clock[], rules: Rules): readonly Clock[] {
  return clocks.map((clock) => reckon(clock, rules));
}

/**
 * Whether the clocks may be reckoned anew from their rows alone. Not so where a cut-off or a same-day limit asked the calendar about a
 * day that has changed, or where a working day has another length: then budgets and first minutes are others, and the facts must
 * be read again.
 */
export function clocksStand(
  { dossier, clocks }: Pick<DossierFile, 'dossier' | 'clocks'>,
  change: CalendarChange,
): boolean {
  const { since, sameLength } = change;
  if (!sameLength || (since !== null && isSameDay(dossier.pin.limit))) return false;
  return since === null || clocks.every(({ countsFrom }) => countsFrom < since);
}

/** Whether nothing that was closed is touched either: the change lies ahead of `now`, and the journal need not be read. */
export function liesAhead(file: DossierFile, change: CalendarChange, now: Instant): boolean {
  return clocksStand(file, change) && (change.since === null || minuteOf(now) < change.since);
}

/** What is known of a dossier: rows with the open segment, and the journal where it was read. */
export interface Known {
  readonly file: DossierFile;
  readonly history: readonly DossierEvent[] | null;
}

export interface RulesBeforeAndAfter {
  readonly from: Rules;
  readonly to: Rules;
}

/**
 * The file before and after the change, without its fact. `told`: the agency whose closures are told, and when. Without the journal
 * only clocks are reckoned anew, which is right where `liesAhead`. Pure.
 */
export function restatedBase(
  { file, history }: Known,
  { from, to }: RulesBeforeAndAfter,
  told: ReadonlyMap<string, Instant> = new Map(),
): { readonly before: DossierFile; readonly base: DossierFile } {
  if (history === null) return { before: file, base: { ...file, clocks: reckonedOn(file.clocks, to) } };
  return { before: foldHistory(history, from), base: foldHistory(history, knowingDesks(to, told)) };
}

const instantOrNull = (minute: Minute | null): Instant | null => (minute === null ? null : instantOf(minute));

/** A breach that is in the journal and by the new calendar has not come by `now`. */
function isWithdrawn({ breached, breachFiresAt }: Clock, now: Minute): boolean {
  return breached && (breachFiresAt === null || breachFiresAt > now);
}

/** Clocks whose due instant is another now, and breaches in the journal that have not happened by now; of both, stopped clocks too. */
export function movedClocks(before: DossierFile, base: DossierFile, now: Minute): Restated['clocks'] {
  const former = new Map(before.clocks.map((clock) => [clock.id, clock]));
  return base.clocks.flatMap((clock) => {
    const { id: clockId, epoch, dueAt } = clock;
    const dueBefore = former.get(clockId)?.dueAt ?? null;
    const breachWithdrawn = isWithdrawn(clock, now);
    if (dueBefore === dueAt && !breachWithdrawn) return [];
    return [{ clockId, epoch, dueBefore: instantOrNull(dueBefore), dueAfter: instantOrNull(dueAt), breachWithdrawn }];
  });
}

function movedSegments(before: DossierFile, base: DossierFile): Restated['segments'] {
  const former = new Map(before.segments.map((segment) => [segment.n, segment]));
  return base.segments.flatMap(({ n, legalMinutes, deskMinutes }) => {
    const was = former.get(n);
    const [legalBefore, deskBefore] = [was?.legalMinutes ?? null, was?.deskMinutes ?? null];
    if (legalBefore === legalMinutes && deskBefore === deskMinutes) return [];
    return [{ n, legalBefore, legalAfter: legalMinutes, deskBefore, deskAfter: deskMinutes }];
  });
}

/**
 * The fact of the change, with the due instants and minutes it moves, known at `now`. A breach that was journalled and has not happened
 * by the new calendar is named: the event stays, and the clock may breach in its time. Pure.
 */
export function restatementOf(
  { before, base }: { readonly before: DossierFile; readonly base: DossierFile },
  restated: RestatedCalendar,
  now: Instant,
): FactOf<'dossier.calendarRestated.v1'> {
  const data: Restated = {
    calendar: restated.calendar,
    fromVersion: restated.fromVersion,
    toVersion: restated.toVersion,
    notices: [...restated.notices],
    clocks: movedClocks(before, base, minuteOf(now)),
    segments: movedSegments(before, base),
  };
  return fact('dossier.calendarRestated.v1', { at: now, phase: base.dossier.phase }, data);
}

/** `desk:<agency>`, the name of a desk calendar in facts. */
export const deskCalendarName = (agencyId: string): string => `${DESK}${agencyId}`;
