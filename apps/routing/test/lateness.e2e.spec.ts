/** Whose the late minutes are, of one dossier and of all of them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Pool } from 'pg';
import type { FollowLoop } from '../src/follow/follow-loop.js';
import { LATENESS_LOOP } from '../src/lateness/lateness.module.js';
import { latenessFindings } from '../src/lateness/verify-lateness.js';
import type { LiveReference } from '../src/reference/live-reference.js';
import { GROUPINGS } from '../src/reports/report-statements.js';
import { READ_POOL, REFERENCE } from '../src/runtime/tokens.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
/** Decided in time; late by what the budgets leave; late by what the sender took too long; still open and late. */
const codes: string[] = [];
const codeOf = (place: number): string => codes[place] ?? '';

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-16T07:30:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  while (codes.length < 4) codes.push((await open(haiAn)).code);
  await handOver(haiAn, dongHai, codeOf(0));
  await decide(codeOf(0));
  await office.goOnTo('2026-11-17T07:30:00+07:00');
  await handOver(haiAn, dongHai, codeOf(1));
  await office.goOnTo('2026-11-17T09:30:00+07:00');
  await handOver(haiAn, dongHai, codeOf(2));
  await office.goOnTo('2026-11-17T15:30:00+07:00');
  await decide(codeOf(1));
  await office.goOnTo('2026-11-18T07:30:00+07:00');
  await decide(codeOf(2));
  await settled();
}, 120_000);
afterAll(async () => {
  await office.close();
});

const settled = () => office.app.get<FollowLoop>(LATENESS_LOOP).drain();

async function decide(code: string): Promise<void> {
  expect(await act(dongHai, code, { type: 'decide', outcome: 'granted' })).toMatchObject({ status: 200 });
}

interface Share {
  readonly owner: { readonly kind: string; readonly agency: { readonly id: string } | null };
  readonly ownExcess: number;
  readonly inherited: number;
  readonly structural: number;
  readonly outside: number;
  readonly passedOn: number;
}
interface Lateness {
  readonly state: string;
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly minutes: number | null;
  readonly ended: boolean | null;
  readonly shares: readonly Share[];
  readonly stretches: readonly { readonly minutes: number; readonly kind: string }[];
}
async function latenessOf(code: string, query = ''): Promise<Lateness> {
  const { status, body } = await haiAn.get(`/v1/dossiers/${code}/timeline${query}`);
  expect(status).toBe(200);
  return (body as { lateness: Lateness }).lateness;
}
const byAgency = ({ shares }: Lateness) =>
  shares.map(({ owner, ...minutes }) => [owner.agency?.id ?? owner.kind, minutes] as const);
const share = (minutes: Partial<Share>) => ({
  ...{ ownExcess: 0, inherited: 0, structural: 0, outside: 0, passedOn: 0 },
  ...minutes,
});

interface Group {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
  readonly dossiers: number;
  readonly ended: number | null;
  readonly minutes: number;
  readonly causes: readonly { readonly cause: string; readonly minutes: number }[];
}
interface Report {
  readonly whole: {
    readonly dossiers: number;
    readonly ended: number;
    readonly minutes: number;
    readonly median: number | null;
    readonly ninetieth: number | null;
  };
  readonly groups: readonly Group[];
  readonly rest: { readonly minutes: number } | null;
  readonly excluded: readonly { readonly reason: string; readonly dossiers: number; readonly label: string }[];
}
async function report(of: 'minutes' | 'lateness', query: string, caller = haiAn): Promise<Report> {
  const answer = await caller.get(`/v1/reports/${of}?${query}`);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Report;
}
const NOTHING = { dossiers: 0, ended: 0, minutes: 0, median: null, ninetieth: null };
interface Behind {
  readonly total: { readonly dossiers: number; readonly minutes: number };
  readonly dossiers: readonly { readonly code: string; readonly minutes: number }[];
  readonly next: string | null;
}
async function behind(of: 'minutes' | 'lateness', query: string, caller = haiAn): Promise<Behind> {
  const answer = await caller.get(`/v1/reports/${of}/dossiers?${query}`);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Behind;
}

describe('the lateness of one dossier', () => {
  it('is none for one that was decided in time, and is said so', async () => {
    expect(await latenessOf(codeOf(0))).toMatchObject({ state: 'inTime', minutes: 0, shares: [], ended: true });
  });

  it('is nobody’s where everybody kept his sub-deadline and the budgets do not fit (ward Hải An)', async () => {
    const late = await latenessOf(codeOf(1));
    expect(late).toMatchObject({ state: 'late', ended: true });
    expect(byAgency(late)).toEqual([[DONG_HAI, share({ structural: late.minutes ?? -1 })]]);
    expect(late.sentence).toContain('không do ai');
    expect(late.sentenceEn).toContain('nobody’s');
  });

  it('is inherited from a sender who kept it too long, and his name stands beside it', async () => {
    const late = await latenessOf(codeOf(2));
    const sums = late.shares.reduce(
      (all, one) => all + one.ownExcess + one.inherited + one.structural + one.outside,
      0,
    );
    expect(sums).toBe(late.minutes);
    expect(late.stretches.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(late.minutes);
    expect(Object.fromEntries(byAgency(late))).toMatchObject({ [HAI_AN]: { ownExcess: 0, passedOn: 120 } });
    expect(late.stretches.map(({ kind }) => kind)).toEqual(['inherited', 'structural']);
  });

  it('stays open while the limit runs, and was another at a former moment', async () => {
    expect(await latenessOf(codeOf(3))).toMatchObject({ state: 'late', ended: false });
    const before = encodeURIComponent('2026-11-16T10:00:00+07:00');
    expect(await latenessOf(codeOf(3), `?asOf=${before}`)).toMatchObject({ state: 'inTime', ended: false });
  });
});

describe('the report on lateness', () => {
  it.each(GROUPINGS)(
    'by %s adds up to the whole, and half of the late ones are late by its median at most',
    async (by) => {
      const { whole, groups, rest } = await report('lateness', `by=${by}`);
      const lates = await Promise.all(codes.slice(0, 3).map((code) => latenessOf(code)));
      const of = lates.map(({ minutes }) => minutes ?? 0).filter((each) => each > 0);
      const minutes = of.reduce((sum, each) => sum + each, 0);
      const spread = { median: Math.min(...of), ninetieth: Math.max(...of) };
      expect(whole).toEqual({ dossiers: 2, ended: 3, minutes, ...spread });
      expect([rest, groups.reduce((sum, group) => sum + group.minutes, 0)]).toEqual([null, minutes]);
      for (const { minutes: all, causes } of groups)
        expect(causes.reduce((sum, each) => sum + each.minutes, 0)).toBe(all);
    },
  );

  it('says whom it leaves out, and why', async () => {
    const { excluded } = await report('lateness', '');
    expect(excluded.map(({ reason, dossiers }) => [reason, dossiers])).toEqual([['open-overdue', 1]]);
    expect(excluded[0]?.label).toContain('quá hạn');
  });

  it('names pairs by who took in and who took over, and counts those in time too', async () => {
    const { groups } = await report('lateness', 'by=pair');
    expect(groups).toMatchObject([{ key: `${HAI_AN}>${DONG_HAI}`, dossiers: 2, ended: 3 }]);
    expect(groups[0]?.label).toContain('→');
  });

  it.each([...GROUPINGS, 'period&period=day', 'period&period=week'])(
    'has for every number by %s the list behind it, as long as it says',
    async (by) => {
      for (const { key, dossiers, minutes } of (await report('lateness', `by=${by}`)).groups) {
        const list = await behind('lateness', `by=${by}&key=${encodeURIComponent(key)}`);
        expect(list.total).toEqual({ dossiers, minutes });
        expect(list.dossiers).toHaveLength(dossiers);
        expect(list.dossiers.reduce((sum, each) => sum + each.minutes, 0)).toBe(minutes);
      }
    },
  );

  it('shows the list page by page', async () => {
    const first = await behind('lateness', 'limit=1');
    const second = await behind('lateness', `limit=1&cursor=${first.next}`);
    expect([...first.dossiers, ...second.dossiers].map(({ code }) => code)).toEqual([codeOf(2), codeOf(1)]);
    expect(second.next).toBeNull();
  });

  it('is narrowed by day, cause, owner, agency, sender, receiver and procedure', async () => {
    const day = await report('lateness', 'from=2026-11-18&to=2026-11-18');
    expect(day.whole).toMatchObject({ dossiers: 1, ended: 1 });
    expect((await report('lateness', 'cause=inherited')).whole).toMatchObject({ dossiers: 1, minutes: 120 });
    expect((await report('lateness', `owner=${HAI_AN}`)).whole).toEqual({ ...NOTHING, ended: 3 });
    expect((await report('lateness', `sender=${DONG_HAI}`)).whole).toEqual(NOTHING);
    // The ward took them in, and the agency of another province took them over.
    expect((await report('lateness', `agency=${HAI_AN}`)).whole).toEqual(NOTHING);
    expect((await behind('lateness', `agency=${HAI_AN}`)).dossiers).toEqual([]);
    expect((await report('lateness', `agency=${DONG_HAI}`)).whole).toEqual((await report('lateness', '')).whole);
    expect((await behind('lateness', `agency=${DONG_HAI}`)).dossiers).toHaveLength(2);
    expect((await report('lateness', `receiver=${DONG_HAI}`)).whole).toMatchObject({ ended: 3 });
    expect((await report('lateness', 'procedure=1.012817')).groups).toEqual([]);
  });

  it('sums what it does not show', async () => {
    const { whole, groups, rest } = await report('lateness', 'by=cause&limit=1');
    expect(groups).toHaveLength(1);
    expect((groups[0]?.minutes ?? 0) + (rest?.minutes ?? 0)).toBe(whole.minutes);
  });

  it('tells others nothing, and a supervisor of both what both are told', async () => {
    const stranger = await office.as('danang-hung-son');
    expect(await report('lateness', '', stranger)).toMatchObject({ whole: { ended: 0 }, groups: [], excluded: [] });
    const supervisor = await office.as('haiphong-supervisor', 'supervisor');
    expect(await report('lateness', 'by=cause', supervisor)).toEqual(await report('lateness', 'by=cause'));
    expect((await behind('lateness', '', stranger)).dossiers).toEqual([]);
  });
});

describe('the report on minutes', () => {
  it('has no dossier before one has ended', async () => {
    const { whole, excluded } = await report('minutes', '');
    expect(whole).toEqual(NOTHING);
    expect((await report('minutes', `agency=${HAI_AN}`)).excluded).toEqual([
      expect.objectContaining({ reason: 'open', dossiers: 1 }),
    ]);
    expect(excluded.map(({ reason, dossiers }) => [reason, dossiers])).toEqual([['open', 4]]);
  });

  it('adds up to the account of the dossier, by whatever it is grouped', async () => {
    const code = codeOf(1);
    for (const [caller, command] of [
      [dongHai, { type: 'dispatchResult', copy: 'electronic' }],
      [haiAn, { type: 'confirmResultArrival' }],
      [haiAn, { type: 'returnResult', means: 'counter' }],
    ] as const) {
      expect(await act(caller, code, command)).toMatchObject({ status: 200 });
    }
    const { body } = await haiAn.get(`/v1/dossiers/${code}/timeline`);
    const { total } = body as { total: { legalMinutes: number } };
    const all = { median: total.legalMinutes, ninetieth: total.legalMinutes };
    for (const by of GROUPINGS) {
      const { whole, groups } = await report('minutes', `by=${by}`);
      expect(whole).toEqual({ dossiers: 1, ended: 1, minutes: total.legalMinutes, ...all });
      expect(groups.reduce((sum, group) => sum + group.minutes, 0)).toBe(total.legalMinutes);
      for (const { key, dossiers, minutes } of groups) {
        const list = await behind('minutes', `by=${by}&key=${encodeURIComponent(key)}`);
        expect([list.total, list.dossiers.length]).toEqual([{ dossiers, minutes }, dossiers]);
      }
    }
  });
});

describe('what verify finds', () => {
  const findings = () =>
    latenessFindings(office.app.get<Pool>(READ_POOL), office.app.get<LiveReference>(REFERENCE), new Set());

  it('is nothing in the accounts as they were kept', async () => {
    await settled();
    expect(await findings()).toEqual([]);
  });

  it.each([
    [
      'minutes put on another owner',
      `update late_stretch set owner_agency = '${HAI_AN}' where owner_agency = '${DONG_HAI}' and kind = 'structural' and n = 2`,
      { field: 'stretches.1.owner.agencyId', expected: DONG_HAI, found: HAI_AN },
    ],
    [
      'an account taken away',
      `delete from lateness where minutes > 0 and exists (select from late_stretch s where s.dossier_id = lateness.dossier_id and s.kind = 'inherited')`,
      { field: 'row', found: null },
    ],
  ])('is %s', async (_, statement, finding) => {
    const superuser = new Client({ connectionString: office.database.superuserUrl });
    await superuser.connect();
    try {
      for (const table of ['lateness', 'late_stretch'])
        await superuser.query(`create temporary table kept_${table} as table ${table}`);
      expect((await superuser.query(statement)).rowCount).toBe(1);
      expect(await findings()).toMatchObject([{ row: 'lateness', ...finding }]);
      await superuser.query('delete from lateness');
      for (const table of ['lateness', 'late_stretch'])
        await superuser.query(`insert into ${table} select * from kept_${table}`);
      expect(await findings()).toEqual([]);
    } finally {
      await superuser.end();
    }
  });
});
