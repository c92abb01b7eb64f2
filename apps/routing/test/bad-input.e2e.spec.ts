import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReferenceWatch } from '../src/reference/reference-watch.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, DUC_PHO, HAI_AN, act, handOver, open, reception } from './dossier-steps.js';
import type { Answer } from './answer.js';
import type { HttpCaller } from './http-caller.js';
import { contentsOf } from './untouched.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let ducPho: HttpCaller;
let code: string;

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-23T09:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  ducPho = await office.as(DUC_PHO);
  ({ code } = await open(haiAn));
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Expected {
  readonly status: number;
  readonly code: string;
  readonly field?: string;
}

/** The answer names the code, the field and the reason in both languages, and nothing was written. */
async function refusedUntouched(
  send: () => Promise<Answer>,
  { status, code: problem, field }: Expected,
): Promise<Answer> {
  const before = await contentsOf(office);
  const answer = await send();
  expect(answer.body).toMatchObject({ status, code: problem });
  expect(answer.status).toBe(status);
  const { title, titleEn, todo, todoEn, errors } = answer.body as Record<string, unknown> & {
    errors: { field: string }[];
  };
  for (const text of [title, titleEn, todo, todoEn]) expect(text).toEqual(expect.stringMatching(/\S/));
  expect(title).not.toBe(titleEn);
  if (field !== undefined) {
    expect(errors).toContainEqual({
      field,
      reason: expect.stringMatching(/\S/),
      reasonEn: expect.stringMatching(/\S/),
    });
  }
  expect(await contentsOf(office)).toEqual(before);
  return answer;
}

const intake = (changes: object) => {
  const body = reception();
  return { ...body, intake: { ...(body['intake'] as object), ...changes } };
};
const lives = (residence: object) => intake({ jurisdiction: { residence } });

const OPENINGS: readonly (readonly [string, object, Expected])[] = [
  ['a field nobody knows', { ...reception(), urgent: true }, { status: 400, code: 'invalid-body', field: 'urgent' }],
  [
    'a field nobody knows inside',
    intake({ color: 'red' }),
    { status: 400, code: 'invalid-body', field: 'intake.color' },
  ],
  ['no intake', { type: 'receive' }, { status: 400, code: 'invalid-body', field: 'intake' }],
  ['a command that opens nothing', { type: 'decide' }, { status: 400, code: 'invalid-body', field: 'type' }],
  [
    'a control character in a name',
    { ...reception(), private: { persons: [{ role: 'applicant', name: 'Nguyễn\u0007' }] } },
    { status: 400, code: 'forbidden-characters', field: 'private.persons.0.name' },
  ],
  [
    'a name written backwards',
    { ...reception(), private: { persons: [{ role: 'applicant', name: 'Nguyễn\u202eAn' }] } },
    { status: 400, code: 'forbidden-characters', field: 'private.persons.0.name' },
  ],
  [
    'an unknown procedure',
    intake({ procedureCode: '7.777777' }),
    { status: 422, code: 'procedure-unknown', field: 'intake.procedureCode' },
  ],
  [
    'a procedure without a usable limit by this channel',
    intake({ procedureCode: '1.004194', channel: 'post' }),
    { status: 422, code: 'procedure-limit-unknown', field: 'intake.procedureCode' },
  ],
  [
    'a procedure before it came into force',
    { ...reception(), occurredAt: '2025-03-03T09:00:00+07:00' },
    { status: 422, code: 'procedure-not-effective', field: 'intake.procedureCode' },
  ],
  [
    'a case the procedure does not have',
    intake({ caseKey: 'express' }),
    { status: 422, code: 'case-unknown', field: 'intake.caseKey' },
  ],
  [
    'no place of residence',
    intake({ jurisdiction: {} }),
    { status: 422, code: 'jurisdiction-fact-missing', field: 'intake.jurisdiction' },
  ],
  [
    'a commune in which nobody is competent',
    lives({ communeCode: '10507' }),
    { status: 409, code: 'jurisdiction-none', field: 'intake.jurisdiction' },
  ],
  [
    'a commune of another province, outside the scope of the procedure',
    lives({ communeCode: '20443' }),
    { status: 409, code: 'outside-boundary-scope', field: 'intake.jurisdiction' },
  ],
  [
    'a commune that does not exist',
    lives({ communeCode: '99999' }),
    { status: 422, code: 'area-unknown', field: 'intake.jurisdiction' },
  ],
  [
    'an old ward that was divided',
    lives({ oldCode: '11411' }),
    { status: 422, code: 'area-split-needs-fact', field: 'intake.jurisdiction' },
  ],
  [
    'a name that several communes have',
    lives({ name: 'Phường Tân Hưng' }),
    { status: 422, code: 'area-ambiguous', field: 'intake.jurisdiction' },
  ],
  [
    'a time to come',
    { ...reception(), occurredAt: '2026-11-23T09:03:00+07:00' },
    { status: 422, code: 'occurred-in-future', field: 'occurredAt' },
  ],
  [
    'a time that is none',
    { ...reception(), occurredAt: '2026-02-30T09:00:00+07:00' },
    { status: 400, code: 'invalid-body', field: 'occurredAt' },
  ],
];

describe('a reception', () => {
  it.each(OPENINGS)('with %s is refused and leaves no trace', async (_, body, expected) => {
    await refusedUntouched(() => haiAn.post('/v1/dossiers', body), expected);
  });

  it('for which two agencies are competent is refused, and names both', async () => {
    const rule = `insert into competence (id, procedure_code, agency_id, area_codes, level, valid_from, legal_basis, verified)
      values ('spec.second', '1.004873', '${HAI_AN}', '{11411}', 'commune', '2025-07-01', 'spec', 'no')`;
    const notice = (digest: string) => office.identities.run('update installation set seeds_digest = $1', [digest]);
    await office.identities.run(rule);
    await notice('with a second rule');
    await office.app.get(ReferenceWatch).look();
    const expected = { status: 409, code: 'jurisdiction-several', field: 'intake.jurisdiction' };
    const { body } = await refusedUntouched(() => haiAn.post('/v1/dossiers', reception()), expected);
    expect(body).toMatchObject({ facts: { candidates: expect.arrayContaining([HAI_AN, DONG_HAI]) } });
    await office.identities.run(`delete from competence where id = 'spec.second'`);
    await notice('without it');
    await office.app.get(ReferenceWatch).look();
    expect(await haiAn.post('/v1/dossiers?dryRun=true', reception())).toMatchObject({ status: 200 });
  });

  it('without a key is refused, and so is one with a key of another form', async () => {
    const send = (key: string) => haiAn.post('/v1/dossiers', reception(), { 'idempotency-key': key });
    await refusedUntouched(() => send(''), { status: 400, code: 'idempotency-key-required' });
    await refusedUntouched(() => send('short'), { status: 400, code: 'idempotency-key-invalid' });
  });

  it('of ten thousand levels or of more than a megabyte is refused', async () => {
    const send = (raw: string) =>
      haiAn.send('POST', '/v1/dossiers', { raw, headers: { 'content-type': 'application/json' } });
    await refusedUntouched(() => send('['.repeat(10_000)), { status: 400, code: 'body-too-deep' });
    await refusedUntouched(() => send(`"${'x'.repeat(1_100_000)}"`), { status: 413, code: 'body-too-large' });
    await refusedUntouched(() => send('{"type":'), { status: 400, code: 'malformed-json' });
  });

  it('of a caller nobody vouches for, or of an auditor, is refused', async () => {
    await refusedUntouched(() => office.anonymous.post('/v1/dossiers', reception()), {
      status: 401,
      code: 'unauthenticated',
    });
    const auditor = await office.as(HAI_AN, 'auditor');
    await refusedUntouched(() => auditor.post('/v1/dossiers', reception()), { status: 403, code: 'forbidden' });
  });

  it('with decomposed letters is accepted, and its text is stored composed', async () => {
    const name = 'Trần Thị Mẫu';
    const opened = await open(haiAn, {
      ...reception(),
      private: { persons: [{ role: 'applicant', name: name.normalize('NFD') }] },
    });
    const { body } = await haiAn.get(`/v1/dossiers/${opened.code}?persons=true`);
    expect(body).toMatchObject({ private: { records: [{ persons: [{ name: name.normalize('NFC') }] }] } });
  });

  it('that is only tried writes nothing and says what would follow', async () => {
    const before = await contentsOf(office);
    const answer = await haiAn.post('/v1/dossiers?dryRun=true', reception());
    expect(answer).toMatchObject({ status: 200, body: { dryRun: true, phase: 'received' } });
    expect(await contentsOf(office)).toEqual(before);
  });
});

describe('an act on a dossier', () => {
  it('that the state does not allow is refused with those it allows', async () => {
    const expected = { status: 409, code: 'command-not-allowed' };
    const { body } = await refusedUntouched(
      () => act(haiAn, code, { type: 'returnResult', means: 'counter' }),
      expected,
    );
    expect(body).toMatchObject({
      facts: { phase: 'received', allowed: expect.arrayContaining(['transfer', 'withdraw']) },
    });
  });

  it('of an agency that is no party answers as if there were no dossier, whatever it asks', async () => {
    const expected = { status: 404, code: 'dossier-not-found' };
    for (const stranger of [dongHai, ducPho]) {
      await refusedUntouched(() => act(stranger, code, { type: 'withdraw' }), expected);
      for (const path of ['', '/timeline', '/clocks', '/clocks/legal/explain']) {
        await refusedUntouched(() => stranger.get(`/v1/dossiers/${code}${path}`), expected);
      }
    }
    await refusedUntouched(() => act(haiAn, 'H24.070-261123-9999', { type: 'withdraw' }), expected);
  });

  it('on a page that has gone stale is refused with the version as it is', async () => {
    const send = (ifMatch: string) =>
      haiAn.post(`/v1/dossiers/${code}/commands`, { type: 'transfer', copy: 'electronic' }, { 'if-match': ifMatch });
    const expected = { status: 412, code: 'version-stale', field: 'If-Match' };
    expect((await refusedUntouched(() => send('"v7"'), expected)).body).toMatchObject({ facts: { currentVersion: 1 } });
    await refusedUntouched(() => send('anything'), { status: 400, code: 'if-match-invalid' });
  });

  it('of a person who does not say what he has seen is refused; software need not say', async () => {
    const clerk = await office.asPerson(HAI_AN);
    const body = { type: 'transfer', copy: 'electronic' };
    await refusedUntouched(() => act(clerk, code, body), { status: 428, code: 'if-match-required' });
    expect(await act(haiAn, `${code}`, { type: 'assign', officerId: 'haiphong-hai-an.clerk' })).toMatchObject({
      status: 200,
    });
  });

  it('of a supervisor that is a clerk’s to do is refused', async () => {
    const supervisor = await office.as('haiphong-supervisor', 'supervisor');
    await refusedUntouched(() => act(supervisor, code, { type: 'withdraw' }), {
      status: 403,
      code: 'actor-not-entitled',
    });
  });

  it('that happened before the last fact is refused', async () => {
    const body = { type: 'transfer', copy: 'electronic', occurredAt: '2026-11-20T09:00:00+07:00' };
    const expected = { status: 422, code: 'occurred-before-last-fact', field: 'occurredAt' };
    await refusedUntouched(() => act(haiAn, code, body), expected);
  });

  it('under a key that was used for something else is refused; under the same key and body it is answered again', async () => {
    const headers = { 'idempotency-key': 'spec-key-0001' };
    const path = `/v1/dossiers/${code}/commands`;
    const first = await haiAn.post(path, { type: 'transfer', copy: 'electronic' }, headers);
    expect(first).toMatchObject({ status: 200, body: { replayed: false } });
    const before = await contentsOf(office);
    const again = await haiAn.post(path, { copy: 'electronic', type: 'transfer' }, headers);
    expect(again.body).toEqual({ ...(first.body as object), replayed: true });
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await contentsOf(office)).toEqual(before);
    const expected = { status: 422, code: 'key-reused', field: 'Idempotency-Key' };
    await refusedUntouched(() => haiAn.post(path, { type: 'transfer', copy: 'paper' }, headers), expected);
  });

  it('that is only tried writes nothing', async () => {
    const before = await contentsOf(office);
    const answer = await dongHai.post(`/v1/dossiers/${code}/commands?dryRun=true`, { type: 'confirmDelivery' });
    expect(answer).toMatchObject({ status: 200, body: { dryRun: true, phase: 'awaitingAcceptance' } });
    expect(await contentsOf(office)).toEqual(before);
  });
});

describe('the keys of two agencies', () => {
  it('do not open each other’s dossiers, lists or feeds', async () => {
    const mine = await open(ducPho, {
      ...reception(),
      intake: { procedureCode: '1.004873', channel: 'counter', jurisdiction: { residence: { communeCode: '21061' } } },
    });
    expect(await haiAn.get(`/v1/dossiers/${mine.code}`)).toMatchObject({ status: 404 });
    const { body: list } = await haiAn.get('/v1/dossiers');
    expect(JSON.stringify(list)).not.toContain(mine.code);
    const { body: feed } = await dongHai.get('/v1/events?limit=1000');
    expect(JSON.stringify(feed)).not.toContain(mine.code);
  });

  it('do not share idempotency keys', async () => {
    const headers = { 'idempotency-key': 'the-same-key-0001' };
    const first = await haiAn.post('/v1/dossiers', reception(), headers);
    const second = await dongHai.post('/v1/dossiers', reception(), headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((second.body as { code: string }).code).not.toBe((first.body as { code: string }).code);
  });

  it('lose sight of a dossier that was called back', async () => {
    const opened = await open(haiAn);
    expect(await act(haiAn, opened.code, { type: 'transfer', copy: 'electronic' })).toMatchObject({ status: 200 });
    expect(await dongHai.get(`/v1/dossiers/${opened.code}`)).toMatchObject({ status: 200 });
    expect(await act(haiAn, opened.code, { type: 'recallTransfer', reason: 'sent-too-early' })).toMatchObject({
      status: 200,
    });
    await handOver(haiAn, dongHai, opened.code);
    expect(await dongHai.get(`/v1/dossiers/${opened.code}`)).toMatchObject({ body: { holder: { id: DONG_HAI } } });
  });
});

describe('a date in a year whose holidays are not published', () => {
  it('is accepted and marked as provisional', async () => {
    await office.goOnTo('2027-03-01T09:00:00+07:00');
    const opened = await open(haiAn);
    const { body } = await haiAn.get(`/v1/dossiers/${opened.code}`);
    expect(body).toMatchObject({
      promise: { provisional: true },
      risks: expect.arrayContaining([expect.objectContaining({ rule: 'calendarProvisional' })]),
    });
  });
});
