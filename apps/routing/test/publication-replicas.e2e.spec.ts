/** Two processes over one database: what one publishes the other comes to know before it needs it. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/create-app.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { HAI_AN, open } from './dossier-steps.js';
import { NO_SUPPLEMENT, definitionOf, draft, publish } from './procedure-steps.js';

/** The first publication waits for the proof of its version, which a busy machine takes its time for. */
jest.setTimeout(120_000);

let office: TestApp;
let other: NestFastifyApplication;
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-22T09:00:00+07:00' } });
  other = await createApp(office.env);
  await other.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);
afterAll(async () => {
  await other.close();
  await office.close();
});

/** As Hải An, of the process that did not publish. */
async function askOther(method: string, path: string, body?: object) {
  const { port } = other.getHttpServer().address() as AddressInfo;
  const authorization = `Bearer ${await office.identities.key(HAI_AN, ['clerk'])}`;
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const sent = body === undefined ? { headers: { authorization } } : { headers, body: JSON.stringify(body) };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...sent });
  return { status: response.status, body: (await response.json()) as unknown };
}

/** A version that is in force, and a dossier received under it, in the process that published it. */
async function receivedUnder(effectiveFrom: string, transfer: string) {
  const drafting = await office.asPerson('haiphong-supervisor', 'admin');
  const publishing = await office.asPerson('haiphong-supervisor', 'admin');
  const { version } = await draft(drafting, await definitionOf(drafting, { transfer, supplement: NO_SUPPLEMENT }));
  expect(await publish(publishing, { version, effectiveFrom })).toMatchObject({ status: 200 });
  await office.goOnTo(`${effectiveFrom}T08:00:00+07:00`);
  return { version, code: (await open(await office.as(HAI_AN))).code };
}

describe('a process that was running before a version was published', () => {
  it('acts on a dossier that is pinned to it', async () => {
    const { code } = await receivedUnder('2026-11-23', '0.5wd');
    const acted = await askOther('POST', `/v1/dossiers/${code}/commands`, { type: 'transfer', copy: 'electronic' });
    expect(acted).toMatchObject({ status: 200, body: { phase: 'inTransfer' } });
  });

  it('reads and lists such a dossier', async () => {
    const { code, version } = await receivedUnder('2026-11-25', '0.6wd');
    expect(await askOther('GET', `/v1/dossiers/${code}`)).toMatchObject({
      status: 200,
      body: { procedure: { version } },
    });
    const later = await receivedUnder('2026-11-26', '0.7wd');
    const { body } = await askOther('GET', '/v1/dossiers');
    expect((body as { dossiers: { code: string }[] }).dossiers.map(({ code: each }) => each)).toContain(later.code);
  });
});
