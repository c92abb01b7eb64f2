/** What this very dossier's limit leaves when everybody takes what he may, as it was the minute it came in (DESIGN 4.9). */
import { calendarDaysDue } from '../calendar/deadline.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { limitMinutesOf, planFrom } from '../feasibility/structural.js';
import type { StartPlan } from '../feasibility/structural.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { asCutLeast } from '../sub-deadlines/as-cut-least.js';
import { calendarDays } from '../time/duration.js';
import { minuteOf } from '../time/instant.js';
import type { Clock } from './clock.js';
import { askedOrNull } from './outside.js';

/** Working minutes the limit gives; null where they cannot be counted: calendar days that begin later, or rest meanwhile. */
function limitMinutes({ dossier }: DossierFile, { procedure, legal }: Rules, clock: Clock | null): number | null {
  if (clock === null) return limitMinutesOf(dossier.pin.limit, legal.minutesPerDay);
  const { budget, countsFrom } = clock;
  if (budget.unit === 'work') return budget.minutes;
  if (budget.unit === 'none' || (procedure.transferExcluded && crosses(dossier, procedure))) return null;
  const limit = { start: countsFrom, days: calendarDays(budget.days), pausedDays: 0, calendar: legal };
  return askedOrNull(() => legal.workBetween(countsFrom, calendarDaysDue(limit)));
}

/** Whether it is decided elsewhere; a held dossier counts as sent on, unless its procedure never leaves the receiver. */
function crosses({ competentAgency, pin }: DossierFile['dossier'], { boundaryScope }: ProcedureVersion): boolean {
  return boundaryScope !== 'none' && competentAgency !== pin.receivingAgency;
}

/** The plan of a dossier from its reception; null before it, and where nothing can be counted. Pure. */
export function startPlanOf(file: DossierFile, rules: Rules): StartPlan | null {
  const { dossier, clocks } = file;
  const { pin, competentAgency, receivedAt } = dossier;
  const legalClock = clocks.find(({ id }) => id === 'legal') ?? null;
  const minutes = limitMinutes(file, rules, legalClock);
  if (minutes === null || receivedAt === null) return null;
  const crossesBoundary = crosses(dossier, rules.procedure);
  const opensLater = crossesBoundary && rules.procedure.clockStart === 'competentReceipt';
  return planFrom({
    procedure: asCutLeast(rules.procedure, rules.legal.minutesPerDay),
    ...{ caseKey: pin.caseKey, channel: pin.channel, legal: rules.legal },
    crossesBoundary,
    receivedAt: minuteOf(receivedAt),
    limitMinutes: minutes,
    limitFrom: opensLater || legalClock === null ? null : legalClock.countsFrom,
    desk: (party) => {
      if (party === 'receiver') return rules.desk(pin.receivingAgency);
      return party === 'decider' && competentAgency !== null ? rules.desk(competentAgency) : null;
    },
  });
}
