import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { json, noLine, problem, scriptedService } from '../test/scripted-service.js';
import type { Scripted, ScriptedService } from '../test/scripted-service.js';
import { OPERATIONS } from './api/operations.generated.js';
import { clientOfKey, createClient, everyEvent, everyPage, inBatches, valueOf } from './index.js';
import type { Client, Credentials } from './index.js';

const KEY = `lt_k1_${'s'.repeat(43)}`;
const API_KEY: Credentials = { kind: 'apiKey', key: KEY };
const ANSWER = { code: 'H00.1-261123-0001', version: 2, seq: 2, phase: 'inTransfer', eventIds: [], replayed: false };

function clientOf(answer: Scripted, credentials: Credentials = API_KEY): { client: Client; service: ScriptedService } {
  const service = scriptedService(answer);
  return { service, client: createClient({ baseUrl: 'http://hub/', credentials, surroundings: service }) };
}
const act = (client: Client) =>
  client.actOnDossier({ code: 'H00.1-261123-0001', body: { type: 'transfer', copy: 'electronic' } });

describe('the client', () => {
  it('has a function for every operation of the OpenAPI document, and none besides', () => {
    const document = JSON.parse(
      readFileSync(new URL('../../../apps/routing/openapi.json', import.meta.url), 'utf8'),
    ) as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    const { client } = clientOf(() => json(200, {}));
    expect(Object.keys(client).sort()).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThan(30);
  });

  it('puts arguments where the document says: path, query, headers, body', async () => {
    const { client, service } = clientOf(() => json(200, ANSWER, { etag: '"v2"' }));
    const result = await client.actOnDossier({
      code: 'H00.1-261123-0001',
      ifMatch: 1,
      dryRun: 'true',
      body: { type: 'withdraw' },
    });
    expect(result).toMatchObject({ ok: true, status: 200, etag: '"v2"', value: { version: 2 } });
    expect(service.seen[0]).toMatchObject({
      method: 'POST',
      path: '/v1/dossiers/H00.1-261123-0001/commands?dryRun=true',
      headers: { 'if-match': '"v1"', 'idempotency-key': 'made-1', authorization: `Bearer ${KEY}` },
      body: { type: 'withdraw' },
    });
  });

  it('escapes what stands in a path, and refuses to ask for a dossier without a code', async () => {
    const { client, service } = clientOf(() => json(200, {}));
    await client.readDossier({ code: '../../v1/events' });
    expect(service.seen[0]?.path).toBe('/v1/dossiers/..%2F..%2Fv1%2Fevents');
    expect(() => client.readDossier({ code: '' })).toThrow('code is missing');
  });

  it('says no as a value, with the problem of the service', async () => {
    const { client, service } = clientOf(() => problem(409, 'not-allowed-in-phase'));
    expect(await act(client)).toMatchObject({ ok: false, problem: { status: 409, code: 'not-allowed-in-phase' } });
    expect(service.seen).toHaveLength(1);
  });

  it.each([
    ['operations without credentials', (client: Client) => client.listDemoIdentities()],
    ['the token operation', (client: Client) => client.issueToken({ body: { grant_type: 'client_credentials' } })],
  ])('sends no credentials to %s', async (_, ask) => {
    const { client, service } = clientOf(() => json(200, {}));
    await ask(client);
    expect(service.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('knows which operations carry a key: exactly the acts', () => {
    const keyed = Object.entries(OPERATIONS).flatMap(([id, { keyed: isKeyed }]) => (isKeyed ? [id] : []));
    expect(keyed).toEqual(expect.arrayContaining(['openDossier', 'actOnDossier', 'submitBatch']));
    expect(Object.values(OPERATIONS).filter(({ method, keyed: isKeyed }) => method === 'GET' && isKeyed)).toEqual([]);
  });
});

describe('a request that is not answered', () => {
  it('is sent again under the same key and with the same body until it is', async () => {
    const answers = [noLine(), problem(503, 'unavailable'), problem(502, 'x'), json(200, ANSWER)];
    const { client, service } = clientOf(() => answers.shift() ?? noLine());
    expect(await act(client)).toMatchObject({ ok: true });
    expect(service.seen).toHaveLength(4);
    expect(new Set(service.seen.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set(['made-1']));
    expect(new Set(service.seen.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('is not sent again before the service said, and pauses grow with chance in them', async () => {
    const answers = [problem(429, 'rate-limited', { 'retry-after': '7' }), noLine(), noLine(), json(200, ANSWER)];
    const { client, service } = clientOf(() => answers.shift() ?? noLine());
    await act(client);
    const [first = 0, second = 0, third = 0, fourth = 0] = service.seen.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(7_000);
    expect(second - first).toBeLessThan(8_000);
    expect(fourth - third).toBeGreaterThan(third - second);
  });

  it('is given up in time, and what stood in the way is told', async () => {
    const { client, service } = clientOf(() => noLine());
    expect(await act(client)).toMatchObject({
      ok: false,
      problem: { code: 'unreachable', status: 0, facts: { cause: 'ECONNREFUSED' } },
    });
    expect(service.now()).toBeLessThanOrEqual(30_000);
    expect(service.seen.length).toBeGreaterThan(5);
  });

  it('is given up at once when the service asks for more patience than there is', async () => {
    const { client, service } = clientOf(() => problem(503, 'unavailable', { 'retry-after': '3600' }));
    expect(await act(client)).toMatchObject({ ok: false, problem: { code: 'unavailable' } });
    expect(service.seen).toHaveLength(1);
  });

  it.each([500, 400, 404, 409, 412, 422, 428])(
    'is not sent again after %i, which would say the same',
    async (status) => {
      const { client, service } = clientOf(() => problem(status, 'any'));
      await act(client);
      expect(service.seen).toHaveLength(1);
    },
  );

  it('ends when its caller stops waiting', async () => {
    const stop = new AbortController();
    const { client } = clientOf(() => (stop.abort(), noLine()));
    expect(await client.readMe({}, { signal: stop.signal })).toMatchObject({ ok: false, problem: { code: 'stopped' } });
  });

  it('is a problem too when a gateway answers in its own words, or breaks off', async () => {
    const html = () => new Response('<html>', { status: 504, headers: { 'content-type': 'text/html' } });
    expect(await act(clientOf(html).client)).toMatchObject({ problem: { code: 'answer-unreadable', status: 504 } });
    const torn = () => new Response('{"code":"H0', { status: 200, headers: { 'content-type': 'application/json' } });
    expect(await act(clientOf(torn).client)).toMatchObject({ problem: { code: 'answer-unreadable' } });
  });
});

describe('client credentials', () => {
  const token = (n: number) => json(200, { access_token: `t${n}`, token_type: 'Bearer', expires_in: 300 });

  it('become a token that is used until shortly before it runs out, and asked for once by many at a time', async () => {
    let tokens = 0;
    const { client, service } = clientOf(
      ({ path }) => (path === '/v1/oauth/token' ? token(++tokens) : json(200, ANSWER)),
      clientOfKey(KEY),
    );
    await Promise.all([act(client), act(client), act(client)]);
    expect(tokens).toBe(1);
    await service.sleep(271_000);
    await act(client);
    expect(tokens).toBe(2);
    expect(service.seen.at(-1)?.headers['authorization']).toBe('Bearer t2');
  });

  it('get one fresh token when the service no longer knows the last one, and are told when it knows none', async () => {
    let tokens = 0;
    const { client, service } = clientOf(({ path, headers }) => {
      if (path === '/v1/oauth/token') return token(++tokens);
      return headers['authorization'] === 'Bearer t2' ? json(200, ANSWER) : problem(401, 'unauthenticated');
    }, clientOfKey(KEY));
    expect(await act(client)).toMatchObject({ ok: true });
    expect(service.seen.filter(({ path }) => path.endsWith('/commands'))).toHaveLength(2);
    const refused = clientOf(() => problem(401, 'unauthenticated'), clientOfKey(KEY));
    expect(await act(refused.client)).toMatchObject({ ok: false, problem: { code: 'unauthenticated', status: 401 } });
  });
});

describe('lists', () => {
  it('are read page by page to their end', async () => {
    const { client } = clientOf(({ path }) =>
      json(200, path.includes('cursor=c1') ? { agencies: ['b'], next: null } : { agencies: ['a'], next: 'c1' }),
    );
    const pages: unknown[] = [];
    for await (const { agencies } of everyPage(client.listAgencies, { limit: 1 })) pages.push(...agencies);
    expect(pages).toEqual(['a', 'b']);
  });

  it('break off with the problem when a page cannot be had', async () => {
    const { client } = clientOf(() => problem(410, 'cursor-epoch-stale'));
    await expect(everyEvent(client, 'e1.5').next()).rejects.toMatchObject({ problem: { code: 'cursor-epoch-stale' } });
  });

  it('of events go on after the last one', async () => {
    const { client, service } = clientOf(({ path }) =>
      json(
        200,
        path.includes('after=')
          ? { events: [], next: 'e1.1', more: false }
          : { events: [{ n: 1 }], next: 'e1.1', more: true },
      ),
    );
    const seen: unknown[] = [];
    for await (const event of everyEvent(client, null)) seen.push(event);
    expect(seen).toEqual([{ n: 1 }]);
    expect(service.seen[1]?.path).toContain('after=e1.1');
  });

  it('of acts travel in batches, answered in their order', async () => {
    const { client, service } = clientOf(({ body }) =>
      json(200, { results: (body as unknown[]).map((_, index) => ({ answer: index })), accepted: 2, refused: 0 }),
    );
    const item = { dossier: 'H00.1-261123-0001', body: { type: 'withdraw' } } as const;
    const results: unknown[] = [];
    for await (const some of inBatches(client, [item, item, item], 2)) results.push(...some);
    expect(results).toHaveLength(3);
    expect(service.seen.map(({ body }) => (body as unknown[]).length)).toEqual([2, 1]);
  });

  it('of acts: the value of a call that cannot fail is had directly', async () => {
    expect(valueOf(await clientOf(() => json(200, { now: 'x' })).client.readDemoClock())).toEqual({ now: 'x' });
    const { client } = clientOf(() => problem(403, 'forbidden'));
    const refused = await client.readMe();
    expect(() => valueOf(refused)).toThrow('403 forbidden');
  });
});
