// @ts-check
/** The conflict ward Hải An reports, among offices that know nothing of it: each works to the budget of its own leg. */
import { spoken } from '../../journey/days.mjs';
import { POLICIES, comparePolicies, lateLegs } from '../../journey/policies.mjs';
import { minutesOfOwners, remark } from '../../journey/print.mjs';
import { showWaysOut } from '../../journey/ways-out.mjs';
import { DONG_HAI, HAI_AN } from '../cast.mjs';
import { scene } from '../print.mjs';
import { versionOn } from '../procedures.mjs';
import { dossierOf } from '../schedule.mjs';
import { codeReceivedNow, handIn } from '../stage.mjs';

/** @typedef {import('../stage.mjs').Stage} Stage */
/** @typedef {import('../stage.mjs').Json} Json */

const LIVES_IN_DONG_HAI = { residence: { communeCode: '11411' } };

/** @param {Stage} stage @returns {import('../stage.mjs').Beat[]} */
export function haiAnConflict(stage) {
  /** @type {string[]} */
  const codes = [];
  return [
    {
      at: stage.on(0, '09:00'),
      before: () => receive(stage),
      after: async () => {
        for (const { code } of POLICIES) codes.push(await codeReceivedNow(stage, { agency: HAI_AN, procedure: code }));
        await showRisk(stage, codes[0] ?? '');
        await proveIt(stage);
      },
    },
    { at: stage.on(3, '17:15'), after: () => showClocks(stage, codes) },
  ];
}

/** @param {Stage} stage */
async function receive(stage) {
  for (const { code } of POLICIES) {
    const dossier = dossierOf({ code, channel: 'counter', jurisdiction: LIVES_IN_DONG_HAI });
    await handIn(stage, { agency: HAI_AN, name: `${stage.run}-conflict-${code}`, dossier });
  }
}

/** @param {Stage} stage @param {string} code */
async function showRisk({ office }, code) {
  scene(
    'A. Mâu thuẫn Hải An: thủ tục 1,5 ngày, riêng việc chuyển đã được 01 ngày',
    'A. The Hải An conflict: 1.5 days in all, and 1 day for the transfer alone',
  );
  const { promise, procedure, feasibility, risks } = await office.dossier(HAI_AN, code);
  remark(`${procedure.name} (${procedure.limit}), mã ${code}, hẹn trả ${spoken(promise.at)}.`, `Code ${code}.`);
  remark(procedure.illustration.why, procedure.illustration.whyEn);
  const { limit, transferOut, acceptance, processing, competentKeeps, slack, infeasible } = feasibility;
  remark(
    `Ngay phút đầu tiên: hạn ${limit}′, chuyển ${transferOut}′, tiếp nhận ${acceptance}′, các bước ${processing}′ (nơi giải quyết chỉ còn ${competentKeeps}′) → còn ${slack}′.`,
    `From the first minute: limit ${limit}′, transfer ${transferOut}′, acceptance ${acceptance}′, steps ${processing}′ (the decider keeps ${competentKeeps}′) → ${slack}′ left.`,
  );
  const risk = /** @type {Json[]} */ (risks).find(({ rule }) => rule === 'structuralInfeasibility');
  sayRisk(infeasible, risk);
}

/** Known before any dossier: what the service proves of the version, and what could be done. @param {Stage} stage */
async function proveIt({ office, on }) {
  const [first] = POLICIES;
  const from = on(0, '12:00').slice(0, 10);
  const version = await versionOn(office, first?.code ?? '', from);
  await showWaysOut({ office, as: HAI_AN, receiver: HAI_AN, decider: DONG_HAI, version, from });
}

/** @param {'limit' | 'promise' | null} infeasible @param {Json | undefined} risk */
function sayRisk(infeasible, risk) {
  const [level, cause] = [risk?.['level'], risk?.['cause'].code];
  if (infeasible === 'limit') {
    remark(
      `⚠ Quá hạn từ trong quy định: mức ${level}, nguyên nhân ${cause}; chưa ai làm gì sai.`,
      `⚠ Overdue by construction: level ${level}, cause ${cause}; nobody has done anything wrong yet.`,
    );
  } else if (infeasible === 'promise') {
    remark(
      `Các chặng nay vừa thời hạn giải quyết; lời hẹn trả thì chưa kể lúc kết quả quay về (mức ${level}, ${cause}).`,
      `The legs now fit the limit; the promise leaves no room for the way back (level ${level}, ${cause}).`,
    );
  } else remark('Các chặng vừa với thời hạn và lời hẹn.', 'The legs fit the limit and the promise.');
}

/** @param {Stage} stage @param {readonly string[]} codes */
async function showClocks({ office }, codes) {
  scene(
    'A. Mâu thuẫn Hải An, ba ngày sau: cùng hồ sơ, cùng từng phút, ba cách tính',
    'A. The Hải An conflict three days later: the same minutes, three clock policies',
  );
  await comparePolicies(office, HAI_AN, codes);
  const [first = ''] = codes;
  const legs = lateLegs(await office.dossier(HAI_AN, first));
  remark(
    `Chặng quá hạn: ${legs.length === 0 ? 'không có, mọi đơn vị đều giữ đúng phần của mình' : legs.join(', ')}.`,
    `Legs over their budget: ${legs.length === 0 ? 'none, every office kept within its own' : legs.join(', ')}.`,
  );
  minutesOfOwners(await office.timeline(HAI_AN, first));
}
