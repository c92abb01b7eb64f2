import { Inject, Injectable } from '@nestjs/common';
import { dayFromIso } from '@lien-thong/domain';
import type { Calendar, Day } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import { agencyRef } from '../directory/agency-ref.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { readAs } from '../store/read-as.js';
import { lateEntryFacts, lateEntryGroups } from './late-entry-statements.js';
import { NOTHING } from './late-entry-view.js';
import type {
  GroupRow,
  LateEntryAsked,
  LateEntryView,
  LateFactRow,
  LateFactsAsked,
  LateFactsView,
} from './late-entry-view.js';

const placeSchema = z.tuple([z.int32(), z.uuid(), z.int32(), z.int32()]);

/** Every day of the calendar but its last ones, with the working day after it. */
function workingDayAfter(calendar: Calendar): readonly [number[], number[]] {
  const [days, nexts]: [number[], number[]] = [[], []];
  let next: Day | null = null;
  for (let day: Day = calendar.lastDay; day >= calendar.firstDay; day = (day - 1) as Day) {
    if (next !== null) {
      days.push(day);
      nexts.push(next);
    }
    if (calendar.isWorkingDay(day)) next = day;
  }
  return [days, nexts];
}

/** How long after they happened facts were entered, over the dossiers the caller may see as a whole. */
@Injectable()
export class LateEntry {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
  ) {}

  /** Groups and whole of one statement, so that they agree. */
  async report(caller: Caller, asked: LateEntryAsked): Promise<LateEntryView> {
    const { by, period, limit } = asked;
    const values = [...this.scope(caller, asked), limit + 2];
    const rows = await readAs(this.pool, caller, (read) =>
      read<GroupRow & object>(lateEntryGroups(by, period), values),
    );
    const whole = rows.find(({ key }) => key === null);
    const groups = rows.flatMap(({ key, ...counts }) => (key === null ? [] : [{ key, ...counts }]));
    const { key: _, ...counts } = whole ?? { ...NOTHING, key: null };
    return {
      at: this.clock.now(),
      by,
      period,
      whole: counts,
      groups: groups.slice(0, limit),
      more: groups.length > limit,
    };
  }

  /** The facts behind a number, the latest first. Throws `cursor-invalid`. */
  async facts(caller: Caller, asked: LateFactsAsked): Promise<LateFactsView> {
    const { by, period, key = null, band = null, limit, cursor } = asked;
    const after = cursor === undefined ? [null, null, null, null] : decodeCursor(cursor, placeSchema);
    const values = [...this.scope(caller, asked), key, band, ...after, limit + 1];
    const rows = await readAs(this.pool, caller, (read) =>
      read<LateFactRow & object>(lateEntryFacts(by, period), values),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      at: this.clock.now(),
      facts: shown.map(({ dossierId: _, code, part, agency, ...row }) => ({
        ...row,
        dossier: code,
        part: part === 0 ? null : part,
        agency: agency === null ? null : agencyRef(this.reference.directory, agency),
      })),
      next:
        rows.length > shown.length && last !== undefined
          ? encodeCursor([last.minutes, last.dossierId, last.seq, last.part])
          : null,
    };
  }

  /** Values of `$1` to `$8`. Working days are those of the caller's own province: national, whatever the hours. */
  private scope(caller: Caller, { from, to, procedure, agency }: LateEntryAsked | LateFactsAsked): readonly unknown[] {
    const province = this.reference.agency(caller.agencyId)?.provinceCode;
    const days = province === undefined ? [[], []] : workingDayAfter(this.reference.legalCalendar(province));
    const own = this.wall.agenciesNamed([caller.agencyId]);
    const watched = caller.supervises.length === 0 ? [] : this.wall.agenciesNamed(caller.supervises);
    const day = (text: string | undefined) => (text === undefined ? null : dayFromIso(text));
    return [own, watched, day(from), day(to), procedure ?? null, agency ?? null, ...days];
  }
}
