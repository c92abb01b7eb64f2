// @ts-check
/** The rule "transfer within 1 working day" as the procedure version a limit would stand in, and the offices that keep it. */
import { readFileSync } from 'node:fs';
import {
  dayFromIso,
  deskCalendar,
  isWorkDuration,
  legalCalendar,
  nationalLayer,
  parseDuration,
  provinceLayerSchema,
} from '@lien-thong/domain';

/** @typedef {import('@lien-thong/domain').FeasibilityQuestion} FeasibilityQuestion */
/** @typedef {import('@lien-thong/domain').ProcedureVersion} ProcedureVersion */
/** @typedef {import('@lien-thong/domain').WorkDuration} WorkDuration */
/** @typedef {import('./met-at-commune.mjs').Limit} Limit */

/** Shares of a working day the decision itself may need. */
export const WORK_SHARES = [0, 0.25, 0.5, 1];
/** Year of reception; the one after is loaded, so that no path leaves the calendar. */
export const YEAR = 2026;
/** Hải Phòng; the seeds give every province the same hours, 480 minutes a day. */
const PROVINCE = '31';

/** @param {string} name */
export const seed = (name) => readFileSync(new URL(`../seeds/${name}`, import.meta.url), 'utf8');

/** Both wards keep the hours of the law: what is late here is late for no other reason than the limit. */
export function readOffices() {
  const national = nationalLayer({ csv: seed('holidays.csv'), version: 1 });
  const provinces = provinceLayerSchema.array().parse(JSON.parse(seed('province_hours.json')));
  const province = provinces.find(({ id }) => id === PROVINCE);
  if (province === undefined) throw new Error(`no hours of province ${PROVINCE}`);
  const desk = deskCalendar({
    national,
    province,
    agency: { level: 'agency', id: 'ward', version: 1, exceptions: [] },
  });
  return { legal: legalCalendar({ national, province }), desks: { receiver: desk, decider: desk } };
}

/**
 * No version may be published with a leg of nothing; here the rule knows no such leg, and a minute would be one too many.
 */
const NOTHING = /** @type {WorkDuration} */ ('0wd');

/** @param {number} share @returns {WorkDuration} */
function days(share) {
  const duration = share === 0 ? NOTHING : parseDuration(`${share}wd`);
  if (duration === undefined || !isWorkDuration(duration)) throw new RangeError(`no such part of a day: ${share}`);
  return duration;
}

/**
 * @param {WorkDuration} budget
 * @param {number} [minimumWorkMinutes]
 */
const leg = (budget, minimumWorkMinutes = 0) => ({ budget, minimumWorkMinutes, requires: [] });

/**
 * @typedef {object} Asked
 * @property {Limit} limit
 * @property {boolean} wayBack the limit ends when the result is back, which may take 1 working day too
 * @property {number} workShare of a working day that the decision takes, no more and no less
 */

/**
 * @param {Asked} asked
 * @param {number} minutesPerDay
 * @returns {ProcedureVersion}
 */
function versionOf({ limit, wayBack, workShare }, minutesPerDay) {
  const { duration, ...policy } = limit;
  const named = { name: 'quy định chuyển hồ sơ trong 01 ngày', nameEn: 'the rule: transfer within 1 day' };
  const day = days(1);
  return {
    ...{ code: /** @type {ProcedureVersion['code']} */ ('0.000000'), version: 1, builderVersion: 1, ...named },
    ...{ field: 'catalogue', level: 'commune', legalBasis: ['catalogue'], illustration: null },
    ...{ effectiveFrom: `${YEAR}-01-01`, effectiveTo: null, boundaryScope: 'nation' },
    competence: { criterion: 'any', level: 'commune' },
    cases: [{ key: 'standard', ...named, limits: { counter: duration, online: null, post: null } }],
    ...policy,
    transferCutoff: null,
    legalEnd: wayBack ? 'readyForReturn' : 'decided',
    promiseGranularity: 'minute',
    legs: {
      ...{ reception: leg(NOTHING), transfer: leg(day), delivery: leg(NOTHING) },
      ...{ acceptance: leg(NOTHING), resultTransfer: leg(day) },
    },
    steps: [{ key: 'decide', ...named, ...leg(days(workShare), workShare * minutesPerDay) }],
    ...{ consultations: [], payment: null, extension: null, warnPercents: [] },
    supplement: { policy: 'pause', maxRounds: 0, timeout: calendarDay() },
  };
}

/** No supplement is asked for, so nobody waits; the schema wants a timeout all the same. */
function calendarDay() {
  return /** @type {ProcedureVersion['supplement']['timeout']} */ (parseDuration('1cd'));
}

/**
 * The question the proof answers: every start minute of the year, transfer and way back on the electronic route.
 * @param {Asked} asked
 * @param {ReturnType<typeof readOffices>} offices
 * @returns {FeasibilityQuestion}
 */
export function questionOf(asked, offices) {
  return {
    procedure: versionOf(asked, offices.legal.minutesPerDay),
    caseKey: 'standard',
    channel: 'counter',
    route: 'crosses',
    offices,
    range: {
      years: [YEAR, YEAR + 1],
      receptions: { firstDay: dayFromIso(`${YEAR}-01-01`), lastDay: dayFromIso(`${YEAR}-12-31`) },
    },
  };
}
