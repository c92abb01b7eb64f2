// @ts-check
/** What the story shows. Every figure comes from the service; nothing is reckoned here but the width of columns. */
import { say } from '../scripts/say.mjs';
import { spoken } from './days.mjs';

/** @typedef {import('./office.mjs').Json} Json */

/** @param {string} vietnamese @param {string} english */
export function chapter(vietnamese, english) {
  console.log(`\n${'═'.repeat(100)}`);
  say(vietnamese, english);
  console.log('═'.repeat(100));
}

/** @param {string} vietnamese @param {string} english */
export function remark(vietnamese, english) {
  say(`  ${vietnamese}`, `  ${english}`);
}

/** @param {string} name the short name of an office: `Phường Đông Hải` */
export function shortName(name) {
  return name.replace('Ủy ban nhân dân ', '').replace(/^./, (letter) => letter.toUpperCase());
}

/**
 * One clock in a few words: what it has left, or how it ended.
 * @param {Json | undefined} clock
 */
export function clockText(clock) {
  if (clock === undefined) return 'chưa chạy · not started';
  if (clock['budget'].unit === 'none') return `${clock['usedMinutes']}′`;
  if (clock['budget'].unit === 'calendarDays') return `hạn · due ${spoken(clock['dueAt'])}`;
  const left = `${clock['remainingMinutes']}′/${clock['budget'].minutes}′`;
  if (clock['status'] === 'paused') return `còn ${left} (nghỉ · rests)`;
  if (clock['overdue']) return `QUÁ HẠN · OVERDUE ${left}`;
  return `còn · left ${left}`;
}

/** @param {Json} dossier @returns {Json | undefined} the clock of the law */
export function legalClock(dossier) {
  return /** @type {Json[]} */ (dossier['clocks']).find(({ kind }) => kind === 'legal');
}

/**
 * One act with both clocks: that of the law and that of the leg.
 * @param {{ dossier: Json, who: string, act: string }} line
 */
export function actLine({ dossier, who, act }) {
  const clocks = /** @type {Json[]} */ (dossier['clocks']);
  const legal = legalClock(dossier);
  const leg = clocks
    .filter(({ kind, status }) => kind !== 'legal' && kind !== 'delivery' && status !== 'stopped')
    .at(-1);
  console.log(
    `  ${spoken(dossier['at']).padEnd(20)} ${who.padEnd(22)} ${act.padEnd(38)} ` +
      `luật · law: ${clockText(legal).padEnd(32)} ${leg === undefined ? '' : `${leg['id']}: ${clockText(leg)}`}`,
  );
}

/** Who owned how many minutes; they must add up to the whole. @param {Json} timeline */
export function minutesOfOwners(timeline) {
  console.log('  Phút làm việc theo người giữ · working minutes by owner');
  for (const { owner, legalMinutes } of timeline['attribution']) {
    console.log(`    ${ownerName(owner).padEnd(44)} ${String(legalMinutes).padStart(6)}′`);
  }
  const { attributedMinutes, legalMinutes, exact } = timeline['total'];
  console.log(
    `    ${'Tổng · total'.padEnd(44)} ${String(attributedMinutes).padStart(6)}′ / ${legalMinutes}′ ${exact ? '✓' : '✗'}`,
  );
  if (!exact) throw new Error('the minutes of the owners do not add up to the whole');
}

/** Owners of minutes that are no agency. @type {Readonly<Record<string, string>>} */
export const OTHER_OWNERS = {
  exchange: 'Trục liên thông · exchange',
  publicPost: 'Bưu chính · public post',
  applicant: 'Người dân · applicant',
  system: 'Hệ thống dùng chung · shared system',
  external: 'Bên ngoài · external',
};

/** @param {Json} owner */
export function ownerName(owner) {
  if (owner['kind'] === 'agency') return shortName(owner['agency'].name);
  return OTHER_OWNERS[owner['kind']] ?? owner['kind'];
}

/** @param {Json} problem a problem+json body */
export function problemLine(problem) {
  console.log(`  ✗ ${problem['status']} ${problem['code']}: ${problem['title']}`);
  console.log(`    ${problem['titleEn']} → ${problem['todoEn']}`);
}
