// @ts-check
/** Legs get the budgets that were computed for them: drafted by one administration, published by another, in force from a day to come. */
import { remark } from '../journey/print.mjs';
import { POLICY, askProver, askWaysOut } from '../journey/ways-out.mjs';
import { DONG_HAI, HAI_AN } from './cast.mjs';
import { scene } from './print.mjs';
import { versionOn } from './procedures.mjs';

/** @typedef {import('./actor.mjs').Json} Json */
/** @typedef {import('../journey/office.mjs').Office} Office */

const CODE = '1.004873';
/** Two administrations: whoever drafted a version may not publish it. */
const DRAFTS = 'haiphong-supervisor-admin';
const PUBLISHES = 'danang-supervisor-admin';

/**
 * @param {{ office: Office, today: string, from: string }} change days, `2026-03-23`
 */
export async function shortenTransfer({ office, today, from }) {
  scene(
    `F. Sửa ngân sách: thủ tục ${CODE} theo cách sửa nhỏ nhất mà hệ thống tính ra, từ ${from}`,
    `F. Another budget: ${CODE} with the smallest change the service has computed, from ${from}`,
  );
  const { version: _, ...proposed } = await smallestChange(office, today, from);
  const path = `/v1/procedures/${CODE}/versions`;
  const body = { ...proposed, effectiveFrom: from, effectiveTo: null };
  const draft = await office.need({ method: 'POST', path, agency: DRAFTS, body });
  const publication = await publish(office, `${path}/${draft['version']}`, { from, revision: draft['revision'] });
  const { verdict, routes } = publication['verdict'];
  const safe = /** @type {Json[]} */ (routes).filter((route) => route['verdict'] === 'SAFE').length;
  remark(
    `Bản ${publication['version']}: do một nơi soạn, nơi khác công bố; kết luận ${verdict}, an toàn trên ${safe}/${routes.length} tuyến.`,
    `Version ${publication['version']}: drafted by one administration, published by another; verdict ${verdict}, safe on ${safe} of ${routes.length} routes.`,
  );
}

/**
 * @param {Office} office @param {string} today @param {string} from
 * @returns {Promise<Json>} the definition with it
 */
async function smallestChange(office, today, from) {
  const version = await versionOn(office, CODE, today);
  const question = { office, as: HAI_AN, receiver: HAI_AN, decider: DONG_HAI, version, from };
  const [synthesis] = (await askWaysOut(question))['synthesis'];
  if (synthesis.outcome !== 'cut') throw new Error(`no budgets to be cut: ${synthesis.outcome}`);
  for (const { leg, fromMinutes, toMinutes } of synthesis.changes) {
    remark(
      `Chặng ${leg}: từ ${fromMinutes} còn ${toMinutes} phút làm việc.`,
      `${leg}: from ${fromMinutes} to ${toMinutes} working minutes.`,
    );
  }
  remark(`Cách chia ${POLICY}: ${synthesis.proof.verdict}.`, `By the policy ${POLICY}: ${synthesis.proof.verdict}.`);
  return synthesis.definition;
}

/**
 * The publisher reads the verdict and names its digest.
 * @param {Office} office @param {string} path @param {{ from: string, revision: number }} draft
 */
async function publish(office, path, { from, revision }) {
  const read = await askProver(office, {
    path: `${path}/feasibility?proofs=none&effectiveFrom=${from}`,
    agency: PUBLISHES,
  });
  const approval = { reason: 'Diễn tập: chia lại thời gian giữa các chặng', verdict: read['current'].digest };
  return office.need({
    ...{ method: 'POST', path: `${path}/publish`, agency: PUBLISHES },
    ifMatch: `"v${revision}"`,
    body: { effectiveFrom: from, approval },
  });
}
