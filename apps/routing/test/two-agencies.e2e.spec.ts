import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, DUC_PHO, HAI_AN, act, handOver, open, reception } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { contentsOf, refusedUntouched } from './untouched.js';

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

describe('an act on a dossier', () => {
  it('that the state does not allow is refused with those it allows', async () => {
    const expected = { status: 409, code: 'command-not-allowed' };
    const { body } = await refusedUntouched(
      office,
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
      await refusedUntouched(office, () => act(stranger, code, { type: 'withdraw' }), expected);
      for (const path of ['', '/timeline', '/clocks', '/clocks/legal/explain']) {
        await refusedUntouched(office, () => stranger.get(`/v1/dossiers/${code}${path}`), expected);
      }
    }
    await refusedUntouched(office, () => act(haiAn, 'H24.070-261123-9999', { type: 'withdraw' }), expected);
  });

  it('on a page that has gone stale is refused with the version as it is', async () => {
    const send = (ifMatch: string) =>
      haiAn.post(`/v1/dossiers/${code}/commands`, { type: 'transfer', copy: 'electronic' }, { 'if-match': ifMatch });
    const expected = { status: 412, code: 'version-stale', field: 'If-Match' };
    expect((await refusedUntouched(office, () => send('"v7"'), expected)).body).toMatchObject({
      facts: { currentVersion: 1 },
    });
    await refusedUntouched(office, () => send('anything'), { status: 400, code: 'if-match-invalid' });
  });

  it('of a person who does not say what he has seen is refused; software need not say', async () => {
    const clerk = await office.asPerson(HAI_AN);
    const body = { type: 'transfer', copy: 'electronic' };
    await refusedUntouched(office, () => act(clerk, code, body), { status: 428, code: 'if-match-required' });
    expect(await act(haiAn, `${code}`, { type: 'assign', officerId: 'haiphong-hai-an.clerk' })).toMatchObject({
      status: 200,
    });
  });

  it('of a supervisor that is a clerk’s to do is refused', async () => {
    const supervisor = await office.as('haiphong-supervisor', 'supervisor');
    await refusedUntouched(office, () => act(supervisor, code, { type: 'withdraw' }), {
      status: 403,
      code: 'actor-not-entitled',
    });
  });

  it('that happened before the last fact is refused', async () => {
    const body = { type: 'transfer', copy: 'electronic', occurredAt: '2026-11-20T09:00:00+07:00' };
    const expected = { status: 422, code: 'occurred-before-last-fact', field: 'occurredAt' };
    await refusedUntouched(office, () => act(haiAn, code, body), expected);
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
    await refusedUntouched(office, () => haiAn.post(path, { type: 'transfer', copy: 'paper' }, headers), expected);
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

describe('a consulted agency', () => {
  it('sees its own part of a dossier and answers, and no more', async () => {
    const land = {
      procedureCode: '1.012817',
      channel: 'counter',
      jurisdiction: { assetLocation: { communeCode: '11413' } },
    };
    const opened = await open(haiAn, {
      type: 'receive',
      intake: land,
      private: { persons: [{ role: 'applicant', name: 'Lê Văn Mẫu' }] },
    });
    const tax = await office.as('haiphong-tax');
    const path = `/v1/dossiers/${opened.code}`;
    expect(await tax.get(path)).toMatchObject({ status: 404 });
    const request = { type: 'requestConsultation', consultation: 'tax', agencyId: 'haiphong-tax' };
    expect(await act(haiAn, opened.code, request)).toMatchObject({ status: 200 });
    const { body } = await tax.get(`${path}?persons=true`);
    expect(body).toMatchObject({ private: null, clocks: [{ kind: 'consultation' }], risks: [] });
    const { body: timeline } = await tax.get(`${path}/timeline`);
    expect(timeline).toMatchObject({
      whole: false,
      total: null,
      journal: [{ type: 'dossier.consultationRequested.v1' }],
    });
    const forbidden = { status: 403, code: 'actor-not-entitled' };
    const asOf = encodeURIComponent('2026-11-23T09:00:00+07:00');
    for (const part of [`/clocks/legal/explain`, `?asOf=${asOf}`, `/timeline?asOf=${asOf}`, `/clocks?asOf=${asOf}`]) {
      await refusedUntouched(office, () => tax.get(`${path}${part}`), forbidden);
    }
    const answer = { type: 'answerConsultation', consultation: 'tax', outcome: 'agreed' };
    expect(await act(tax, opened.code, answer)).toMatchObject({ status: 200 });
    const { body: feed } = await tax.get('/v1/events');
    expect((feed as { events: { type: string; view: string }[] }).events.map(({ type, view }) => [type, view])).toEqual(
      [
        ['dossier.consultationRequested.v1', 'part'],
        ['dossier.consultationAnswered.v1', 'part'],
      ],
    );
  });
});
