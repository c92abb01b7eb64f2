// @ts-check
/** The client of the HTTP figures, in a process of its own. */
import { runCallers } from './callers.mjs';
import { openConnection } from './http-connection.mjs';
import { STEPS, lifeOf, ofFirstPair } from './lifecycle.mjs';

/** @typedef {{ port: number, keys: Record<string, string>, n: number, c: number, first: number, perRequest: number, firstPairOnly?: boolean }} Order */

/** One dossier, one act a request. @param {Order} order @param {ReturnType<typeof openConnection>} post @param {number} i */
function single({ keys, firstPairOnly = false }, post, i) {
  const acts = lifeOf(firstPairOnly ? ofFirstPair(i) : i);
  let code = '';
  return async (/** @type {number} */ step) => {
    const { agency, key, text } = /** @type {ReturnType<typeof lifeOf>[number]} */ (acts[step]);
    const path = code === '' ? '/v1/dossiers' : `/v1/dossiers/${code}/commands`;
    const answer = await post({ path, type: 'application/json', authorization: keys[agency] ?? '', key, text });
    if (answer.status >= 300) throw new Error(`${answer.status} ${answer.body}`);
    code ||= JSON.parse(answer.body).code;
  };
}

/** Dossiers side by side, their acts in one request as NDJSON. @param {Order} order @param {ReturnType<typeof openConnection>} post @param {number} i */
function together({ keys, perRequest }, post, i) {
  const lives = Array.from({ length: perRequest }, () => lifeOf(Math.floor(i / perRequest)));
  const codes = lives.map(() => /** @type {string | undefined} */ (undefined));
  return async (/** @type {number} */ step) => {
    const acts = lives.map((life) => /** @type {ReturnType<typeof lifeOf>[number]} */ (life[step]));
    const lines = acts.map(
      ({ key, text }, k) => `{"dossier":${JSON.stringify(codes[k])},"key":"${key}","body":${text}}`,
    );
    const text = lines.map((line) => line.replace('"dossier":undefined,', '')).join('\n');
    const [first] = acts;
    const authorization = keys[first?.agency ?? ''] ?? '';
    const request = { path: '/v1/commands', type: 'application/x-ndjson', authorization, key: first?.key ?? '', text };
    const answer = await post(request);
    const { results, refused } = JSON.parse(answer.body);
    if (answer.status >= 300 || refused > 0) throw new Error(`${answer.status} ${answer.body.slice(0, 500)}`);
    results.forEach((/** @type {{ answer: { code: string } }} */ result, /** @type {number} */ k) => {
      codes[k] = result.answer.code;
    });
  };
}

process.on('message', async (/** @type {Order} */ order) => {
  const free = Array.from({ length: order.c }, () => openConnection(order.port));
  const act = order.perRequest > 1 ? together : single;
  const open = async (/** @type {number} */ i) => {
    const post = /** @type {ReturnType<typeof openConnection>} */ (free.shift());
    const step = act(order, post, order.first + i * order.perRequest);
    return async (/** @type {number} */ k) => {
      await step(k);
      if (k === STEPS - 1) free.push(post);
    };
  };
  const run = await runCallers({ n: order.n / order.perRequest, c: order.c, steps: STEPS, open });
  process.send?.(run);
});
process.on('disconnect', () => process.exit(0));
