/** Why a minute counted or not, and why a date is what it is, asked over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { HAI_AN, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dossier: string;

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-16T07:30:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dossier = (await open(haiAn)).code;
  await office.goOnTo('2026-11-18T07:30:00+07:00');
}, 120_000);
afterAll(async () => {
  await office.close();
});

describe('why a minute counted, and why a date is what it is', () => {
  interface Explanation {
    readonly epochs: readonly { readonly minutes: number; readonly due: { readonly at: string } | null }[];
    readonly minute: {
      readonly verdict: string;
      readonly nth: number | null;
      readonly sentence: string;
      readonly sentenceEn: string;
    } | null;
  }
  async function explain(query: string, code = dossier): Promise<Explanation> {
    const answer = await haiAn.get(`/v1/dossiers/${code}/clocks/legal/explain${query}`);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body as Explanation;
  }
  const minute = (instant: string) => `?minute=${encodeURIComponent(instant)}`;

  it('tells of a minute that it counted, and as which', async () => {
    const { minute: told } = await explain(minute('2026-11-17T07:30:00+07:00'));
    expect(told).toMatchObject({ verdict: 'counted', nth: 481 });
    expect([told?.sentence, told?.sentenceEn]).toEqual([
      'Phút này được tính: phút thứ 481 của đồng hồ.',
      'Counted: minute 481 of the clock.',
    ]);
  });

  it('tells why one did not', async () => {
    expect((await explain(minute('2026-11-16T12:00:00+07:00'))).minute).toMatchObject({ verdict: 'outsideHours' });
    expect((await explain(minute('2026-11-15T09:00:00+07:00'))).minute).toMatchObject({ verdict: 'notStarted' });
    expect((await explain(minute('2026-11-24T09:00:00+07:00'))).minute).toMatchObject({ verdict: 'ahead' });
    expect((await explain('')).minute).toBeNull();
  });

  it('as it was known at a former moment, with the days that were still ahead', async () => {
    const asOf = encodeURIComponent('2026-11-16T10:00:00+07:00');
    const then = await explain(`?asOf=${asOf}`);
    expect(then.epochs[0]).toMatchObject({ minutes: 150, due: { at: '2026-11-17T04:30:00.000Z' } });
  });

  it('explains the printed date by blocks that add up to the limit', async () => {
    const answer = await haiAn.get(`/v1/dossiers/${dossier}/promise/explain`);
    expect(answer).toMatchObject({ status: 200, body: { agrees: true, parts: [{ part: 'limit', minutes: 720 }] } });
    const stranger = await office.as('danang-hung-son');
    expect(await stranger.get(`/v1/dossiers/${dossier}/promise/explain`)).toMatchObject({ status: 404 });
  });

  it('refuses a minute that is none, and a clock that is none', async () => {
    const asked = await haiAn.get(`/v1/dossiers/${dossier}/clocks/legal/explain?minute=yesterday`);
    expect(asked).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
    const none = await haiAn.get(`/v1/dossiers/${dossier}/clocks/tea/explain${minute('2026-11-16T12:00:00+07:00')}`);
    expect(none).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
