/** Times put right, facts entered late and conflicts, through the API: nothing is lost, and what was known then is answered as then. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyEvidence } from '../../../packages/client/src/evidence/index.js';
import { faultsOf, lookBehindTheWall, settle } from './alert-steps.js';
import type { Answer } from './answer.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, open, reception } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

const LAND = '1.012817';
const STRANGER = 'danang-hung-son';
const SUPERVISOR = 'haiphong-supervisor';
const day = (time: string): string => `2026-11-23T${time}:00+07:00`;

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let supervisor: HttpCaller;
let code = '';
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: day('08:00') } });
  [haiAn, dongHai] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
  supervisor = await office.asPerson(SUPERVISOR, 'supervisor');
  const jurisdiction = { assetLocation: { communeCode: '11411' } };
  ({ code } = await open(haiAn, reception({ intake: { procedureCode: LAND, channel: 'counter', jurisdiction } })));
  await then('08:05', haiAn, { type: 'transfer', copy: 'electronic' });
  await then('08:10', dongHai, { type: 'confirmDelivery' });
  await then('08:15', dongHai, { type: 'acceptTransfer' });
  await then('09:00', dongHai, { type: 'startStep', step: 'appraisal' });
  await then('10:00', dongHai, { type: 'completeStep', step: 'appraisal' });
  await office.goOnTo(day('10:30'));
}, 120_000);
afterAll(async () => {
  await office.close();
});

async function then(time: string, caller: HttpCaller, body: object): Promise<void> {
  await office.goOnTo(day(time));
  expect(await act(caller, code, body)).toMatchObject({ status: 200 });
}

const commands = (): string => `/v1/dossiers/${code}/commands`;
const OUTAGE = { ground: 'systemOutage', system: 'landRegister', evidence: 'BB-1' } as const;
const outage = (from: string, to: string) => ({
  type: 'enterLate',
  facts: [
    { type: 'suspend', ...OUTAGE, occurredAt: day(from) },
    { type: 'resume', occurredAt: day(to) },
  ],
  reason: 'found-on-paper',
});

/** Everything that shows the state of the dossier at a moment: digests of the answers, or why not. */
async function asOf(moment: string): Promise<readonly string[]> {
  const at = `asOf=${encodeURIComponent(moment)}`;
  const reads = ['', '/timeline', '/clocks', '/evidence'].map((part) => `/v1/dossiers/${code}${part}?${at}`);
  const answers: Answer[] = [];
  for (const read of [...reads, `/v1/dossiers?${at}`, `/v1/conflicts?state=all&${at}`])
    answers.push(await haiAn.get(read));
  return answers.map(({ status, text }) =>
    status === 200 ? createHash('sha256').update(text).digest('hex') : `${status}`,
  );
}

describe('facts learnt late', () => {
  it('change the minutes, and not what was known before', async () => {
    const before = await asOf(day('10:30'));
    // The list shows the present, and evidence is the whole journal, of which every former state is a beginning.
    expect(before.map((text) => (text.length === 3 ? text : 'known'))).toEqual([
      'known',
      'known',
      'known',
      '400',
      '400',
      'known',
    ]);
    await then('11:00', dongHai, outage('09:10', '09:40'));
    const { body } = await haiAn.get(`/v1/dossiers/${code}/timeline`);
    const { segments } = body as { segments: readonly { owner: { kind: string }; legalMinutes: number | null }[] };
    expect(segments.filter(({ owner }) => owner.kind === 'system').map(({ legalMinutes }) => legalMinutes)).toEqual([
      30,
    ]);
    await then('11:10', dongHai, { type: 'correctTime', seq: 6, to: day('09:50'), reason: 'typed-wrong' });
    expect(await asOf(day('10:30'))).toEqual(before);
  });

  it('are refused with the reason of their own place', async () => {
    const facts = [{ type: 'completeStep', step: 'appraisal', occurredAt: day('08:30') }];
    expect(await act(dongHai, code, { type: 'enterLate', facts, reason: 'paper' })).toMatchObject({
      status: 409,
      body: { code: 'late-fact-illegal', facts: { fact: 1, rule: 'step-not-open' } },
    });
  });
});

interface ConflictAlert {
  readonly id: string;
}

/** The alerts of open conflicts that a supervisor finds once everything is told. */
async function alertsOfConflicts(more = ''): Promise<readonly ConflictAlert[]> {
  await settle(office);
  const { status, body } = await supervisor.get(`/v1/alerts?rule=openConflict${more}`);
  expect(status).toBe(200);
  return (body as { alerts: readonly ConflictAlert[] }).alerts;
}

describe('a claim that contradicts the journal', () => {
  const wrong = () => ({ type: 'correctTime', seq: 5, to: day('10:20'), reason: 'typed-wrong' });
  let conflict = 0;

  it('is answered 409, the same again under its key, and kept', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await dongHai.post(commands(), wrong(), key);
    expect(first).toMatchObject({ status: 409, body: { code: 'conflict-recorded' } });
    ({ conflict } = (first.body as { facts: { conflict: number } }).facts);
    expect((await dongHai.post(commands(), wrong(), key)).body).toMatchObject({
      code: 'conflict-recorded',
      facts: { conflict },
    });
    expect(await act(dongHai, code, wrong())).toMatchObject({
      status: 409,
      body: { code: 'conflict-already-open', facts: { conflict } },
    });
  });

  it('stands in the dossier and in the queue of whoever may see it', async () => {
    const { body } = await haiAn.get(`/v1/dossiers/${code}`);
    expect(body).toMatchObject({ openConflicts: [{ conflict, rule: 'step-not-open', claimedBy: { id: DONG_HAI } }] });
    for (const caller of [haiAn, dongHai, await office.as(SUPERVISOR, 'supervisor')]) {
      expect((await caller.get('/v1/conflicts')).body).toMatchObject({
        conflicts: [{ dossier: code, conflict, settled: null }],
        next: null,
      });
    }
    expect((await (await office.as(STRANGER)).get('/v1/conflicts')).body).toMatchObject({ conflicts: [] });
    expect(await haiAn.get('/v1/conflicts?cursor=abc')).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid' },
    });
    expect(await haiAn.get(`/v1/conflicts?asOf=${encodeURIComponent('2030-01-01T00:00:00+07:00')}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-query' },
    });
  });

  it('calls, in the alerts of a supervisor, for somebody of the agency that did not make it', async () => {
    const [alert, ...others] = await alertsOfConflicts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      ...{ level: 'high', cause: 'conflictUnsettled', state: 'open', owner: { agency: { id: HAI_AN } } },
      ...{ decision: { act: 'resolveConflict', isCommand: true }, members: { dossiers: 1, findings: 1 } },
      sentence: expect.stringMatching(/^1 hồ sơ có khai báo trái với nhật ký/),
    });
    expect((await supervisor.get(`/v1/alerts/${alert?.id}`)).body).toMatchObject({
      findings: [{ code, level: 'high', cause: { code: 'claimContradictsJournal' }, clock: null }],
    });
    expect((await haiAn.get(`/v1/dossiers/${code}`)).body).toMatchObject({
      risks: expect.arrayContaining([
        expect.objectContaining({ rule: 'openConflict', level: 'high', decision: 'resolveConflict' }),
      ]),
    });
  });

  it('is settled by a person who did not make it, and then stands under the settled', async () => {
    const settle = { type: 'resolveConflict', conflict, resolution: 'kept', reason: 'asked-both' };
    expect(await act(haiAn, code, settle)).toMatchObject({ status: 409, body: { code: 'second-person-required' } });
    const { version } = (await haiAn.get(`/v1/dossiers/${code}`)).body as { version: number };
    const person = await office.asPerson(HAI_AN);
    const header = { 'if-match': `"v${version}"` };
    const early = { ...settle, resolution: 'superseded' };
    expect(await person.post(commands(), early, header)).toMatchObject({
      status: 409,
      body: { code: 'conflict-not-superseded' },
    });
    expect(await person.post(commands(), settle, header)).toMatchObject({ status: 200 });
    expect((await haiAn.get('/v1/conflicts')).body).toMatchObject({ conflicts: [] });
    expect((await haiAn.get('/v1/conflicts?state=settled')).body).toMatchObject({
      conflicts: [{ conflict, settled: 'kept' }],
    });
    expect(await alertsOfConflicts()).toEqual([]);
    const [alert] = await alertsOfConflicts('&state=resolved');
    expect(alert).toMatchObject({ state: 'resolved', closeReason: 'facts' });
    expect((await supervisor.get(`/v1/alerts/${alert?.id}?members=all`)).body).toMatchObject({
      findings: [{ code, cause: { code: 'claimContradictsJournal' }, closeReason: 'resolved' }],
    });
    await lookBehindTheWall(office);
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  });
});

describe('every refusal about the past', () => {
  it.each<[string, () => object]>([
    ['fact-not-declared', () => ({ type: 'correctTime', seq: 7, to: day('09:00'), reason: 'x-y' })],
    ['fact-not-yours', () => ({ type: 'correctTime', seq: 1, to: day('07:50'), reason: 'x-y' })],
    ['time-unchanged', () => ({ type: 'correctTime', seq: 5, to: day('09:00'), reason: 'x-y' })],
    ['time-correction-illegal', () => ({ type: 'correctTime', seq: 4, to: day('08:07'), reason: 'x-y' })],
    ['late-facts-not-in-order', () => ({ ...outage('09:40', '09:10') })],
    ['late-fact-not-late', () => ({ ...outage('10:40', '10:50') })],
    ['conflict-not-open', () => ({ type: 'resolveConflict', conflict: 1, resolution: 'kept', reason: 'x-y' })],
    [
      'late-facts-mixed',
      () => ({
        type: 'enterLate',
        reason: 'x-y',
        facts: [
          { type: 'assign', officerId: 'o-1', occurredAt: day('08:40') },
          { type: 'cancelConsultation', consultation: 'tax', reason: 'x-y', occurredAt: day('08:40') },
        ],
      }),
    ],
  ])('%s has its own status and sentence', async (problem, body) => {
    const answer = await act(dongHai, code, body());
    expect(answer.body).toMatchObject({
      code: problem,
      title: expect.stringMatching(/./),
      todo: expect.stringMatching(/./),
    });
  });
});

describe('the report on late entry', () => {
  it('counts every declared fact once, by how long after it happened it was recorded', async () => {
    const { status, body } = await haiAn.get('/v1/reports/late-entry?by=agency');
    expect(status).toBe(200);
    // Six acts at once; of the two entered late one 110 and one 80 minutes after it happened. Corrections and conflicts are no facts.
    const counts = { facts: 8, atOnce: 6, sameDay: 2, nextWorkingDay: 0, later: 0, longest: 110 };
    expect(body).toMatchObject({
      whole: counts,
      groups: [
        { key: DONG_HAI, facts: 6, sameDay: 2 },
        { key: HAI_AN, facts: 2, sameDay: 0 },
      ],
      more: false,
    });
  });

  it('shows the facts behind a number, page by page', async () => {
    const query = `/v1/reports/late-entry/facts?by=agency&key=${DONG_HAI}&band=sameDay&limit=1`;
    const first = (await haiAn.get(query)).body as { facts: object[]; next: string };
    expect(first.facts).toMatchObject([{ dossier: code, type: 'dossier.suspended.v1', part: 1, minutes: 110 }]);
    const second = (await haiAn.get(`${query}&cursor=${first.next}`)).body as { facts: object[]; next: string | null };
    expect(second).toMatchObject({ facts: [{ type: 'dossier.resumed.v1', part: 2, minutes: 80 }], next: null });
    expect(await haiAn.get('/v1/reports/late-entry/facts?cursor=abc')).toMatchObject({ status: 400 });
    expect(await haiAn.get('/v1/reports/late-entry?from=2026-12-01&to=2026-11-01')).toMatchObject({ status: 400 });
  });

  it('groups by procedure and period, of the caller’s own dossiers only', async () => {
    for (const by of ['procedure', 'period']) {
      const { body } = await haiAn.get(`/v1/reports/late-entry?by=${by}&from=2026-11-23&to=2026-11-23`);
      expect(body).toMatchObject({ groups: [{ key: by === 'period' ? '2026-11' : LAND, facts: 8 }] });
    }
    const { body } = await (await office.as(STRANGER)).get('/v1/reports/late-entry');
    expect(body).toMatchObject({ whole: { facts: 0, median: null }, groups: [] });
  });
});

describe('the evidence of such a dossier', () => {
  it('is whole, and its minutes are recomputed the same way offline', async () => {
    const { text } = await haiAn.get(`/v1/dossiers/${code}/evidence`);
    expect(await verifyEvidence(JSON.parse(text))).toMatchObject({ sound: true });
  });
});
