// @ts-check
/** The city's centre sends a dossier to the wrong ward, which sends it back with a reason; a person there corrects the place. */
import { spoken } from '../../journey/days.mjs';
import { minutesOfOwners, remark } from '../../journey/print.mjs';
import { CENTRE, WRONGLY_SENT, nameOf } from '../cast.mjs';
import { scene } from '../print.mjs';
import { dossierOf } from '../schedule.mjs';
import { codeReceivedNow, handIn, personActs } from '../stage.mjs';

/** @typedef {import('../stage.mjs').Stage} Stage */
/** @typedef {import('../stage.mjs').Json} Json */

const AS_TYPED = { residence: { communeCode: '11413' } };
const AS_IT_IS = { residence: { communeCode: '11411' } };

/** @param {Stage} stage @returns {import('../stage.mjs').Beat[]} */
export function wrongJurisdiction(stage) {
  const { on } = stage;
  let code = '';
  return [
    {
      at: on(1, '08:00'),
      before: () => {
        const dossier = dossierOf({ code: WRONGLY_SENT, channel: 'counter', jurisdiction: AS_TYPED });
        return handIn(stage, { agency: CENTRE, name: `${stage.run}-wrong`, dossier });
      },
      after: async () => {
        code = await codeReceivedNow(stage, { agency: CENTRE, procedure: WRONGLY_SENT });
      },
    },
    {
      at: on(1, '16:00'),
      before: async () => {
        await showRefusal(stage, code);
        const command = { type: 'transfer', copy: 'electronic', jurisdiction: AS_IT_IS };
        await personActs(stage, { as: CENTRE, code, command });
      },
    },
    { at: on(3, '17:15'), after: () => showEnd(stage, code) },
  ];
}

/** @param {Stage} stage @param {string} code */
async function showRefusal({ office }, code) {
  scene('B. Chuyển nhầm nơi: bị trả lại kèm lý do', 'B. Sent to the wrong ward: returned with a reason');
  const { journal } = await office.timeline(CENTRE, code);
  const refused = /** @type {Json[]} */ (journal).find(({ type }) => type === 'dossier.transferRefused.v1');
  if (refused === undefined) throw new Error(`${code} was not sent back`);
  const { reason, suggestedAgency } = refused['data'];
  remark(
    `${spoken(refused['occurredAt'])}: ${refused['actor'].agency.name} trả lại (${reason}), đề nghị chuyển ${nameOf(suggestedAgency)}.`,
    `Returned by ${refused['actor'].agency.nameEn} (${reason}), which suggests ${suggestedAgency}.`,
  );
  remark(
    'Cán bộ trung tâm sửa nơi cư trú; hệ thống tìm lại nơi có thẩm quyền và chuyển tiếp.',
    'A clerk of the centre corrects the residence; the competent ward is found again and the dossier sent on.',
  );
}

/** @param {Stage} stage @param {string} code */
async function showEnd({ office }, code) {
  const { phaseName, phase, competentAgency, transfer } = await office.dossier(CENTRE, code);
  scene('B. Hồ sơ chuyển nhầm nay ở đâu', 'B. Where the wrongly sent dossier is now');
  remark(
    `${code}: ${phaseName ?? phase}, nơi có thẩm quyền ${competentAgency.name}, lần chuyển ${transfer.attempt}. Lần trả lại không trả phút nào.`,
    `${code}: ${phase}, competent ${competentAgency.nameEn}, attempt ${transfer.attempt}. The refusal gave no minute back.`,
  );
  minutesOfOwners(await office.timeline(CENTRE, code));
}
