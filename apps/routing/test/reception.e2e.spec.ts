/** What a sender is told of a receiver before he sends, and of his own colleagues before he hands work over. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReceptionView } from '../src/directory/reception-view.js';
import type { OfficersOfAgencyView } from '../src/directory/list-officers.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
const MONDAY = '2026-11-16';
const goOnTo = (time: string) => office.goOnTo(`${time}:00+07:00`);

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: `${MONDAY}T08:00:00+07:00` } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
}, 120_000);
afterAll(async () => {
  await office.close();
});

async function reception(agency: string, caller = haiAn): Promise<ReceptionView> {
  const { status, body } = await caller.get(`/v1/agencies/${agency}/reception`);
  expect(status).toBe(200);
  return body as ReceptionView;
}
async function does(caller: HttpCaller, code: string, command: string | object): Promise<void> {
  expect(await act(caller, code, typeof command === 'string' ? { type: command } : command)).toMatchObject({
    status: 200,
  });
}
async function sent(copy = 'electronic'): Promise<string> {
  const { code } = await open(haiAn);
  await does(haiAn, code, { type: 'transfer', copy });
  return code;
}

describe('the reception of an agency', () => {
  it('that nothing was sent to is not known: null, and never nought minutes', async () => {
    expect(await reception(DONG_HAI)).toMatchObject({
      ...{ agency: { id: DONG_HAI }, openNow: true, opensAt: null, desk: null, line: null, waiting: 0 },
      receipts: { days: 90, count: 0, medianMinutes: null, accepted: 0, medianAcceptanceMinutes: null, lastAt: null },
    });
  });

  it('tells the median of working minutes from dispatch to delivery and from delivery to acceptance', async () => {
    const codes = [await sent(), await sent(), await sent()];
    const [first = '', second = '', third = ''] = codes;
    expect((await reception(DONG_HAI)).waiting).toBe(3);
    await goOnTo(`${MONDAY}T08:10`);
    await does(dongHai, first, 'confirmDelivery');
    await goOnTo(`${MONDAY}T08:30`);
    await does(dongHai, second, 'confirmDelivery');
    await does(dongHai, first, 'acceptTransfer');
    expect(await reception(DONG_HAI)).toMatchObject({
      receipts: { count: 2, medianMinutes: 10, accepted: 1, medianAcceptanceMinutes: 20 },
      waiting: 2,
    });
    // Over the break of noon: 08:00 to 11:30 and 13:30 to 14:00.
    await goOnTo(`${MONDAY}T14:00`);
    await does(dongHai, third, 'confirmDelivery');
    await does(dongHai, second, 'acceptTransfer');
    await does(dongHai, third, 'acceptTransfer');
    expect(await reception(DONG_HAI)).toMatchObject({
      receipts: {
        ...{ count: 3, medianMinutes: 30, accepted: 3, medianAcceptanceMinutes: 20 },
        lastAt: `${MONDAY}T07:00:00.000Z`,
      },
      waiting: 0,
      line: 'feed',
    });
  });

  it('counts paper as waiting and not as a receipt of the line, and a dossier sent back as no acceptance', async () => {
    const paper = await sent('paper');
    const refused = await sent();
    await does(dongHai, refused, 'confirmDelivery');
    expect(await reception(DONG_HAI)).toMatchObject({ waiting: 2 });
    await does(dongHai, paper, 'confirmDelivery');
    await does(dongHai, refused, { type: 'refuseTransfer', reason: 'incompleteCopy' });
    expect(await reception(DONG_HAI)).toMatchObject({ receipts: { count: 4, accepted: 3 }, waiting: 1 });
  });

  it('is the same whoever asks, and tells nothing of a dossier', async () => {
    for (const role of ['clerk', 'supervisor', 'admin', 'auditor']) {
      const caller = await office.as('danang-hung-son', role);
      const { status, body, text } = await caller.get(`/v1/agencies/${DONG_HAI}/reception`);
      expect({ status, body }).toEqual({ status: 200, body: await reception(DONG_HAI) });
      expect(text).not.toMatch(/H24\.071-\d{6}/);
    }
  });

  it('says when a closed desk opens next, Saturday mornings and holidays included', async () => {
    const opens: unknown[] = [];
    for (const time of [`${MONDAY}T18:00`, '2026-11-20T18:00', '2026-11-21T12:00', '2026-11-23T17:30']) {
      await goOnTo(time);
      for (const agency of [HAI_AN, DONG_HAI]) {
        const { openNow, opensAt } = await reception(agency);
        opens.push([time, agency, openNow, opensAt]);
      }
    }
    expect(opens).toEqual([
      [`${MONDAY}T18:00`, HAI_AN, false, '2026-11-17T00:30:00.000Z'],
      [`${MONDAY}T18:00`, DONG_HAI, false, '2026-11-17T00:30:00.000Z'],
      // Hải An opens on Saturday mornings.
      ['2026-11-20T18:00', HAI_AN, false, '2026-11-21T00:30:00.000Z'],
      ['2026-11-20T18:00', DONG_HAI, false, '2026-11-23T00:30:00.000Z'],
      ['2026-11-21T12:00', HAI_AN, false, '2026-11-23T00:30:00.000Z'],
      ['2026-11-21T12:00', DONG_HAI, false, '2026-11-23T00:30:00.000Z'],
      // Tuesday 24 November is a holiday.
      ['2026-11-23T17:30', HAI_AN, false, '2026-11-25T00:30:00.000Z'],
      ['2026-11-23T17:30', DONG_HAI, false, '2026-11-25T00:30:00.000Z'],
    ]);
    expect((await reception(HAI_AN)).desk).toEqual(
      ((await haiAn.get(`/v1/agencies/${HAI_AN}`)).body as { deskHours: unknown }).deskHours,
    );
  });

  it('knows an agency that works at the console only, and forgets receipts after 90 days', async () => {
    const agencies = (await haiAn.get('/v1/agencies')).body as { agencies: { id: string; consoleOnly: boolean }[] };
    const silent = agencies.agencies.find(({ consoleOnly }) => consoleOnly)?.id ?? '';
    expect((await reception(silent)).line).toBe('console');
    await goOnTo('2027-02-22T08:00');
    expect(await reception(DONG_HAI)).toMatchObject({
      line: null,
      receipts: { count: 0, medianMinutes: null, accepted: 0, medianAcceptanceMinutes: null, lastAt: null },
    });
  });

  it('of an agency there is none of is not found', async () => {
    expect(await haiAn.get('/v1/agencies/nobody-there/reception')).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });
});

describe('the officers of an agency', () => {
  const officers = async (caller: HttpCaller): Promise<OfficersOfAgencyView> => {
    const { status, body } = await caller.get('/v1/agencies/me/officers');
    expect(status).toBe(200);
    return body as OfficersOfAgencyView;
  };
  const heldOpen = async (caller: HttpCaller): Promise<number> =>
    ((await caller.get('/v1/dossiers?state=open&holder=me')).body as { counts: { total: number } }).counts.total;

  it('are told with what lies with each, which adds up to what the agency holds', async () => {
    const id = await office.identities.account(DONG_HAI, ['clerk', 'supervisor']);
    const absent = await office.identities.account(DONG_HAI, ['clerk']);
    const { code } = await open(dongHai);
    await does(dongHai, code, { type: 'assign', officerId: id });
    const found = await officers(dongHai);
    expect(found.officers.find((each) => each.id === id)).toEqual({
      ...{ id, name: 'Cán bộ thử', title: 'Cán bộ', titleEn: 'Officer', active: true, open: 1 },
      roles: ['clerk', 'supervisor'],
    });
    expect(found.officers.find((each) => each.id === absent)).toMatchObject({ open: 0 });
    const assigned = found.officers.reduce((sum, each) => sum + each.open, 0);
    expect(assigned + found.unassigned).toBe(await heldOpen(dongHai));
  });

  it('who has left stays in the list until his work was handed over, and of others nobody is told', async () => {
    const gone = await office.identities.account(DONG_HAI, ['clerk']);
    const { code } = await open(dongHai);
    await does(dongHai, code, { type: 'assign', officerId: gone });
    await office.identities.run('update officer set active = false where id = $1', [gone]);
    expect((await officers(dongHai)).officers.find(({ id }) => id === gone)).toMatchObject({ active: false, open: 1 });
    const admin = await office.asPerson(HAI_AN, 'admin');
    expect((await officers(admin)).officers.map(({ id }) => id)).not.toContain(gone);
    const successor = await office.identities.account(DONG_HAI, ['clerk']);
    await does(dongHai, code, { type: 'assign', officerId: successor });
    const after = (await officers(dongHai)).officers;
    expect(after.map(({ id }) => id)).not.toContain(gone);
    expect(after.find(({ id }) => id === successor)).toMatchObject({ open: 1 });
  });
});
