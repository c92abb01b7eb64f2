/** One dossier moved to another version of its calendar: the fact, and the rows it leaves. */
import {
  ENGINE,
  audienceOf,
  calendarChange,
  liesAhead,
  restatedBase,
  restatementOf,
  withRestatement,
} from '@lien-thong/domain';
import type {
  Calendar,
  CalendarChange,
  DossierEvent,
  EventOf,
  Instant,
  RestatedCalendar,
  Rules,
} from '@lien-thong/domain';
import { later, signerOf, stamp } from '../ledger/stamp.js';
import type { Draft, Track } from '../ledger/track.js';
import type { Ids } from '../ports/ids.js';
import type { LoadedDossier } from '../ports/store.js';

/** What a restatement makes of one dossier. */
export interface Move {
  readonly restated: RestatedCalendar;
  readonly from: Rules;
  readonly to: Rules;
  /** The agency whose closures are told; null where the legal calendar changes. */
  readonly desk: string | null;
}

/** Differences of calendars, each pair compared once. */
export class CalendarChanges {
  private readonly known = new Map<Calendar, Map<Calendar, CalendarChange>>();

  between(from: Calendar, to: Calendar): CalendarChange {
    const known = this.known.get(from)?.get(to);
    if (known !== undefined) return known;
    const change = calendarChange(from, to);
    this.known.set(from, (this.known.get(from) ?? new Map<Calendar, CalendarChange>()).set(to, change));
    return change;
  }
}

/** Whether the dossier's journal must be read: the change reaches back to what was reckoned, or tells closures of the past. */
export function needsJournal(
  { file }: LoadedDossier,
  move: Move,
  at: { changes: CalendarChanges; now: Instant },
): boolean {
  if (move.desk !== null) return true;
  return !liesAhead(file, at.changes.between(move.from.legal, move.to.legal), later(at.now, file.dossier.recordedAt));
}

interface Moment {
  readonly now: Instant;
  readonly ids: Ids;
}

/**
 * The track of the dossier with the fact of its restatement. `journal`: the whole of it, or null where `needsJournal` says that it is
 * not needed. Breaches that are due by the new calendar are left to the sweep. Throws JournalFault for a journal that does not fold.
 */
export function restatedTrack(
  stored: LoadedDossier,
  journal: readonly DossierEvent[] | null,
  { move, now, ids }: { readonly move: Move } & Moment,
): Track {
  const { file } = stored;
  const { dossier } = file;
  const known = later(now, dossier.recordedAt);
  const told = move.desk === null ? new Map<string, Instant>() : new Map([[move.desk, known]]);
  const reckoned = restatedBase({ file, history: journal }, move, told);
  const fact = restatementOf(reckoned, move.restated, known);
  const actor = signerOf(fact, 0, ENGINE);
  const event = stamp(fact, { id: ids.next(), dossierId: dossier.id, actor, now: known, before: dossier });
  const after = withRestatement(reckoned.base, event as EventOf<'dossier.calendarRestated.v1'>, move.to);
  const audience = audienceOf(dossier, after.dossier, event);
  const draft: Draft = { event, after, audience, refolded: journal !== null };
  return { dossierId: dossier.id, rules: move.to, stored, journal: null, drafts: [draft] };
}
