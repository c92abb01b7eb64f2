// @ts-check
/** The offices of the story, speaking to the service as any agency would: HTTP, its own key, nothing else. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../scripts/say.mjs';

/** @typedef {Record<string, any>} Json */

/**
 * The key every agency has in the demo profile; it is worth nothing anywhere else.
 * @param {string} agency
 */
export function demoKey(agency) {
  const secret = createHash('sha256').update(`lien-thong demonstration key ${agency}`).digest('base64url');
  return `lt_demo-${agency}_${secret}`;
}

export class Office {
  /** @param {{ url: string, paceMs: number }} options */
  constructor({ url, paceMs }) {
    this.url = url;
    this.paceMs = paceMs;
  }

  /**
   * @param {{ method?: string, path: string, agency?: string, body?: unknown, ifMatch?: string }} request
   * @returns {Promise<{ status: number, body: Json }>}
   * @throws {Refused} when nobody answers
   */
  async ask({ method = 'GET', path, agency, body, ifMatch }) {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(agency === undefined ? {} : { authorization: `Bearer ${demoKey(agency)}` }),
        ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Refused(
        `Không kết nối được dịch vụ tại ${this.url}. Hãy chạy npm start trước, rồi chạy lại lệnh này ở cửa sổ khác.`,
        `The service does not answer at ${this.url}. Run npm start first, then this command again in another terminal.`,
      );
    });
    return { status: response.status, body: /** @type {Json} */ (await response.json()) };
  }

  /**
   * @param {Parameters<Office['ask']>[0]} request
   * @returns {Promise<Json>}
   */
  async need(request) {
    const { status, body } = await this.ask(request);
    if (status < 300) return body;
    throw new Error(
      `${request.method ?? 'GET'} ${request.path} → ${status} ${body['code']}: ${body['title']} ${JSON.stringify(body['facts'])} ${JSON.stringify(body['errors'])}`,
    );
  }

  /** @returns {Promise<string>} the stepped clock, RFC 3339 */
  async now() {
    return (await this.need({ path: '/demo/clock' }))['now'];
  }

  /**
   * Lets the stepped clock go on; what falls due on the way is found by the sweep.
   * @param {string} instant
   */
  async goOnTo(instant) {
    if (this.paceMs > 0) await sleep(this.paceMs);
    await this.need({ method: 'POST', path: '/demo/clock', body: { now: instant } });
  }

  /** @param {string} agency @param {Json} body */
  open(agency, body) {
    return this.need({ method: 'POST', path: '/v1/dossiers', agency, body });
  }

  /** @param {string} agency @param {string} code @param {Json} command */
  act(agency, code, command) {
    return this.need({ method: 'POST', path: `/v1/dossiers/${code}/commands`, agency, body: command });
  }

  /** The same, where a no is expected. @param {string} agency @param {string} code @param {Json} command */
  tryAct(agency, code, command) {
    return this.ask({ method: 'POST', path: `/v1/dossiers/${code}/commands`, agency, body: command });
  }

  /** @param {string} agency @param {string} code */
  dossier(agency, code) {
    return this.need({ path: `/v1/dossiers/${code}`, agency });
  }

  /** @param {string} agency @param {string} code */
  timeline(agency, code) {
    return this.need({ path: `/v1/dossiers/${code}/timeline`, agency });
  }
}
