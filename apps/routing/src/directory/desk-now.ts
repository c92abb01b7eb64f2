/** Whether a desk is open at an instant, and when it opens next. */
import { OutsideCalendar, dayOf, deskCalendar, instantOf, minuteOf } from '@lien-thong/domain';
import type { Agency, AgencyId, Calendar, Day, Instant } from '@lien-thong/domain';
import type { LiveReference } from '../reference/live-reference.js';

export interface DeskNow {
  readonly openNow: boolean | null;
  readonly opensAt: Instant | null;
}

/** A desk may be closed for weeks (Tết, a closure), not for longer than this. */
const DAYS_AHEAD = 120;

/** Null twice where no calendar reaches: it is not known then whether the desk is open. */
export function deskNow(reference: LiveReference, agency: Agency, at: Instant): DeskNow {
  const now = minuteOf(at);
  try {
    const desk = deskOf(reference, agency, dayOf(now));
    if (desk === null) return { openNow: null, opensAt: null };
    if (desk.isOpen(now)) return { openNow: true, opensAt: null };
    return { openNow: false, opensAt: instantOf(desk.nextOpening(now)) };
  } catch (error) {
    if (error instanceof OutsideCalendar) return { openNow: null, opensAt: null };
    throw error;
  }
}

function deskOf(reference: LiveReference, agency: Agency, today: Day): Calendar | null {
  const id = agency.id as AgencyId;
  const { national, desks } = reference.calendarSourcesOf(agency.provinceCode, [id]);
  const own = desks[id];
  return own === undefined || own === null
    ? null
    : deskCalendar({
        national,
        province: own.province,
        agency: own.agency,
        closures: own.closures,
        range: { firstDay: today, lastDay: (today + DAYS_AHEAD) as Day },
      });
}
