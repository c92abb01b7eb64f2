import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReferenceWatch } from '../src/reference/reference-watch.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, open, reception } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { contentsOf, refusedUntouched } from './untouched.js';
import type { Expected } from './untouched.js';

let office: TestApp;
let haiAn: HttpCaller;

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-23T09:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
}, 120_000);
afterAll(async () => {
  await office.close();
});

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  haiAn.post('/v1/dossiers', body, headers);
const postRaw = (raw: string, path = '/v1/dossiers') =>
  haiAn.send('POST', path, { raw, headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() } });

/** Changes the reference data as another installation would, and lets the service notice it. */
async function changeRules(sql: string, digest: string): Promise<void> {
  await office.identities.run(sql);
  await office.identities.run('update installation set seeds_digest = $1', [digest]);
  await office.app.get(ReferenceWatch).look();
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
    'a name of blanks',
    { ...reception(), private: { persons: [{ role: 'applicant', name: ' \u00a0 ' }] } },
    { status: 400, code: 'invalid-body', field: 'private.persons.0.name' },
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
    await refusedUntouched(office, () => post(body), expected);
  });

  it('for which two agencies are competent is refused, and names both', async () => {
    const rule = `insert into competence (id, procedure_code, agency_id, area_codes, level, valid_from, legal_basis, verified)
      values ('spec.second', '1.004873', '${HAI_AN}', '{11411}', 'commune', '2025-07-01', 'spec', 'no')`;
    await changeRules(rule, 'with a second rule');
    const expected = { status: 409, code: 'jurisdiction-several', field: 'intake.jurisdiction' };
    const { body } = await refusedUntouched(office, () => post(reception()), expected);
    expect(body).toMatchObject({ facts: { candidates: expect.arrayContaining([HAI_AN, DONG_HAI]) } });
    await changeRules(`delete from competence where id = 'spec.second'`, 'without it');
    expect(await haiAn.post('/v1/dossiers?dryRun=true', reception())).toMatchObject({ status: 200 });
  });

  it('without a key is refused, and so is one with a key of another form', async () => {
    const send = (key: string) => post(reception(), { 'idempotency-key': key });
    const field = 'Idempotency-Key';
    await refusedUntouched(office, () => send(''), { status: 400, code: 'idempotency-key-required', field });
    await refusedUntouched(office, () => send('short'), { status: 400, code: 'idempotency-key-invalid', field });
  });

  it('of ten thousand levels or of more than a megabyte is refused', async () => {
    await refusedUntouched(office, () => postRaw('['.repeat(10_000)), { status: 400, code: 'body-too-deep' });
    await refusedUntouched(office, () => postRaw(`"${'x'.repeat(1_100_000)}"`), {
      status: 413,
      code: 'body-too-large',
    });
    await refusedUntouched(office, () => postRaw('{"type":'), { status: 400, code: 'malformed-json' });
  });

  it('with a field twice is refused, also where only decomposed letters tell the two apart', async () => {
    const text = JSON.stringify(reception());
    const twice = text.replace('"channel"', '"channel":"online","channel"');
    await refusedUntouched(office, () => postRaw(twice), { status: 400, code: 'invalid-body', field: 'channel' });
    const texts = { ['ghi chú'.normalize('NFC')]: 'một', ['ghi chú'.normalize('NFD')]: 'hai' };
    const body = { ...reception(), private: { texts } };
    await refusedUntouched(office, () => post(body), {
      status: 400,
      code: 'invalid-body',
      field: `private.texts.${'ghi chú'.normalize('NFD')}`,
    });
  });

  it('that is one bad line of a batch is refused with the number of the line', async () => {
    const raw = `${JSON.stringify({ body: reception() })}\n\n{"body":`;
    const send = () =>
      haiAn.send('POST', '/v1/commands', {
        raw,
        headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': randomUUID() },
      });
    const { body } = await refusedUntouched(office, send, { status: 400, code: 'malformed-json' });
    expect(body).toMatchObject({ facts: { line: 3 } });
  });

  it('in a batch under the longest key there may be is accepted, and once', async () => {
    const send = () => haiAn.post('/v1/commands', [{ body: reception() }], { 'idempotency-key': 'k'.repeat(128) });
    const first = await send();
    expect(first.body).toMatchObject({ accepted: 1, results: [{ answer: { replayed: false } }] });
    const { code } = (first.body as { results: [{ answer: { code: string } }] }).results[0].answer;
    expect((await send()).body).toMatchObject({ results: [{ answer: { replayed: true, code } }] });
  });

  it('of a caller nobody vouches for, or of an auditor, is refused', async () => {
    await refusedUntouched(office, () => office.anonymous.post('/v1/dossiers', reception()), {
      status: 401,
      code: 'unauthenticated',
    });
    const auditor = await office.as(HAI_AN, 'auditor');
    await refusedUntouched(office, () => auditor.post('/v1/dossiers', reception()), { status: 403, code: 'forbidden' });
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
