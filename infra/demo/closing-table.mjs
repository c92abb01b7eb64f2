// @ts-check
/** The closing table, Vietnamese first; and the proof that its sums agree. */
import { OTHER_OWNERS, remark } from '../journey/print.mjs';
import { nameOf } from './cast.mjs';
import { plain, scene } from './print.mjs';

/** @typedef {import('./closing.mjs').Figures} Figures */
/** @typedef {import('./closing.mjs').Row} Row */

/** @type {readonly (readonly [keyof Row, string, string])[]} */
const COLUMNS = [
  ['received', 'tiếp nhận', 'received'],
  ['transferred', 'chuyển đi', 'sent on'],
  ['arrived', 'nhận về', 'came in'],
  ['onTime', 'đúng hạn', 'on time'],
  ['overdue', 'quá hạn', 'overdue'],
  ['running', 'còn hạn', 'running'],
  ['open', 'chưa xong', 'open'],
];
const NAME = 22;
const COLUMN = 11;

/** @param {Figures} figures @param {{ seed: number, title: string }} play */
export function printClosing(figures, { seed, title }) {
  scene(
    `Tổng kết ${figures.agencies.reduce((sum, { received }) => sum + received, 0)} hồ sơ, hai tuần làm việc, hạt giống ${seed} (${title})`,
    `The two weeks in figures, seed ${seed} (${title})`,
  );
  const line = (/** @type {string} */ name, /** @type {readonly (string | number)[]} */ cells) =>
    plain(`  ${name.padEnd(NAME)}${cells.map((cell) => String(cell).padStart(COLUMN)).join('')}`);
  line(
    'Đơn vị',
    COLUMNS.map(([, vietnamese]) => vietnamese),
  );
  line(
    'Agency',
    COLUMNS.map(([, , english]) => english),
  );
  for (const row of figures.agencies)
    line(
      nameOf(row.id),
      COLUMNS.map(([column]) => row[column]),
    );
  line(
    'Tổng · total',
    COLUMNS.map(([column]) => sumOf(figures.agencies, column)),
  );
  printCauses(figures);
  printOwners(figures);
}

/** @param {readonly Row[]} rows @param {keyof Row} column */
function sumOf(rows, column) {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

/** @param {Figures} figures */
function printCauses({ causes, lateLegs }) {
  remark(
    `Quá hạn: ${causes.limit} do các chặng không thể vừa thời hạn, ${causes.others} do xử lý.`,
    `Overdue: ${causes.limit} because the legs cannot fit the limit, ${causes.others} for other reasons.`,
  );
  const legs = Object.entries(lateLegs).map(([kind, count]) => `${kind} ${count}`);
  remark(
    `Chặng vượt ngân sách riêng: ${legs.join(', ') || 'không có'}.`,
    `Legs over their own budget: ${legs.join(', ') || 'none'}.`,
  );
}

/** @param {Figures} figures */
function printOwners({ owners, attributed, counted, exact }) {
  plain('\n  Ai giữ bao nhiêu phút làm việc · who owned the working minutes');
  for (const { owner, minutes } of owners) {
    const share = ((100 * minutes) / Math.max(1, counted)).toFixed(1);
    plain(
      `    ${(OTHER_OWNERS[owner] ?? nameOf(owner)).padEnd(36)}${String(minutes).padStart(9)}′ ${share.padStart(6)} %`,
    );
  }
  plain(
    `    ${'Tổng · total'.padEnd(36)}${String(attributed).padStart(9)}′ / ${counted}′ ${exact && attributed === counted ? '✓' : '✗'}`,
  );
}

/**
 * @param {Figures} figures
 * @throws {Error} when a sum does not agree
 */
export function requireSums({ agencies, attributed, counted, exact }) {
  for (const { id, received, onTime, overdue, running, ended } of agencies) {
    if (onTime + overdue + running + ended !== received) throw new Error(`${id}: the parts are not the whole`);
  }
  if (!exact || attributed !== counted) throw new Error('the minutes of the owners do not add up to the whole');
  if (sumOf(agencies, 'transferred') !== sumOf(agencies, 'arrived'))
    throw new Error('what was sent on is not what came in');
}
