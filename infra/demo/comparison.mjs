// @ts-check
/** The same two weeks twice: what another budget changed. */
import { plain, scene } from './print.mjs';

/** @typedef {import('./closing.mjs').Figures} Figures */

const NAME = 52;
const COLUMN = 12;

/** @param {Figures} first @param {Figures} again */
export function printComparison(first, again) {
  scene(
    'F. Cùng những người dân ấy, cùng hạt giống: ngân sách mới đổi điều gì',
    'F. The same citizens, the same seed: what the new budget changed',
  );
  const line = (/** @type {string} */ name, /** @type {readonly (string | number)[]} */ cells) =>
    plain(`  ${name.padEnd(NAME)}${cells.map((cell) => String(cell).padStart(COLUMN)).join('')}`);
  line('', ['trước', 'sau']);
  line('', ['before', 'after']);
  for (const [name, of] of LINES) line(name, [of(first), of(again)]);
}

/** @type {readonly (readonly [string, (figures: Figures) => number])[]} */
const LINES = [
  ['Hồ sơ · dossiers', ({ agencies }) => sum(agencies.map(({ received }) => received))],
  ['Đúng hạn · on time', ({ agencies }) => sum(agencies.map(({ onTime }) => onTime))],
  ['Quá hạn · overdue', ({ agencies }) => sum(agencies.map(({ overdue }) => overdue))],
  ['  vì các chặng không vừa thời hạn · legs cannot fit', ({ causes }) => causes.limit],
  ['  vì lý do khác · other reasons', ({ causes }) => causes.others],
  ['Chặng vượt ngân sách · legs over budget', ({ lateLegs }) => sum(Object.values(lateLegs))],
  ['Phút làm việc · working minutes', ({ counted }) => counted],
];

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}
