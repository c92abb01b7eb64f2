/** Sub-deadlines cut anew at run time, through the public API: what one leg gives or takes, the next one sees before it begins. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { MARITAL, NO_SUPPLEMENT, definitionOf, draft, publish } from './procedure-steps.js';

const RECUT = 'dossier.subDeadlinesRecut.v1';
let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let first: HttpCaller;
let second: HttpCaller;

beforeAll(async () => {
  // Friday.
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-20T09:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  first = await office.asPerson('haiphong-supervisor', 'admin');
  second = await office.asPerson('danang-supervisor', 'admin');
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Leg {
  readonly leg: string;
  readonly budgetMinutes: number;
  readonly publishedMinutes: number;
  readonly dueAt: string | null;
  readonly owner: { readonly agency?: { readonly id: string } } | null;
}
interface Seen {
  readonly subDeadlines: {
    readonly policy: string;
    readonly remainingMinutes: number;
    readonly legs: readonly Leg[];
  } | null;
  readonly version: number;
}
interface Told {
  readonly type: string;
  readonly subject: string;
  readonly data: { readonly actor: object; readonly fact: { readonly legs: readonly Record<string, unknown>[] } };
}

const dossier = async (caller: HttpCaller, code: string) => (await caller.get(`/v1/dossiers/${code}`)).body as Seen;
const legsOf = async (caller: HttpCaller, code: string) =>
  Object.fromEntries(
    ((await dossier(caller, code)).subDeadlines?.legs ?? []).map(({ leg, budgetMinutes, dueAt }) => [
      leg,
      [budgetMinutes, dueAt],
    ]),
  );
const done = async (caller: HttpCaller, code: string, command: object) =>
  expect(await act(caller, code, command)).toMatchObject({ status: 200 });
const recutsTold = async (caller: HttpCaller) => {
  const { body } = await caller.get('/v1/events?limit=1000');
  return (body as { events: readonly Told[] }).events.filter(({ type }) => type === RECUT);
};
const clockOf = async (code: string, id: string) => {
  const { body } = await dongHai.get(`/v1/dossiers/${code}/clocks`);
  return (body as { clocks: readonly { id: string }[] }).clocks.find((clock) => clock.id === id);
};
const work = (leg: unknown, minutes: number) => ({ ...(leg as object), minimumWorkMinutes: minutes });

describe('a procedure that reserves time for the decider', () => {
  let early = '';
  let late = '';

  it('is published with its policy, which the difference to the version before says in words', async () => {
    const definition = await definitionOf(first, { transfer: '4wh' });
    const { legs } = definition;
    const steps = [
      { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '4wh', minimumWorkMinutes: 60 },
      { key: 'approval', name: 'Trình ký', nameEn: 'Approval', budget: '2wh', minimumWorkMinutes: 30 },
    ];
    const { version } = await draft(first, {
      ...definition,
      legs: {
        ...legs,
        transfer: work(legs['transfer'], 30),
        acceptance: { ...work(legs['acceptance'], 20), budget: '2wh' },
      },
      ...{ steps, supplement: NO_SUPPLEMENT, transferCutoff: null, subDeadlines: { policy: 'reserveForDecider' } },
    });
    expect(await publish(second, { version, effectiveFrom: '2026-11-23' })).toMatchObject({ status: 200 });
    const { body } = await first.get(`/v1/procedures/${MARITAL}/versions/${version}/diff?against=1`);
    expect(JSON.stringify(body)).toContain('Chia lại hạn các chặng');
  }, 120_000);

  it('shows every agency its due minute from the reception on, by the budgets as they are published', async () => {
    await office.goOnTo('2026-11-23T07:30:00+07:00');
    early = (await open(haiAn)).code;
    late = (await open(haiAn)).code;
    expect(await legsOf(haiAn, early)).toEqual({
      transfer: [240, '2026-11-23T04:30:00.000Z'],
      acceptance: [120, '2026-11-23T08:30:00.000Z'],
      // Tuesday is a holiday.
      'step:appraisal': [240, '2026-11-25T02:30:00.000Z'],
      'step:approval': [120, '2026-11-25T04:30:00.000Z'],
    });
  });

  it('gives an hour and a half that the transfer saved to the steps, before the dossier is taken over', async () => {
    await done(haiAn, early, { type: 'transfer', copy: 'electronic' });
    await office.goOnTo('2026-11-23T10:00:00+07:00');
    await done(dongHai, early, { type: 'confirmDelivery' });
    const seen = await dossier(dongHai, early);
    expect(seen.subDeadlines).toMatchObject({ policy: 'reserveForDecider', remainingMinutes: 570 });
    expect(await legsOf(dongHai, early)).toEqual({
      acceptance: [120, '2026-11-23T07:00:00.000Z'],
      'step:appraisal': [300, '2026-11-25T02:00:00.000Z'],
      'step:approval': [150, '2026-11-25T04:30:00.000Z'],
    });
    expect(seen.subDeadlines?.legs[0]?.owner).toMatchObject({ kind: 'agency' });
    // Reception and sending: receipt and re-cut are no acts of parties.
    expect(seen.version).toBe(2);
  });

  it('starts the step with the time it was given, and explains why', async () => {
    await done(dongHai, early, { type: 'acceptTransfer' });
    await done(dongHai, early, { type: 'startStep', step: 'appraisal' });
    const explained = await dongHai.get(`/v1/dossiers/${early}/clocks/step:appraisal/explain`);
    expect(explained.body).toMatchObject({
      epochs: [
        {
          recuts: [
            {
              because: { type: RECUT },
              cause: { type: 'dossier.transferDelivered.v1' },
              policy: 'reserveForDecider',
              ...{ remainingMinutes: 570, fromMinutes: 240, toMinutes: 300 },
            },
            { cause: { type: 'dossier.transferAccepted.v1' }, fromMinutes: 300, toMinutes: 380 },
          ],
          clock: { budget: { unit: 'work', minutes: 380 } },
        },
      ],
    });
    expect(await clockOf(early, 'step:appraisal')).toMatchObject({ dueAt: '2026-11-25T01:20:00.000Z' });
  });

  it('takes from the acceptance first what a late transfer lost, and from the steps only what that does not give', async () => {
    await done(haiAn, late, { type: 'transfer', copy: 'electronic' });
    await office.goOnTo('2026-11-23T15:30:00+07:00');
    await done(dongHai, late, { type: 'confirmDelivery' });
    const { subDeadlines } = await dossier(dongHai, late);
    expect(subDeadlines?.remainingMinutes).toBe(360);
    expect(await legsOf(dongHai, late)).toEqual({
      acceptance: [20, '2026-11-23T08:50:00.000Z'],
      'step:appraisal': [226, '2026-11-25T02:36:00.000Z'],
      'step:approval': [113, '2026-11-25T04:29:00.000Z'],
    });
    expect(await clockOf(late, 'acceptance:1')).toMatchObject({
      budget: { unit: 'work', minutes: 20 },
      dueAt: '2026-11-23T08:50:00.000Z',
    });
  });

  it('warns where not even the minimum of all work fits in any more', async () => {
    await office.goOnTo('2026-11-25T10:30:00+07:00');
    await done(dongHai, late, { type: 'acceptTransfer' });
    const { body } = await dongHai.get(`/v1/dossiers/${late}`);
    const { risks } = body as { risks: readonly { rule: string; cause: { code: string; facts: object } }[] };
    expect(risks.find(({ rule }) => rule === 'remainingPlanExceedsRemainingTime')).toMatchObject({
      cause: { code: 'leastExceedsLimit', facts: { left: 60, planned: 90, least: 90 } },
    });
  });

  it('is told to both agencies in their feeds, derivation and due minutes included', async () => {
    for (const caller of [haiAn, dongHai]) {
      const told = await recutsTold(caller);
      expect(told.length).toBeGreaterThanOrEqual(4);
      expect(told[0]?.data.actor).toMatchObject({ kind: 'engine', agencyId: null });
      expect(told[0]?.data.fact).toMatchObject({
        policy: 'reserveForDecider',
        ...{ remainingMinutes: 570, shortByMinutes: 0, cause: { type: 'dossier.transferDelivered.v1' } },
      });
      expect(told[0]?.data.fact.legs[1]).toEqual({
        leg: 'step:appraisal',
        ...{ publishedMinutes: 240, minimumWorkMinutes: 60, usedMinutes: 0, fromMinutes: 240, toMinutes: 300 },
        dueAt: '2026-11-25T02:00:00.000Z',
      });
    }
    expect(
      (await recutsTold(dongHai)).some(
        ({ data }) => 'shortByMinutes' in data.fact && data.fact['shortByMinutes'] === 30,
      ),
    ).toBe(true);
  });
});

describe('a procedure that does not re-cut', () => {
  it('has no sub-deadlines of its own', async () => {
    const intake = { procedureCode: '2.000815', channel: 'counter', jurisdiction: {} };
    const { code } = await open(haiAn, { type: 'receive', intake });
    expect((await dossier(haiAn, code)).subDeadlines).toBeNull();
  });
});
