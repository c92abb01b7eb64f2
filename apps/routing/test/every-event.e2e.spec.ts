/** Every event there is, brought about through the API and told in the feeds of the agencies it concerns, as the AsyncAPI document declares it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '@lien-thong/domain';
import { amended } from './amendment-steps.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { calendarWith, changeCalendar, day } from './calendar-steps.js';
import { DONG_HAI, HAI_AN, open, reception } from './dossier-steps.js';
import { recordAndApprove } from './outage-steps.js';
import { NO_SUPPLEMENT, definitionOf, draft, publish } from './procedure-steps.js';

const TAX = 'haiphong-tax';
const PLANNING = 'haiphong-construction';
const SUPERVISOR = 'haiphong-supervisor';
const STATION = 'haiphong-inspection';
const OTHER_STATION = 'danang-inspection';
const LAND = '1.012817';
const CERTIFIED_COPY = '2.000815';
const MONDAY = '2026-11-23T09:00:00+07:00';

let office: TestApp;
beforeAll(async () => {
  office = await startApp();
  await office.goOnTo(MONDAY);
}, 120_000);
afterAll(async () => {
  await office.close();
});

type Step = readonly [agency: string, command: Readonly<Record<string, unknown>>];

async function take(procedureCode = '1.004873', more: object = {}): Promise<string> {
  const places = { residence: { communeCode: '11411' }, assetLocation: { communeCode: '11411' } };
  const jurisdiction =
    procedureCode === LAND ? { assetLocation: places.assetLocation } : { residence: places.residence };
  const intake = { procedureCode, channel: 'counter', jurisdiction };
  return (await open(await office.as(HAI_AN), reception({ intake, ...more }))).code;
}

async function follow(code: string, steps: readonly Step[]): Promise<void> {
  for (const [agency, command] of steps) {
    const caller = agency === SUPERVISOR ? await office.as(agency, 'supervisor') : await office.as(agency);
    const { status, body } = await caller.post(`/v1/dossiers/${code}/commands`, command);
    expect({ agency, command, status, code: (body as { code: string }).code }).toMatchObject({
      agency,
      command,
      status: 200,
    });
  }
}

const SENT: Step = [HAI_AN, { type: 'transfer', copy: 'electronic' }];
const ARRIVED: Step = [DONG_HAI, { type: 'confirmDelivery' }];
const OVER: readonly Step[] = [SENT, ARRIVED, [DONG_HAI, { type: 'acceptTransfer' }]];

describe('every event', () => {
  it('of a dossier that goes all the way with opinions, a fee and a supplement', async () => {
    const code = await take(LAND);
    await follow(code, [
      ...OVER,
      [DONG_HAI, { type: 'assign', officerId: 'haiphong-dong-hai.clerk' }],
      [DONG_HAI, { type: 'startStep', step: 'appraisal' }],
      [DONG_HAI, { type: 'completeStep', step: 'appraisal' }],
      [DONG_HAI, { type: 'requestConsultation', consultation: 'tax', agencyId: TAX }],
      [TAX, { type: 'answerConsultation', consultation: 'tax', outcome: 'agreed' }],
      [DONG_HAI, { type: 'requestConsultation', consultation: 'planning', agencyId: PLANNING }],
      [PLANNING, { type: 'answerConsultation', consultation: 'planning', outcome: 'noOpinion' }],
      [DONG_HAI, { type: 'requestSupplement', components: ['to-khai'], reason: 'missing-page' }],
      [HAI_AN, { type: 'provideSupplement', copy: 'electronic' }],
      [DONG_HAI, { type: 'requestPayment', feeCode: 'landFee', amountVnd: 100_000 }],
      [DONG_HAI, { type: 'confirmPayment', receiptNumber: 'KQ-1' }],
      [DONG_HAI, { type: 'suspend', ground: 'courtOrder', evidence: 'QD-17/2026' }],
      [DONG_HAI, { type: 'resume' }],
      [DONG_HAI, { type: 'decide', outcome: 'granted' }],
      [DONG_HAI, { type: 'dispatchResult', copy: 'electronic' }],
      [HAI_AN, { type: 'confirmResultArrival' }],
      [HAI_AN, { type: 'notifyApplicant', means: 'sms' }],
      [HAI_AN, { type: 'returnResult', means: 'counter' }],
    ]);
  });

  it('of an opinion that is no longer wanted', async () => {
    const intake = { procedureCode: '1.013097', caseKey: 'fileElsewhere', channel: 'counter', jurisdiction: {} };
    const { code } = await open(await office.as(STATION), reception({ intake }));
    await follow(code, [
      [STATION, { type: 'requestConsultation', consultation: 'fileStation', agencyId: OTHER_STATION }],
      [STATION, { type: 'cancelConsultation', consultation: 'fileStation', reason: 'asked-in-error' }],
    ]);
  });

  it('of transfers that do not end in acceptance', async () => {
    await follow(await take(), [SENT, [HAI_AN, { type: 'recallTransfer', reason: 'sent-in-error' }]]);
    await follow(await take(), [SENT, ARRIVED, [DONG_HAI, { type: 'refuseTransfer', reason: 'incompleteCopy' }]]);
  });

  it('of dossiers that end early', async () => {
    await follow(await take(), [[HAI_AN, { type: 'withdraw' }]]);
    await follow(await take(), [[HAI_AN, { type: 'close', ground: 'legalGround', legalBasis: 'NĐ 118/2025 Điều 19' }]]);
    const online = {
      type: 'submit',
      intake: { procedureCode: '1.004873', channel: 'online', jurisdiction: { residence: { communeCode: '11411' } } },
    };
    const { code } = await open(await office.as(HAI_AN), online);
    await follow(code, [[HAI_AN, { type: 'refuseReception', reason: 'not-complete' }]]);
  });

  it('of what moves a date or corrects one', async () => {
    const copy = await take(CERTIFIED_COPY);
    await follow(copy, [[HAI_AN, { type: 'extend', by: '1wd', legalBasis: 'NĐ 23/2015 Điều 21' }]]);
    const late = await take(LAND);
    await follow(late, [
      ...OVER,
      [DONG_HAI, { type: 'apologise', reason: 'overload', newPromise: '2026-12-31T17:00:00+07:00' }],
      [HAI_AN, { type: 'deliverApology', means: 'counter' }],
      [HAI_AN, { type: 'correctReception', receivedAt: '2026-11-23T08:30:00+07:00', reason: 'typed-in-late' }],
    ]);
    const unknown = {
      intake: { procedureCode: '1.004873', channel: 'counter', jurisdiction: {} },
      holdForJurisdiction: { reason: 'ask-province' },
    };
    const { code: held } = await open(await office.as(HAI_AN), reception(unknown));
    await follow(held, [
      [HAI_AN, { type: 'resolveJurisdiction', jurisdiction: { residence: { communeCode: '11411' } } }],
    ]);
  });

  it('of what is learnt of the past', async () => {
    const at = (time: string) => ({ occurredAt: `2026-11-23T${time}:00+07:00` });
    const code = await take(LAND, at('08:00'));
    await follow(code, [
      [HAI_AN, { type: 'transfer', copy: 'electronic', ...at('08:05') }],
      [DONG_HAI, { type: 'confirmDelivery', ...at('08:10') }],
      [DONG_HAI, { type: 'acceptTransfer', ...at('08:15') }],
      [DONG_HAI, { type: 'startStep', step: 'appraisal', ...at('08:30') }],
      [DONG_HAI, { type: 'completeStep', step: 'appraisal', ...at('08:45') }],
      [DONG_HAI, { type: 'enterLate', facts: [{ type: 'assign', officerId: 'o-1', ...at('08:20') }], reason: 'paper' }],
      [DONG_HAI, { type: 'correctTime', seq: 5, to: at('08:25').occurredAt, reason: 'typed-wrong' }],
    ]);
    const wrong = { type: 'correctTime', seq: 5, to: at('08:50').occurredAt, reason: 'typed-wrong' };
    const claim = await (await office.as(DONG_HAI)).post(`/v1/dossiers/${code}/commands`, wrong);
    const { facts } = claim.body as { facts: { conflict: number; version: number } };
    const settle = { type: 'resolveConflict', conflict: facts.conflict, resolution: 'kept', reason: 'asked-both' };
    const person = await office.asPerson(HAI_AN);
    const ifMatch = { 'if-match': `"v${facts.version}"` };
    expect(await person.post(`/v1/dossiers/${code}/commands`, settle, ifMatch)).toMatchObject({ status: 200 });
  });

  it('of clocks that nobody attends to', async () => {
    const code = await take();
    await follow(code, [SENT, ARRIVED]);
    await office.goOnTo('2026-11-30T09:00:00+07:00');
    await follow(code, [[SUPERVISOR, { type: 'redirectTransfer', to: null, reason: 'nobody-took-it' }]]);
  });

  it('of a leg that ends early where sub-deadlines are cut anew, and of a limit that runs low', async () => {
    const [first, second] = [await office.asPerson(SUPERVISOR, 'admin'), await office.asPerson(SUPERVISOR, 'admin')];
    const warnRungs = { perClock: [{ clock: 'legal', remainingMinutes: [700] }] };
    const changes = { supplement: NO_SUPPLEMENT, subDeadlines: { policy: 'proportional' }, warnRungs };
    const { version } = await draft(first, await definitionOf(first, changes));
    expect(await publish(second, { version, effectiveFrom: '2026-12-01' })).toMatchObject({ status: 200 });
    await office.goOnTo('2026-12-01T08:00:00+07:00');
    await follow(await take(), OVER);
    await office.goOnTo('2026-12-01T09:00:00+07:00');
  }, 120_000);

  it('of dossiers that come under another version of their procedure', async () => {
    const admins = [await office.asPerson(SUPERVISOR, 'admin'), await office.asPerson(SUPERVISOR, 'admin')] as const;
    const done = await amended(admins, { fromVersions: [1], toVersion: 2 });
    expect(done.counts.find(({ state }) => state === 'amended')?.dossiers).toBeGreaterThan(0);
  }, 120_000);

  it('of a calendar that changes while dossiers are open', async () => {
    const admins = [await office.asPerson(SUPERVISOR, 'admin'), await office.asPerson(SUPERVISOR, 'admin')] as const;
    const more = await calendarWith(admins[0], 'national', (days) => [...days, day('2026-12-10')]);
    await take(LAND);
    expect((await changeCalendar(admins, 'national', more)).run.dossiers).toBeGreaterThan(0);
  }, 120_000);

  it('of an outage of a shared system that a leg requires', async () => {
    const [first, second] = [await office.asPerson(SUPERVISOR, 'admin'), await office.asPerson(SUPERVISOR, 'admin')];
    const changes = { supplement: NO_SUPPLEMENT, transferCutoff: null };
    const definition = await definitionOf(first, changes);
    const transfer = { ...definition.legs['transfer'], requires: ['nationalPortal'] };
    const { version } = await draft(first, {
      ...definition,
      legs: { ...definition.legs, transfer },
      outageRelief: { scope: 'leg', legalBasis: 'Quy chế phối hợp' },
    });
    expect(await publish(second, { version, effectiveFrom: '2027-01-04' })).toMatchObject({ status: 200 });
    await office.goOnTo('2027-01-04T08:00:00+07:00');
    await take();
    await office.goOnTo('2027-01-04T10:00:00+07:00');
    const span = { from: '2027-01-04T08:30:00+07:00', to: '2027-01-04T09:30:00+07:00' };
    await recordAndApprove([first, second], { system: 'nationalPortal', ...span });
  }, 120_000);

  it('was told to the agencies it concerns, and to nobody else was anything told that is not declared', async () => {
    const told = new Set<string>();
    for (const agency of [HAI_AN, DONG_HAI, TAX, PLANNING, STATION, OTHER_STATION]) {
      const { body } = await (await office.as(agency)).get('/v1/events?limit=1000');
      for (const { type } of (body as { events: readonly { type: string }[] }).events) told.add(type);
    }
    expect([...told].sort()).toEqual([...EVENT_TYPES].sort());
  });
});
