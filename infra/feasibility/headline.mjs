// @ts-check
/** The figures that open the README, in both languages. */
import { WORK_SHARES, YEAR } from './one-day-rule.mjs';

/** @typedef {import('./catalogue-rows.mjs').Row} Row */

const WAYS = /** @type {const} */ (['no', 'yes']);

/** Rows the counts are made of: the first limit of each procedure. @param {readonly Row[]} rows @param {'no' | 'yes'} wayBack */
export const countedRows = (rows, wayBack) =>
  rows.filter(({ counted, way_back }) => counted === 'yes' && way_back === wayBack);

/** @param {Row} row */
export const hasNothingLeft = ({ left_minutes }) => left_minutes !== '' && Number(left_minutes) <= 0;
/** @param {number} share @returns {(row: Row) => boolean} */
export const isLateAt = (share) => (row) => row[`verdict_${share}`] !== 'SAFE';

/**
 * @param {readonly Row[]} rows
 * @param {(row: Row) => boolean} test
 * @returns {readonly [number, number]} without and with a way back
 */
function bothWays(rows, test) {
  const [without, withBack] = WAYS.map((way) => countedRows(rows, way).filter(test).length);
  return [without ?? 0, withBack ?? 0];
}

/** Verdicts under which every start is late. */
const ALWAYS = ['IMPOSSIBLE', 'OVERDUE_BY_CONSTRUCTION'];
/** @param {number} share @returns {(row: Row) => boolean} */
const isAlwaysLateAt = (share) => (row) => ALWAYS.includes(row[`verdict_${share}`] ?? '');

/** @param {readonly Row[]} rows */
export function figures(rows) {
  return {
    procedures: countedRows(rows, 'no').length,
    nothingLeft: bothWays(rows, hasNothingLeft),
    lateAt: WORK_SHARES.map((share) => ({
      share,
      always: bothWays(rows, isAlwaysLateAt(share)),
      sometimes: bothWays(rows, (row) => isLateAt(share)(row) && !isAlwaysLateAt(share)(row)),
    })),
  };
}

const FRACTIONS = new Map([
  [0.25, '¼'],
  [0.5, '½'],
]);
/** @param {number} share */
export const fraction = (share) => FRACTIONS.get(share) ?? String(share);

const WORDS = {
  en: {
    head: (/** @type {number} */ n) => [
      `“transfer within 1 day”: ${n} procedures a ward's counter meets`,
      'no way back',
      'result back within 1 day',
    ],
    nothing: 'nothing left for the agency that decides',
    late: (/** @type {string} */ share) => `late if deciding takes ${share} day: always + from some starts of ${YEAR}`,
  },
  vi: {
    head: (/** @type {number} */ n) => [
      `“chuyển trong 01 ngày”: ${n} thủ tục mà quầy một cửa cấp xã gặp`,
      'không tính đường về',
      'kết quả về trong 01 ngày',
    ],
    nothing: 'nơi giải quyết không còn phút nào',
    late: (/** @type {string} */ share) =>
      `trễ nếu giải quyết mất ${share} ngày: luôn luôn + có lúc nộp trong năm ${YEAR}`,
  },
};

/**
 * @param {readonly Row[]} rows
 * @param {'en' | 'vi'} language
 * @returns {string} a Markdown table, not yet aligned
 */
export function headline(rows, language) {
  const { procedures, nothingLeft, lateAt } = figures(rows);
  const words = WORDS[language];
  const lines = [
    words.head(procedures),
    ['---', '--:', '--:'],
    [words.nothing, ...nothingLeft],
    ...lateAt.map(({ share, always, sometimes }) => [
      words.late(fraction(share)),
      ...always.map((count, way) => `${count} + ${sometimes[way] ?? 0}`),
    ]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
