// @ts-check
/** What the service proves of a timeline, and the ways out it computes: asked for over its API, shown as it answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { spoken } from './days.mjs';
import { remark } from './print.mjs';

/** @typedef {import('./office.mjs').Json} Json */
/** @typedef {{ office: import('./office.mjs').Office, as: string, receiver: string, decider: string, version: Json, from: string }} Question `from`: first day of reception, `2026-03-02` */

const DAY_MS = 86_400_000;
/** Four weeks of receptions: every hour and weekday of an ordinary month. */
const DAYS = 28;
/** Minutes travel before work does: whoever carries the dossier gives up time first. */
export const POLICY = 'reserveForDecider';
const MOST_TRIES = 60;

/** @param {string} from @returns {{ from: string, to: string }} */
function fourWeeks(from) {
  return { from, to: new Date(Date.parse(from) + (DAYS - 1) * DAY_MS).toISOString().slice(0, 10) };
}

/**
 * The answer of the prover; while it is at work the same is asked again.
 * @param {import('./office.mjs').Office} office
 * @param {Parameters<import('./office.mjs').Office['ask']>[0]} request
 * @returns {Promise<Json>}
 */
export async function askProver(office, request) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { status, body } = await office.ask(request);
    if (status < 300) return body;
    if (status !== 503)
      throw new Error(`${request.path} → ${status} ${body['code']}: ${JSON.stringify(body['errors'])}`);
    await sleep((body['facts'].retryAfterSeconds ?? 1) * 1_000);
  }
  throw new Error(`${request.path}: the prover did not come to an end`);
}

/**
 * The proof of a version between two offices, with its ways out and the smallest safe change of budgets.
 * @param {Question} question
 * @returns {Promise<Json>}
 */
export function askWaysOut({ office, as, receiver, decider, version, from }) {
  return askProver(office, {
    method: 'POST',
    path: '/v1/feasibility',
    agency: as,
    body: {
      version: { code: version['code'], version: version['version'] },
      ...{ route: 'crosses', agencies: { receiver, decider }, range: fourWeeks(from) },
      ...{ waysOut: POLICY, synthesis: [POLICY] },
    },
  });
}

/** The verdict, and a line for each way out: its verdict, the date it would promise, and who pays. @param {Question} question */
export async function showWaysOut(question) {
  const { proof, waysOut } = await askWaysOut(question);
  const share = (100 * proof.worst.share).toFixed(1);
  remark(
    `Chứng minh: ${proof.verdict}, ${share} % phút tiếp nhận có thể quá hạn, xấu nhất ${proof.worst.worstSlack} phút. ${proof.sentence}`,
    `Proved: ${proof.verdict}, from ${share} % of the starts it may be overdue, at the worst ${proof.worst.worstSlack} minutes. ${proof.sentenceEn}`,
  );
  remark('Các lối ra, do hệ thống tính:', 'The ways out, computed by the service:');
  for (const way of /** @type {Json[]} */ (waysOut)) {
    console.log(`    ${(way['proof']?.verdict ?? '–').padEnd(24)} ${way['sentence']} · ${way['sentenceEn']}`);
    for (const line of detailsOf(way)) console.log(`    ${' '.repeat(24)}   ${line}`);
  }
}

/** @param {Json} way @returns {string[]} */
function detailsOf(way) {
  const promises = /** @type {Json[]} */ (way['promises']).map(
    ({ sentence, promisedAt, estimate }) =>
      `${sentence} → ${spoken(promisedAt)}${estimate ? ' (dự kiến · estimate)' : ''}`,
  );
  const costs = /** @type {Json[]} */ (way['costs']).map(({ who, sentence }) => `${who}: ${sentence}`);
  return [...promises.slice(0, 2), ...costs];
}
