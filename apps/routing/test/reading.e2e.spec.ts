import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open, reception } from './dossier-steps.js';
import type { Opened } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
const dossiers: Opened[] = [];

const withApplicant = (name: string, identityNumber: string) =>
  reception({ private: { persons: [{ role: 'applicant', name, identityNumber }] } });

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-23T08:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  dossiers.push(await open(haiAn, withApplicant('Nguyễn Thị Hòa', '031199000001')));
  await office.goOnTo('2026-11-23T08:30:00+07:00');
  dossiers.push(await open(haiAn, withApplicant('Trần Văn Đức', '031199000002')));
  await office.goOnTo('2026-11-23T09:00:00+07:00');
  dossiers.push(await open(haiAn, withApplicant('Nguyễn Văn Hoà', '031199000003')));
  await handOver(haiAn, dongHai, codeOf(2));
}, 120_000);
afterAll(async () => {
  await office.close();
});

const codeOf = (index: number): string => dossiers[index]?.code ?? '';

interface List {
  readonly dossiers: readonly { readonly code: string; readonly legal: { readonly remainingMinutes: number } }[];
  readonly next: string | null;
  readonly counts: { readonly total: number; readonly overdue: number; readonly byPhase: Record<string, number> };
}
async function list(query: string, caller = haiAn): Promise<List> {
  const { status, body } = await caller.get(`/v1/dossiers?${query}`);
  expect(status).toBe(200);
  return body as List;
}
const codes = ({ dossiers: rows }: List): string[] => rows.map(({ code }) => code);

describe('the list of dossiers', () => {
  it('shows what has the least time left first, with the minutes', async () => {
    const found = await list('');
    expect(codes(found)).toEqual([codeOf(0), codeOf(1), codeOf(2)]);
    expect(found.dossiers.map(({ legal }) => legal.remainingMinutes)).toEqual([660, 690, 720]);
    expect(found.counts).toEqual({ total: 3, overdue: 0, byPhase: { received: 2, processing: 1 } });
  });

  it('goes on where the page before ended', async () => {
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.next}`);
    expect([...codes(first), ...codes(second)]).toEqual([codeOf(0), codeOf(1), codeOf(2)]);
    expect(second.next).toBeNull();
    const newest = await list('sort=received&limit=2');
    expect(codes(newest)).toEqual([codeOf(2), codeOf(1)]);
    expect(codes(await list(`sort=received&limit=2&cursor=${newest.next}`))).toEqual([codeOf(0)]);
  });

  it('is narrowed by phase, holder, procedure, state and due date', async () => {
    expect(codes(await list('phase=processing,decided'))).toEqual([codeOf(2)]);
    expect(codes(await list('holder=me'))).toEqual([codeOf(0), codeOf(1)]);
    expect(codes(await list('holder=me', dongHai))).toEqual([codeOf(2)]);
    expect(codes(await list('procedure=1.001193'))).toEqual([]);
    expect(codes(await list('state=ended'))).toEqual([]);
    expect(codes(await list(`dueBefore=${encodeURIComponent('2026-11-25T14:15:00+07:00')}`))).toEqual([codeOf(0)]);
  });

  it('finds a person by part of the name without accents, by number, and a dossier by its code', async () => {
    expect(codes(await list('q=hoa')).sort()).toEqual([codeOf(0), codeOf(2)].sort());
    expect(codes(await list(`q=${encodeURIComponent('Nguyễn Hoà')}&holder=me`))).toEqual([codeOf(0)]);
    expect(codes(await list('q=031199000002'))).toEqual([codeOf(1)]);
    expect(codes(await list(`q=${codeOf(1)}`))).toEqual([codeOf(1)]);
    expect(codes(await list('q=nobody'))).toEqual([]);
    expect(codes(await list('q=031199000002', dongHai))).toEqual([]);
  });

  it('refuses a filter it does not know and a cursor it did not give', async () => {
    for (const [query, code] of [
      ['colour=red', 'invalid-query'],
      ['phase=asleep', 'invalid-query'],
      ['cursor=abc', 'cursor-invalid'],
    ]) {
      expect(await haiAn.get(`/v1/dossiers?${query}`)).toMatchObject({ status: 400, body: { code } });
    }
  });
});

interface Feed {
  readonly events: readonly {
    readonly id: string;
    readonly n: number;
    readonly type: string;
    readonly view: string;
    readonly cursor: string;
  }[];
  readonly next: string;
  readonly more: boolean;
}
async function feed(query: string, caller = dongHai): Promise<Feed> {
  const { status, body } = await caller.get(`/v1/events?${query}`);
  expect(status).toBe(200);
  return body as Feed;
}

describe('the feed of an agency', () => {
  it('is complete, numbered without gaps, and begins with the history of what it was sent', async () => {
    const { events } = await feed('limit=1000');
    expect(events.map(({ n }) => n)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]).toMatchObject({
      type: 'dossier.transferDispatched.v1',
      view: 'snapshot',
      data: { seq: 2, history: [{ seq: 1, type: 'dossier.received.v1' }] },
    });
    expect(events.map(({ type }) => type)).toContain('dossier.transferAccepted.v1');
  });

  it('goes on from a cursor, and from its end finds what is new', async () => {
    const first = await feed('limit=2');
    expect(first.more).toBe(true);
    const rest = await feed(`limit=1000&after=${first.next}`);
    expect(rest.events[0]?.n).toBe(3);
    const end = await feed(`after=${rest.next}`);
    expect(end).toMatchObject({ events: [], next: rest.next, more: false });
    await act(dongHai, codeOf(2), { type: 'startStep', step: 'appraisal' });
    expect((await feed(`after=${end.next}`)).events.map(({ type }) => type)).toEqual(['dossier.stepStarted.v1']);
  });

  it('refuses a cursor from beyond its end, as one of another agency may be: what comes next would be missed', async () => {
    const { next } = await feed('limit=1000');
    const beyond = next.replace(/\d+$/, (n) => String(Number(n) + 1));
    expect(await dongHai.get(`/v1/events?after=${beyond}`)).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid', errors: [{ field: 'after' }] },
    });
  });

  it('refuses a cursor of another line of numbers, and one that is none', async () => {
    expect(await dongHai.get('/v1/events?after=9-restored.4')).toMatchObject({
      status: 410,
      body: { code: 'cursor-epoch-stale' },
    });
    expect(await dongHai.get('/v1/events?after=nothing')).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid' },
    });
  });
});

describe('the page of the applicant', () => {
  const path = (k: string, code = codeOf(2)) => `/track/${code}?k=${encodeURIComponent(k)}`;
  const secret = () => dossiers[2]?.trackingSecret ?? '';

  it('says where the dossier is, since when, and what was promised, and nothing personal', async () => {
    const { status, body, text } = await office.anonymous.get(path(secret()));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      phase: 'processing',
      office: { name: 'Trung tâm Phục vụ hành chính công phường Đông Hải' },
      since: '2026-11-23T02:00:00.000Z',
      promise: { at: '2026-11-25T08:00:00.000Z', estimate: false },
    });
    expect(text).not.toMatch(/Hoà|031199|haiphong-|[Oo]fficer/);
  });

  it('is a page in Vietnamese for a browser, without scripts', async () => {
    const { status, text, headers } = await office.anonymous.get(path(secret()), { accept: 'text/html,*/*;q=0.8' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toContain('15:00, 25/11/2026');
    expect(text).toContain('Đang giải quyết');
    expect(text).not.toContain('<script');
  });

  it('takes the secret as it was copied from paper', async () => {
    const copied = secret()
      .toLowerCase()
      .replace(/0/g, 'o')
      .replace(/1/g, 'l')
      .replace(/^(.{5})/, '$1-');
    expect(await office.anonymous.get(path(copied))).toMatchObject({ status: 200 });
  });

  it('answers a wrong secret, another dossier’s secret and an unknown code alike', async () => {
    for (const wrong of [
      path('0000000000'),
      path(dossiers[0]?.trackingSecret ?? ''),
      path(secret(), 'H24.070-261123-9999'),
    ]) {
      expect(await office.anonymous.get(wrong)).toMatchObject({ status: 404, body: { code: 'dossier-not-found' } });
    }
    expect(await office.anonymous.get(`/track/${codeOf(2)}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-query' },
    });
  });

  it.each([
    ['0000000000', 404, 'Không có hồ sơ nào với mã hồ sơ và mã tra cứu này.'],
    ['', 400, 'Cần mã tra cứu in trên giấy tiếp nhận.'],
  ])('tells a browser that comes with the secret "%s" what to do, and asks for it again', async (k, code, said) => {
    const { status, headers, text } = await office.anonymous.get(path(k), { accept: 'text/html' });
    expect([status, headers.get('content-type')]).toEqual([code, 'text/html; charset=utf-8']);
    for (const part of [said, 'bộ phận một cửa nơi nộp hồ sơ', '<input id="k" name="k"']) expect(text).toContain(part);
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  it('tells what is typed into its address as text', async () => {
    const { text } = await office.anonymous.get(`/track/${encodeURIComponent('<b>x</b>')}?k=1`, {
      accept: 'text/html',
    });
    expect(text).toContain('&lt;b&gt;x&lt;/b&gt;');
    expect(text).not.toContain('<b>');
  });
});

describe('a batch', () => {
  it('cannot be tried without being done, and says so instead of doing it', async () => {
    const { status, body } = await haiAn.post('/v1/commands?dryRun=true', [{}]);
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { code: 'invalid-query', errors: [{ field: 'dryRun' }] },
    });
  });

  it('answers each item for itself, in order, and applies the acts of one dossier in order', async () => {
    const items = [
      { dossier: codeOf(0), body: { type: 'transfer', copy: 'electronic' } },
      { dossier: codeOf(0), body: { type: 'recallTransfer', reason: 'wrong-box' } },
      { dossier: codeOf(0), body: { type: 'returnResult', means: 'counter' } },
      { body: reception() },
      { body: { ...reception(), urgent: true } },
      { dossier: 'H24.070-261123-9999', body: { type: 'withdraw' } },
      { dossier: codeOf(1), ifMatch: '"v9"', body: { type: 'withdraw' } },
      7,
    ];
    const { status, body } = await haiAn.post('/v1/commands', items, { 'idempotency-key': 'batch-0001' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      accepted: 3,
      refused: 5,
      results: [
        { answer: { phase: 'inTransfer' } },
        { answer: { phase: 'received' } },
        { problem: { code: 'command-not-allowed' } },
        { answer: { phase: 'received', trackingSecret: expect.any(String) } },
        { problem: { code: 'invalid-body', errors: [{ field: 'body.urgent' }] } },
        { problem: { code: 'dossier-not-found' } },
        { problem: { code: 'version-stale' } },
        { problem: { code: 'invalid-body' } },
      ],
    });
  });

  it('sent again under the same key does nothing twice', async () => {
    const items = [{ body: reception() }, { body: reception() }];
    const headers = { 'idempotency-key': 'batch-0002' };
    const first = (await haiAn.post('/v1/commands', items, headers)).body as { results: { answer: object }[] };
    const again = (await haiAn.post('/v1/commands', items, headers)).body as { results: { answer: object }[] };
    expect(again.results).toEqual(first.results.map(({ answer }) => ({ answer: { ...answer, replayed: true } })));
  });

  it('comes as lines of JSON too, up to a thousand', async () => {
    const send = (lines: number) =>
      haiAn.send('POST', '/v1/commands', {
        raw: Array.from({ length: lines }, () => JSON.stringify({ dossier: 'x', body: { type: 'withdraw' } })).join(
          '\n',
        ),
        headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'batch-0003' },
      });
    expect(await send(1_000)).toMatchObject({ status: 200, body: { refused: 1_000 } });
    expect(await send(1_001)).toMatchObject({
      status: 413,
      body: { code: 'batch-too-large', facts: { maximum: 1_000 } },
    });
  });
});

describe('the journal of a dossier', () => {
  it('is chained by hash, as the timeline shows it', async () => {
    const { body } = await haiAn.get(`/v1/dossiers/${codeOf(2)}/timeline`);
    const { journal } = body as { journal: { hash: string; prevHash: string }[] };
    expect(journal[0]?.prevHash).toBe('0'.repeat(64));
    for (const [index, { prevHash }] of journal.entries())
      if (index > 0) expect(prevHash).toBe(journal[index - 1]?.hash);
    expect(journal[0]?.hash).toHaveLength(createHash('sha256').digest('hex').length);
  });

  it('has no clock it does not have', async () => {
    expect(await haiAn.get(`/v1/dossiers/${codeOf(2)}/clocks/payment:1/explain`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });
});
