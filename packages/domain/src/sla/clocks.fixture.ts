/** What specs of clocks read and write: a clock of a file by its id, minutes as a Vietnamese wall clock shows them, other hours. */
import { nationalLayerSchema } from '../calendar/layers.js';
import { legalCalendar } from '../calendar/legal-calendar.js';
import type { Calendar } from '../calendar/calendar.js';
import { deskCalendar } from '../calendar/desk-calendar.js';
import { officeWeek } from '../calendar/office-week.js';
import { HOURS, agencyLayer, provinceLayer } from '../calendar/office-hours.fixture.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { rulesFor, vn } from '../testing/office-directory.js';
import type { Story } from '../testing/office.js';
import { dayFromIso, localIso, minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { Clock } from './clock.js';
import { ownerName } from './owner-name.fixture.js';

/** The clock of that id. Throws when there is none: a spec that asks for it is wrong. */
export function clockOf(from: DossierFile | Story | null, id: string): Clock {
  const file = from !== null && 'file' in from ? from.file : from;
  const clock = file?.clocks.find((candidate) => candidate.id === id);
  if (clock === undefined) throw new Error(`no clock ${id} among ${file?.clocks.map((other) => other.id).join(', ')}`);
  return clock;
}

/** `2026-11-25 09:00` on a Vietnamese wall clock. */
export function local(minute: Minute | null): string | null {
  return minute === null ? null : localIso(minute).slice(0, 16).replace('T', ' ');
}

export const at = (text: string): Minute => minuteOf(vn(text));

const NATIONAL = nationalLayerSchema.parse({
  level: 'national',
  id: 'national',
  version: 1,
  noticedYears: [2026],
  exceptions: [
    {
      date: '2026-11-24',
      kind: 'holiday',
      name: 'Ngày Văn hóa Việt Nam',
      notice: 'Nghị quyết 28/2026/QH16',
      provisional: false,
    },
  ],
});

/** 07:00–11:30 and 13:30–17:00, eight hours, as in the arithmetic of `domain.md` §3. */
export const FROM_SEVEN: Calendar = legalCalendar({
  national: NATIONAL,
  province: provinceLayer(HOURS.from0700to1700),
});

/** The same hours, known only up to the end of November 2026. */
export const ENDS_IN_NOVEMBER: Calendar = legalCalendar({
  national: NATIONAL,
  province: provinceLayer(HOURS.from0700to1700),
  range: { firstDay: dayFromIso('2026-11-01'), lastDay: dayFromIso('2026-11-30') },
});

/** The desk of an office that closes on Friday afternoon, 07:30–11:30 and 13:30–17:30 otherwise. */
export const closedOnFridayAfternoon: Calendar = deskCalendar({
  national: NATIONAL,
  province: provinceLayer(HOURS.from0730to1730),
  agency: agencyLayer(officeWeek(HOURS.from0730to1730, { fri: '07:30-11:30' })),
});

export function rulesOn(legal: Calendar, procedure: ProcedureVersion): Rules {
  return { ...rulesFor(procedure), legal, desk: () => legal };
}

/** Segments as lines: owner, phase, from, to, minutes. */
export function segmentLines(story: Story): readonly string[] {
  return (story.file?.segments ?? []).map(({ owner, phase, from, to, legalMinutes }) =>
    [ownerName(owner), phase, local(from), local(to) ?? 'open', legalMinutes ?? ''].join(' | '),
  );
}
