/**
 * The clocks of a dossier, one entry each: the table of DESIGN 4.2. A clock starts with a fact, stops with a fact, rests in some
 * states of the dossier; its owner is who must act. Besides what stands here, every clock rests while the dossier is suspended
 * and stops when it ends (`advance-clocks.ts`).
 */
import type { Dossier } from '../dossier/dossier.js';
import type { Rules } from '../dossier/file.js';
import type { Phase } from '../procedure/phase.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { WorkDuration } from '../time/duration.js';
import type { Budget, Clock, ClockKind } from './clock.js';
import type { Started } from './clock-arithmetic.js';
import { endsTheLimit, extendsTheLimit, legalRests, legalStarts, restartsTheLimit } from './legal-clock.js';
import type { CountedLimit } from './limit.js';
import { calendarDaysBudget, cutoffOf, transferCountsFrom, workBudget } from './limit.js';
import { enters, firstOf, isAnyOf, on } from './moment.js';
import type { FactName, Moment } from './moment.js';
import type { Owner } from './owner.js';
import { APPLICANT, agency, carrierOf, competentAgencyOf } from './owner-of.js';

export interface ClockRule {
  readonly kind: ClockKind;
  readonly starts: (moment: Moment) => Started | null;
  readonly stops: (moment: Moment, clock: Clock) => boolean;
  readonly rests: (dossier: Dossier, rules: Rules) => boolean;
  /** Who must act now, where that changes while the clock lives. */
  readonly ownerNow?: (dossier: Dossier) => Owner;
  /** The next epoch opens, with this limit. */
  readonly restarts?: (moment: Moment) => CountedLimit | null;
  /** Added to the budget, in its unit. */
  readonly extended?: (moment: Moment) => number | null;
}

const never = (): boolean => false;
const restsIn =
  (...phases: readonly Phase[]) =>
  ({ phase }: Dossier): boolean =>
    phases.includes(phase);
const runsOnlyIn =
  (...phases: readonly Phase[]) =>
  ({ phase }: Dossier): boolean =>
    !phases.includes(phase);
const stopsWith =
  (...names: readonly FactName[]) =>
  (moment: Moment): boolean =>
    isAnyOf(moment, names);
const isFor = (clock: Clock, key: string | number): boolean => clock.id === `${clock.kind}:${key}`;
const receiving = ({ after }: Moment): Owner => agency(after.pin.receivingAgency);
const competent = ({ after }: Moment): Owner => agency(competentAgencyOf(after));

/** As the procedure gives it, or as it was cut anew for this dossier. */
function budgetOf(leg: string, written: WorkDuration, { rules, after }: Moment): Budget {
  const minutes = after.subDeadlines?.[leg];
  return minutes === undefined ? workBudget(written, rules.legal) : { unit: 'work', minutes };
}

function legBudget(leg: keyof ProcedureVersion['legs'], moment: Moment): Budget {
  return budgetOf(leg, moment.rules.procedure.legs[leg].budget, moment);
}

/** A step or consultation the procedure does not foresee is measured, without a budget. */
function foreseenBudget(list: 'steps' | 'consultations', key: string, moment: Moment): Budget {
  const foreseen = moment.rules.procedure[list].find((rule) => rule.key === key);
  const leg = `${list === 'steps' ? 'step' : 'consultation'}:${key}`;
  return foreseen === undefined ? { unit: 'none' } : budgetOf(leg, foreseen.budget, moment);
}

/** One transfer budget for all attempts: the clock rests while the addressed agency has the dossier to accept. */
function transferStarts(moment: Moment): Started | null {
  const { after, at, rules } = moment;
  if (after.phase !== 'received' && after.phase !== 'jurisdictionPending') return null;
  const countsFrom = transferCountsFrom(at, cutoffOf(rules.procedure.transferCutoff), rules.legal);
  return { owner: receiving(moment), budget: legBudget('transfer', moment), countsFrom };
}

const sent = (moment: Moment, attempt: number): Started | null => {
  const { transfer } = moment.after;
  if (transfer === null) return null;
  return { key: attempt, owner: carrierOf(transfer.copy), budget: legBudget('delivery', moment) };
};

const delivered = on('transferDelivered', (moment, { attempt, leg }): Started | null => {
  const { transfer } = moment.after;
  if (leg !== 'transfer' || transfer === null) return null;
  return { key: attempt, owner: agency(transfer.to), budget: legBudget('acceptance', moment) };
});

const isDelivered = on('transferDelivered', (_, { leg }) => leg === 'transfer');

export const CLOCK_RULES: readonly ClockRule[] = [
  {
    kind: 'reception',
    starts: on('submitted', (moment) => ({ owner: receiving(moment), budget: legBudget('reception', moment) })),
    stops: stopsWith('received', 'receptionRefused'),
    rests: restsIn('awaitingSupplement'),
  },
  {
    kind: 'legal',
    starts: firstOf(...legalStarts),
    stops: endsTheLimit,
    rests: legalRests,
    restarts: restartsTheLimit,
    extended: extendsTheLimit,
  },
  {
    kind: 'transfer',
    starts: on('received', transferStarts),
    stops: (moment) => enters('processing', moment),
    rests: runsOnlyIn('received', 'jurisdictionPending', 'transferReturned', 'inTransfer'),
  },
  {
    kind: 'delivery',
    starts: firstOf(
      on('transferDispatched', (moment, { attempt }) => sent(moment, attempt)),
      on('transferRedirected', (moment, { attempt, to }) => (to === null ? null : sent(moment, attempt))),
    ),
    stops: (moment) => isDelivered(moment) === true || isAnyOf(moment, ['transferRecalled', 'transferRedirected']),
    rests: never,
  },
  {
    kind: 'acceptance',
    starts: delivered,
    stops: stopsWith('transferAccepted', 'transferRefused', 'transferRecalled', 'transferRedirected'),
    rests: never,
  },
  {
    kind: 'step',
    starts: on('stepStarted', (moment, { step }) => ({
      key: step,
      owner: competent(moment),
      budget: foreseenBudget('steps', step, moment),
    })),
    stops: (moment, clock) =>
      on('stepCompleted', (_, { step }) => isFor(clock, step))(moment) === true || isAnyOf(moment, ['decided']),
    rests: runsOnlyIn('processing'),
  },
  {
    kind: 'consultation',
    starts: on('consultationRequested', (moment, { consultation, agencyId }) => ({
      key: consultation,
      owner: agency(agencyId),
      budget: foreseenBudget('consultations', consultation, moment),
    })),
    stops: (moment, clock) =>
      on('consultationAnswered', (_, { consultation }) => isFor(clock, consultation))(moment) === true ||
      on('consultationCancelled', (_, { consultation }) => isFor(clock, consultation))(moment) === true,
    rests: never,
  },
  {
    kind: 'supplement',
    starts: on('supplementRequested', ({ rules }, { round }) => ({
      key: round,
      owner: APPLICANT,
      budget: calendarDaysBudget(rules.procedure.supplement.timeout),
    })),
    stops: stopsWith('supplementProvided'),
    rests: never,
  },
  {
    kind: 'payment',
    starts: on('paymentRequested', ({ rules, clocks }) => ({
      key: clocks.filter(({ kind }) => kind === 'payment').length + 1,
      owner: APPLICANT,
      budget: rules.procedure.payment === null ? { unit: 'none' } : calendarDaysBudget(rules.procedure.payment.timeout),
    })),
    stops: stopsWith('paymentConfirmed'),
    rests: never,
  },
  {
    kind: 'resultTransfer',
    starts: (moment) =>
      enters('decided', moment) ? { owner: competent(moment), budget: legBudget('resultTransfer', moment) } : null,
    stops: (moment) => enters('readyForReturn', moment),
    rests: never,
    ownerNow: (dossier) =>
      dossier.resultCopy === null ? agency(competentAgencyOf(dossier)) : carrierOf(dossier.resultCopy),
  },
  {
    kind: 'collection',
    starts: (moment) => (enters('readyForReturn', moment) ? { budget: { unit: 'none' } } : null),
    stops: stopsWith('resultReturned'),
    rests: never,
  },
];
