/** Open dossiers under another version of their procedure: what is foretold, what comes about, and how it is taken back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAll } from '@lien-thong/engine';
import type { Store } from '@lien-thong/engine';
import type { LiveReference } from '../src/reference/live-reference.js';
import { REFERENCE, STORE } from '../src/runtime/tokens.js';
import { verifyEvidence } from '../../../packages/client/src/evidence/verify-evidence.js';
import {
  amended,
  approve,
  dossiersOf,
  draftAmendment,
  limitOf,
  lookedAt,
  publishedVersion,
  settled,
  takenBack,
} from './amendment-steps.js';
import type { Amendment } from './amendment-steps.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let admins: readonly [HttpCaller, HttpCaller];
beforeAll(async () => {
  // Monday; the next day, the 24th, is a holiday.
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-16T08:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  admins = [
    await office.asPerson('haiphong-supervisor', 'admin'),
    await office.asPerson('haiphong-supervisor', 'admin'),
  ];
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Shown {
  readonly procedure: { readonly version: number };
  readonly limit?: string;
}
const versionOf = async (code: string) => ((await haiAn.get(`/v1/dossiers/${code}`)).body as Shown).procedure.version;
const dueOf = async (code: string, query = '') => {
  const { body } = await haiAn.get(`/v1/dossiers/${code}/clocks${query}`);
  return (body as { clocks: { kind: string; dueAt: string | null }[] }).clocks.find(({ kind }) => kind === 'legal')
    ?.dueAt;
};
async function everythingAgrees(): Promise<void> {
  const report = await verifyAll(
    office.app.get<Store>(STORE),
    office.app.get<LiveReference>(REFERENCE),
    () => undefined,
  );
  expect(report.findings).toEqual([]);
}
const countOf = ({ counts }: Amendment, state: string) => counts.find((each) => each.state === state)?.dossiers ?? 0;

describe('a limit of 3 working days in place of 1.5', () => {
  let [taken, travelling]: string[] = [];
  let amendment: Amendment;

  it('is foretold for every open dossier, by code and minute, and changes nothing yet', async () => {
    taken = (await open(haiAn)).code;
    travelling = (await open(haiAn)).code;
    await handOver(haiAn, dongHai, taken);
    await publishedVersion(office, 2, { cases: limitOf('3wd') });
    await office.goOnTo('2026-11-16T10:00:00+07:00');
    amendment = await lookedAt(admins[1], await draftAmendment(admins[0]));
    expect(amendment.counts).toEqual([{ state: 'moves', dossiers: 2, becomeOverdue: 0, earlier: 0, later: 2 }]);
    const rows = await dossiersOf(admins[1], amendment.id);
    expect(rows.find(({ dossier }) => dossier === taken)).toMatchObject({
      ...{ state: 'moves', dueBefore: '2026-11-17T07:00:00.000Z', dueAfter: '2026-11-19T01:00:00.000Z' },
      ...{ limitBefore: '1.5wd', limitAfter: '3wd', limitBy: 'rebaselined', image: { phase: 'processing' } },
    });
    expect(await dueOf(taken)).toBe('2026-11-17T07:00:00.000Z');
  });

  it('is read page by page', async () => {
    const { body } = await admins[0].get(`/v1/amendments/${amendment.id}/dossiers?limit=1`);
    const page = body as { dossiers: { dossier: string }[]; next: string };
    const rest = await admins[0].get(`/v1/amendments/${amendment.id}/dossiers?limit=1&cursor=${page.next}`);
    const codes = [page, rest.body as typeof page].flatMap(({ dossiers }) => dossiers.map(({ dossier }) => dossier));
    expect(new Set(codes)).toEqual(new Set([taken, travelling]));
    expect(await admins[0].get('/v1/amendments?limit=1')).toMatchObject({
      status: 200,
      body: { amendments: [{ id: amendment.id }], next: null },
    });
  });

  it('comes about by one fact in each journal, told to its parties, once a second person has approved it', async () => {
    expect(await approve(admins[1], amendment)).toMatchObject({ status: 202, body: { state: 'running' } });
    amendment = await settled(admins[1], amendment.id);
    expect([amendment.state, countOf(amendment, 'amended')]).toEqual(['done', 2]);
    expect([await versionOf(taken ?? ''), await dueOf(taken ?? '')]).toEqual([2, '2026-11-19T01:00:00.000Z']);
    const { body } = await dongHai.get('/v1/events?limit=1000');
    const told = (body as { events: { type: string }[] }).events.filter(
      ({ type }) => type === 'dossier.versionAmended.v1',
    );
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told[0])).toContain(amendment.id);
    await everythingAgrees();
  });

  it('is acted on by the new version, explained by it, and shown as it was before with asOf', async () => {
    await office.goOnTo('2026-11-16T10:30:00+07:00');
    expect(
      await act(dongHai, taken ?? '', { type: 'requestSupplement', components: ['map'], reason: 'missing' }),
    ).toMatchObject({ status: 200 });
    expect(await act(haiAn, travelling ?? '', { type: 'transfer', copy: 'electronic' })).toMatchObject({ status: 200 });
    expect(await dueOf(taken ?? '', '?asOf=2026-11-16T02:30:00Z')).toBe('2026-11-17T07:00:00.000Z');
    const { body } = await haiAn.get(`/v1/dossiers/${taken}/clocks/legal/explain`);
    expect((body as { epochs: object[] }).epochs.at(-1)).toMatchObject({
      amendments: [{ fromVersion: 1, toVersion: 2, policy: 'rebaseline', limitBefore: '1.5wd', limit: '3wd' }],
    });
    await everythingAgrees();
  });

  it('is evidence that folds for a stranger, the version before it included', async () => {
    const { body } = await haiAn.get(`/v1/dossiers/${taken}/evidence`);
    expect((body as { rules: { formerVersions: object[] } }).rules.formerVersions).toHaveLength(1);
    expect(await verifyEvidence(body)).toMatchObject({ sound: true });
  });

  it('is taken back by two persons: clocks stand as if it had never been', async () => {
    amendment = await takenBack(admins, amendment.id);
    expect([amendment.state, countOf(amendment, 'reverted')]).toEqual(['reverted', 2]);
    expect([await versionOf(travelling ?? ''), await dueOf(travelling ?? '')]).toEqual([1, '2026-11-17T07:00:00.000Z']);
    expect(await versionOf(taken ?? '')).toBe(1);
    await everythingAgrees();
    const { body } = await haiAn.get(`/v1/dossiers/${taken}/evidence`);
    expect(await verifyEvidence(body)).toMatchObject({ sound: true });
  });
});

describe('a limit of half a day in place of 3 days', () => {
  let [late, early, asked]: string[] = [];
  let amendment: Amendment;

  it('names the dossiers that would become overdue by the change alone, and those that must stay', async () => {
    const supplement = { policy: 'pause', maxRounds: 0, timeout: '30cd' };
    await publishedVersion(office, 3, { effectiveFrom: '2026-11-19', cases: limitOf('0.5wd'), supplement });
    await office.goOnTo('2026-11-18T08:00:00+07:00');
    late = (await open(haiAn)).code;
    asked = (await open(haiAn)).code;
    await handOver(haiAn, dongHai, asked);
    await act(dongHai, asked, { type: 'requestSupplement', components: ['map'], reason: 'missing' });
    await office.goOnTo('2026-11-18T14:30:00+07:00');
    early = (await open(haiAn)).code;
    await office.goOnTo('2026-11-19T08:00:00+07:00');
    const change = { toVersion: 3, fromVersions: [2], selection: { receivedFrom: '2026-11-18T00:00:00Z' } };
    amendment = await lookedAt(admins[1], await draftAmendment(admins[0], change));
    const rows = await dossiersOf(admins[1], amendment.id);
    const of = (code: string | undefined) => rows.find(({ dossier }) => dossier === code);
    expect(of(late)).toMatchObject({ state: 'moves', becomesOverdue: ['legal'] });
    expect(of(early)).toMatchObject({ state: 'moves', becomesOverdue: [] });
    expect(of(asked)).toMatchObject({ state: 'stays', stays: { code: 'amendment-state-without-image' } });
    expect(await dossiersOf(admins[1], amendment.id, '?becomesOverdue=true')).toHaveLength(1);
  });

  it('is refused while one of them is not named', async () => {
    expect(await approve(admins[1], amendment)).toMatchObject({
      status: 409,
      body: { code: 'amendment-overdue-unnamed', facts: { dossiers: [late], more: false } },
    });
    expect(await approve(admins[1], amendment, { named: ['H24.9-261118-9999'] })).toMatchObject({
      status: 422,
      body: { code: 'amendment-named-unknown', facts: { codes: ['H24.9-261118-9999'] } },
    });
  });

  it('leaves out a dossier that became overdue by the change alone only since it was looked at', async () => {
    await office.goOnTo('2026-11-19T09:30:00+07:00');
    expect(await approve(admins[1], amendment, { named: [late ?? ''] })).toMatchObject({ status: 202 });
    const done = await settled(admins[1], amendment.id);
    expect(done.state).toBe('done');
    const rows = await dossiersOf(admins[1], amendment.id);
    expect(rows.find(({ dossier }) => dossier === late)).toMatchObject({ state: 'amended' });
    expect(rows.find(({ dossier }) => dossier === early)).toMatchObject({
      state: 'leftOut',
      result: { code: 'amendment-overdue-unnamed' },
    });
    await everythingAgrees();
  });

  it('leaves a dossier decided since under its version when it is taken back', async () => {
    await handOver(haiAn, dongHai, late ?? '');
    expect(await act(dongHai, late ?? '', { type: 'decide', outcome: 'granted' })).toMatchObject({ status: 200 });
    const back = await takenBack(admins, amendment.id);
    expect(back.state).toBe('reverted');
    expect(await dossiersOf(admins[1], amendment.id, '?state=notReverted')).toMatchObject([
      { dossier: late, result: { code: 'amendment-dossier-decided' } },
    ]);
    await everythingAgrees();
  });
});

describe('a policy that keeps dossiers where they are', () => {
  it('is noted down with its dossiers, and writes nothing into their journals', async () => {
    const { code } = await open(haiAn);
    const before = await haiAn.get(`/v1/dossiers/${code}/evidence`);
    const done = await amended(admins, { toVersion: 3, fromVersions: [1, 2], policy: 'grandfather' });
    expect([done.state, countOf(done, 'amended')]).toEqual(['done', 0]);
    expect(countOf(done, 'stays')).toBeGreaterThan(0);
    const after = await haiAn.get(`/v1/dossiers/${code}/evidence`);
    expect((after.body as { journal: object[] }).journal).toEqual((before.body as { journal: object[] }).journal);
  });
});
