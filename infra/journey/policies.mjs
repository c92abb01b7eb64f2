// @ts-check
/** One dossier under three clock policies: the procedure as it is, and the two variants of the seeds. Nothing differs but the clock. */
import { clockText, legalClock } from './print.mjs';

/** @typedef {import('./office.mjs').Json} Json */

export const POLICIES = [
  { code: '1.004873', name: 'Tính từ khi tiếp nhận · from reception' },
  { code: '9.000001', name: 'Tính từ khi cơ quan có thẩm quyền nhận · from competent receipt' },
  { code: '9.000002', name: 'Không tính thời gian chuyển · transfer excluded' },
];

/**
 * A line for each.
 * @param {import('./office.mjs').Office} office
 * @param {string} agency who asks
 * @param {readonly string[]} codes of the dossiers, in the order of the policies
 */
export async function comparePolicies(office, agency, codes) {
  for (const [index, { name }] of POLICIES.entries()) {
    const legal = legalClock(await office.dossier(agency, codes[index] ?? ''));
    console.log(`    ${name.padEnd(66)} ${String(legal?.['outcome']).padEnd(8)} ${clockText(legal)}`);
  }
}

/** @param {Json} dossier @returns {string[]} its legs that ran over their own budget; the clock of the law is no leg */
export function lateLegs(dossier) {
  const late = /** @type {Json[]} */ (dossier['clocks']).filter(
    ({ overdue, outcome }) => overdue || outcome === 'overdue',
  );
  return late.filter(({ kind }) => kind !== 'legal').map(({ id }) => id);
}
