/** Calendars that change while dossiers are open: what is previewed, what is restated, and what stays. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAll } from '@lien-thong/engine';
import type { Store } from '@lien-thong/engine';
import type { LiveReference } from '../src/reference/live-reference.js';
import { REFERENCE, STORE } from '../src/runtime/tokens.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { calendarWith, changeCalendar, day } from './calendar-steps.js';
import type { Day } from './calendar-steps.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let admins: readonly [HttpCaller, HttpCaller];
beforeAll(async () => {
  // Thursday.
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-19T09:00:00+07:00' } });
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

interface ShownClock {
  readonly kind: string;
  readonly dueAt: string | null;
  readonly breachRecorded: boolean;
  readonly certainty: string;
}
async function clockOf(code: string, kind: string): Promise<ShownClock> {
  const { body } = await haiAn.get(`/v1/dossiers/${code}/clocks`);
  const clock = (body as { clocks: readonly ShownClock[] }).clocks.find((each) => each.kind === kind);
  if (clock === undefined) throw new Error(`no ${kind} clock`);
  return clock;
}
interface Told {
  readonly type: string;
  readonly data: { readonly dossierCode?: string; readonly data: Record<string, unknown> };
}
async function restatementsTold(caller: HttpCaller): Promise<readonly Told[]> {
  const { body } = await caller.get('/v1/events?limit=1000');
  return (body as { events: readonly Told[] }).events.filter(({ type }) => type === 'dossier.calendarRestated.v1');
}
const plus =
  (...days: readonly Day[]) =>
  (exceptions: readonly Day[]): readonly Day[] =>
    [...exceptions, ...days].sort((a, b) => (a.date < b.date ? -1 : 1));

/** Folds every journal again: rows, chains and audiences agree. */
async function everythingAgrees(): Promise<void> {
  const report = await verifyAll(
    office.app.get<Store>(STORE),
    office.app.get<LiveReference>(REFERENCE),
    () => undefined,
  );
  expect(report.findings).toEqual([]);
}

describe('a new holiday tomorrow', () => {
  let code = '';

  it('is previewed before anything is saved: how many clocks, from which minute to which', async () => {
    code = (await open(haiAn)).code;
    expect(await clockOf(code, 'transfer')).toMatchObject({ dueAt: '2026-11-20T02:00:00.000Z' });
    const body = await calendarWith(admins[0], 'national', plus(day('2026-11-20')));
    const { status, body: preview } = await admins[0].post('/v1/calendars/national/preview', body);
    expect({ status, preview }).toMatchObject({
      status: 200,
      preview: { days: ['2026-11-20'], openDossiers: 1, movedClocks: 2, later: 2, earlier: 0, becomeOverdue: 0 },
    });
    const { changes } = preview as { changes: readonly { clock: string; dueBefore: string; dueAfter: string }[] };
    expect(changes.find(({ clock }) => clock === 'transfer')).toMatchObject({
      ...{ owner: HAI_AN, dueBefore: '2026-11-20T02:00:00.000Z', dueAfter: '2026-11-23T02:00:00.000Z' },
      ...{ clocks: 1, becomesOverdue: false, ceasesOverdue: false },
    });
    expect(JSON.stringify(preview)).not.toContain(code);
    expect(await clockOf(code, 'transfer')).toMatchObject({ dueAt: '2026-11-20T02:00:00.000Z' });
  });

  it('moves the open dossier by a journalled event that names the notice and both due minutes', async () => {
    const before = await haiAn.get(`/v1/dossiers/${code}`);
    const body = await calendarWith(admins[0], 'national', plus(day('2026-11-20')));
    const { version, run } = await changeCalendar(admins, 'national', body);
    expect(run).toMatchObject({ dossiers: 1, movedClocks: 2, stuck: 0, withdrawnBreaches: 0, openDossiers: 1 });
    expect(await clockOf(code, 'transfer')).toMatchObject({ dueAt: '2026-11-23T02:00:00.000Z' });
    const told = await restatementsTold(haiAn);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told[0])).toContain('1234/TB-BNV');
    expect(JSON.stringify(told[0])).toContain(`national@${version}+31@1`);
    // A page does not go stale by itself: what the clerk had open may still be acted on.
    const after = await haiAn.get(`/v1/dossiers/${code}`);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
    await everythingAgrees();
  });

  it('is what new dossiers count on, and shown as then with asOf', async () => {
    const next = (await open(haiAn)).code;
    expect(await clockOf(next, 'transfer')).toMatchObject({ dueAt: '2026-11-23T02:00:00.000Z' });
    await handOver(haiAn, dongHai, code);
    await everythingAgrees();
  });
});

describe('a Saturday swap announced late', () => {
  let late = '';

  it('needs a reason once a day of it is past', async () => {
    late = (await open(haiAn)).code;
    // Tuesday the 24th is Culture Day; on Wednesday it is told that Saturday the 21st was worked for Monday the 23rd.
    await office.goOnTo('2026-11-25T08:00:00+07:00');
    const body = await calendarWith(
      admins[0],
      'national',
      plus(day('2026-11-21', 'makeup'), day('2026-11-23', 'swap')),
    );
    const refused = await admins[0].post('/v1/calendars/national/versions', body);
    expect(refused).toMatchObject({
      ...{ status: 422, body: { code: 'calendar-unsound', facts: { findings: ['pastChangeWithoutReason'] } } },
    });
  });

  it('is folded from the beginning: minutes of the past are others, and a breach that has not happened is withdrawn', async () => {
    const breached = await clockOf(late, 'transfer');
    expect(breached).toMatchObject({ dueAt: '2026-11-23T02:00:00.000Z', breachRecorded: true });
    const change = plus(
      day('2026-11-23', 'swap'),
      day('2026-11-27', 'swap'),
      day('2026-11-28', 'makeup'),
      day('2026-11-29', 'makeup'),
    );
    const off = { ...(await calendarWith(admins[0], 'national', change)), reason: 'Công điện đến chậm' };
    const preview = await admins[0].post('/v1/calendars/national/preview', off);
    expect(preview.body).toMatchObject({ ceaseOverdue: expect.any(Number) as unknown });
    expect((preview.body as { ceaseOverdue: number }).ceaseOverdue).toBeGreaterThan(0);
    const { run } = await changeCalendar(admins, 'national', off);
    expect(run.stuck).toBe(0);
    expect(run.withdrawnBreaches).toBeGreaterThan(0);
    // Monday is off now: the transfer is due on Wednesday at nine, an hour from now.
    expect(await clockOf(late, 'transfer')).toMatchObject({ dueAt: '2026-11-25T02:00:00.000Z', breachRecorded: false });
    await everythingAgrees();
  });

  it('breaches in its new time, once more in the journal', async () => {
    await office.goOnTo('2026-11-25T10:00:00+07:00');
    expect(await clockOf(late, 'transfer')).toMatchObject({ breachRecorded: true });
    const { body } = await haiAn.get('/v1/events?limit=1000');
    const breaches = (body as { events: readonly { type: string; subject?: string; data: unknown }[] }).events.filter(
      (event) => event.type === 'dossier.clockBreached.v1' && JSON.stringify(event).includes('"transfer"'),
    );
    expect(breaches.length).toBeGreaterThanOrEqual(2);
    await everythingAgrees();
  });
});

describe('a closure of one desk', () => {
  it('moves no due minute, and tells what the desk loses', async () => {
    const { code } = await open(haiAn);
    const due = await clockOf(code, 'transfer');
    const body = {
      notice: { number: '5/TB-UBND', issuedOn: '2026-11-25', issuer: 'UBND phường Hải An' },
      exceptions: [day('2026-11-26', 'closure')],
    };
    const { status, body: preview } = await admins[0].post(`/v1/calendars/desk-${HAI_AN}/preview`, body);
    expect({ status, preview }).toMatchObject({ status: 200, preview: { days: ['2026-11-26'], later: 0, earlier: 0 } });
    expect(
      (preview as { changes: { workingMinutes: number; dueBefore: string; dueAfter: string }[] }).changes[0],
    ).toMatchObject({
      workingMinutes: expect.any(Number) as unknown,
    });
    const version = await draftAndPublish(`desk-${HAI_AN}`, body);
    expect(version.restatement).toBeNull();
    expect(await clockOf(code, 'transfer')).toEqual(due);
    await everythingAgrees();
  });

  it('that is told late changes the desk minutes of segments that are closed, and says so', async () => {
    const { code } = await open(haiAn);
    await office.goOnTo('2026-11-25T15:00:00+07:00');
    expect(await act(haiAn, code, { type: 'transfer', copy: 'electronic' })).toMatchObject({ status: 200 });
    await office.goOnTo('2026-11-26T08:00:00+07:00');
    const shut = {
      notice: { number: '6/TB-UBND', issuedOn: '2026-11-26', issuer: 'UBND phường Hải An' },
      reason: 'Mất điện',
    };
    const exceptions = [
      { ...day('2026-11-25', 'closure'), closed: { from: '13:30', to: '14:30' } },
      day('2026-11-26', 'closure'),
    ];
    const { version } = await draftAndPublish(`desk-${HAI_AN}`, { ...shut, exceptions });
    // It binds when every process knows it.
    await office.goOnTo('2026-11-26T08:05:00+07:00');
    const until = Date.now() + 30_000;
    while (
      (await restatementsTold(haiAn)).every((told) => !JSON.stringify(told).includes(`desk:${HAI_AN}`)) &&
      Date.now() < until
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const told = (await restatementsTold(haiAn)).filter((each) =>
      JSON.stringify(each).includes(`${HAI_AN}@${version}`),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).toContain('deskBefore');
    await everythingAgrees();
  });

  async function draftAndPublish(
    calendar: string,
    body: object,
  ): Promise<{ version: number; restatement: string | null }> {
    const [drafting, publishing] = admins;
    const drafted = await drafting.post(`/v1/calendars/${calendar}/versions`, body);
    expect(drafted).toMatchObject({ status: 201 });
    const { version } = drafted.body as { version: number };
    const answer = await publishing.post(
      `/v1/calendars/${calendar}/versions/${version}/publish`,
      {},
      { 'if-match': '"v1"' },
    );
    expect(answer).toMatchObject({ status: 200 });
    return answer.body as { version: number; restatement: string | null };
  }
});

describe('a year that was provisional', () => {
  it('is certain for open dossiers as soon as its notice is published', async () => {
    await office.goOnTo('2026-12-30T16:00:00+07:00');
    const { code } = await open(haiAn);
    expect(await clockOf(code, 'legal')).toMatchObject({ certainty: 'provisional' });
    const certain = (days: readonly Day[]): readonly Day[] =>
      days.map((each) => (each.date.startsWith('2027') ? { ...each, provisional: false } : each));
    const final = { ...(await calendarWith(admins[0], 'national', certain)), noticedYears: [2024, 2025, 2026, 2027] };
    const { run } = await changeCalendar(admins, 'national', final);
    expect(run).toMatchObject({ stuck: 0, movedClocks: 0 });
    expect(await clockOf(code, 'legal')).toMatchObject({ certainty: 'certain' });
    await everythingAgrees();
  });
});
