/** For each rule the minutes at which what it says changes: the dossier, and what is said just before, at, and just after. */
import type { Rules } from '../../dossier/file.js';
import { DONG_HAI, clerkOf, rulesFor, vn } from '../../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byReceiver,
  delivered,
  granted,
  held,
  paymentAsked,
  received,
  sent,
  sentBack,
  supplementAsked,
  suspendedByOutage,
} from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { Story } from '../../testing/office.js';
import { landProcedure, procedureForTest } from '../../testing/procedures.js';
import { ENDS_IN_NOVEMBER, closedOnFridayAfternoon, rulesOn } from '../clocks.fixture.js';
import type { RiskRuleName } from './risk-causes.js';
import { CODE, MONDAY, atOnce, standard, told } from './risk.fixture.js';

/** `level cause`, one for each finding. */
type Said = readonly string[];

export interface Boundary {
  readonly change: string;
  readonly story: Story;
  /** The dossier as it was until then, where an act makes the change. */
  readonly until?: Story;
  /** The minute of the change, as a Vietnamese wall clock shows it. */
  readonly at: string;
  readonly before: Said;
  readonly then: Said;
  readonly after: Said;
  readonly systemsDown?: readonly string[];
}

const same = (said: Said): Pick<Boundary, 'then' | 'after'> => ({ then: said, after: said });
const none: Said = [];

const onTheWay = told({}, received(CODE, MONDAY), sent('electronic', '2026-11-16 09:00'));
const there = onTheWay.and(delivered('2026-11-16 10:00'));
/** 1.5 days from Monday 08:00, judged by the day: used up on Tuesday at 14:00, overdue from Wednesday 07:31. */
const byTheDay = told({ promiseGranularity: 'day' }, ...atOnce);
/** 30 calendar days from Monday 16 November end on Wednesday 16 December. */
const calendarDays = told({ cases: standard('30cd'), steps: [] }, ...atOnce);
const twoSteps = told(
  {
    steps: [
      { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '4wh', minimumWorkMinutes: 70 },
      { key: 'approval', name: 'Trình ký', nameEn: 'Approval', budget: '1wh', minimumWorkMinutes: 30 },
    ],
  },
  ...atOnce,
);
const tight = (limit: string): Story => told({ cases: standard(limit) }, ...atOnce);

function triedTimes(times: number): Story {
  const once = [sent(), delivered(), sentBack()];
  return told({}, received(CODE, MONDAY), ...Array.from({ length: times }).flatMap(() => once));
}

const asked = told(
  { supplement: { policy: 'pause', maxRounds: 1, timeout: '10cd' } },
  ...atOnce,
  supplementAsked('2026-11-17 10:00'),
);
const toPay = given(rulesFor(landProcedure({ payment: { timeout: '2cd', pausesLegalClock: true } })), [
  received('1.012817', MONDAY),
  sent('electronic', MONDAY),
  delivered(MONDAY),
  accepted(MONDAY),
]);

const thursday = '2026-11-19 10:00';
const closingEarly: Rules = {
  ...rulesFor(procedureForTest()),
  desk: (agencyId) => (agencyId === DONG_HAI ? closedOnFridayAfternoon : null),
};
const onThursday = given(closingEarly, [
  received(CODE, thursday),
  sent('electronic', thursday),
  delivered(thursday),
  accepted(thursday),
]);

const worked = told(
  {},
  ...atOnce,
  byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 08:20'),
  byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-16 08:40'),
);
/** The step is claimed to have begun after it was completed. */
const contradicted = worked.and(
  byCompetent({ type: 'correctTime', seq: 5, to: vn('2026-11-16 08:50'), reason: 'typed-wrong' }, '2026-11-16 09:00'),
);
const conflict = contradicted.file?.dossier.openConflicts?.[0]?.conflict ?? 0;

const land = (at: string): Story => given(rulesFor(landProcedure()), [received('1.012817', at)]);
const needing = told(
  { steps: [{ key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '1wd', requires: ['population'] }] },
  ...atOnce,
);
const endsEarly = (limit: string, at: string): Story =>
  given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest({ cases: standard(limit) })), [received(CODE, at)]);

export const BOUNDARIES: { readonly [Name in RiskRuleName]: readonly Boundary[] } = {
  structuralInfeasibility: [
    {
      ...{ change: 'the limit stops with the decision', at: '2026-11-16 09:00' },
      ...{ until: tight('1wd'), story: tight('1wd').and(granted('2026-11-16 09:00')) },
      ...{ before: ['high legsExceedLimit'], ...same(none) },
    },
    {
      ...{ change: 'the limit is extended by what was missing', at: '2026-11-16 09:00', until: tight('2wd') },
      story: tight('2wd').and(byCompetent({ type: 'extend', by: '1wd', legalBasis: 'art. 1' }, '2026-11-16 09:00')),
      ...{ before: ['high legsExceedLimit'], ...same(['warning legsExceedPromise']) },
    },
  ],
  deliveryPending: [
    {
      ...{ change: 'two hours without a receipt', story: onTheWay, at: '2026-11-16 11:01' },
      ...{ before: ['info noReceipt'], ...same(['breached noReceiptLapsed']) },
    },
    {
      ...{ change: 'the receipt comes', until: onTheWay, story: there, at: '2026-11-16 10:00' },
      ...{ before: ['info noReceipt'], ...same(none) },
    },
  ],
  acceptancePending: [
    {
      ...{ change: 'four hours without a word', story: there, at: '2026-11-16 16:01' },
      ...{ before: ['info notAccepted'], ...same(['breached notAcceptedLapsed']) },
    },
  ],
  legAt50: [
    {
      ...{ change: 'half of 1.5 days is used', story: byTheDay, at: '2026-11-16 16:00' },
      ...{ before: none, ...same(['info halfUsed']) },
    },
    {
      ...{ change: 'half of 30 calendar days has passed', story: calendarDays, at: '2026-12-01 12:45' },
      ...{ before: none, ...same(['info halfUsed']) },
    },
  ],
  legAt75: [
    {
      ...{ change: 'three quarters of 1.5 days are used', story: byTheDay, at: '2026-11-17 09:00' },
      ...{ before: none, ...same(['warning threeQuartersUsed']) },
    },
  ],
  legAt100: [
    {
      ...{ change: '1.5 days are used, and the day they are judged by is not over', story: byTheDay },
      ...{ at: '2026-11-17 14:00', before: none, ...same(['high allUsed']) },
    },
    {
      ...{ change: 'the first working minute after that day', story: byTheDay, at: '2026-11-18 07:31' },
      ...{ before: ['high allUsed'], ...same(['breached overdue']) },
    },
    {
      ...{ change: '30 calendar days have passed', story: calendarDays, at: '2026-12-17 07:31' },
      ...{ before: ['high allUsed'], ...same(['breached overdue']) },
    },
  ],
  remainingPlanExceedsRemainingTime: [
    {
      ...{ change: 'more is planned than is left', story: twoSteps, at: '2026-11-16 17:01' },
      ...{ before: none, ...same(['warning planExceedsLimit']) },
    },
    {
      ...{ change: 'even the least is more than is left', story: twoSteps, at: '2026-11-17 10:21' },
      ...{ before: ['warning planExceedsLimit'], ...same(['high leastExceedsLimit']) },
    },
  ],
  bouncedTwice: [
    {
      ...{
        change: 'it is sent back a second time',
        until: triedTimes(1),
        story: triedTimes(2),
        at: '2026-11-16 09:00',
      },
      ...{ before: none, ...same(['warning sentBackTwice']) },
    },
    {
      ...{ change: 'it is sent back a third time', until: triedTimes(2), story: triedTimes(3), at: '2026-11-16 09:30' },
      ...{ before: ['warning sentBackTwice'], ...same(['high attemptsExhausted']) },
    },
  ],
  supplementAboutToLapse: [
    {
      ...{ change: 'three working days are left to the applicant', story: asked, at: '2026-11-23 17:30' },
      ...{ before: none, ...same(['warning timeRunsOut']) },
    },
    {
      ...{ change: 'his last working day begins', story: asked, at: '2026-11-26 17:30' },
      ...{ before: ['warning timeRunsOut'], ...same(['high timeRunsOut']) },
    },
    {
      ...{ change: 'his time has passed', story: asked, at: '2026-11-30 07:31' },
      ...{ before: ['high timeRunsOut'], ...same(['breached timePassed']) },
    },
    {
      ...{ change: 'he is asked to pay within two days', until: toPay, at: '2026-11-16 09:00' },
      story: toPay.and(paymentAsked('2026-11-16 09:00')),
      ...{ before: none, ...same(['warning timeRunsOut']) },
    },
  ],
  deskClosesBeforeDue: [
    {
      ...{ change: 'the next opening of the desk is its last before the limit ends', story: onThursday },
      ...{ at: '2026-11-19 17:30', before: none, ...same(['warning deskClosesFirst']) },
    },
    {
      ...{ change: 'the desk has closed for the last time', story: onThursday, at: '2026-11-20 11:30' },
      ...{ before: ['warning deskClosesFirst'], ...same(['high deskStaysClosed']) },
    },
  ],
  calendarProvisional: [
    {
      ...{ change: 'twenty days from here end in a year without a notice', at: '2026-12-04 07:31' },
      ...{ until: land('2026-12-04 07:30'), story: land('2026-12-04 07:31') },
      ...{ before: none, ...same(['info yearWithoutNotice']) },
    },
  ],
  systemOutage: [
    {
      ...{ change: 'a step begins that needs a system which is down', until: needing, systemsDown: ['population'] },
      story: needing.and(byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 09:00')),
      ...{ at: '2026-11-16 09:00', before: none, ...same(['warning requiredSystemDown']) },
    },
    {
      ...{ change: 'it is suspended for an outage', until: needing, at: '2026-11-16 09:00' },
      story: needing.and(suspendedByOutage('2026-11-16 09:00')),
      ...{ before: none, ...same(['warning suspendedByOutage']) },
    },
  ],
  openConflict: [
    {
      ...{ change: 'a claim is made that contradicts the journal', until: worked, story: contradicted },
      ...{ at: '2026-11-16 09:00', before: none, ...same(['high claimContradictsJournal']) },
    },
    {
      ...{ change: 'a second person settles it', until: contradicted, at: '2026-11-16 09:30' },
      story: contradicted.and({
        by: clerkOf(DONG_HAI, 'clerk-2'),
        do: { type: 'resolveConflict', conflict, resolution: 'kept', reason: 'asked-both' },
        at: '2026-11-16 09:30',
      }),
      ...{ before: ['high claimContradictsJournal'], ...same(none) },
    },
  ],
  cannotBeComputed: [
    {
      ...{ change: 'a breach of the limit from here would lie beyond the calendar', at: '2026-11-26 17:00' },
      ...{ until: endsEarly('2wd', '2026-11-26 16:59'), story: endsEarly('2wd', '2026-11-26 17:00') },
      ...{ before: none, ...same(['unknown calendarDoesNotReach']) },
    },
    {
      ...{ change: 'the limit itself leaves the calendar', at: '2026-11-27 07:01' },
      ...{ until: endsEarly('2wd', '2026-11-27 07:00'), story: endsEarly('2wd', '2026-11-27 07:01') },
      ...{ before: ['unknown calendarDoesNotReach'], ...same(['unknown calendarDoesNotReach', 'unknown noPromise']) },
    },
    {
      ...{ change: 'the competent agency is found', until: told({}, held(CODE, MONDAY)), at: '2026-11-16 09:00' },
      story: told({}, held(CODE, MONDAY)).and(
        byReceiver(
          { type: 'resolveJurisdiction', jurisdiction: { residence: { communeCode: '11411' } } },
          '2026-11-16 09:00',
        ),
      ),
      ...{ before: ['unknown jurisdictionUnknown'], ...same(none) },
    },
  ],
};
