// @ts-check
/** The conflict ward Hải An reports: one day to transfer, one and a half to decide; and the same file under two other policies. */
import { spoken } from '../days.mjs';
import { POLICIES, comparePolicies, lateLegs } from '../policies.mjs';
import { actLine, chapter, minutesOfOwners, remark, shortName } from '../print.mjs';
import { showWaysOut } from '../ways-out.mjs';

/** @typedef {import('../office.mjs').Json} Json */

const HERE = 'haiphong-hai-an';
const THERE = 'haiphong-dong-hai';

/** Nobody dawdles: each keeps within the budget of his own leg. Tuesday is a holiday. @type {[number, string, string, Json][]} */
const ACTS = [
  [2, '08:55', HERE, { type: 'transfer', copy: 'electronic' }],
  [2, '08:58', THERE, { type: 'confirmDelivery' }],
  [2, '11:00', THERE, { type: 'acceptTransfer' }],
  [2, '13:30', THERE, { type: 'startStep', step: 'appraisal' }],
  [2, '16:30', THERE, { type: 'completeStep', step: 'appraisal' }],
  [3, '08:30', THERE, { type: 'startStep', step: 'signature' }],
  [3, '10:00', THERE, { type: 'completeStep', step: 'signature' }],
  [3, '10:05', THERE, { type: 'decide', outcome: 'granted' }],
  [3, '10:20', THERE, { type: 'dispatchResult', copy: 'electronic' }],
  [3, '10:25', HERE, { type: 'confirmResultArrival' }],
  [3, '10:40', HERE, { type: 'notifyApplicant', means: 'sms' }],
  [3, '15:00', HERE, { type: 'returnResult', means: 'counter' }],
];

/** @param {{ office: import('../office.mjs').Office, on: (day: number, time: string) => string }} stage */
export async function oneAndAHalfDays({ office, on }) {
  chapter(
    '1. Hồ sơ 1,5 ngày từ Hải An sang Đông Hải: chuyển trong 1 ngày thì đương nhiên quá hạn',
    '1. A 1.5-day dossier from Hải An to Đông Hải: with one day to transfer it is overdue by construction',
  );
  await office.goOnTo(on(0, '09:00'));
  /** @type {string[]} */
  const codes = [];
  for (const { code } of POLICIES) codes.push((await office.open(HERE, opening(code)))['code']);
  const [first = ''] = codes;
  const received = await office.dossier(HERE, first);
  remark(`${received['procedure'].name} (${received['procedure'].limit}), mã hồ sơ ${first}`, `code ${first}`);
  remark(received['procedure'].illustration.why, received['procedure'].illustration.whyEn);
  remark(
    `Hẹn trả ${spoken(received['promise'].at)}. Nếu bên nào cũng dùng hết phần của mình thì còn ${received['feasibility']?.slack ?? '–'} phút.`,
    `Promised ${spoken(received['promise'].at)}. When everybody takes what he may, this is left: ${received['feasibility']?.slack ?? '–'} minutes.`,
  );
  const { code, version } = received['procedure'];
  const [from = ''] = received['at'].split('T');
  await showWaysOut({ office, as: HERE, receiver: HERE, decider: THERE, version: { code, version }, from });
  actLine({ dossier: received, who: 'Phường Hải An', act: 'receive' });
  for (const [day, time, agency, command] of ACTS) {
    await office.goOnTo(on(day, time));
    for (const code of codes) await office.act(agency, code, command);
    const dossier = await office.dossier(agency, first);
    actLine({
      dossier,
      who: shortName(agency === HERE ? dossier['receivingAgency'].name : dossier['competentAgency'].name),
      act: command['type'],
    });
  }
  await showLateness(office, first);
  console.log(
    '\n  Cùng một hồ sơ, cùng từng phút, ba cách tính · the same dossier minute by minute, three clock policies',
  );
  await comparePolicies(office, HERE, codes);
  return first;
}

/** @param {import('../office.mjs').Office} office @param {string} code */
async function showLateness(office, code) {
  const timeline = await office.timeline(HERE, code);
  const breach = timeline['journal'].find(
    (/** @type {Json} */ fact) => fact['type'] === 'dossier.clockBreached.v1' && fact['data'].clockId === 'legal',
  );
  const legs = lateLegs(await office.dossier(HERE, code));
  const [vietnamese, english] =
    legs.length === 0
      ? ['mọi đơn vị đều giữ đúng phần thời gian của mình', 'every office kept within its own part']
      : [`chặng quá hạn: ${legs.join(', ')}`, `legs over their budget: ${legs.join(', ')}`];
  const since = spoken(breach['data'].rungAt);
  remark(`Quá hạn từ ${since}; ${vietnamese}.`, `Overdue since ${since}; ${english}.`);
  minutesOfOwners(timeline);
}

/** @param {string} procedureCode */
function opening(procedureCode) {
  return {
    type: 'receive',
    intake: { procedureCode, channel: 'counter', jurisdiction: { residence: { communeCode: '11411' } } },
    private: { persons: [{ role: 'applicant', name: 'Trần Văn Ví Dụ' }] },
  };
}
