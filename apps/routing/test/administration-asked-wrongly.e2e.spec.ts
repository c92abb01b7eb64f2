/** Amendments and outages by the hands of somebody who mistypes, presses twice, or looks at what is no longer so. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amended, amendmentBody, draftAmendment, limitOf, lookedAt, publishedVersion } from './amendment-steps.js';
import type { Answer } from './answer.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { HAI_AN } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { EVIDENCE, record } from './outage-steps.js';
import type { Proposed } from './outage-steps.js';
import { MARITAL } from './procedure-steps.js';

let office: TestApp;
let admins: readonly [HttpCaller, HttpCaller];
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-23T09:00:00+07:00' } });
  admins = [
    await office.asPerson('haiphong-supervisor', 'admin'),
    await office.asPerson('haiphong-supervisor', 'admin'),
  ];
  const { body } = await admins[0].get(`/v1/procedures/${MARITAL}/versions/1`);
  const { legs } = body as { legs: Record<string, object> };
  await publishedVersion(office, 2, {
    cases: limitOf('1wd'),
    // Outages are recorded of systems that some procedure needs.
    legs: { ...legs, transfer: { ...legs['transfer'], requires: ['nationalPortal'] } },
    outageRelief: { scope: 'legAndLimit', legalBasis: 'Quy chế phối hợp, điều 9' },
  });
}, 120_000);
afterAll(async () => {
  await office.close();
});

const codeOf = ({ status, body }: Answer) => [status, (body as { code: string }).code];
const put = (caller: HttpCaller, id: string, { tag, body }: { tag: string; body: object }) =>
  caller.send('PUT', `/v1/amendments/${id}`, {
    headers: { 'content-type': 'application/json', 'if-match': tag },
    raw: JSON.stringify(body),
  });

describe('an address that names nothing there could be', () => {
  it.each(['/v1/amendments/x', '/v1/outages/x', '/v1/outages/x/preview'])('%s is said to be none', async (path) => {
    expect(codeOf(await admins[0].get(path))).toEqual([400, 'invalid-query']);
  });

  it('is one of no agency either, when it is asked how it receives', async () => {
    const clerk = await office.as(HAI_AN);
    expect(codeOf(await clerk.get(encodeURI('/v1/agencies/KHÔNG/reception')))).toEqual([400, 'invalid-query']);
  });
});

describe('an amendment', () => {
  it('is replaced only by who has seen it as it is, and only by versions there are', async () => {
    const { id } = await draftAmendment(admins[0]);
    expect(codeOf(await put(admins[0], id, { tag: '"v9"', body: amendmentBody() }))).toEqual([412, 'version-stale']);
    expect(codeOf(await put(admins[0], id, { tag: '"v1"', body: amendmentBody({ toVersion: 99 }) }))).toEqual([
      ...[422, 'amendment-versions-unknown'],
    ]);
  });

  it('is looked at only by who has seen it as it is, under a key of its own', async () => {
    const [first, second] = [await draftAmendment(admins[0]), await draftAmendment(admins[0])];
    const look = (id: string, headers: Record<string, string>) =>
      admins[0].post(`/v1/amendments/${id}/dry-run`, {}, headers);
    expect(codeOf(await look(first.id, {}))).toEqual([428, 'if-match-required']);
    expect(codeOf(await look(first.id, { 'if-match': '"v9"' }))).toEqual([412, 'version-stale']);
    const key = randomUUID();
    await lookedAt(admins[0], second);
    expect((await look(first.id, { 'if-match': '"v1"', 'idempotency-key': key })).status).toBe(202);
    expect(codeOf(await look(second.id, { 'if-match': '"v1"', 'idempotency-key': key }))).toEqual([422, 'key-reused']);
  });

  it('is not looked at again once it is done, nor taken back for another reason under the same key', async () => {
    const done = await amended(admins);
    expect(
      codeOf(await admins[0].post(`/v1/amendments/${done.id}/dry-run`, {}, { 'if-match': `"v${done.revision}"` })),
    ).toEqual([409, 'amendment-not-open']);
    const key = randomUUID();
    const revert = (reason: string) =>
      admins[0].post(`/v1/amendments/${done.id}/revert`, { reason }, { 'idempotency-key': key });
    expect((await revert('Nhầm thủ tục')).status).toBe(200);
    expect(codeOf(await revert('Nhầm phiên bản'))).toEqual([422, 'key-reused']);
  });
});

describe('an outage', () => {
  it('is neither approved nor cancelled as something else under the same key', async () => {
    const recorded = await record(admins[0]);
    expect(recorded.status).toBe(201);
    const outage = recorded.body as Proposed;
    const key = randomUUID();
    const once = (caller: HttpCaller, act: string, body: object) =>
      caller.post(`/v1/outages/${outage.id}/${act}`, body, { 'idempotency-key': key });
    expect((await once(admins[1], 'approve', { digest: outage.digest })).status).toBeLessThan(300);
    expect(codeOf(await once(admins[1], 'approve', { digest: 'f'.repeat(64) }))).toEqual([422, 'key-reused']);
    expect(codeOf(await once(admins[1], 'cancel', { evidence: EVIDENCE, reason: 'Nhầm' }))).toEqual([
      ...[422, 'key-reused'],
    ]);
  });
});
