/** What every operation does alike, whatever it is for: asked of each operation of the OpenAPI document. */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishedDocument } from '../src/openapi/published-document.js';
import type { OpenApiOperation } from '../src/openapi/document.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import type { HttpCaller } from './http-caller.js';

const AGENCY = 'haiphong-hai-an';
let office: TestApp;
let clerk: HttpCaller;
beforeAll(async () => {
  office = await startApp();
  clerk = await office.as(AGENCY, 'clerk', 'supervisor', 'admin', 'auditor');
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
}
interface Body {
  readonly content: Readonly<Record<string, object>>;
}
interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: OpenApiOperation;
}
const parametersOf = ({ operation }: Listed) => (operation['parameters'] ?? []) as readonly Parameter[];
const operations = (): Listed[] =>
  Object.entries(office.app.get(PublishedDocument).get().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
const addressOf = ({ path }: Listed) => path.replace(/\{\w+\}/g, 'x1');
const withBody = () => operations().filter(({ operation }) => 'requestBody' in operation);
const callerFor = ({ operation }: Listed) =>
  (operation['security'] as readonly object[]).length === 0 ? office.anonymous : clerk;

/** Sends a body that is wrong before anybody reads what it says. */
const sendRaw = (listed: Listed, raw: string, type: string) =>
  callerFor(listed).send(listed.method, addressOf(listed), {
    raw,
    headers: { 'content-type': type, 'idempotency-key': randomUUID() },
  });

describe('every operation with a body', () => {
  it.each([
    { that: 'is no JSON', raw: '{', status: 400, code: 'malformed-json' },
    { that: 'is ten thousand levels deep', raw: '['.repeat(10_000), status: 400, code: 'body-too-deep' },
    { that: 'holds a control character', raw: '{"a":"\\u0000"}', status: 400, code: 'forbidden-characters' },
    { that: 'has a field nobody knows', raw: '{"nobodyKnows":1}', status: 400, code: 'invalid-body' },
    { that: 'is larger than a megabyte', raw: `"${'x'.repeat(1_100_000)}"`, status: 413, code: 'body-too-large' },
    { that: 'has a field twice', raw: '{"a":1,"\\u0061":2}', status: 400, code: 'invalid-body' },
    { that: 'is XML', raw: '<a/>', type: 'application/xml', status: 415, code: 'unsupported-media-type' },
  ])('refuses one that $that', async ({ raw, type = 'application/json', status, code }) => {
    for (const listed of withBody()) {
      const answer = await sendRaw(listed, raw, type);
      expect({ ...listed, operation: 0, status: answer.status, body: answer.body }).toMatchObject({
        status,
        body: { code },
      });
    }
  });
});

describe('a body of a kind the document does not name', () => {
  it.each([
    ['application/x-www-form-urlencoded', 'a=1'],
    ['application/x-ndjson', '{}'],
    ['application/json-seq', '{}'],
    ['application/json; charset=utf-16', '{}'],
  ])('%s is refused by every operation', async (type, raw) => {
    const others = withBody().filter(({ operation }) => !(type in (operation['requestBody'] as Body).content));
    expect(others.length).toBeGreaterThan(3);
    for (const listed of others) {
      const { status, body } = await sendRaw(listed, raw, type);
      const code = 'unsupported-media-type';
      expect({ path: listed.path, status, body }).toMatchObject({ path: listed.path, status: 415, body: { code } });
    }
  });

  it('is refused too when it is compressed', async () => {
    for (const listed of withBody()) {
      const headers = {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'idempotency-key': randomUUID(),
      };
      const raw = gzipSync('{}');
      const { status } = await callerFor(listed).send(listed.method, addressOf(listed), { raw, headers });
      expect({ path: listed.path, status }).toEqual({ path: listed.path, status: 415 });
    }
  });
});

describe('every operation', () => {
  it('with a path parameter refuses one that is longer than any', async () => {
    for (const listed of operations().filter(({ path }) => path.includes('{'))) {
      const address = listed.path.replace(/\{\w+\}/g, 'x'.repeat(500));
      const response = await fetch(office.url + address, { method: listed.method });
      expect({ address: listed.path, status: response.status, body: await response.json() }).toMatchObject({
        status: 414,
        body: { code: 'address-too-long' },
      });
    }
  });

  it('that needs an idempotency key refuses a request without one, and one with a wrong one', async () => {
    const keyed = operations().filter((listed) =>
      parametersOf(listed).some(({ name, required }) => name === 'Idempotency-Key' && required),
    );
    for (const listed of keyed) {
      for (const [key, code] of [
        ['', 'idempotency-key-required'],
        ['short', 'idempotency-key-invalid'],
      ] as const) {
        const answer = await clerk.post(addressOf(listed), { type: 'withdraw' }, { 'idempotency-key': key });
        expect({ path: listed.path, status: answer.status, body: answer.body }).toMatchObject({ status: 400 });
        const problem = answer.body as { code: string; errors: { field: string }[] };
        expect([code, 'invalid-body']).toContain(problem.code);
        if (problem.code === code) expect(problem.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
      }
    }
  });

  it('refuses a query parameter that comes twice or holds a control character', async () => {
    const queried = operations().filter((listed) => parametersOf(listed).some((parameter) => parameter.in === 'query'));
    for (const listed of queried) {
      const [first] = parametersOf(listed).filter((parameter) => parameter.in === 'query');
      const name = first?.name ?? '';
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      const raw = listed.method === 'GET' ? {} : { raw: '{}' };
      for (const query of [`?${name}=1&${name}=2`, `?${name}=%00`]) {
        const answer = await callerFor(listed).send(listed.method, addressOf(listed) + query, { headers, ...raw });
        expect({ path: listed.path, query, status: answer.status }).toEqual({ path: listed.path, query, status: 400 });
      }
    }
  });
});

describe('somebody who asks too often', () => {
  it('is told to wait by every operation that is not for machines which watch us, and harms nobody else', async () => {
    const strict = await startApp({
      seeded: false,
      env: { LIENTHONG_RATE_PER_SECOND: '0.001', LIENTHONG_RATE_BURST: '1' },
    });
    try {
      await strict.identities.agency(AGENCY);
      const flooding = await strict.as(AGENCY, 'clerk', 'supervisor', 'admin', 'auditor');
      const other = await strict.as(AGENCY, 'clerk');
      await flooding.get('/auth/me');
      await strict.anonymous.get('/docs');
      for (const listed of operations().filter(({ operation }) => '429' in operation.responses)) {
        const isPublic = (listed.operation['security'] as readonly object[]).length === 0;
        const caller = isPublic ? strict.anonymous : flooding;
        const answer =
          listed.method === 'POST'
            ? await caller.post(addressOf(listed), {})
            : await caller.send(listed.method, addressOf(listed));
        expect({ path: listed.path, status: answer.status }).toEqual({ path: listed.path, status: 429 });
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect((await other.get('/auth/me')).status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});
