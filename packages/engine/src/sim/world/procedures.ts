/**
 * Procedures of the simulated town: those of the domain's specs, with shorter times for the applicant, some minimum work, and each
 * rule a procedure may choose between chosen by one of them, the policies by which sub-deadlines are cut anew included.
 */
import type { ProcedureVersion } from '@lien-thong/domain';
import {
  landProcedure,
  localProcedure,
  procedureForTest,
  sameDayProcedure,
  sameLimitEverywhere,
} from '@lien-thong/domain/testing';
import type { ProcedureInput } from '@lien-thong/domain/testing';

const step = (key: string, budget: string, minimumWorkMinutes = 0) => ({
  key,
  name: key,
  nameEn: key,
  budget,
  minimumWorkMinutes,
});
const opinion = (key: string, pausesLegalClock: boolean, requiredForDecision: boolean) => ({
  ...step(key, '2wd'),
  pausesLegalClock,
  requiredForDecision,
});
const standard = (limit: string): ProcedureInput['cases'] => [
  { key: 'standard', name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere(limit) },
];

/**
 * The 1.5-day kind: kept only because the later legs can be cut to their work. 59 minutes are left then, which a cut-off in the afternoon
 * may give away, and the promise is broken by construction. Supplement pauses.
 */
const PLAIN = procedureForTest({
  steps: [step('appraisal', '1wd', 120), step('approval', '0.5wd', 60)],
  subDeadlines: { policy: 'proportional' },
  supplement: { policy: 'pause', maxRounds: 2, timeout: '5cd' },
  warnRungs: { remainingMinutes: [240, 60], risk: ['warning', 'high'] },
});

/** Same-day limit with its cut-off; no steps, the supplement lets the clock run. */
const SAME_DAY = sameDayProcedure({
  supplement: { policy: 'run', maxRounds: 1, timeout: '3cd' },
  promiseGranularity: 'day',
});

/**
 * Long, with opinions and payment; the limit is kept to the half day. 72 minutes are left by construction, so a reception soon after
 * 15:00, of which the cut-off gives more away, is overdue by construction and an earlier or later one is not.
 */
const LAND = landProcedure({
  cases: standard('4.4wd'),
  transferCutoff: '15:00',
  legs: { ...PLAIN.legs, acceptance: { budget: '4wh', minimumWorkMinutes: 200 } },
  promiseGranularity: 'halfDay',
  steps: [step('appraisal', '2wd', 900), step('signature', '1wd', 460)],
  consultations: [opinion('tax', true, true), opinion('planning', false, false)],
  payment: { timeout: '4cd', pausesLegalClock: true },
  subDeadlines: { policy: 'reserveForDecider' },
  supplement: { policy: 'restart', maxRounds: 2, timeout: '6cd' },
  extension: { times: 2, maximum: '2wd', legalBasis: 'Nghị định 101/2024/NĐ-CP' },
  warnRungs: { risk: ['high'], perClock: [{ clock: 'consultation', percents: [90], remainingMinutes: [30] }] },
});

/**
 * The clock starts at the competent agency and ends with the result ready for the applicant. Feasible to the minute: nothing is left
 * by construction with the way back cut to its work, and nothing is missing.
 */
const FROM_RECEIPT = procedureForTest({
  ...LAND,
  code: '1.009994',
  name: 'Cấp phép xây dựng',
  nameEn: 'Building permit',
  cases: standard('3.5wd'),
  legs: { ...PLAIN.legs, resultTransfer: { budget: '1wd', minimumWorkMinutes: 240 } },
  clockStart: 'competentReceipt',
  transferExcluded: true,
  transferCutoff: null,
  legalEnd: 'readyForReturn',
  promiseGranularity: 'day',
  steps: [step('appraisal', '2wd', 960), step('signature', '1wd', 480)],
  consultations: [opinion('planning', true, false)],
  payment: { timeout: '3cd', pausesLegalClock: false },
  subDeadlines: { policy: 'firstCome' },
  supplement: { policy: 'pause', maxRounds: 1, timeout: '4cd' },
});

/** A limit in calendar days from reception, with the way there left out. */
const CALENDAR_DAYS = procedureForTest({
  ...FROM_RECEIPT,
  code: '2.001255',
  name: 'Xác nhận quy hoạch',
  nameEn: 'Confirmation of planning',
  cases: standard('7cd'),
  clockStart: 'reception',
  promiseGranularity: 'minute',
  legalEnd: 'decided',
  warnRungs: { remainingMinutes: [480], risk: ['warning'] },
});

/** Decided where it is received. */
const LOCAL = localProcedure({ supplement: { policy: 'pause', maxRounds: 0, timeout: '5cd' } });

/** What is in force when a run begins. */
export const FIRST_VERSIONS: readonly ProcedureVersion[] = [PLAIN, SAME_DAY, LAND, FROM_RECEIPT, CALENDAR_DAYS, LOCAL];

/** What an admin publishes in the middle of it: other limits, budgets and rules; dossiers on their way keep what they have. */
export const SECOND_VERSIONS: readonly ProcedureVersion[] = [
  procedureForTest({
    ...PLAIN,
    version: 2,
    cases: standard('5wd'),
    legs: { ...PLAIN.legs, transfer: { budget: '0.5wd' }, acceptance: { budget: '2wh' } },
    steps: [step('appraisal', '0.5wd'), step('approval', '0.5wd')],
    warnPercents: [80],
  }),
  procedureForTest({
    ...LAND,
    version: 2,
    promiseGranularity: 'minute',
    supplement: { ...LAND.supplement, policy: 'pause' },
  }),
  // One minute more than there is: the way back must be counted in to see it.
  procedureForTest({
    ...FROM_RECEIPT,
    version: 2,
    steps: [step('appraisal', '2wd', 961), step('signature', '1wd', 480)],
  }),
];
