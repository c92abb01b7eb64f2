/** A published version takes over from its first day on: new dossiers are counted by it, open ones stay as they were. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open, reception } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { MARITAL, definitionOf, draft, publish } from './procedure-steps.js';

/** The first publication waits for the proof of its version, which a busy machine takes its time for. */
jest.setTimeout(120_000);

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let drafting: HttpCaller;
let publishing: HttpCaller;

beforeAll(async () => {
  // Thursday.
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-19T09:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  drafting = await office.asPerson('haiphong-supervisor', 'admin');
  publishing = await office.asPerson('haiphong-supervisor', 'admin');
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Pinned {
  readonly procedure: { readonly version: number };
}
interface Clocks {
  readonly clocks: readonly { readonly kind: string; readonly dueAt: string | null; readonly budgetMinutes?: number }[];
}
const versionOf = async (code: string) => ((await haiAn.get(`/v1/dossiers/${code}`)).body as Pinned).procedure.version;
const transferDue = async (code: string) => {
  const { body } = await haiAn.get(`/v1/dossiers/${code}/clocks`);
  return (body as Clocks).clocks.find(({ kind }) => kind === 'transfer')?.dueAt;
};

describe('a transfer budget of 0.4 in place of 1 working day, from Monday on', () => {
  let before = '';
  let version = 0;

  it('is published by a second person on Thursday', async () => {
    before = (await open(haiAn)).code;
    expect([await versionOf(before), await transferDue(before)]).toEqual([1, '2026-11-20T02:00:00.000Z']);
    const drafted = await draft(drafting, await definitionOf(drafting, { transfer: '0.4wd' }));
    version = drafted.version;
    const answer = await publish(publishing, { version, effectiveFrom: '2026-11-23' });
    expect(answer).toMatchObject({ status: 200, body: { version: 2, effectiveFrom: '2026-11-23', replayed: false } });
  });

  it('leaves an open dossier on its version and its due minute', async () => {
    expect([await versionOf(before), await transferDue(before)]).toEqual([1, '2026-11-20T02:00:00.000Z']);
    await handOver(haiAn, dongHai, before);
    expect(
      await act(dongHai, before, { type: 'requestSupplement', components: ['map'], reason: 'missing' }),
    ).toMatchObject({
      status: 200,
    });
    expect(await versionOf(before)).toBe(1);
  });

  it('does not bind a dossier received on Friday, nor one that is typed in later for Friday', async () => {
    await office.goOnTo('2026-11-20T09:00:00+07:00');
    expect(await versionOf((await open(haiAn)).code)).toBe(1);
    await office.goOnTo('2026-11-23T08:00:00+07:00');
    const late = await open(haiAn, reception({ occurredAt: '2026-11-20T10:00:00+07:00' }));
    expect(await versionOf(late.code)).toBe(1);
  });

  it('binds a dossier received on Monday: its transfer is due 192 working minutes later', async () => {
    const { code } = await open(haiAn);
    expect([await versionOf(code), await transferDue(code)]).toEqual([version, '2026-11-23T04:12:00.000Z']);
    // Not the version that is in force is what the open dossier is decided by, but its own.
    expect(await versionOf(before)).toBe(1);
  });

  it('carries what its timeline lacks as a risk from the first minute', async () => {
    const { code } = await open(haiAn);
    const { body } = await haiAn.get(`/v1/dossiers/${code}`);
    const { risks, procedure } = body as { risks: readonly { rule: string }[]; procedure: { version: number } };
    expect(procedure.version).toBe(version);
    expect(risks.map(({ rule }) => rule)).toContain('structuralInfeasibility');
  });

  it('is counted in the difference: the open dossiers of the older version', async () => {
    const { status, body } = await drafting.get(`/v1/procedures/${MARITAL}/versions/${version}/diff?against=1`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      openDossiers: 3,
      changes: [
        {
          ...{ path: 'legs.transfer.budget', kind: 'duration', trend: 'falls', from: '1wd', to: '0.4wd' },
          sentence: 'Thời hạn chuyển hồ sơ giảm từ 1 còn 0,4 ngày làm việc',
          sentenceEn: 'The transfer limit falls from 1 to 0.4 working day',
        },
        { path: 'effectiveFrom', from: '2025-07-01', to: '2026-11-23' },
      ],
    });
    expect((body as { summaryEn: string }).summaryEn).toContain('; 3 open dossiers affected, which stay on the older');
  });

  it('takes in nothing more once it is retired, and what it took over from does not come back', async () => {
    const path = `/v1/procedures/${MARITAL}/versions/${version}/retire`;
    expect(await publishing.post(path, { effectiveTo: '2026-11-22' })).toMatchObject({
      ...{ status: 422, body: { code: 'effective-too-early', facts: { earliest: '2026-11-23' } } },
    });
    const retired = await publishing.post(path, { effectiveTo: '2026-11-23' });
    expect(retired).toMatchObject({ status: 200, body: { version, effectiveTo: '2026-11-23' } });
    const again = await publishing.post(path, { effectiveTo: '2026-11-25' });
    expect(again).toMatchObject({ status: 409, body: { code: 'version-retired' } });
    expect(await versionOf((await open(haiAn)).code)).toBe(version);
    await office.goOnTo('2026-11-25T08:00:00+07:00');
    expect(await haiAn.post('/v1/dossiers', reception())).toMatchObject({
      ...{ status: 422, body: { code: 'procedure-not-effective' } },
    });
    const { body } = await haiAn.get(`/v1/procedures/${MARITAL}`);
    expect((body as { versions: unknown }).versions).toMatchObject([
      { version: 1, effectiveTo: null },
      { version, effectiveFrom: '2026-11-23', effectiveTo: '2026-11-23' },
    ]);
    expect((await act(dongHai, before, { type: 'provideSupplement', copy: 'electronic' })).status).toBeLessThan(500);
    expect(await versionOf(before)).toBe(1);
  });
});
