/** Alerts that follow from what happens to dossiers: grouped by cause, each once, gone when the facts are, never deleted. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { minuteOf } from '@lien-thong/domain';
import type { AgencyId, Instant, OfficerId } from '@lien-thong/domain';
import { ActOnAlert } from '../src/alerts/act-on-alert.js';
import type { Caller } from '../src/identity/caller.js';
import { alertsOf, faultsOf, lookBehindTheWall, kindsOf, membersOf } from './alert-steps.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { calendarWith, changeCalendar, day } from './calendar-steps.js';
import { DONG_HAI, DUC_PHO, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
beforeAll(async () => {
  // Monday, and the Tuesday of this week is the new holiday of 24 November: the town works on from Wednesday.
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-16T08:00:00+07:00' } });
  await lookBehindTheWall(office);
  // Somebody stands at two stages of the chain: in the ward, and at the provincial centre.
  await office.identities.account(DONG_HAI, ['supervisor']);
  await office.identities.account('haiphong-supervisor', ['supervisor']);
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
}, 120_000);
afterAll(async () => {
  await office.close();
});

/** A supervisor of the agency, in person. */
function supervisor(officerId: string, agencyId = DONG_HAI): Caller {
  const ids = { agencyId: agencyId as AgencyId, officerId: officerId as OfficerId };
  return { kind: 'person', id: officerId, ...ids, roles: new Set(['supervisor']), supervises: [ids.agencyId] };
}

describe('forty dossiers that one agency does not accept', () => {
  const codes: string[] = [];

  it('are one alert with forty members, opened when the rung of their clocks was reached', async () => {
    const opened = await Promise.all(Array.from({ length: 40 }, () => open(haiAn)));
    codes.push(...opened.map(({ code }) => code));
    await Promise.all(codes.map((code) => act(haiAn, code, { type: 'transfer', copy: 'electronic' })));
    await Promise.all(codes.map((code) => act(dongHai, code, { type: 'confirmDelivery' })));
    const [before] = await alertsOf(office, { rule: 'acceptancePending' });
    expect(before).toBeUndefined();
    await office.goOnTo('2026-11-17T07:45:00+07:00');
    const [lapsed, ...others] = await alertsOf(office, { rule: 'acceptancePending', decision: 'redirectTransfer' });
    expect(others).toEqual([]);
    expect(lapsed).toMatchObject({ owner_agency: DONG_HAI, level: 'breached', members: 40, state: 'open' });
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  }, 120_000);

  it('are acted on by supervisors only, by name, and of two at once one is told who was quicker', async () => {
    const [lapsed] = await alertsOf(office, { rule: 'acceptancePending', decision: 'redirectTransfer' });
    const id = lapsed?.id ?? '';
    const acts = office.app.get(ActOnAlert, { strict: false });
    const take = (caller: Caller) => acts.actOnAlert(caller, id, { type: 'acknowledge' });
    expect(await take({ ...supervisor('an'), roles: new Set(['clerk']) })).toMatchObject({
      code: 'alert-not-entitled',
    });
    expect(await take({ ...supervisor('an'), officerId: null })).toMatchObject({ code: 'alert-needs-person' });
    expect(await take(supervisor('an', DUC_PHO))).toMatchObject({ code: 'alert-not-found' });
    const foreign = { type: 'assign', to: 'nobody-known' as OfficerId } as const;
    expect(await acts.actOnAlert(supervisor('an'), id, foreign)).toMatchObject({ code: 'alert-officer-unknown' });
    const both = await Promise.all([take(supervisor('lan')), take(supervisor('minh'))]);
    const [won, lost] = 'refused' in both[0] ? [both[1], both[0]] : both;
    expect(won).toMatchObject({ version: 1, alert: { status: 'acknowledged' } });
    const by = 'alert' in won ? won.alert.acknowledgedBy : null;
    expect(lost).toMatchObject({ refused: true, code: 'alert-already-acknowledged', facts: { by } });
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  });

  it('climb the chain at the true minute where nobody reacts, and not where somebody did', async () => {
    await office.goOnTo('2026-11-17T09:00:00+07:00');
    await alertsOf(office);
    const climbs = await office.identities.run(
      `select e.data->>'stage' as stage, (e.data->>'dueAt')::int as due, (extract(epoch from e.at) / 60)::int as at,
          (extract(epoch from a.opened_at) / 60)::int as opened
        from alert_event e join alert a on a.id = e.alert_id where e.kind = 'escalated' order by e.n`,
    );
    expect(climbs.length).toBeGreaterThan(0);
    for (const { due, at, opened } of climbs) {
      // The stepped clock stops at the very minute; an hour of work is at least an hour.
      expect(at).toBe(due);
      expect(Number(due) - Number(opened)).toBeGreaterThanOrEqual(60);
    }
    const [inHand] = await alertsOf(office, { rule: 'acceptancePending', decision: 'redirectTransfer' });
    expect(inHand).toMatchObject({ state: 'acknowledged', escalates_at: null });
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  });

  it('leave it one by one as they are accepted, and it is resolved with the last', async () => {
    const [lapsed] = await alertsOf(office, { rule: 'acceptancePending', decision: 'redirectTransfer' });
    const [first = '', ...rest] = codes;
    await act(dongHai, first, { type: 'acceptTransfer' });
    const [now] = await alertsOf(office, { rule: 'acceptancePending', decision: 'redirectTransfer' });
    expect(now).toMatchObject({ id: lapsed?.id, members: 39, members_total: 40, state: 'acknowledged' });
    await Promise.all(rest.map((code) => act(dongHai, code, { type: 'acceptTransfer' })));
    const [done] = await alertsOf(office, { rule: 'acceptancePending', decision: 'redirectTransfer' });
    expect(done).toMatchObject({ id: lapsed?.id, members: 0, state: 'resolved', close_reason: 'facts' });
    const members = await membersOf(office, lapsed?.id ?? '');
    expect(members).toHaveLength(40);
    expect(new Set(members.map(({ close_reason }) => close_reason))).toEqual(new Set(['resolved']));
    expect((await kindsOf(office, lapsed?.id ?? '')).at(-1)).toBe('resolved');
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  });
});

describe('a shared system that is down', () => {
  it('is one alert with every dossier whose step needs it, and over when it is back', async () => {
    const codes = (await Promise.all([open(haiAn), open(haiAn), open(haiAn)])).map(({ code }) => code);
    for (const code of codes) {
      await handOver(haiAn, dongHai, code);
      expect(await act(dongHai, code, { type: 'startStep', step: 'appraisal' })).toMatchObject({ status: 200 });
    }
    await alertsOf(office);
    await office.identities.run(
      `insert into outage_revision (outage_id, revision, kind, system, from_at, evidence_reference, reason, state, digest,
          proposed_by, proposed_at, approved_by, approved_at)
        select gen_random_uuid(), 1, 'record', 'civilStatusSystem', t, 'BB-01', 'Mất kết nối', 'approved', 'x', 'person:a', t, 'person:b', t
        from (select $1::timestamptz as t) now`,
      [await office.now()],
    );
    const down = await alertsOf(office, { rule: 'systemOutage' });
    expect(down).toHaveLength(1);
    expect(down[0]).toMatchObject({
      system: 'civilStatusSystem',
      members: 3,
      owner_kind: 'system',
      owner_agency: null,
    });
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
    await office.identities.run(`update outage_revision set to_at = $1::timestamptz + interval '10 minutes'`, [
      await office.now(),
    ]);
    await office.goOnTo('2026-11-17T09:30:00+07:00');
    const [over] = await alertsOf(office, { rule: 'systemOutage' });
    expect(over).toMatchObject({ id: down[0]?.id, members: 0, state: 'resolved' });
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  });
});

describe('a breach that a holiday announced afterwards takes away', () => {
  it('is withdrawn with its reason, and its row stays', async () => {
    await office.goOnTo('2026-11-18T08:00:00+07:00');
    const { code } = await open(haiAn);
    await handOver(haiAn, dongHai, code);
    // 1.5 working days from Wednesday 08:00 end on Thursday at the noon break; the breach is recorded in the afternoon.
    await office.goOnTo('2026-11-20T08:00:00+07:00');
    const late = (await alertsOf(office, { rule: 'clockRunsOut' })).filter(({ level }) => level === 'breached');
    const members = (await Promise.all(late.map(({ id }) => membersOf(office, id)))).flat();
    expect(members.filter(({ clock_id, level }) => clock_id === 'legal' && level === 'breached')).not.toEqual([]);
    const admins = [
      await office.asPerson('haiphong-supervisor', 'admin'),
      await office.asPerson('haiphong-supervisor', 'admin'),
    ] as const;
    const plus = (exceptions: readonly ReturnType<typeof day>[]) =>
      [...exceptions, day('2026-11-19')].sort((a, b) => (a.date < b.date ? -1 : 1));
    const off = { ...(await calendarWith(admins[0], 'national', plus)), reason: 'Công điện đến chậm' };
    expect((await changeCalendar(admins, 'national', off)).run.stuck).toBe(0);
    await alertsOf(office);
    const rows = await office.identities.run(
      `select m.clock_id, m.close_reason, m.rung_at from alert_member m join dossier d on d.id = m.dossier_id
        where d.code = $1 and m.level = 'breached' order by m.clock_id`,
      [code],
    );
    const [told] = await office.identities.run(
      `select e.data->>'rungAt' as at from event e join dossier d on d.id = e.dossier_id
        where d.code = $1 and e.type = 'dossier.clockBreached.v1' and e.data->>'clockId' = 'legal'`,
      [code],
    );
    const breachedAt = minuteOf(String(told?.['at']) as Instant);
    expect(rows).toContainEqual({ clock_id: 'legal', close_reason: 'calendarRestated', rung_at: breachedAt });
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  });
});
