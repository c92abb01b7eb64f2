/** Each rung of each published procedure version of the seeds: the clock is moved on, and the effect comes out of a supervisor's stream. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { LateOffice } from './late-office.js';
import type { LateDossier } from './late-office.js';
import { StreamReader, software } from './stream-reader.js';

const TAX = 'haiphong-tax';
let office: TestApp;
let late: LateOffice;
let stream: StreamReader;
/** Alerts under which a dossier stood at any time. */
const alertsOf = new Map<string, Set<string>>();

beforeAll(async () => {
  office = await startApp();
  const watcher = await software(office, 'haiphong-supervisor', 'supervisor', 'auditor');
  await office.identities.supervise('haiphong-supervisor', 'all');
  stream = await StreamReader.open(office, watcher);
  late = new LateOffice(office, office.anonymous.with(watcher));
  await everythingLate();
  const { body } = await office.anonymous.with(watcher).get('/v1/alerts/events?after=now');
  const { next } = body as { next: number };
  await stream.until(() => Number(stream.lastId) >= next, 60_000);
  await gatherMembers();
}, 300_000);
afterAll(async () => {
  await stream.cut();
  await office.close();
});

/** Stage by stage, all dossiers together, so that the days pass once. */
async function everythingLate(): Promise<void> {
  for (const version of await late.versions()) {
    await late.take(version, 'whole');
    await late.take(version, 'supplement');
    if (version.payment !== null) await late.take(version, 'payment');
  }
  await late.wait(/^reception/);
  await late.everybody(({ online, receiver }) => (online ? [[receiver, { type: 'receive' }]] : []));
  await late.findCompetent();
  await late.wait(/^transfer/);
  await late.everybody(({ receiver }) => [[receiver, { type: 'transfer', copy: 'electronic' }]]);
  await late.wait(/^delivery/);
  await late.everybody(({ competent }) => [[competent, { type: 'confirmDelivery' }]]);
  await late.wait(/^acceptance/);
  await late.everybody(({ competent }) => [[competent, { type: 'acceptTransfer' }]]);
  await late.everybody((dossier) => (dossier.way === 'whole' ? begin(dossier) : []));
  await late.wait(/^(step|consultation)/);
  await late.everybody((dossier) => (dossier.way === 'whole' ? end(dossier) : []));
  await late.wait(/^legal/);
  await late.everybody(askedOf);
  await late.everybody((dossier) =>
    dossier.way === 'whole' ? [[dossier.competent, { type: 'decide', outcome: 'granted' }]] : [],
  );
  await late.wait(/^(resultTransfer|supplement|payment)/);
}

const begin = ({ competent, version }: LateDossier) => [
  ...version.steps.map(({ key }) => [competent, { type: 'startStep', step: key }] as const),
  ...version.consultations.map(
    ({ key }) => [competent, { type: 'requestConsultation', consultation: key, agencyId: TAX }] as const,
  ),
];
const end = ({ competent, version }: LateDossier) => [
  ...version.consultations.map(
    ({ key }) => [TAX, { type: 'answerConsultation', consultation: key, outcome: 'agreed' }] as const,
  ),
  ...version.steps.map(({ key }) => [competent, { type: 'completeStep', step: key }] as const),
];
function askedOf({ competent, way }: LateDossier): readonly (readonly [string, object])[] {
  if (way === 'supplement') {
    return [[competent, { type: 'requestSupplement', components: ['map'], reason: 'missing' }]];
  }
  return way === 'payment' ? [[competent, { type: 'requestPayment', feeCode: 'landFee', amountVnd: 500_000 }]] : [];
}

async function gatherMembers(): Promise<void> {
  const watcher = office.anonymous.with(await software(office, 'haiphong-supervisor', 'auditor'));
  for (const id of new Set(stream.news.map(({ event }) => event.alertId))) {
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await watcher.get(`/v1/alerts/${id}?members=all&limit=200${query}`);
      const page = body as { findings: readonly { code: string }[]; next: string | null };
      for (const { code } of page.findings) alertsOf.set(code, (alertsOf.get(code) ?? new Set()).add(id));
      cursor = page.next;
    }
  }
}

/** Clocks with a budget that the version gives this dossier. */
function clocksExpected({ version, way, online, competent, receiver }: LateDossier): readonly string[] {
  const travels = competent !== receiver;
  const whole = way === 'whole';
  return [
    ...(online ? ['reception'] : []),
    'legal',
    ...(travels ? ['transfer', 'delivery:1', 'acceptance:1'] : []),
    ...(whole ? version.steps.map(({ key }) => `step:${key}`) : []),
    ...(whole ? version.consultations.map(({ key }) => `consultation:${key}`) : []),
    ...(whole && travels ? ['resultTransfer'] : []),
    ...(way === 'supplement' ? ['supplement:1'] : []),
    ...(way === 'payment' ? ['payment:1'] : []),
  ];
}

describe('every rung of every published version', () => {
  it('is told by the journal, each once', async () => {
    for (const dossier of late.dossiers) {
      const told = (await late.rungsOf(dossier)).map(({ clock, told: what }) => `${clock} ${what}`);
      const expected = clocksExpected(dossier).flatMap((clock) =>
        [...dossier.version.warnPercents.map(String), 'breach'].map((rung) => `${clock} ${rung}`),
      );
      const who = { procedure: dossier.version.code, way: dossier.way };
      expect({ ...who, told: told.toSorted() }).toEqual({ ...who, told: expected.toSorted() });
    }
    expect(late.dossiers.length).toBeGreaterThan(25);
  }, 120_000);

  it('comes out of the stream in the minute it was written down, under an alert of that dossier', async () => {
    let rungs = 0;
    for (const dossier of late.dossiers) {
      const alerts = alertsOf.get(dossier.code) ?? new Set();
      const heard = new Set(stream.news.filter(({ event }) => alerts.has(event.alertId)).map(({ event }) => event.at));
      for (const rung of await late.rungsOf(dossier)) {
        const who = { procedure: dossier.version.code, way: dossier.way, ...rung };
        expect({ ...who, heard: heard.has(rung.at) }).toEqual({ ...who, heard: true });
        rungs += 1;
      }
    }
    expect(rungs).toBeGreaterThan(500);
  }, 120_000);

  it('in the order of its numbers, each once', () => {
    const numbers = stream.news.map(({ event }) => event.n);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});
