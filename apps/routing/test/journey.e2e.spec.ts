import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import type { HttpCaller } from './http-caller.js';

const HAI_AN = 'haiphong-hai-an';
const DONG_HAI = 'haiphong-dong-hai';
/** In Viet Nam, on the days of reference `domain.md` §3: Monday 23 November 2026; Tuesday the 24th is a holiday. */
const at = (day: number, time: string) => `2026-11-${day}T${time}:00+07:00`;

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let supervisor: HttpCaller;
let code: string;
let secret: string;

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: at(23, '07:30') } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  supervisor = await office.as('haiphong-supervisor', 'supervisor');
}, 120_000);
afterAll(async () => {
  await office.close();
});

async function act(caller: HttpCaller, body: object): Promise<Record<string, unknown>> {
  const answer = await caller.post(`/v1/dossiers/${code}/commands`, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Record<string, unknown>;
}

async function clocks(): Promise<Record<string, Record<string, unknown>>> {
  const { body } = await haiAn.get(`/v1/dossiers/${code}/clocks`);
  const { clocks: list } = body as { clocks: { id: string }[] };
  return Object.fromEntries(list.map((clock) => [clock.id, clock]));
}

describe('a dossier of 1.5 working days, from Hải An to Đông Hải and back', () => {
  it('is received at the counter, gets a code of the competent agency and a secret for its receipt', async () => {
    await office.goOnTo(at(23, '09:00'));
    const answer = await haiAn.post('/v1/dossiers', {
      type: 'receive',
      intake: {
        procedureCode: '1.004873',
        channel: 'counter',
        jurisdiction: { residence: { communeCode: '11411' } },
      },
      private: { persons: [{ role: 'applicant', name: 'Nguyễn Thị Ví Dụ', identityNumber: '031199000001' }] },
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        version: 1,
        seq: 1,
        phase: 'received',
        replayed: false,
        trackingSecret: expect.stringMatching(/^[0-9A-Z]{10}$/),
      },
    });
    ({ code, trackingSecret: secret } = answer.body as { code: string; trackingSecret: string });
    expect(code).toMatch(/^H24\.\d{3}-261123-0001$/);
    expect(answer.headers.get('etag')).toBe('"v1"');
    expect(answer.headers.get('location')).toBe(`/v1/dossiers/${code}`);
    expect(secret).not.toBe('');
  });

  it('has two clocks from its first minute: eight hours to pass it on, twelve to decide it', async () => {
    const { legal, transfer } = await clocks();
    expect(legal).toMatchObject({ remainingMinutes: 720, dueAt: '2026-11-25T08:00:00.000Z', status: 'running' });
    expect(transfer).toMatchObject({ remainingMinutes: 480, dueAt: '2026-11-25T02:00:00.000Z' });
  });

  it('is feasible by arithmetic only as long as nobody takes what he may', async () => {
    const { body, headers } = await haiAn.get(`/v1/dossiers/${code}`);
    expect(headers.get('etag')).toBe('"v1"');
    expect(body).toMatchObject({ holder: { id: HAI_AN }, procedure: { illustration: { why: expect.any(String) } } });
    expect(body).toMatchObject({ feasibility: { limit: 720, transferOut: 480, competentKeeps: 240 } });
  });

  it('does not exist for the competent agency before it is sent, and then it does', async () => {
    expect(await dongHai.get(`/v1/dossiers/${code}`)).toMatchObject({
      status: 404,
      body: { code: 'dossier-not-found' },
    });
    await office.goOnTo(at(25, '09:00'));
    expect(await act(haiAn, { type: 'transfer', copy: 'electronic' })).toMatchObject({ phase: 'inTransfer' });
    expect(await dongHai.get(`/v1/dossiers/${code}`)).toMatchObject({ status: 200, body: { holder: { id: HAI_AN } } });
  });

  it('is delivered, and custody moves only when the competent agency accepts', async () => {
    expect(await act(dongHai, { type: 'confirmDelivery' })).toMatchObject({ phase: 'awaitingAcceptance' });
    await office.goOnTo(at(25, '09:30'));
    expect(await act(dongHai, { type: 'acceptTransfer' })).toMatchObject({ phase: 'processing' });
    const { body } = await haiAn.get(`/v1/dossiers/${code}`);
    expect(body).toMatchObject({ holder: { id: DONG_HAI }, accepted: true });
  });

  it('becomes overdue at the first minute after its limit, and the journal says so', async () => {
    await office.goOnTo(at(25, '16:00'));
    const { legal } = await clocks();
    expect(legal).toMatchObject({ overdue: true, breachRecorded: true, breachesAt: '2026-11-25T08:01:00.000Z' });
  });

  it('is decided, its result travels back and is returned', async () => {
    expect(await act(dongHai, { type: 'decide', outcome: 'granted' })).toMatchObject({ phase: 'decided' });
    await act(dongHai, { type: 'dispatchResult', copy: 'electronic' });
    await office.goOnTo(at(26, '08:00'));
    expect(await act(haiAn, { type: 'confirmResultArrival' })).toMatchObject({ phase: 'readyForReturn' });
    expect(await act(haiAn, { type: 'returnResult', means: 'counter' })).toMatchObject({ phase: 'returned' });
  });

  it('has an owner for every minute, and they add up', async () => {
    const { body } = await haiAn.get(`/v1/dossiers/${code}/timeline`);
    expect(body).toMatchObject({ whole: true, total: { exact: true } });
    const { attribution } = body as {
      attribution: { owner: { kind: string; agency: { id: string } | null }; legalMinutes: number }[];
    };
    const minutes = Object.fromEntries(
      attribution.map(({ owner, legalMinutes }) => [owner.agency?.id ?? owner.kind, legalMinutes]),
    );
    expect(minutes).toEqual({ [HAI_AN]: 480, [DONG_HAI]: 300, exchange: 120 });
  });

  it('tells why its legal clock says what it says, holiday and all', async () => {
    const { body, status } = await dongHai.get(`/v1/dossiers/${code}/clocks/legal/explain`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ epochs: [{ startedBy: { type: 'dossier.received.v1' } }] });
    expect(JSON.stringify(body)).toContain('"date":"2026-11-24","because":"holiday"');
  });

  it('can be looked at as it was known at a former moment', async () => {
    const asOf = encodeURIComponent(at(23, '12:00'));
    const { body } = await haiAn.get(`/v1/dossiers/${code}?asOf=${asOf}`);
    expect(body).toMatchObject({ phase: 'received', version: 1, commands: null });
    const { body: timeline } = await haiAn.get(`/v1/dossiers/${code}/timeline?asOf=${asOf}`);
    expect((timeline as { journal: unknown[] }).journal).toHaveLength(1);
    expect(await haiAn.get(`/v1/dossiers/${code}?asOf=${encodeURIComponent(at(22, '12:00'))}`)).toMatchObject({
      status: 404,
    });
    expect(await haiAn.get(`/v1/dossiers/${code}?asOf=${encodeURIComponent(at(28, '12:00'))}`)).toMatchObject({
      status: 400,
    });
  });

  it('shows persons to an agency in charge that asks for them, to a supervisor never', async () => {
    expect((await dongHai.get(`/v1/dossiers/${code}?persons=true`)).body).toMatchObject({
      private: { records: [{ persons: [{ name: 'Nguyễn Thị Ví Dụ' }] }], erased: false },
    });
    expect((await dongHai.get(`/v1/dossiers/${code}`)).body).toMatchObject({ private: null });
    expect((await supervisor.get(`/v1/dossiers/${code}?persons=true`)).body).toMatchObject({ private: null });
  });
});
