// @ts-check
/** A leg gets another budget: drafted by one administration, published by another, in force from a day to come. */
import { randomUUID } from 'node:crypto';
import { demoKey } from '../journey/office.mjs';
import { remark } from '../journey/print.mjs';
import { scene } from './print.mjs';
import { versionOn } from './procedures.mjs';

/** @typedef {import('./actor.mjs').Json} Json */

const CODE = '1.004873';
const NEW_TRANSFER = '2wh';
/** Two administrations: whoever drafted a version may not publish it. */
const DRAFTS = 'haiphong-supervisor-admin';
const PUBLISHES = 'danang-supervisor-admin';

/**
 * @param {{ office: import('../journey/office.mjs').Office, today: string, from: string }} change days, `2026-03-23`
 */
export async function shortenTransfer({ office, today, from }) {
  scene(
    `F. Sửa ngân sách: chuyển hồ sơ ${CODE} trong ${NEW_TRANSFER} thay vì 01 ngày, từ ${from}`,
    `F. Another budget: ${CODE} is sent on within ${NEW_TRANSFER} instead of 1 day, from ${from}`,
  );
  const { version: _, ...definition } = await versionOn(office, CODE, today);
  const transfer = { ...definition['legs'].transfer, budget: NEW_TRANSFER };
  const body = { ...definition, effectiveFrom: from, effectiveTo: null, legs: { ...definition['legs'], transfer } };
  const path = `/v1/procedures/${CODE}/versions`;
  const draft = await post(office.url, { path, as: DRAFTS, body });
  const publication = await post(office.url, {
    path: `${path}/${draft['version']}/publish`,
    as: PUBLISHES,
    ifMatch: `"v${draft['revision']}"`,
    body: { effectiveFrom: from, approval: { reason: 'Diễn tập: rút ngắn khâu chuyển hồ sơ' } },
  });
  const { verdict, routes } = publication['verdict'];
  const slacks = /** @type {Json[]} */ (routes).flatMap(({ slack }) => slack ?? []);
  remark(
    `Bản ${publication['version']}: do một nơi soạn, nơi khác công bố; kết luận ${verdict}, còn ít nhất ${Math.min(...slacks)}′.`,
    `Version ${publication['version']}: drafted by one administration, published by another; verdict ${verdict}, at least ${Math.min(...slacks)}′ left.`,
  );
}

/**
 * @param {string} url
 * @param {{ path: string, as: string, body: unknown, ifMatch?: string }} request
 * @returns {Promise<Json>}
 */
async function post(url, { path, as, body, ifMatch }) {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${demoKey(as)}`, 'content-type': 'application/json' },
      'idempotency-key': randomUUID(),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    body: JSON.stringify(body),
  });
  const said = /** @type {Json} */ (await answer.json());
  if (answer.ok) return said;
  throw new Error(
    `POST ${path} → ${answer.status} ${said['code']}: ${said['title']} ${JSON.stringify(said['errors'])}`,
  );
}
