/** Outages of shared systems through the public API: recorded by two persons, told to the dossiers they concern, corrected and taken back. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAll } from '@lien-thong/engine';
import type { Store } from '@lien-thong/engine';
import type { LiveReference } from '../src/reference/live-reference.js';
import { REFERENCE, STORE } from '../src/runtime/tokens.js';
import { createPool } from '../src/store/pools.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { HAI_AN, act, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { EVIDENCE, approve, cancel, correct, proposed, record, toldRun } from './outage-steps.js';
import type { Proposed } from './outage-steps.js';
import { MARITAL, NO_SUPPLEMENT, definitionOf, draft, publish } from './procedure-steps.js';

const NOBODYS = '018f4d5e-0000-7000-8000-00000000abcd';
let office: TestApp;
let haiAn: HttpCaller;
let first: HttpCaller;
let second: HttpCaller;
let needing = '';
let needless = '';

interface ShownClock {
  readonly id: string;
  readonly dueAt: string | null;
  readonly breachRecorded: boolean;
}

beforeAll(async () => {
  // Friday.
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-20T09:00:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  first = await office.asPerson('haiphong-supervisor', 'admin');
  second = await office.asPerson('danang-supervisor', 'admin');
  const definition = await definitionOf(first, { transferCutoff: null, supplement: NO_SUPPLEMENT });
  const { legs } = definition;
  const { version } = await draft(first, {
    ...definition,
    legs: { ...legs, transfer: { ...legs['transfer'], requires: ['nationalPortal'] } },
    outageRelief: { scope: 'legAndLimit', legalBasis: 'Quy chế phối hợp, điều 9' },
  });
  expect(await publish(second, { version, effectiveFrom: '2026-11-23' })).toMatchObject({ status: 200 });
  await office.goOnTo('2026-11-23T07:30:00+07:00');
  needing = (await open(haiAn)).code;
  const land = {
    procedureCode: '1.012817',
    channel: 'counter',
    jurisdiction: { assetLocation: { communeCode: '11411' } },
  };
  needless = (await open(haiAn, { type: 'receive', intake: land })).code;
}, 180_000);
afterAll(async () => {
  await office.close();
});

const told = (proposal: Proposed) => toldRun(first, proposal);

async function clockOf(code: string, id: string): Promise<ShownClock | undefined> {
  const { body } = await haiAn.get(`/v1/dossiers/${code}/clocks`);
  return (body as { clocks: readonly ShownClock[] }).clocks.find((clock) => clock.id === id);
}
const risksOf = async (code: string) =>
  ((await haiAn.get(`/v1/dossiers/${code}`)).body as { risks: readonly { rule: string }[] }).risks.map(
    ({ rule }) => rule,
  );
async function toldOf(code: string, type = 'dossier.outageRelieved.v1') {
  const { id } = (await haiAn.get(`/v1/dossiers/${code}`)).body as { id: string };
  const { body } = await haiAn.get('/v1/events?limit=1000');
  const events = (body as { events: readonly { type: string; subject: string; data: unknown }[] }).events;
  return events.filter((event) => event.type === type && event.subject === id);
}

/** As the run does by itself after half an hour of real time. */
async function lookAgain(id: string): Promise<void> {
  const pool = createPool({ url: office.database.migratorUrl, max: 1, name: 'spec' });
  await pool.query('update outage_run set look_again_at = now() where outage_id = $1', [id]);
  await pool.end();
}

/** Folds every journal again: rows, chains and audiences agree. */
async function everythingAgrees(): Promise<void> {
  const report = await verifyAll(
    office.app.get<Store>(STORE),
    office.app.get<LiveReference>(REFERENCE),
    () => undefined,
  );
  expect(report.findings).toEqual([]);
}

describe('an outage that is badly recorded', () => {
  const refused = async (answer: ReturnType<HttpCaller['post']>) => {
    const { status, body } = await answer;
    return [status, (body as { code: string }).code];
  };

  it('is refused where no procedure requires the system, and the systems there are named', async () => {
    const { status, body } = await record(first, { system: 'noSuchSystem' });
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'outage-system-unknown' } });
    expect(JSON.stringify(body)).toContain('nationalPortal');
  });

  it('is refused where it has not happened, lasted no minute, or says what nobody can read', async () => {
    expect(await refused(record(first, { from: '2026-11-23T09:00:00+07:00' }))).toEqual([422, 'outage-not-over']);
    const earlier = { from: '2026-11-20T09:00:00+07:00' };
    expect(await refused(record(first, { ...earlier, to: '2026-11-24T09:00:00+07:00' }))).toEqual([
      422,
      'outage-not-over',
    ]);
    expect(await refused(record(first, { ...earlier, to: '2026-11-20T09:00:30+07:00' }))).toEqual([
      422,
      'outage-interval-empty',
    ]);
    expect(await refused(record(first, { ...earlier, evidence: { reference: '' } }))).toEqual([400, 'invalid-body']);
    expect(await refused(record(first, { ...earlier, evidence: { ...EVIDENCE, sha256: 'x' } }))).toEqual([
      400,
      'invalid-body',
    ]);
  });

  it('is not found where there is none', async () => {
    expect(await refused(correct(first, NOBODYS, { from: '2026-11-20T09:00:00+07:00' }))).toEqual([404, 'not-found']);
    expect(await refused(cancel(first, NOBODYS))).toEqual([404, 'not-found']);
    expect(await refused(approve(first, { id: NOBODYS, digest: 'a'.repeat(64) }))).toEqual([404, 'not-found']);
    expect(await refused(first.get(`/v1/outages/${NOBODYS}`))).toEqual([404, 'not-found']);
    expect(await refused(first.get(`/v1/outages/${NOBODYS}/preview`))).toEqual([404, 'not-found']);
    expect(await refused(first.get('/v1/outages?cursor=nonsense'))).toEqual([400, 'cursor-invalid']);
  });

  it('is dropped by whoever likes while nobody has approved it, and is then approved by nobody', async () => {
    const outage = await proposed(record(first, { from: '2026-11-20T10:00:00+07:00' }));
    expect(await cancel(second, outage.id)).toMatchObject({ status: 200, body: { state: 'dropped' } });
    expect(await refused(approve(second, outage))).toEqual([409, 'outage-nothing-proposed']);
    expect(await refused(cancel(second, outage.id))).toEqual([409, 'outage-cancelled']);
    expect(await refused(first.get(`/v1/outages/${outage.id}/preview`))).toEqual([409, 'outage-nothing-proposed']);
  });

  it('is one request under one key', async () => {
    const key = { 'idempotency-key': 'outage-key-0001' };
    const body = { system: 'nationalPortal', from: '2026-11-20T10:00:00+07:00', evidence: EVIDENCE, reason: 'x' };
    const once = await first.post('/v1/outages', body, key);
    expect(await first.post('/v1/outages', body, key)).toMatchObject({
      status: 201,
      body: { ...(once.body as object), replayed: true },
    });
    expect(await refused(first.post('/v1/outages', { ...body, reason: 'y' }, key))).toEqual([422, 'key-reused']);
    await cancel(first, (once.body as Proposed).id);
  });
});

describe('a system that is down', () => {
  let outage: Proposed;
  let before: ShownClock | undefined;

  it('is known once a second person has approved what he has read', async () => {
    before = await clockOf(needing, 'transfer');
    await office.goOnTo('2026-11-23T08:30:00+07:00');
    outage = await proposed(record(first));
    expect(await risksOf(needing)).not.toContain('systemOutage');
    expect(await approve(first, outage)).toMatchObject({ status: 409, body: { code: 'second-person-required' } });
    expect(await approve(second, { ...outage, digest: 'b'.repeat(64) })).toMatchObject({
      ...{ status: 409, body: { code: 'outage-proposal-changed' } },
    });
    expect(await approve(second, outage)).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect(await first.get(`/v1/outages/${outage.id}`)).toMatchObject({ body: { state: 'down', runs: [] } });
  });

  it('is a risk of every dossier whose running leg requires it, and gives nothing back yet', async () => {
    expect(await risksOf(needing)).toContain('systemOutage');
    expect(await risksOf(needless)).not.toContain('systemOutage');
    expect(await clockOf(needing, 'transfer')).toMatchObject({ dueAt: before?.dueAt, pausedDays: 0 });
  });

  it('is previewed with its end: whose minutes, and nothing of any dossier', async () => {
    await office.goOnTo('2026-11-23T10:00:00+07:00');
    outage = await proposed(
      correct(first, outage.id, { from: '2026-11-23T08:00:00+07:00', to: '2026-11-23T09:30:00+07:00' }),
    );
    const { status, body } = await second.get(`/v1/outages/${outage.id}/preview`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ...{ dossiers: 1, complete: true, digest: outage.digest },
        movedMinutes: [{ from: HAI_AN, to: 'system', minutes: 90 }],
      },
    });
    expect(JSON.stringify(body)).not.toContain(needing);
    expect(await toldOf(needing)).toEqual([]);
  });

  it('gives its minutes back once the end is approved: to the leg, to the limit, in the account, with the law', async () => {
    expect(await approve(second, outage)).toMatchObject({ status: 200 });
    expect(await told(outage)).toMatchObject({ state: 'done', dossiers: 1, stuck: 0, movedMinutes: [{ minutes: 90 }] });
    expect(before?.dueAt).toBe('2026-11-23T10:30:00.000Z');
    expect(await clockOf(needing, 'transfer')).toMatchObject({ dueAt: '2026-11-25T02:00:00.000Z' });
    expect(await risksOf(needing)).not.toContain('systemOutage');
    const [event, ...more] = await toldOf(needing);
    expect(more).toEqual([]);
    expect(JSON.stringify(event)).toContain('Quy chế phối hợp, điều 9');
    expect(JSON.stringify((await haiAn.get(`/v1/dossiers/${needing}/timeline`)).body)).toContain('"kind":"system"');
    await everythingAgrees();
  });

  it('touches no dossier that does not require it', async () => {
    expect(await toldOf(needless)).toEqual([]);
  });

  it('takes another interval in the place of the former', async () => {
    expect(await correct(first, outage.id, { from: '2026-11-23T08:00:00+07:00' })).toMatchObject({
      ...{ status: 422, body: { code: 'outage-end-missing' } },
    });
    outage = await proposed(
      correct(first, outage.id, { from: '2026-11-23T08:00:00+07:00', to: '2026-11-23T08:20:00+07:00' }),
    );
    await approve(second, outage);
    expect(await told(outage)).toMatchObject({ movedMinutes: [{ from: 'system', to: HAI_AN, minutes: 70 }] });
    expect(await clockOf(needing, 'transfer')).toMatchObject({ dueAt: '2026-11-25T00:50:00.000Z' });
    await everythingAgrees();
  });

  it('goes on with a fact that was declared for a time before its end', async () => {
    const sent = { type: 'transfer', copy: 'electronic', occurredAt: '2026-11-23T08:10:00+07:00' };
    expect(await act(haiAn, needing, sent)).toMatchObject({ status: 200 });
    await everythingAgrees();
  });

  it('gives nothing back any more once it is cancelled, and stays so', async () => {
    const taken = await proposed(cancel(first, outage.id));
    await approve(second, taken);
    expect(await told(taken)).toMatchObject({ state: 'done', dossiers: 1 });
    expect(await clockOf(needing, 'transfer')).toMatchObject({ dueAt: before?.dueAt });
    expect(await cancel(first, outage.id)).toMatchObject({ status: 409, body: { code: 'outage-cancelled' } });
    expect(await correct(first, outage.id, { from: '2026-11-23T08:00:00+07:00' })).toMatchObject({ status: 409 });
    await everythingAgrees();
  });

  it('is listed, the newest first, with the systems that procedures require', async () => {
    const { body } = await haiAn.get('/v1/outages?limit=1');
    const page = body as { outages: readonly { id: string }[]; systems: readonly string[]; next: string };
    expect(page.systems).toContain('nationalPortal');
    expect(page.outages).toHaveLength(1);
    const { body: rest } = await haiAn.get(`/v1/outages?cursor=${page.next}`);
    expect((rest as { outages: readonly { id: string }[] }).outages.map(({ id }) => id)).not.toContain(
      page.outages[0]?.id,
    );
  });
});

describe('a breach during an outage', () => {
  let code = '';
  let outage: Proposed;
  const breaches = () => toldOf(code, 'dossier.clockBreached.v1');

  it('is withdrawn by name when it has not happened after all', async () => {
    await office.goOnTo('2026-11-26T07:30:00+07:00');
    code = (await open(haiAn)).code;
    await office.goOnTo('2026-11-27T08:00:00+07:00');
    expect(await clockOf(code, 'transfer')).toMatchObject({ breachRecorded: true });
    const span = { from: '2026-11-26T08:00:00+07:00', to: '2026-11-26T10:00:00+07:00' };
    outage = await proposed(record(first, span));
    await approve(second, outage);
    expect(await told(outage)).toMatchObject({ dossiers: 2, withdrawnBreaches: 1 });
    expect(await clockOf(code, 'transfer')).toMatchObject({ breachRecorded: false });
    await everythingAgrees();
  });

  it('fires again when the outage is taken back', async () => {
    const taken = await proposed(cancel(first, outage.id));
    const former = (await breaches()).length;
    await approve(second, taken);
    await told(taken);
    await office.goOnTo('2026-11-27T08:01:00+07:00');
    expect(await clockOf(code, 'transfer')).toMatchObject({ breachRecorded: true });
    expect((await breaches()).length).toBe(former + 1);
    await everythingAgrees();
  });
});

describe('a dossier typed in after an outage was told', () => {
  it('is relieved like those that were there', async () => {
    const span = { from: '2026-11-27T07:35:00+07:00', to: '2026-11-27T07:55:00+07:00' };
    const outage = await proposed(record(first, span));
    await approve(second, outage);
    await told(outage);
    const procedure = {
      procedureCode: MARITAL,
      channel: 'counter',
      jurisdiction: { residence: { communeCode: '11411' } },
    };
    const late = await open(haiAn, { type: 'receive', intake: procedure, occurredAt: '2026-11-27T07:30:00+07:00' });
    await lookAgain(outage.id);
    for (let tries = 0; tries < 200 && (await toldOf(late.code)).length === 0; tries++) await sleep(50);
    expect(await toldOf(late.code)).toHaveLength(1);
    await everythingAgrees();
  });
});
