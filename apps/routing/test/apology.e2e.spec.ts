/** An extension, an apology, and what is still owed to the applicant, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-16T08:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Shown {
  readonly tasks: readonly { readonly task: string; readonly agency: { readonly id: string } }[];
  readonly promise: { readonly at: string };
}
const shown = async (code: string) => (await haiAn.get(`/v1/dossiers/${code}`)).body as Shown;

describe('an apology', () => {
  let code = '';

  it('is a task of the receiving agency from when the competent one has issued it', async () => {
    code = (await open(haiAn)).code;
    await handOver(haiAn, dongHai, code);
    expect((await shown(code)).tasks).toEqual([]);
    expect(await act(haiAn, code, { type: 'deliverApology', means: 'post' })).toMatchObject({
      status: 409,
      body: { code: 'apology-not-issued' },
    });
    const sorry = { type: 'apologise', reason: 'overload', newPromise: '2026-11-18T14:00:00+07:00' };
    expect(await act(dongHai, code, sorry)).toMatchObject({ status: 200 });
    expect((await shown(code)).tasks).toMatchObject([{ task: 'deliverApology', agency: { id: HAI_AN } }]);
  });

  it('has everything the form asks for', async () => {
    const { status, body } = await haiAn.get(`/v1/dossiers/${code}/apologies`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ...{ dossier: code, form: { number: '04' }, receivingAgency: { id: HAI_AN } },
        limitDueAt: '2026-11-17T07:00:00.000Z',
        letters: [
          {
            issuedBy: { agency: { id: DONG_HAI } },
            ...{
              reason: 'overload',
              promisedBefore: '2026-11-17T07:00:00.000Z',
              newPromise: '2026-11-18T07:00:00.000Z',
            },
            ...{ laterByMinutes: 480, pastLimitMinutes: 480, delivered: null },
          },
        ],
      },
    });
  });

  it('is handed over once, by the receiving agency', async () => {
    expect(await act(dongHai, code, { type: 'deliverApology', means: 'post' })).toMatchObject({ status: 403 });
    expect(await act(haiAn, code, { type: 'deliverApology', means: 'post' })).toMatchObject({ status: 200 });
    expect((await shown(code)).tasks).toEqual([]);
    const { body } = await dongHai.get(`/v1/dossiers/${code}/apologies`);
    expect((body as { letters: object[] }).letters[0]).toMatchObject({
      delivered: { by: { agency: { id: HAI_AN } }, means: 'post' },
    });
    expect(await act(haiAn, code, { type: 'deliverApology', means: 'post' })).toMatchObject({
      status: 409,
      body: { code: 'apology-already-delivered' },
    });
  });
});

describe('an extension', () => {
  it('in another unit than the limit is refused with the field it stands in', async () => {
    const intake = {
      type: 'receive',
      intake: { procedureCode: '2.000815', channel: 'counter', jurisdiction: { residence: { communeCode: '11413' } } },
    };
    const { code } = await open(haiAn, intake);
    expect(await act(haiAn, code, { type: 'extend', by: '2cd', legalBasis: 'NĐ 23/2015 Điều 21' })).toMatchObject({
      status: 422,
      body: { code: 'extension-unit-differs', errors: [{ field: 'by' }] },
    });
    const before = (await shown(code)).promise.at;
    expect(await act(haiAn, code, { type: 'extend', by: '1wd', legalBasis: 'NĐ 23/2015 Điều 21' })).toMatchObject({
      status: 200,
    });
    expect((await shown(code)).promise.at > before).toBe(true);
  });
});

describe('a suspension', () => {
  it('is a task of whoever may lift it, with what ended its ground', async () => {
    const { code } = await open(haiAn);
    await handOver(haiAn, dongHai, code);
    const stop = { type: 'suspend', ground: 'courtOrder', evidence: 'QD-12/2026' };
    expect(await act(dongHai, code, stop)).toMatchObject({ status: 200 });
    expect((await shown(code)).tasks).toMatchObject([{ task: 'resume', agency: { id: DONG_HAI } }]);
    expect(await act(haiAn, code, { type: 'resume' })).toMatchObject({ status: 403 });
    expect(await act(dongHai, code, { type: 'resume', evidence: 'QD-13/2026' })).toMatchObject({ status: 200 });
    expect((await shown(code)).tasks).toEqual([]);
  });
});
