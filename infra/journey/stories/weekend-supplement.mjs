// @ts-check
/** A supplement asked for on Friday and handed in on Monday: the weekend weighs nothing, and the pause is the applicant's. */
import { actLine, chapter, minutesOfOwners, remark } from '../print.mjs';
import { spoken } from '../days.mjs';

/** @typedef {import('../office.mjs').Json} Json */

const HERE = 'quangngai-duc-pho';
const THERE = 'quangngai-van-tuong';
/** @type {Record<string, string>} */
const NAMES = { [HERE]: 'Phường Đức Phổ', [THERE]: 'Xã Vạn Tường' };

/** @type {[number, string, string, Json][]} */
const ACTS = [
  [10, '08:10', HERE, { type: 'transfer', copy: 'electronic' }],
  [10, '08:12', THERE, { type: 'confirmDelivery' }],
  [10, '09:00', THERE, { type: 'acceptTransfer' }],
  [11, '16:00', THERE, { type: 'requestSupplement', components: ['id-card-copy'], reason: 'missingComponent' }],
  [14, '09:30', HERE, { type: 'provideSupplement', copy: 'electronic' }],
  [14, '15:30', THERE, { type: 'decide', outcome: 'granted' }],
  [14, '15:40', THERE, { type: 'dispatchResult', copy: 'electronic' }],
  [14, '15:42', HERE, { type: 'confirmResultArrival' }],
  [14, '15:50', HERE, { type: 'notifyApplicant', means: 'sms' }],
  [15, '08:00', HERE, { type: 'returnResult', means: 'counter' }],
];

/** @param {{ office: import('../office.mjs').Office, on: (day: number, time: string) => string }} stage */
export async function weekendSupplement({ office, on }) {
  chapter(
    '3. Yêu cầu bổ sung chiều thứ Sáu, nộp sáng thứ Hai',
    '3. A supplement asked for on Friday afternoon, handed in on Monday',
  );
  await office.goOnTo(on(10, '08:00'));
  const { code } = await office.open(HERE, {
    type: 'receive',
    intake: {
      procedureCode: '1.001612',
      channel: 'counter',
      jurisdiction: { headOffice: { communeCode: '21061' }, residence: { communeCode: '21061' } },
    },
  });
  actLine({ dossier: await office.dossier(HERE, code), who: NAMES[HERE] ?? '', act: 'receive' });
  for (const [day, time, agency, command] of ACTS) {
    await office.goOnTo(on(day, time));
    await office.act(agency, code, command);
    const dossier = await office.dossier(HERE, code);
    actLine({ dossier, who: NAMES[agency] ?? '', act: command['type'] });
    if (command['type'] === 'requestSupplement') showRest(dossier);
  }
  minutesOfOwners(await office.timeline(HERE, code));
  return code;
}

/** @param {Json} dossier */
function showRest(dossier) {
  const timeout = dossier['clocks'].find((/** @type {Json} */ clock) => clock['kind'] === 'supplement');
  remark(
    `Đồng hồ luật nghỉ; người dân có đến ${spoken(timeout['dueAt'])} để bổ sung.`,
    `The legal clock rests; the applicant has until ${spoken(timeout['dueAt'])}.`,
  );
}
