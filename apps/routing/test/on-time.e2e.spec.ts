/** Time left and time kept, over all dossiers: every number of the two reports is the length of the list behind it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { ON_TIME_GROUPINGS, ON_TIME_MEASURES, OUTCOMES, TAKEN } from '../src/reports/on-time-statements.js';
import type { OnTimeListView, OnTimeView } from '../src/reports/on-time-view.js';
import { SLACK_BANDS } from '../src/reports/slack-statements.js';
import type { SlackListView, SlackView } from '../src/reports/slack-view.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { TAX, playOffice } from './played-office.js';

let office: TestApp;
let codes: Readonly<Record<string, string>> = {};
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let supervisor: HttpCaller;
let stranger: HttpCaller;
const goOnTo = (time: string) => office.goOnTo(`${time}:00+07:00`);

/**
 * Friday 30 October: `late` is received, and decided on Thursday 5 November. Monday 23 November: one dossier in every situation.
 */
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-10-30T08:00:00+07:00' } });
  [haiAn, dongHai] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
  supervisor = await office.asPerson('haiphong-supervisor', 'supervisor');
  stranger = await office.as('danang-hung-son', 'clerk', 'auditor');
  const late = (await open(haiAn)).code;
  await goOnTo('2026-11-05T08:00');
  await handOver(haiAn, dongHai, late);
  expect(await act(dongHai, late, { type: 'decide', outcome: 'granted' })).toMatchObject({ status: 200 });
  await goOnTo('2026-11-23T08:00');
  codes = { ...(await playOffice(office)), late };
}, 120_000);
afterAll(async () => {
  await office.close();
});

async function read<View>(path: string, caller: HttpCaller): Promise<View> {
  const { status, body } = await caller.get(`/v1/reports/${path}`);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body as View;
}
interface Page {
  readonly total: number;
  readonly dossiers: readonly { readonly code: string }[];
  readonly next: string | null;
}
/** The whole list, page by page; its own total must be its length. */
async function whole<View extends Page>(path: string, caller: HttpCaller): Promise<View['dossiers'][number][]> {
  const rows: View['dossiers'][number][] = [];
  let cursor = '';
  let total = 0;
  do {
    const page = await read<View>(`${path}&limit=4${cursor}`, caller);
    rows.push(...page.dossiers);
    total = page.total;
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  expect({ path, total, different: new Set(rows.map(({ code }) => code)).size }).toEqual({
    ...{ path, total: rows.length, different: rows.length },
  });
  return rows;
}
const namesOf = (rows: readonly { readonly code: string }[]): string[] =>
  rows.map(({ code }) => Object.entries(codes).find(([, of]) => of === code)?.[0] ?? code).sort();

/** As if the calendar had not reached so far when it was decided. */
async function cannotBeComputed(code: string): Promise<void> {
  const superuser = new Client({ connectionString: office.database.superuserUrl });
  await superuser.connect();
  const { rowCount } = await superuser.query(
    `update clock set outcome = null, certainty = 'notComputable'
      where id = 'legal' and dossier_id = (select id from dossier where code = $1)`,
    [code],
  );
  await superuser.end();
  expect(rowCount).toBe(1);
}

describe('the heat map', () => {
  const slack = (query: string, caller: HttpCaller) => read<SlackView>(`slack?${query}`, caller);
  const behind = (query: string, caller: HttpCaller) => whole<SlackListView>(`slack/dossiers?${query}`, caller);

  it('adds up in every direction, and each cell is the length of its list, for everybody his own', async () => {
    for (const time of ['2026-11-23T08:30', '2026-11-25T10:00', '2026-11-25T16:00']) {
      await goOnTo(time);
      for (const caller of [haiAn, dongHai, supervisor]) {
        const { total, cells, agencies, procedures, bands, rest } = await slack('', caller);
        const sum = (list: readonly { readonly total: number }[]) => list.reduce((all, each) => all + each.total, 0);
        expect([cells.reduce((all, { count }) => all + count, 0), sum(agencies), sum(procedures), sum(bands)]).toEqual([
          ...[total, total, total, total],
        ]);
        expect(rest).toBeNull();
        for (const { agency, procedure, band, count } of cells) {
          const rows = await behind(`agency=${agency.id}&procedure=${procedure.code}&band=${band}`, caller);
          expect({ time, band, count: rows.length }).toEqual({ time, band, count });
          expect(rows.every((row) => row.band === band && row.agency.id === agency.id)).toBe(true);
        }
        for (const { band, total: of } of bands) expect(await behind(`band=${band}`, caller)).toHaveLength(of);
        for (const { agency, total: of } of agencies)
          expect(await behind(`agency=${agency.id}`, caller)).toHaveLength(of);
      }
    }
  }, 60_000);

  it('puts a dossier where the minutes left of its legal clock say', async () => {
    // At 16:00 on the 25th the limit of 1.5 days ended at 14:00.
    const band = async (name: string, caller = dongHai) =>
      (await behind('', caller)).find(({ code }) => code === codes[name])?.band;
    expect(await band('processing')).toBe('overdue');
    expect(await band('suspended')).toBe('resting');
    expect(await band('awaitingSupplement')).toBe('resting');
    expect(await band('consulted')).toBe('more');
    expect(await band('decided')).toBe('resting');
    expect(await band('submitted', haiAn)).toBe('resting');
    expect(await band('late', haiAn)).toBe('overdue');
    const { code } = await open(haiAn);
    codes = { ...codes, fresh: code };
    expect(await band('fresh', haiAn)).toBe('under3Days');
    await goOnTo('2026-11-26T16:30');
    expect(await band('fresh', haiAn)).toBe('under4h');
    await goOnTo('2026-11-27T17:00');
    expect(await band('fresh', haiAn)).toBe('overdue');
  });

  it('shows the most pressing cells first and sums those beyond the limit', async () => {
    const all = await slack('', supervisor);
    const first = await slack('limit=1', supervisor);
    expect(all.cells.map(({ band }) => SLACK_BANDS.indexOf(band))).toEqual(
      all.cells.map(({ band }) => SLACK_BANDS.indexOf(band)).sort((a, b) => a - b),
    );
    expect(first.cells).toEqual(all.cells.slice(0, 1));
    expect(first.rest).toEqual({
      cells: all.cells.length - 1,
      dossiers: all.total - (all.cells[0]?.count ?? 0),
    });
  });

  it('and the lists hold the least time left first; a stranger and an agency only consulted see none', async () => {
    const due = (await behind('', supervisor)).map(({ dueAt }) => dueAt ?? '9');
    expect(due).toEqual([...due].sort());
    for (const caller of [stranger, await office.as(TAX)]) {
      expect(await slack('', caller)).toMatchObject({ total: 0, cells: [] });
      expect(await behind('', caller)).toEqual([]);
    }
  });
});

describe('the on-time report', () => {
  const report = (query: string, caller: HttpCaller) => read<OnTimeView>(`on-time?${query}`, caller);
  const behind = (query: string, caller: HttpCaller) => whole<OnTimeListView>(`on-time/dossiers?${query}`, caller);
  const NOVEMBER = 'from=2026-11-01&to=2026-11-30';

  it.each(ON_TIME_GROUPINGS)(
    'by %s: each number is the length of its list, and the states add up',
    async (by) => {
      for (const caller of [haiAn, supervisor]) {
        const { groups, whole: all, from, to } = await report(`by=${by}&from=2026-10-01&to=2026-11-30`, caller);
        expect([from, to, groups.length > 0]).toEqual(['2026-10-01', '2026-11-30', true]);
        for (const group of [...groups, { ...all, key: null }]) {
          const { total, key } = group;
          const sum = (measures: readonly (keyof typeof all)[]) =>
            measures.reduce((of, measure) => of + (group[measure] as number), 0);
          expect({ key, taken: sum(TAKEN), states: sum(OUTCOMES) }).toEqual({ key, taken: total, states: total });
          for (const measure of ON_TIME_MEASURES) {
            const which = key === null ? '' : `&key=${encodeURIComponent(key)}`;
            const rows = await behind(`by=${by}&from=2026-10-01&to=2026-11-30&measure=${measure}${which}`, caller);
            expect({ by, key, measure, length: rows.length }).toEqual({ by, key, measure, length: group[measure] });
          }
        }
        if (by !== 'month') {
          for (const measure of ON_TIME_MEASURES)
            expect(groups.reduce((of, group) => of + group[measure], 0)).toBe(all[measure]);
        }
      }
    },
    60_000,
  );

  it('counts what was received before as carried over, and what was decided too late as overdue', async () => {
    const { groups } = await report('by=month&from=2026-10-01&to=2026-11-30', haiAn);
    expect(groups.map(({ key }) => key)).toEqual(['2026-10', '2026-11']);
    // Received on Friday 30 October at 08:00: its limit of 720 minutes ends on Monday 2 November.
    expect(groups[0]).toMatchObject({ received: 1, carriedOver: 0, openInTime: 1, total: 1 });
    expect(groups[1]).toMatchObject({ carriedOver: 1, resolvedOverdue: 1 });
    expect(namesOf(await behind(`by=month&key=2026-11&${NOVEMBER}&measure=carriedOver`, haiAn))).toEqual(['late']);
    expect(namesOf(await behind(`${NOVEMBER}&measure=resolvedOverdue`, haiAn))).toEqual(['late']);
  });

  it('tells a closed period as it was at its end, whatever became of it since', async () => {
    const query = 'from=2026-11-01&to=2026-11-23';
    const { whole: was } = await report(query, haiAn);
    expect(namesOf(await behind(`${query}&measure=openInTime`, haiAn))).toEqual(
      [
        'awaitingAcceptance',
        'consulted',
        'inTransfer',
        'jurisdictionPending',
        'processing',
        'received',
        'returned',
      ].sort(),
    );
    expect(namesOf(await behind(`${query}&measure=openResting`, haiAn))).toEqual(['awaitingSupplement', 'suspended']);
    expect(namesOf(await behind(`${query}&measure=withdrawn`, haiAn))).toEqual(['withdrawn']);
    expect(namesOf(await behind(`${query}&measure=resolvedEarly`, haiAn))).toEqual(
      ['decided', 'done', 'readyForReturn', 'resultInTransfer'].sort(),
    );
    await goOnTo('2026-11-30T08:00');
    await handOver(haiAn, dongHai, codes['received'] ?? '');
    expect(await act(dongHai, codes['received'] ?? '', { type: 'decide', outcome: 'granted' })).toMatchObject({
      status: 200,
    });
    await goOnTo('2026-12-02T08:00');
    expect((await report(query, haiAn)).whole).toEqual(was);
    const december = await behind('from=2026-11-01&to=2026-12-31&measure=resolvedOverdue', haiAn);
    expect(namesOf(december)).toEqual(['late', 'received']);
  });

  it('gives shares as two whole numbers, and what cannot be computed is never in time', async () => {
    await cannotBeComputed(codes['done'] ?? '');
    const { whole: all } = await report(NOVEMBER, haiAn);
    expect(namesOf(await behind(`${NOVEMBER}&measure=resolvedUnknown`, haiAn))).toEqual(['done']);
    const { resolvedEarly, resolvedOnTime, resolvedOverdue, resolvedUnknown } = all;
    expect(resolvedUnknown).toBe(1);
    expect(all.resolvedInTime).toEqual({
      numerator: resolvedEarly + resolvedOnTime,
      denominator: resolvedEarly + resolvedOnTime + resolvedOverdue + resolvedUnknown,
    });
    expect(all.openInTimeShare.denominator).toBe(all.openInTime + all.openOverdue + all.openResting + all.openUnknown);
  });

  it('is narrowed by agency, procedure and field, and each dossier stands with who took it over', async () => {
    const query = 'from=2026-11-23&to=2026-11-23';
    const { groups } = await report(`${query}&by=agency`, supervisor);
    for (const { key, total } of groups) {
      expect((await report(`${query}&agency=${key}`, supervisor)).whole.total).toBe(total);
    }
    const procedures = (await report(`${query}&by=procedure`, supervisor)).groups;
    for (const { key, total } of procedures) {
      expect((await report(`${query}&procedure=${key}`, supervisor)).whole.total).toBe(total);
    }
    const fields = (await report(`${query}&by=field`, supervisor)).groups;
    expect(fields.map(({ key }) => key)).toContain('Hộ tịch');
    for (const { key, total } of fields) {
      const { whole: of } = await report(`${query}&field=${encodeURIComponent(key)}`, supervisor);
      expect({ key, total: of.total }).toEqual({ key, total });
    }
    const rows = await behind(`${query}&agency=${DONG_HAI}`, supervisor);
    expect(namesOf(rows)).toContain('ownAffair');
    expect(rows.every(({ agency }) => agency.id === DONG_HAI)).toBe(true);
  });

  it('says nothing to a stranger, and refuses a period that ends before it begins or is too long', async () => {
    expect(await report(NOVEMBER, stranger)).toMatchObject({ groups: [], whole: { total: 0 } });
    expect(await behind(NOVEMBER, stranger)).toEqual([]);
    for (const query of ['from=2026-12-01&to=2026-11-01', 'from=2010-01-01&to=2026-11-01', 'from=2027-01-01']) {
      for (const path of ['on-time', 'on-time/dossiers'])
        expect(await haiAn.get(`/v1/reports/${path}?${query}`)).toMatchObject({
          status: 400,
          body: { code: 'invalid-query', errors: [{ field: 'to' }] },
        });
    }
    for (const path of ['on-time/dossiers', 'slack/dossiers'])
      expect(await haiAn.get(`/v1/reports/${path}?cursor=abc`)).toMatchObject({
        status: 400,
        body: { code: 'cursor-invalid' },
      });
    expect(await behind('by=month&key=2020-01', haiAn)).toEqual([]);
  });
});
