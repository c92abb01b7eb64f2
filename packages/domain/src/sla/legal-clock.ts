/** The legal clock: the limit of the law. It has the rules of DESIGN 4.2 that a procedure version chooses between. */
import type { Dossier } from '../dossier/dossier.js';
import type { Rules } from '../dossier/file.js';
import type { Phase } from '../procedure/phase.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { isCalendarDays, wholeDays, workMinutes } from '../time/duration.js';
import { minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { Clock, Stretch } from './clock.js';
import type { Started } from './clock-arithmetic.js';
import type { CountedLimit } from './limit.js';
import { countedLimit, cutoffOf } from './limit.js';
import { enters, on } from './moment.js';
import type { Moment } from './moment.js';
import { restsBefore } from './running-time.js';
import { wholeDaysIn } from './whole-days.js';

/** Phases in which transfer and acceptance run: what `transferExcluded` leaves out. */
export const ON_THE_WAY: readonly Phase[] = [
  'received',
  'jurisdictionPending',
  'inTransfer',
  'awaitingAcceptance',
  'transferReturned',
];

function receiverIsCompetent({ competentAgency, pin }: Dossier): boolean {
  return competentAgency === pin.receivingAgency;
}

/** The limit from reception: the only place where the cut-off of a same-day limit applies. */
function limitFromReception(receivedAt: Minute, { after, rules }: Moment): CountedLimit {
  const cutoff = cutoffOf(rules.procedure.limitCutoff);
  return countedLimit(after.pin.limit, receivedAt, { legal: rules.legal, cutoff });
}

function limitFrom(at: Minute, { after, rules }: Moment): CountedLimit {
  return countedLimit(after.pin.limit, at, { legal: rules.legal, cutoff: undefined });
}

/** `reception`: with the reception. `competentReceipt`: with the acceptance, or the reception where the receiver is competent. */
function fromReception(moment: Moment): Started | null {
  const { after, rules, at } = moment;
  if (rules.procedure.clockStart === 'competentReceipt' && !receiverIsCompetent(after)) return null;
  return limitFromReception(at, moment);
}

function fromAcceptance(moment: Moment): Started | null {
  return moment.rules.procedure.clockStart === 'competentReceipt' ? limitFrom(moment.at, moment) : null;
}

/**
 * When the way to the competent agency was held up by outages: the only rests its clock has while nobody is known. Where the way is left
 * out of the limit it rested anyway.
 */
function restsOfTheWay({ clocks, after, rules: { procedure }, at }: Moment): readonly Stretch[] {
  const way = clocks.find(({ kind }) => kind === 'transfer');
  if (way === undefined || procedure.transferExcluded || procedure.outageRelief?.scope !== 'legAndLimit') return [];
  const rests = restsBefore(way, way.runningSince ?? at);
  return isCalendarDays(after.pin.limit) ? rests.flatMap(wholeDaysIn) : rests;
}

/** A held dossier whose receiver proves competent: it has had the dossier since reception, so its clock began there. */
function fromResolution(moment: Moment): Started | null {
  const { after, rules } = moment;
  if (rules.procedure.clockStart !== 'competentReceipt' || !receiverIsCompetent(after) || after.receivedAt === null)
    return null;
  const startedAt = minuteOf(after.receivedAt);
  const restsUntil = rules.procedure.transferExcluded ? moment.at : startedAt;
  return { ...limitFromReception(startedAt, moment), startedAt, restsUntil, rests: restsOfTheWay(moment) };
}

export const legalStarts: readonly ((moment: Moment) => Started | null)[] = [
  on('received', fromReception),
  on('transferAccepted', fromAcceptance),
  on('jurisdictionResolved', fromResolution),
];

/** `legalEnd`: the decision, or the result ready for the applicant. */
export function endsTheLimit(moment: Moment): boolean {
  return moment.rules.procedure.legalEnd === 'decided'
    ? moment.event.type === 'dossier.decided.v1'
    : enters('readyForReturn', moment);
}

function transferRests(dossier: Dossier, procedure: ProcedureVersion): boolean {
  return procedure.transferExcluded && !receiverIsCompetent(dossier) && ON_THE_WAY.includes(dossier.phase);
}

function consultationRests(dossier: Dossier, procedure: ProcedureVersion): boolean {
  return procedure.consultations.some(
    ({ key, pausesLegalClock }) => pausesLegalClock && dossier.consultations[key]?.state === 'open',
  );
}

function applicantRests({ phase }: Dossier, { supplement, payment }: ProcedureVersion): boolean {
  if (phase === 'awaitingSupplement') return supplement.policy !== 'run';
  return phase === 'awaitingPayment' && payment?.pausesLegalClock === true;
}

export function legalRests(dossier: Dossier, { procedure }: Rules): boolean {
  return (
    transferRests(dossier, procedure) || consultationRests(dossier, procedure) || applicantRests(dossier, procedure)
  );
}

/**
 * Policy `restart`: "thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ". The next epoch opens when the supplement is
 * provided; one that was asked for before reception finds no legal clock to restart.
 */
export const restartsTheLimit = on('supplementProvided', (moment): CountedLimit | null =>
  moment.rules.procedure.supplement.policy === 'restart' ? limitFrom(moment.at, moment) : null,
);

/** What a legal extension adds, in the unit of the limit; nothing in another unit, which no decision lets through. */
export const extendsTheLimit = on('limitExtended', ({ rules, after }, { by }) => {
  if (isCalendarDays(by) !== isCalendarDays(after.pin.limit)) return null;
  return isCalendarDays(by) ? wholeDays(by) : workMinutes(by, rules.legal.minutesPerDay);
});

/** The budget of the next epoch with what extensions added. */
export function withExtensions({ budget }: CountedLimit, { extendedBy }: Pick<Clock, 'extendedBy'>): Clock['budget'] {
  if (budget.unit === 'work') return { unit: 'work', minutes: budget.minutes + extendedBy };
  return budget.unit === 'none' ? budget : { unit: 'calendarDays', days: budget.days + extendedBy };
}
