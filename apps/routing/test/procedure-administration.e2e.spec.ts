/** Drafts, the gate before publication, and every way around it that somebody might try. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { HAI_AN } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import {
  MARITAL,
  NO_SUPPLEMENT,
  REASON,
  change,
  definitionOf,
  draft,
  publish,
  readVerdict,
} from './procedure-steps.js';
import type { Definition } from './procedure-steps.js';

/** The first publication waits for the proof of its version, which a busy machine takes its time for. */
jest.setTimeout(120_000);

const VERSIONS = `/v1/procedures/${MARITAL}/versions`;
const ON = '2026-11-24';
let office: TestApp;
let clerk: HttpCaller;
let first: HttpCaller;
let second: HttpCaller;
let definition: Definition;

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-22T09:00:00+07:00' } });
  clerk = await office.as(HAI_AN);
  first = await office.asPerson('haiphong-supervisor', 'admin');
  second = await office.asPerson('danang-supervisor', 'admin');
  definition = await definitionOf(first, { transfer: '0.4wd', supplement: NO_SUPPLEMENT });
}, 120_000);
afterAll(async () => {
  await office.close();
});

const casesWith = ({ cases }: Definition, limit: string) =>
  (cases as readonly object[]).map((one) => ({ ...one, limits: { counter: limit, online: limit, post: limit } }));
const newDraft = async (changes: object = {}) => (await draft(first, { ...definition, ...changes })).version;
const refusal = (status: number, code: string, facts: object = {}) => ({ status, body: { code, facts } });

describe('a draft', () => {
  it('gets the next number, is seen by admins only, and changes no list that others see', async () => {
    const listed = await clerk.get(`/v1/procedures/${MARITAL}`);
    const answer = await first.post(VERSIONS, definition);
    expect(answer).toMatchObject({ status: 201, body: { version: 2, revision: 1, replayed: false } });
    expect(answer.headers.get('location')).toBe(`${VERSIONS}/2`);
    expect(answer.headers.get('etag')).toBe('"v1"');
    expect((await clerk.get(`/v1/procedures/${MARITAL}`)).text).toBe(listed.text);
    const seenBy = async (caller: HttpCaller) =>
      ((await caller.get(VERSIONS)).body as { versions: { version: number; state: string }[] }).versions.map(
        ({ version, state }) => `${version} ${state}`,
      );
    expect([await seenBy(clerk), await seenBy(second)]).toEqual([['1 published'], ['1 published', '2 draft']]);
    for (const path of ['/2', '/2/machine']) {
      expect(await clerk.get(VERSIONS + path)).toMatchObject(refusal(404, 'not-found'));
      expect(await second.get(VERSIONS + path)).toMatchObject({ status: 200 });
    }
    expect((await second.get(`${VERSIONS}/2`)).headers.get('etag')).toBe('"v1"');
  });

  it('comes back as the same bytes after it was exported and imported', async () => {
    const exported = await first.get(`${VERSIONS}/1`);
    expect((await clerk.get(`${VERSIONS}/1`)).text).toBe(exported.text);
    const imported = await first.send('POST', VERSIONS, {
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      raw: exported.text,
    });
    const { version } = imported.body as { version: number };
    const again = await first.get(`${VERSIONS}/${version}`);
    expect(again.text).toBe(exported.text.replace('"version":1,', `"version":${version},`));
    const { version: _number, ...bare } = JSON.parse(exported.text) as Definition;
    expect((await first.post(VERSIONS, bare)).status).toBe(201);
  });

  it('is replaced by whoever has seen how it stands, and by nobody else', async () => {
    const version = await newDraft();
    const changed = { ...definition, name: 'Tên mới' };
    const stale = await change(second, { version, ifMatch: '"v9"', definition: changed });
    expect(stale).toMatchObject(refusal(412, 'version-stale', { currentVersion: 1 }));
    expect(await change(second, { version, ifMatch: '', definition: changed })).toMatchObject({ status: 428 });
    expect(await change(second, { version, ifMatch: '*', definition: changed })).toMatchObject({ status: 400 });
    const done = await change(second, { version, ifMatch: '"v1"', definition: changed });
    expect(done).toMatchObject({ status: 200, body: { version, revision: 2 } });
    expect(done.headers.get('etag')).toBe('"v2"');
    expect((await first.get(`${VERSIONS}/${version}`)).body).toMatchObject({ name: 'Tên mới', version });
    expect(await change(second, { version: 999, ifMatch: '"v1"', definition })).toMatchObject({ status: 404 });
  });

  it('is dropped, and its number not given again', async () => {
    const version = await newDraft();
    expect(await change(first, { version, ifMatch: '"v2"' })).toMatchObject({ status: 412 });
    expect(await change(first, { version, ifMatch: '' })).toMatchObject({ status: 428 });
    expect(await change(first, { version, ifMatch: 'v1' })).toMatchObject({ status: 400 });
    expect(await change(first, { version, ifMatch: '"v1"' })).toMatchObject({ status: 204 });
    expect(await change(first, { version, ifMatch: '"v1"' })).toMatchObject({ status: 404 });
    expect(await newDraft()).toBe(version + 1);
  });

  it('is refused where it is no definition, or one of another procedure', async () => {
    for (const [body, field] of [
      [{ ...definition, colour: 'red' }, 'colour'],
      [{ ...definition, code: '2.000635' }, 'code'],
      [{ ...definition, legs: {} }, 'legs.transfer'],
      [{ ...definition, warnPercents: ['50'] }, 'warnPercents.0'],
    ] as const) {
      const answer = await first.post(VERSIONS, body);
      expect(answer).toMatchObject(refusal(400, 'invalid-body'));
      expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(field);
    }
  });

  it('is made once under a key, and again by the same request; another request is refused', async () => {
    const key = randomUUID();
    const send = (body: object) => first.post(VERSIONS, body, { 'idempotency-key': key });
    const [one, two] = await Promise.all([send(definition), send(definition)]);
    expect([one.status, two.status]).toEqual([201, 201]);
    const views = [one.body, two.body] as { version: number; replayed: boolean }[];
    expect(views[0]?.version).toBe(views[1]?.version);
    expect(views.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    expect(await send({ ...definition, name: 'Khác' })).toMatchObject(refusal(422, 'key-reused'));
  });
});

describe('lint of a draft', () => {
  it('names, places and says what is wrong, and keeps it from being published', async () => {
    const version = await newDraft({ effectiveTo: '2026-01-01', warnPercents: [75, 50] });
    const { body } = await second.get(`${VERSIONS}/${version}/lint`);
    expect(body).toMatchObject({ version, publishable: true });
    const answer = await publish(second, { version, effectiveFrom: ON });
    expect(answer).toMatchObject(refusal(409, 'lint-failed', { findings: ['effective-dates-reversed'] }));
    expect((answer.body as { errors: unknown }).errors).toEqual([
      {
        field: 'effectiveTo',
        reason: 'Hết hiệu lực (2026-01-01) trước khi có hiệu lực (2026-11-24)',
        reasonEn: 'It ends (2026-01-01) before it begins (2026-11-24)',
      },
    ]);
    expect(await second.get(`${VERSIONS}/999/lint`)).toMatchObject({ status: 404 });
    expect(await second.get(`${VERSIONS}/1/diff?against=999`)).toMatchObject({ status: 404 });
    expect(await second.get(`${VERSIONS}/1/diff`)).toMatchObject({ status: 400 });
  });
});

describe('an address', () => {
  it('that names no procedure or no number is refused', async () => {
    for (const path of ['/v1/procedures/abc/versions', `${VERSIONS}/zero/lint`, `${VERSIONS}/0/diff?against=1`]) {
      expect(await first.get(path)).toMatchObject(refusal(400, 'invalid-query'));
    }
  });
});

describe('the gate before publication', () => {
  it('refuses whoever drafted it, and whoever changed it last, under whatever key of his agency', async () => {
    const version = await newDraft();
    expect(await publish(first, { version, effectiveFrom: ON })).toMatchObject(refusal(409, 'second-person-required'));
    await change(second, { version, ifMatch: '"v1"', definition: { ...definition, name: 'Sửa' } });
    for (const caller of [first, second]) {
      const answer = await publish(caller, { version, revision: 2, effectiveFrom: ON });
      expect(answer).toMatchObject(refusal(409, 'second-person-required'));
    }
    const software = await office.as('haiphong-supervisor', 'admin');
    const otherKey = await office.as('haiphong-supervisor', 'admin');
    const drafted = await draft(software, definition);
    const answer = await publish(otherKey, { version: drafted.version, effectiveFrom: ON });
    expect(answer).toMatchObject(refusal(409, 'second-person-required', { draftedBy: 'software:haiphong-supervisor' }));
  });

  it('refuses a day that has begun, and says which is the first that may be', async () => {
    const version = await newDraft();
    for (const effectiveFrom of ['2020-01-01', '2026-11-21', '2026-11-22']) {
      const answer = await publish(second, { version, effectiveFrom });
      expect(answer).toMatchObject(refusal(422, 'effective-too-early', { earliest: '2026-11-23' }));
    }
    expect(await publish(second, { version, effectiveFrom: '2026-02-30' })).toMatchObject({ status: 400 });
  });

  it('refuses a draft that was edited after it was read', async () => {
    const version = await newDraft();
    await change(first, { version, ifMatch: '"v1"', definition: { ...definition, name: 'Sau khi đọc' } });
    expect(await publish(second, { version, effectiveFrom: ON })).toMatchObject(
      refusal(412, 'version-stale', { currentVersion: 2 }),
    );
    const blind = await second.post(`${VERSIONS}/${version}/publish`, { effectiveFrom: ON, approval: REASON });
    expect(blind).toMatchObject(refusal(428, 'if-match-required'));
  });

  it('wants a reason of whoever approves a timeline that is not proved safe, and names him', async () => {
    const version = await newDraft();
    const read = await readVerdict(second, { version, effectiveFrom: ON });
    expect(read).toMatchObject({ verdict: 'OVERDUE_BY_CONSTRUCTION', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const facts = { verdict: 'OVERDUE_BY_CONSTRUCTION', digest: read?.digest };
    const without = await publish(second, { version, effectiveFrom: ON, approval: {} });
    expect(without).toMatchObject(refusal(409, 'approval-required', facts));
    expect(await publish(second, { version, effectiveFrom: ON, approval: { reason: '  ' } })).toMatchObject({
      status: 400,
    });
    const published = await publish(second, { version, effectiveFrom: ON });
    const by = { kind: 'person', at: '2026-11-22T02:00:00.000Z' };
    expect(published).toMatchObject({
      status: 200,
      body: { approval: { by, ...REASON }, published: by, verdict: { ...facts, routes: expect.any(Array) } },
    });
    const { body } = await clerk.get(VERSIONS);
    const { versions } = body as { versions: readonly { version: number }[] };
    expect(versions.find((each) => each.version === version)).toMatchObject({
      ...{ state: 'published', effectiveFrom: ON, approvalReason: REASON.reason, verdict: facts.verdict },
      ...{ drafted: { kind: 'person' }, published: by },
    });
  });

  it('wants nobody’s approval of a timeline that is proved safe', async () => {
    const safe = { ...definition, transferCutoff: null, cases: casesWith(definition, '3wd') };
    const version = await newDraft(safe);
    const answer = await publish(second, { version, effectiveFrom: ON, approval: {} });
    expect(answer).toMatchObject({ status: 200, body: { approval: null, verdict: { verdict: 'SAFE' } } });
  });

  it('knows no draft that is not there', async () => {
    expect(await publish(second, { version: 999, effectiveFrom: ON })).toMatchObject({ status: 404 });
  });
});

describe('a published version', () => {
  it('is published once, by one of two who try at the same time', async () => {
    const version = await newDraft();
    const third = await office.asPerson('quangngai-supervisor', 'admin');
    const answers = await Promise.all([second, third].map((each) => publish(each, { version, effectiveFrom: ON })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject(refusal(409, 'version-published'));
  });

  it('is answered the same again under its key, and cannot be changed, dropped or published any more', async () => {
    const version = await newDraft();
    const key = randomUUID();
    const once = await publish(second, { version, effectiveFrom: ON, key });
    const twice = await publish(second, { version, effectiveFrom: ON, key });
    expect(twice.body).toEqual({ ...(once.body as object), replayed: true });
    const reused = await publish(second, { version, effectiveFrom: '2026-11-30', key });
    expect(reused).toMatchObject(refusal(422, 'key-reused'));
    const published = refusal(409, 'version-published');
    expect(await change(first, { version, ifMatch: '"v1"', definition })).toMatchObject(published);
    expect(await change(first, { version, ifMatch: '"v1"' })).toMatchObject(published);
    expect(await publish(second, { version, effectiveFrom: ON })).toMatchObject(published);
  });

  it('that came with a newer release under the number of a draft keeps that draft from being published', async () => {
    const version = await newDraft();
    await office.identities.run(
      `insert into procedure_version (code, version, name, field, level, boundary_scope, effective_from, builder_version, definition)
       select code, version, 'n', 'f', 'commune', 'none', '2027-06-01', 1, jsonb_set(definition, '{effectiveFrom}', '"2027-06-01"')
       from procedure_draft where code = $1 and version = $2`,
      [MARITAL, version],
    );
    expect(await publish(second, { version, effectiveFrom: ON })).toMatchObject(refusal(409, 'version-published'));
  });

  it('is retired, not a draft, and not what does not exist', async () => {
    const version = await newDraft();
    const retire = (which: number) => second.post(`${VERSIONS}/${which}/retire`, { effectiveTo: '2026-12-31' });
    expect(await retire(version)).toMatchObject(refusal(409, 'version-not-published'));
    expect(await retire(999)).toMatchObject({ status: 404 });
  });

  it('of a procedure nobody knew before can be the first', async () => {
    const path = '/v1/procedures/9.123456/versions';
    const body = { ...definition, code: '9.123456' };
    expect(await first.post(path, body)).toMatchObject({ status: 201, body: { version: 1 } });
    expect(await clerk.get('/v1/procedures/9.123456')).toMatchObject({ status: 404 });
  });
});

describe('the demonstration', () => {
  it('has two people and two keys that administer, so that one can publish what the other has drafted', async () => {
    const { body } = await office.anonymous.get('/demo/identities');
    const { accounts, keys } = body as Record<
      'accounts' | 'keys',
      { roles: string[]; agencyId: string; key: string }[]
    >;
    const isAdmin = ({ roles }: { roles: string[] }) => roles.includes('admin');
    expect(accounts.filter(isAdmin).filter(({ agencyId }) => agencyId === 'haiphong-supervisor')).toHaveLength(2);
    const [one, other] = keys
      .filter(isAdmin)
      .map(({ key }) => office.anonymous.with({ authorization: `Bearer ${key}` }));
    if (one === undefined || other === undefined) throw new Error('no two keys that administer');
    const { version } = await draft(one, definition);
    expect(await publish(one, { version, effectiveFrom: ON })).toMatchObject(refusal(409, 'second-person-required'));
    expect(await publish(other, { version, effectiveFrom: ON })).toMatchObject({ status: 200 });
  });
});
