// @ts-check
/** A dossier that comes back: each office keeps the minutes it held it, and the refusal gives none of them back (law 5). */
import { actLine, chapter, minutesOfOwners, remark, problemLine, shortName } from '../print.mjs';

/** @typedef {import('../office.mjs').Json} Json */

const HERE = 'haiphong-hai-an-police';
const WRONG = 'quangngai-duc-pho-police';
const RIGHT = 'quangngai-van-tuong-police';
const PROCEDURE = '1.004194';

/** @type {[number, string, string, Json][]} */
const ACTS = [
  [7, '08:45', HERE, { type: 'transfer', copy: 'electronic' }],
  [7, '08:50', WRONG, { type: 'confirmDelivery' }],
  [7, '10:10', WRONG, { type: 'refuseTransfer', reason: 'wrongJurisdiction', suggestedAgency: RIGHT }],
  [7, '14:00', HERE, { type: 'transfer', copy: 'electronic', jurisdiction: { residence: { communeCode: '21061' } } }],
  [7, '14:05', RIGHT, { type: 'confirmDelivery' }],
  [7, '15:00', RIGHT, { type: 'acceptTransfer' }],
  [9, '09:00', RIGHT, { type: 'decide', outcome: 'granted' }],
  [9, '09:10', RIGHT, { type: 'dispatchResult', copy: 'electronic' }],
  [9, '09:15', HERE, { type: 'confirmResultArrival' }],
  [9, '09:30', HERE, { type: 'notifyApplicant', means: 'phone' }],
  [9, '16:00', HERE, { type: 'returnResult', means: 'counter' }],
];

/** @param {{ office: import('../office.mjs').Office, on: (day: number, time: string) => string }} stage */
export async function wrongJurisdiction({ office, on }) {
  chapter(
    '2. Chuyển nhầm nơi, bị trả lại, chuyển đúng nơi',
    '2. Sent to the wrong agency, returned, sent to the right one',
  );
  await office.goOnTo(on(7, '08:30'));
  const asked = await office.ask({
    method: 'POST',
    path: '/v1/routing/resolve',
    agency: HERE,
    body: { procedureCode: PROCEDURE, jurisdiction: { residence: { name: 'Phường Đông Hải' } } },
  });
  if (asked.status >= 400) {
    remark('Hỏi thẩm quyền bằng tên trùng “Phường Đông Hải”:', 'Asking by a name that several wards bear:');
    problemLine(asked.body);
  }
  const { code } = await office.open(HERE, {
    type: 'receive',
    intake: { procedureCode: PROCEDURE, channel: 'counter', jurisdiction: { residence: { communeCode: '21439' } } },
  });
  actLine({ dossier: await office.dossier(HERE, code), who: 'Công an phường Hải An', act: 'receive' });
  const names = await namesOf(office);
  for (const [day, time, agency, command] of ACTS) {
    await office.goOnTo(on(day, time));
    await office.act(agency, code, command);
    actLine({ dossier: await office.dossier(HERE, code), who: names(agency), act: describe(command) });
  }
  minutesOfOwners(await office.timeline(HERE, code));
  return code;
}

/** @param {Json} command */
function describe(command) {
  return command['reason'] === undefined ? command['type'] : `${command['type']} (${command['reason']})`;
}

/** @param {import('../office.mjs').Office} office */
async function namesOf(office) {
  const { agencies } = await office.need({ path: '/v1/agencies?limit=200', agency: HERE });
  return (/** @type {string} */ id) =>
    shortName(agencies.find((/** @type {Json} */ agency) => agency['id'] === id)?.['name'] ?? id);
}
