// @ts-check
/** Two wards send the same dossier back in turn, until the city's supervisor says whose it is. */
import { minutesOfOwners, problemLine, remark } from '../../journey/print.mjs';
import { BOUNCED, CENTRE, DONG_HAI, SUPERVISOR, nameOf } from '../cast.mjs';
import { scene } from '../print.mjs';
import { codeReceivedNow, handIn, personActs } from '../stage.mjs';

/** @typedef {import('../stage.mjs').Stage} Stage */
/** @typedef {import('../stage.mjs').Json} Json */

/** @param {string} communeCode where the shop is said to be; its owner lives elsewhere, which only this dossier says */
const shopIn = (communeCode) => ({ headOffice: { communeCode }, residence: { communeCode: BOUNCED.ownerLivesIn } });
const [HERE, THERE] = ['11413', '11411'];

/** @param {Stage} stage @returns {import('../stage.mjs').Beat[]} */
export function doubleBounce(stage) {
  const { on } = stage;
  let code = '';
  const sendOn = (/** @type {string} */ commune) => {
    const command = { type: 'transfer', copy: 'electronic', jurisdiction: shopIn(commune) };
    return personActs(stage, { as: CENTRE, code, command });
  };
  return [
    {
      at: on(1, '08:30'),
      before: () => {
        const intake = { procedureCode: BOUNCED.procedure, channel: 'counter', jurisdiction: shopIn(HERE) };
        return handIn(stage, { agency: CENTRE, name: `${stage.run}-bounce`, dossier: { type: 'receive', intake } });
      },
      after: async () => {
        code = await codeReceivedNow(stage, { agency: CENTRE, procedure: BOUNCED.procedure });
      },
    },
    { at: on(2, '08:00'), before: () => sendOn(THERE) },
    {
      at: on(3, '08:00'),
      before: async () => {
        await showRisk(stage, code);
        await sendOn(HERE);
      },
    },
    { at: on(4, '08:00'), before: () => redirect(stage, code) },
    { at: on(8, '17:15'), after: () => showEnd(stage, code) },
  ];
}

/** @param {Stage} stage @param {string} code */
async function showRisk({ office }, code) {
  scene('C. Hai phường đùn đẩy nhau', 'C. Two wards send a dossier back and forth');
  const { bounces, risks } = await office.dossier(CENTRE, code);
  const risk = /** @type {Json[]} */ (risks).find(({ rule }) => rule === 'bouncedTwice');
  remark(
    `${code}: đã bị trả lại ${bounces} lần; cảnh báo ${risk?.['rule'] ?? '–'} (${risk?.['level'] ?? '–'}). Trung tâm thử lại lần nữa.`,
    `${code}: sent back ${bounces} times; risk ${risk?.['rule'] ?? '–'} (${risk?.['level'] ?? '–'}). The centre tries once more.`,
  );
}

/** @param {Stage} stage @param {string} code */
async function redirect(stage, code) {
  scene('C. Cấp trên quyết định nơi giải quyết', 'C. The supervisor says whose it is');
  const tried = await stage.office.tryAct(CENTRE, code, {
    ...{ type: 'transfer', copy: 'electronic' },
    jurisdiction: shopIn(THERE),
  });
  remark('Trung tâm chuyển lần nữa:', 'The centre sends it once more:');
  problemLine(tried.body);
  const command = { type: 'redirectTransfer', to: DONG_HAI, reason: 'backAndForth' };
  await personActs(stage, { as: SUPERVISOR, code, command });
  remark(
    `Văn phòng UBND thành phố chuyển hướng hồ sơ tới ${nameOf(DONG_HAI)}.`,
    `The city's office redirects the dossier to ${DONG_HAI}.`,
  );
}

/** @param {Stage} stage @param {string} code */
async function showEnd({ office }, code) {
  const { phase, competentAgency, bounces, redirects, transfer } = await office.dossier(CENTRE, code);
  scene('C. Hồ sơ bị đùn đẩy nay ở đâu', 'C. Where the bounced dossier is now');
  remark(
    `${code}: ${phase}, ${competentAgency.name}; ${bounces} lần trả lại, ${redirects} lần chuyển hướng, ${transfer.attempt} lần chuyển.`,
    `${code}: ${phase}, ${competentAgency.nameEn}; ${bounces} bounces, ${redirects} redirection, ${transfer.attempt} attempts.`,
  );
  minutesOfOwners(await office.timeline(CENTRE, code));
}
