// @ts-check
/** A land dossier with two opinions: both run beside the work of the commune, each on its own clock and its own account. */
import { actLine, chapter, minutesOfOwners, remark } from '../print.mjs';
import { spoken } from '../days.mjs';

/** @typedef {import('../office.mjs').Json} Json */

const HERE = 'haiphong-hai-an';
const THERE = 'haiphong-dong-hai';
const TAX = 'haiphong-tax';
const PLANNING = 'haiphong-construction';
/** @type {Record<string, string>} */
const NAMES = {
  [HERE]: 'Phường Hải An',
  [THERE]: 'Phường Đông Hải',
  [TAX]: 'Thuế Hải Phòng',
  [PLANNING]: 'Sở Xây dựng',
};

/** @type {[number, string, string, Json][]} */
const ACTS = [
  [17, '09:00', HERE, { type: 'transfer', copy: 'electronic' }],
  [17, '09:05', THERE, { type: 'confirmDelivery' }],
  [17, '10:00', THERE, { type: 'acceptTransfer' }],
  [17, '13:30', THERE, { type: 'startStep', step: 'appraisal' }],
  [18, '08:00', THERE, { type: 'requestConsultation', consultation: 'tax', agencyId: TAX }],
  [18, '08:10', THERE, { type: 'requestConsultation', consultation: 'planning', agencyId: PLANNING }],
  [22, '17:00', THERE, { type: 'completeStep', step: 'appraisal' }],
  [24, '11:00', TAX, { type: 'answerConsultation', consultation: 'tax', outcome: 'agreed' }],
  [29, '15:00', PLANNING, { type: 'answerConsultation', consultation: 'planning', outcome: 'agreed' }],
  [29, '16:00', THERE, { type: 'requestPayment', feeCode: 'landFee', amountVnd: 12500000 }],
  [31, '09:00', THERE, { type: 'confirmPayment', receiptNumber: 'KQ-2026-0417' }],
  [31, '10:00', THERE, { type: 'startStep', step: 'signature' }],
  [31, '16:00', THERE, { type: 'completeStep', step: 'signature' }],
  [31, '16:30', THERE, { type: 'decide', outcome: 'granted' }],
  [31, '16:40', THERE, { type: 'dispatchResult', copy: 'paper' }],
  [35, '09:00', HERE, { type: 'confirmResultArrival' }],
  [35, '09:10', HERE, { type: 'notifyApplicant', means: 'sms' }],
  [36, '14:00', HERE, { type: 'returnResult', means: 'counter' }],
];

/** @param {{ office: import('../office.mjs').Office, on: (day: number, time: string) => string }} stage */
export async function landWithTwoOpinions({ office, on }) {
  chapter('5. Hồ sơ đất đai với hai nơi cho ý kiến', '5. A land dossier with two consultations');
  await office.goOnTo(on(17, '08:00'));
  const { code } = await office.open(HERE, {
    type: 'receive',
    intake: {
      procedureCode: '1.012817',
      channel: 'counter',
      jurisdiction: { assetLocation: { communeCode: '11411' } },
    },
  });
  const received = await office.dossier(HERE, code);
  const { at, provisional } = received['promise'];
  remark(
    `Hẹn trả ${spoken(at)}${provisional ? ' (tạm tính: lịch nghỉ của năm đó chưa công bố)' : ''}.`,
    `Promised ${spoken(at)}${provisional ? ' (provisional: the holidays of that year are not published)' : ''}.`,
  );
  actLine({ dossier: received, who: NAMES[HERE] ?? '', act: 'receive' });
  for (const [day, time, agency, command] of ACTS) {
    await office.goOnTo(on(day, time));
    await office.act(agency, code, command);
    const dossier = await office.dossier(HERE, code);
    actLine({
      dossier,
      who: NAMES[agency] ?? '',
      act: [command['type'], command['consultation'] ?? command['step'] ?? ''].join(' '),
    });
  }
  minutesOfOwners(await office.timeline(HERE, code));
  return code;
}
