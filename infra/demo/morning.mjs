// @ts-check
/**
 * What `npm start` ends with: a Monday and most of a Tuesday of two wards, left as they stand, so that whoever looks finds offices at work:
 * dossiers in every state, some in time, some soon due, one late although nobody dawdled, and one ward that does not accept.
 */
import { pathToFileURL } from 'node:url';
import { daysFrom } from '../journey/days.mjs';
import { Office } from '../journey/office.mjs';
import { runScript, say } from '../scripts/say.mjs';

/** @typedef {import('../journey/office.mjs').Json} Json */
/** @typedef {[day: number, time: string, agency: string, dossier: string, act: Json | null]} Line */

const HAI_AN = 'haiphong-hai-an';
const DONG_HAI = 'haiphong-dong-hai';
const COMMUNE = { [HAI_AN]: '11413', [DONG_HAI]: '11411' };
const DEFAULT_URL = 'http://127.0.0.1:8080';
const SEND = { type: 'transfer', copy: 'electronic' };
const ARRIVED = { type: 'confirmDelivery' };
const ACCEPT = { type: 'acceptTransfer' };
const CHECK = { type: 'startStep', step: 'appraisal' };
const CHECKED = { type: 'completeStep', step: 'appraisal' };
const SIGN = { type: 'startStep', step: 'signature' };
const GRANT = { type: 'decide', outcome: 'granted' };
const ASK_MORE = { type: 'requestSupplement', components: ['id-card-copy'], reason: 'missingComponent' };
const REFUSE = { type: 'refuseTransfer', reason: 'incompleteCopy' };

/**
 * Received there: by its procedure, where the applicant lives (or his house, his land, lies), and his name.
 * @type {Readonly<Record<string, readonly [procedure: string, lives: string, name: string, channel?: string]>>}
 */
const DOSSIERS = {
  late: ['1.004873', DONG_HAI, 'Nguyễn Văn Đức'],
  accepted: ['1.004873', DONG_HAI, 'Trần Thị Hạnh'],
  unaccepted: ['1.004873', DONG_HAI, 'Phạm Quốc Bảo'],
  refused: ['9.000002', DONG_HAI, 'Lê Thị Thu'],
  checked: ['1.004873', HAI_AN, 'Vũ Minh Khôi'],
  asked: ['1.004873', HAI_AN, 'Hoàng Thị Mai'],
  shop: ['1.001612', HAI_AN, 'Đỗ Văn Lực'],
  farShop: ['1.001612', DONG_HAI, 'Bùi Thị Ngân'],
  land: ['1.012817', HAI_AN, 'Ngô Đình Phúc'],
  farLand: ['1.012817', DONG_HAI, 'Đặng Thị Lụa'],
  done: ['1.004873', HAI_AN, 'Phan Thị Yến'],
  online: ['9.000001', DONG_HAI, 'Cao Xuân Trường', 'online'],
  towards: ['1.004873', HAI_AN, 'Mai Văn Thắng'],
  towardsLate: ['1.001612', HAI_AN, 'Tạ Thị Hòa'],
  own: ['1.004873', DONG_HAI, 'Lưu Văn Sáu'],
  ownShop: ['1.001612', DONG_HAI, 'Trịnh Thị Nga'],
  ownLand: ['1.012817', DONG_HAI, 'Hà Văn Tám'],
  fresh: ['1.004873', DONG_HAI, 'Dương Thị Cúc'],
  freshHere: ['1.001612', HAI_AN, 'Đinh Văn Long'],
  birth: ['1.001193', HAI_AN, 'Võ Thị Lan'],
};

/** In the order in which it happens; a line without an act is the reception. @type {readonly Line[]} */
const LINES = [
  [0, '07:40', HAI_AN, 'late', null],
  [0, '07:40', HAI_AN, 'accepted', null],
  [0, '07:40', HAI_AN, 'unaccepted', null],
  [0, '07:55', HAI_AN, 'land', null],
  [0, '07:55', DONG_HAI, 'ownLand', null],
  [0, '08:20', HAI_AN, 'farShop', null],
  [0, '08:20', HAI_AN, 'shop', null],
  [0, '08:20', DONG_HAI, 'towardsLate', null],
  [0, '09:30', HAI_AN, 'refused', null],
  [0, '09:30', HAI_AN, 'done', null],
  [0, '09:30', HAI_AN, 'accepted', SEND],
  [0, '09:30', HAI_AN, 'unaccepted', SEND],
  [0, '09:30', HAI_AN, 'refused', SEND],
  [0, '09:30', HAI_AN, 'farShop', SEND],
  [0, '09:30', DONG_HAI, 'towardsLate', SEND],
  [0, '10:05', DONG_HAI, 'accepted', ARRIVED],
  [0, '10:05', DONG_HAI, 'unaccepted', ARRIVED],
  [0, '10:05', DONG_HAI, 'refused', ARRIVED],
  [0, '10:05', DONG_HAI, 'farShop', ARRIVED],
  [0, '10:05', HAI_AN, 'towardsLate', ARRIVED],
  [0, '10:05', HAI_AN, 'done', CHECK],
  [0, '10:40', DONG_HAI, 'refused', REFUSE],
  [0, '10:40', HAI_AN, 'towardsLate', ACCEPT],
  [0, '10:40', HAI_AN, 'towardsLate', CHECK],
  [0, '10:40', DONG_HAI, 'ownLand', CHECK],
  [0, '13:40', HAI_AN, 'asked', null],
  [0, '13:40', HAI_AN, 'checked', null],
  [0, '13:40', HAI_AN, 'land', CHECK],
  [0, '15:20', HAI_AN, 'late', SEND],
  [0, '15:20', DONG_HAI, 'accepted', ACCEPT],
  [0, '15:20', DONG_HAI, 'farShop', ACCEPT],
  [0, '15:20', HAI_AN, 'done', CHECKED],
  [0, '15:20', HAI_AN, 'done', SIGN],
  [0, '15:20', HAI_AN, 'asked', ASK_MORE],
  [1, '08:10', DONG_HAI, 'late', ARRIVED],
  [1, '08:10', DONG_HAI, 'late', ACCEPT],
  [1, '08:10', DONG_HAI, 'accepted', CHECK],
  [1, '08:10', HAI_AN, 'checked', CHECK],
  [1, '08:10', HAI_AN, 'shop', CHECK],
  [1, '08:10', DONG_HAI, 'own', null],
  [1, '08:10', DONG_HAI, 'towards', null],
  [1, '09:15', DONG_HAI, 'towards', SEND],
  [1, '09:15', HAI_AN, 'done', GRANT],
  [1, '09:15', HAI_AN, 'farLand', null],
  [1, '09:15', HAI_AN, 'online', null],
  [1, '10:30', HAI_AN, 'towards', ARRIVED],
  [1, '10:30', HAI_AN, 'farLand', SEND],
  [1, '10:30', HAI_AN, 'checked', CHECKED],
  [1, '10:30', DONG_HAI, 'ownShop', null],
  [1, '13:50', HAI_AN, 'birth', null],
  [1, '13:50', HAI_AN, 'fresh', null],
  [1, '14:20', HAI_AN, 'freshHere', null],
  [1, '14:20', DONG_HAI, 'own', CHECK],
];
const ENDS = /** @type {const} */ ([1, '14:40']);

/**
 * Plays it through the API, on the Monday and Tuesday that come next.
 * @param {string} url
 * @returns {Promise<Readonly<Record<string, string>>>} codes of the dossiers by what they stand for; `late`: overdue, though nobody dawdled
 */
export async function playMorning(url) {
  const office = new Office({ url, paceMs: 0 });
  const on = daysFrom(await office.now());
  /** @type {Record<string, string>} */
  const codes = {};
  let clock = '';
  const comes = async (/** @type {number} */ day, /** @type {string} */ time) => {
    if (clock === `${day} ${time}`) return;
    clock = `${day} ${time}`;
    await office.goOnTo(on(day, time));
  };
  for (const [day, time, agency, name, act] of LINES) {
    await comes(day, time);
    if (act === null) codes[name] = await received(office, agency, name);
    else await office.act(agency, codes[name] ?? '', act);
  }
  await comes(...ENDS);
  return codes;
}

/**
 * @param {Office} office
 * @param {string} agency
 * @param {string} name
 * @returns {Promise<string>} its code
 */
async function received(office, agency, name) {
  const [procedureCode, lives, person, channel = 'counter'] = DOSSIERS[name] ?? ['', HAI_AN, ''];
  const place = { communeCode: COMMUNE[/** @type {keyof typeof COMMUNE} */ (lives)] };
  const intake = {
    procedureCode,
    channel,
    jurisdiction: { residence: place, headOffice: place, assetLocation: place },
  };
  const opening = { intake, private: { persons: [{ role: 'applicant', name: person }] } };
  if (channel !== 'online') return (await office.open(agency, { type: 'receive', ...opening }))['code'];
  // Handed in online it is not received yet: that is one of the things to do.
  return (await office.open(agency, { type: 'submit', ...opening }))['code'];
}

async function main() {
  say('› Hai phường Hải An và Đông Hải vào việc …', '  Two wards, Hải An and Đông Hải, go to work …');
  const codes = await playMorning(process.env['LIENTHONG_URL'] ?? DEFAULT_URL);
  const count = Object.keys(codes).length;
  say(
    `  ${count} hồ sơ đang mở để xem; chiều thứ Ba, 14:40.`,
    `  ${count} dossiers left open to look at; it is Tuesday, 14:40.`,
  );
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runScript(main);
