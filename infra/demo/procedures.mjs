// @ts-check
/** What the offices work to: the budgets of the published procedures, read from the service. */
import { MINUTES_A_DAY } from './calendar.mjs';
import { HAI_AN } from './cast.mjs';

/** Procedures of the play whose dossiers cross a boundary. */
export const CROSSING = ['1.004873', '9.000001', '9.000002', '1.001612', '1.001193', '1.000656'];

/**
 * The version in force on a day.
 * @param {import('../journey/office.mjs').Office} office
 * @param {string} code
 * @param {string} day `2026-03-02`
 */
export async function versionOn(office, code, day) {
  const { versions } = await office.need({ path: `/v1/procedures/${code}`, agency: HAI_AN });
  const inForce = /** @type {import('./actor.mjs').Json[]} */ (versions).filter(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || effectiveTo >= day),
  );
  const version = inForce.at(-1)?.['version'];
  return office.need({ path: `/v1/procedures/${code}/versions/${version}`, agency: HAI_AN });
}

/**
 * @param {import('../journey/office.mjs').Office} office
 * @param {string} day `2026-03-02`
 * @returns {Promise<Map<string, number>>} working minutes the transfer may take, by procedure
 */
export async function transferBudgets(office, day) {
  const budgets = new Map();
  for (const code of CROSSING)
    budgets.set(code, minutesOfBudget((await versionOn(office, code, day))['legs'].transfer.budget));
  return budgets;
}

/** @param {string} budget `1wd`, `0.5wd`, `2wh` */
export function minutesOfBudget(budget) {
  const [, number, unit] = /^([\d.]+)(wd|wh)$/.exec(budget) ?? [];
  if (number === undefined) throw new Error(`not a budget in working time: ${budget}`);
  return Number(number) * (unit === 'wd' ? MINUTES_A_DAY : 60);
}
