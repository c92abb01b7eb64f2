/** Versions of calendars: drafted by one, published by another, refused when they contradict themselves or the law. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { NOTICE, calendarWith, day, draftCalendar, publishCalendar, restated } from './calendar-steps.js';
import type { CalendarDefinition, Day } from './calendar-steps.js';
import { HAI_AN } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let drafting: HttpCaller;
let publishing: HttpCaller;
let clerk: HttpCaller;
let now: CalendarDefinition;
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-19T09:00:00+07:00' } });
  drafting = await office.asPerson('haiphong-supervisor', 'admin');
  publishing = await office.asPerson('haiphong-supervisor', 'admin');
  clerk = await office.as(HAI_AN);
  now = await calendarWith(drafting, 'national', (days) => days);
}, 120_000);
afterAll(async () => {
  await office.close();
});

const without = (...dates: readonly string[]): readonly Day[] =>
  now.exceptions.filter(({ date }) => !dates.includes(date));
const findingsOf = ({ body }: { body: unknown }) => (body as { facts: { findings: string[] } }).facts.findings;

describe('a version of the national calendar', () => {
  it.each([
    ['dateListedTwice', () => [...now.exceptions, day('2026-11-24', 'holiday')]],
    ['swapsOverlap', () => [...now.exceptions, day('2026-08-22', 'swap'), day('2026-12-05', 'makeup')]],
    ['makeupOnHoliday', () => [...now.exceptions, day('2026-09-02', 'makeup')]],
    ['makeupOnHoliday', () => [...without('2027-09-02'), day('2027-09-02', 'makeup')]],
    ['makeupOnWorkingDay', () => [...now.exceptions, day('2026-12-03', 'makeup'), day('2026-12-04', 'swap')]],
    ['swapOnDayOff', () => [...now.exceptions, day('2026-12-05', 'swap'), day('2026-12-12', 'makeup')]],
    ['swapWithoutMakeup', () => [...now.exceptions, day('2026-12-04', 'swap')]],
    ['dateOutsideCalendar', () => [...now.exceptions, day('2055-01-01')]],
    ['kindNotForThisCalendar', () => [...now.exceptions, day('2026-12-04', 'closure')]],
    ['pastChangeWithoutReason', () => [...now.exceptions, day('2026-11-18')]],
    ['nothingChanges', () => [...now.exceptions]],
  ] as const)('is refused where it has %s', async (rule, exceptions) => {
    const answer = await drafting.post('/v1/calendars/national/versions', { ...now, exceptions: exceptions() });
    expect(answer).toMatchObject({ status: 422, body: { code: 'calendar-unsound' } });
    expect(findingsOf(answer)).toContain(rule);
    const { errors } = answer.body as { errors: readonly { reason: string; reasonEn: string }[] };
    for (const { reason, reasonEn } of errors) expect([reason, reasonEn].join()).not.toMatch(/[{}]/);
  });

  it.each([
    ['yearWithoutDays', [2024, 2025, 2026, 2029]],
    ['yearNotFinal', [2024, 2025, 2026, 2027]],
  ] as const)('is refused where a year is called final too early: %s', async (rule, noticedYears) => {
    const answer = await drafting.post('/v1/calendars/national/versions', { ...now, noticedYears });
    expect(answer.status).toBe(422);
    expect(findingsOf(answer)).toContain(rule);
  });

  it('is refused by the preview for the same reasons, and by the schema where a day is none', async () => {
    const wrong = { ...now, exceptions: [...now.exceptions, day('2026-12-04', 'swap')] };
    expect(await drafting.post('/v1/calendars/national/preview', wrong)).toMatchObject({ status: 422 });
    for (const body of [
      { ...now, exceptions: [day('2026-02-30')] },
      { ...now, hours: [] },
      { ...now, notice: { ...NOTICE, number: ' ' } },
      { ...now, noticedYears: undefined },
    ]) {
      expect(await drafting.post('/v1/calendars/national/versions', body)).toMatchObject({ status: 400 });
    }
  });
});

describe('hours of a province', () => {
  const blocks = (...pairs: readonly string[]) => pairs.map((pair) => ({ from: pair.slice(0, 5), to: pair.slice(6) }));
  const office8 = blocks('07:30-11:30', '13:30-17:30');
  const week = (changes: object) => ({
    ...{ mon: office8, tue: office8, wed: office8, thu: office8, fri: office8, sat: [], sun: [] },
    ...changes,
  });
  const ofHours = (...weeks: readonly object[]) => ({
    notice: NOTICE,
    reason: 'kiểm thử',
    hours: weeks.map((each, i) => ({ ...(i === 0 ? {} : { from: '2027-01-01' }), week: each, notice: 'quyết định' })),
    exceptions: [],
  });

  it.each([
    ['legalWeekdaysDiffer', () => ofHours(week({ fri: blocks('07:30-11:30') }))],
    ['legalHoursOnWeekend', () => ofHours(week({ sat: office8 }))],
    ['noOpenMinute', () => ofHours(week({ mon: [], tue: [], wed: [], thu: [], fri: [] }))],
    [
      'workingDaysDiffer',
      () => {
        const short = blocks('08:00-12:00', '13:00-16:00');
        return ofHours(week({}), week({ mon: short, tue: short, wed: short, thu: short, fri: short }));
      },
    ],
    ['kindNotForThisCalendar', () => ({ ...ofHours(week({})), exceptions: [day('2026-12-04', 'holiday')] })],
  ] as const)('are refused where they have %s', async (rule, body) => {
    const answer = await drafting.post('/v1/calendars/province-31/versions', body());
    expect(answer).toMatchObject({ status: 422, body: { code: 'calendar-unsound' } });
    expect(findingsOf(answer)).toContain(rule);
  });

  it('are of a province there is, and desks of an agency there is', async () => {
    expect(await drafting.post('/v1/calendars/province-99/versions', ofHours(week({})))).toMatchObject({ status: 404 });
    const closures = { notice: NOTICE, exceptions: [day('2026-12-04', 'closure')] };
    expect(await drafting.post('/v1/calendars/desk-nobody/versions', closures)).toMatchObject({ status: 404 });
    expect(await drafting.post('/v1/calendars/desk-nobody/preview', closures)).toMatchObject({ status: 404 });
  });
});

describe('a draft', () => {
  const more = () => ({ ...now, exceptions: [...now.exceptions, day('2026-12-04')] });
  let version = 0;

  it('is shown to admins only, with the notice it rests on', async () => {
    version = await draftCalendar(drafting, 'national', more());
    const { body } = await drafting.get('/v1/calendars/national/versions');
    expect((body as { versions: object[] }).versions.at(-1)).toMatchObject({
      version,
      state: 'draft',
      notice: NOTICE,
      basedOn: 1,
    });
    const { body: seen } = await clerk.get('/v1/calendars/national/versions');
    expect((seen as { versions: object[] }).versions).toHaveLength(1);
    expect(await clerk.get(`/v1/calendars/national/versions/${version}`)).toMatchObject({ status: 404 });
    const read = await drafting.get(`/v1/calendars/national/versions/${version}`);
    expect(read.headers.get('etag')).toBe('"v1"');
    expect(await drafting.get(`/v1/calendars/national/versions/${version}/preview`)).toMatchObject({
      status: 200,
      body: { days: ['2026-12-04'], movedClocks: 0, changes: [], next: null },
    });
    expect(await drafting.get(`/v1/calendars/national/versions/${version}/preview?cursor=e30`)).toMatchObject({
      status: 400,
    });
    expect(await drafting.get('/v1/calendars/national/versions/77/preview')).toMatchObject({ status: 404 });
  });

  it('is published by a second person only, who names what he has read', async () => {
    const path = `/v1/calendars/national/versions/${version}`;
    expect(await publishCalendar(drafting, { calendar: 'national', version })).toMatchObject({
      ...{ status: 409, body: { code: 'second-person-required' } },
    });
    expect(await publishing.post(`${path}/publish`, {})).toMatchObject({ status: 428 });
    const changed = await drafting.send('PUT', path, {
      headers: { 'content-type': 'application/json', 'if-match': '"v1"' },
      raw: JSON.stringify({ ...more(), exceptions: [...now.exceptions, day('2026-12-07')] }),
    });
    expect(changed).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await publishCalendar(publishing, { calendar: 'national', version })).toMatchObject({ status: 412 });
  });

  it('is published once, though two try at the same time; after that nothing changes it', async () => {
    const third = await office.asPerson('haiphong-supervisor', 'admin');
    const answers = await Promise.all(
      [publishing, third].map((each) => publishCalendar(each, { calendar: 'national', version, revision: 2 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await restated(clerk, 'national', version)).toMatchObject({ stuck: 0 });
    const headers = { 'if-match': '"v2"' };
    const path = `/v1/calendars/national/versions/${version}`;
    expect(await drafting.send('DELETE', path, { headers })).toMatchObject({
      status: 409,
      body: { code: 'version-published' },
    });
    const replaced = { headers: { ...headers, 'content-type': 'application/json' }, raw: JSON.stringify(more()) };
    expect(await drafting.send('PUT', path, replaced)).toMatchObject({ status: 409 });
    const { body } = await clerk.get('/v1/calendars/national/versions');
    expect((body as { versions: object[] }).versions.at(-1)).toMatchObject({
      version,
      state: 'published',
      notice: NOTICE,
    });
    const { body: list } = await clerk.get('/v1/calendars');
    expect((list as { calendars: object[] }).calendars[0]).toMatchObject({ calendar: 'national', version });
  });

  it('that was written over another version than the newest is not published over it', async () => {
    const [one, two] = [
      await draftCalendar(drafting, 'national', { ...now, exceptions: [...now.exceptions, day('2026-12-08')] }),
      await draftCalendar(drafting, 'national', { ...now, exceptions: [...now.exceptions, day('2026-12-09')] }),
    ];
    expect(await publishCalendar(publishing, { calendar: 'national', version: one })).toMatchObject({ status: 200 });
    expect(await publishCalendar(publishing, { calendar: 'national', version: two })).toMatchObject({
      ...{ status: 409, body: { code: 'calendar-outdated', facts: { newest: one } } },
    });
    const dropped = await drafting.send('DELETE', `/v1/calendars/national/versions/${two}`, {
      headers: { 'if-match': '"v1"' },
    });
    expect(dropped.status).toBe(204);
    expect(await drafting.get(`/v1/calendars/national/versions/${two}`)).toMatchObject({ status: 404 });
  });

  it('is answered once under a key, and another request under it is refused', async () => {
    const headers = { 'idempotency-key': 'calendar-key-0001' };
    const body = { notice: NOTICE, exceptions: [day('2026-12-10', 'closure')] };
    const path = `/v1/calendars/desk-${HAI_AN}/versions`;
    const [first, again] = [await drafting.post(path, body, headers), await drafting.post(path, body, headers)];
    expect([first.body, again.body]).toMatchObject([
      { version: 1, replayed: false },
      { version: 1, replayed: true },
    ]);
    const other = { ...body, exceptions: [day('2026-12-11', 'closure')] };
    expect(await drafting.post(path, other, headers)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('is neither changed, dropped nor published unread, by a wrong number, or where it contradicts itself', async () => {
    const made = await draftCalendar(
      drafting,
      'national',
      await calendarWith(drafting, 'national', (days) => [...days, day('2026-12-11')]),
    );
    const path = `/v1/calendars/national/versions/${made}`;
    const seen = (revision: number) => ({ 'if-match': `"v${revision}"` });
    const put = (where: string, headers: Record<string, string>, exceptions: readonly Day[]) =>
      drafting.send('PUT', where, {
        headers: { 'content-type': 'application/json', ...headers },
        raw: JSON.stringify({ ...now, exceptions }),
      });
    const drop = (where: string, headers: Record<string, string> = {}) => drafting.send('DELETE', where, { headers });
    const days = [...now.exceptions, day('2026-12-14')];
    const nowhere = '/v1/calendars/national/versions/77';
    expect(await put(path, {}, days)).toMatchObject({ status: 428 });
    expect(await put(path, seen(9), days)).toMatchObject({ status: 412 });
    expect(await put(nowhere, seen(1), days)).toMatchObject({ status: 404 });
    expect(await put(path, seen(1), [...days, day('2026-12-15', 'swap')])).toMatchObject({ status: 422 });
    expect(await drop(path)).toMatchObject({ status: 428 });
    expect(await drop(path, seen(9))).toMatchObject({ status: 412 });
    expect(await drop(nowhere, seen(1))).toMatchObject({ status: 404 });
    expect(await drop('/v1/calendars/national/versions/none', seen(1))).toMatchObject({ status: 400 });
    expect(await publishCalendar(publishing, { calendar: 'national', version: 77 })).toMatchObject({ status: 404 });
    expect(await drafting.get('/v1/calendars/national/versions/none')).toMatchObject({ status: 400 });
    expect(await drafting.get('/v1/calendars/national/versions/none/restatement')).toMatchObject({ status: 400 });
    expect((await drop(path, seen(1))).status).toBe(204);
  });

  it('that time has made unsound is neither previewed nor published', async () => {
    const tomorrow = await calendarWith(drafting, 'national', (days) => [...days, day('2026-12-16')]);
    const made = await draftCalendar(drafting, 'national', tomorrow);
    await office.goOnTo('2026-12-17T09:00:00+07:00');
    const preview = await drafting.get(`/v1/calendars/national/versions/${made}/preview`);
    expect(preview).toMatchObject({ status: 422, body: { code: 'calendar-unsound' } });
    expect(findingsOf(preview)).toContain('pastChangeWithoutReason');
    const answer = await publishCalendar(publishing, { calendar: 'national', version: made });
    expect(answer).toMatchObject({ status: 422, body: { code: 'calendar-unsound' } });
  });

  it('of which there is none has no restatement either', async () => {
    expect(await clerk.get('/v1/calendars/national/versions/77/restatement')).toMatchObject({ status: 404 });
    expect(await clerk.get('/v1/calendars/moon/versions')).toMatchObject({ status: 400 });
  });
});
