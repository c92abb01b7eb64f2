/** A breach that has not happened after all: its alert is withdrawn with the reason, and can be read ever after. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALERT_STATES } from '@lien-thong/domain';
import { alertsOf, faultsOf, lookBehindTheWall, settle } from './alert-steps.js';
import { amended, limitOf, publishedVersion } from './amendment-steps.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { recordAndApprove } from './outage-steps.js';
import { definitionOf } from './procedure-steps.js';

const monday = (time: string): string => `2026-11-16T${time}:00+07:00`;
const tuesday = (time: string): string => `2026-11-17T${time}:00+07:00`;

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let supervisor: HttpCaller;
let admins: readonly [HttpCaller, HttpCaller];
/** No rung but the breach, which leaves nothing behind; an outage of the portal relieves the transfer. */
const quiet = { warnPercents: [], transferCutoff: null };
const codes = { corrected: '', amended: '', relieved: '' };

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: monday('08:00') } });
  await lookBehindTheWall(office);
  [haiAn, dongHai] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
  supervisor = await office.asPerson('haiphong-supervisor', 'supervisor');
  admins = [
    await office.asPerson('haiphong-supervisor', 'admin'),
    await office.asPerson('haiphong-supervisor', 'admin'),
  ];
  const { legs } = await definitionOf(haiAn);
  await publishedVersion(office, 2, {
    ...{ cases: limitOf('1.5wd'), ...quiet },
    legs: { ...legs, transfer: { ...legs['transfer'], requires: ['nationalPortal'] } },
    outageRelief: { scope: 'legAndLimit', legalBasis: 'Quy chế phối hợp, điều 9' },
  });
  for (const which of ['corrected', 'amended', 'relieved'] as const) codes[which] = (await open(haiAn)).code;
  await handOver(haiAn, dongHai, codes.corrected);
  await handOver(haiAn, dongHai, codes.amended);
  await publishedVersion(office, 3, { cases: limitOf('10wd'), ...quiet });
}, 180_000);
afterAll(async () => {
  await office.close();
});

interface Finding {
  readonly code: string;
  readonly clock: string | null;
  readonly level: string;
  readonly rungAt: string | null;
  readonly openedAt: string;
  readonly closeReason: string | null;
}
interface AlertRead {
  readonly id: string;
  readonly state: string;
  readonly closeReason: string | null;
  readonly findings: readonly Finding[];
  readonly journal: readonly { readonly kind: string }[];
}

/** As a supervisor reads it, those that have left included. */
async function read(id: string): Promise<AlertRead> {
  const { status, body } = await supervisor.get(`/v1/alerts/${id}?members=all`);
  expect(status).toBe(200);
  return body as AlertRead;
}

/** Where the breach of the clock is told, standing or not. */
async function tellingOf(code: string, clock: string): Promise<readonly { alert: AlertRead; finding: Finding }[]> {
  await settle(office);
  const { body } = await supervisor.get(`/v1/alerts?limit=200&state=${ALERT_STATES.join(',')}`);
  const alerts = await Promise.all((body as { alerts: readonly { id: string }[] }).alerts.map(({ id }) => read(id)));
  return alerts.flatMap((alert) =>
    alert.findings
      .filter((finding) => finding.code === code && finding.clock === clock && finding.level === 'breached')
      .map((finding) => ({ alert, finding })),
  );
}

async function rowsOf(): Promise<readonly string[]> {
  const rows = await office.identities.run(
    `select 'alert ' || id as row from alert
      union all select concat_ws(' ', 'member', alert_id, joined_n, dossier_id, clock_id, epoch) from alert_member
      union all select 'event ' || n from alert_event`,
  );
  return rows.map(({ row }) => String(row));
}

interface Ground {
  readonly code: string;
  readonly clock: string;
  readonly reason: string;
  readonly takeAway: () => Promise<unknown>;
}

/** The breach is told of a time, its ground is taken away, and it reads as withdrawn with that reason: nothing else of it has changed. */
async function withdrawnBy({ code, clock, reason, takeAway }: Ground): Promise<void> {
  const [told, ...others] = await tellingOf(code, clock);
  expect(others).toEqual([]);
  expect(told).toMatchObject({ alert: { state: 'open' }, finding: { closeReason: null } });
  const before = await rowsOf();
  await takeAway();
  const [after, ...more] = await tellingOf(code, clock);
  expect(more).toEqual([]);
  expect(after).toMatchObject({
    alert: { id: told?.alert.id, state: 'withdrawn', closeReason: reason },
    finding: { ...told?.finding, closedAt: await office.now(), closeReason: reason },
  });
  expect(after?.alert.journal.map(({ kind }) => kind)).toEqual([
    'withdrawn',
    'left',
    ...(told?.alert.journal.map(({ kind }) => kind) ?? []),
  ]);
  expect((await alertsOf(office, { id: told?.alert.id ?? '' }))[0]).toMatchObject({ members: 0 });
  expect(await rowsOf()).toEqual(expect.arrayContaining([...before]));
  expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
}

describe('the alert of a breach', () => {
  it('is withdrawn by the correction of a time, which lets the clock begin later', async () => {
    const code = codes.corrected;
    await office.goOnTo(monday('08:30'));
    expect(await act(dongHai, code, { type: 'startStep', step: 'appraisal' })).toMatchObject({ status: 200 });
    // Half a working day from 08:30 ends at 14:30.
    await office.goOnTo(monday('14:40'));
    const correction = { type: 'correctTime', seq: 5, to: monday('14:00'), reason: 'typed-wrong' };
    await withdrawnBy({
      ...{ code, clock: 'step:appraisal', reason: 'timeCorrected' },
      takeAway: async () => {
        expect(await act(dongHai, code, correction)).toMatchObject({ status: 200 });
      },
    });
    expect(await act(dongHai, code, { type: 'completeStep', step: 'appraisal' })).toMatchObject({ status: 200 });
  });

  it('is withdrawn by an outage that two persons have recorded, which gives the minutes back', async () => {
    // One working day from Monday 08:00 to send it off.
    await office.goOnTo(tuesday('08:20'));
    await withdrawnBy({
      ...{ code: codes.relieved, clock: 'transfer', reason: 'outageRelieved' },
      takeAway: async () => {
        const outage = { system: 'nationalPortal', from: monday('08:30'), to: monday('17:30') };
        expect(await recordAndApprove(admins, outage)).toMatchObject({ dossiers: 1, withdrawnBreaches: 1 });
      },
    });
  });

  it('is withdrawn by an amendment to a longer limit, for all that are under it', async () => {
    // 1.5 working days from Monday 08:00 end on Tuesday at 14:00.
    await office.goOnTo(tuesday('14:20'));
    await withdrawnBy({
      ...{ code: codes.amended, clock: 'legal', reason: 'versionAmended' },
      takeAway: async () => {
        expect(await amended(admins, { fromVersions: [2], toVersion: 3 })).toMatchObject({ state: 'done' });
      },
    });
    expect(await tellingOf(codes.corrected, 'legal')).toMatchObject([{ finding: { closeReason: 'versionAmended' } }]);
  });

  it('is told anew when the clock breaches after all, and the withdrawn one stays beside it', async () => {
    await act(haiAn, codes.relieved, { type: 'transfer', copy: 'electronic' });
    await office.goOnTo('2026-12-04T08:00:00+07:00');
    const told = await tellingOf(codes.amended, 'legal');
    expect(told.map(({ finding }) => finding.closeReason)).toEqual(expect.arrayContaining([null, 'versionAmended']));
    expect(told).toHaveLength(2);
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  });
});
