/** The life of an alert, as a supervisor hears it: it opens, climbs, is taken in hand, put off, comes back, and is resolved by the facts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { DONG_HAI, HAI_AN, act, open } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';
import { StreamReader, person } from './stream-reader.js';
import type { Headers, News } from './stream-reader.js';

const CENTRE = 'haiphong-supervisor';
let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let boss: HttpCaller;
let bossHeaders: Headers;

beforeAll(async () => {
  office = await startApp();
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  bossHeaders = await person(office, CENTRE, 'supervisor');
  boss = office.anonymous.with(bossHeaders);
  // Đông Hải has somebody who supervises: the first link of the chain.
  await office.asPerson(DONG_HAI, 'supervisor');
}, 120_000);
afterAll(async () => {
  await office.close();
});

const isStuck = ({ alert }: News): boolean => alert.rule === 'deliveryPending' && alert.level === 'breached';
const minutesLater = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

interface One {
  readonly version: number;
  readonly state: string;
  readonly findings: readonly { code: string; clock: string; rungAt: string; sentence: string }[];
  readonly journal: readonly { n: number; kind: string }[];
}
const read = async (id: string, query = ''): Promise<One> => {
  const answer = await boss.get(`/v1/alerts/${id}${query}`);
  expect(answer.status).toBe(200);
  return answer.body as One;
};
const tag = async (id: string): Promise<Record<string, string>> => ({ 'if-match': `"v${(await read(id)).version}"` });

describe('a transfer that never arrives', () => {
  it('opens in the stream, goes up the chain, is acknowledged by name, put off, comes back, and is resolved by the receipt', async () => {
    const stream = await StreamReader.open(office, bossHeaders);
    const { code } = await open(haiAn);
    await act(haiAn, code, { type: 'transfer', copy: 'electronic' });
    const sentAt = await office.now();

    // One working hour to the receipt; the alert comes with the minute after it.
    const breachedAt = minutesLater(sentAt, 61);
    await office.goOnTo(breachedAt);
    await stream.until(() => stream.news.some(isStuck));
    const opened = stream.news.find(isStuck);
    const id = opened?.alert.id ?? '';
    expect(opened).toMatchObject({
      event: { at: breachedAt, dossiers: [code], by: null },
      alert: {
        ...{ cause: 'transitStuck', state: 'open', owner: { agency: { id: DONG_HAI } }, members: { dossiers: 1 } },
        decision: { act: 'redirectTransfer', by: ['supervisorOverBoth'] },
        stage: { stage: 'unit' },
      },
    });
    const heard = () => stream.news.filter(({ event }) => event.alertId === id).map(({ event }) => event.kind);

    // Nobody of the ward reacts within sixty working minutes.
    await office.goOnTo(minutesLater(breachedAt, 60));
    await stream.until(() => heard().includes('escalated'));
    expect(stream.news.find(({ event }) => event.kind === 'escalated' && event.alertId === id)?.event).toMatchObject({
      escalated: { stage: 'province', dueAt: minutesLater(breachedAt, 60), to: [{ id: CENTRE }] },
    });

    const acknowledged = await boss.post(`/v1/alerts/${id}/acknowledge`, { reason: 'callingThem' }, await tag(id));
    expect(acknowledged).toMatchObject({ status: 200, body: { id, state: 'acknowledged', replayed: false } });
    await stream.until(() => heard().includes('acknowledged'));
    expect(stream.news.at(-1)?.event.by?.officerId).toBeTruthy();

    const until = minutesLater(breachedAt, 90);
    const snoozed = await boss.post(`/v1/alerts/${id}/snooze`, { until, reason: 'lineBeingMended' }, await tag(id));
    expect(snoozed).toMatchObject({ status: 200, body: { state: 'snoozed' } });
    await office.goOnTo(until);
    await stream.until(() => heard().includes('reopened'));
    expect(stream.news.at(-1)?.event).toMatchObject({ reason: 'snoozeOver', at: until });

    await act(dongHai, code, { type: 'confirmDelivery' });
    await stream.until(() => heard().includes('resolved'));
    expect(heard()).toEqual(['opened', 'escalated', 'acknowledged', 'snoozed', 'reopened', 'left', 'resolved']);
    expect(stream.news.find(({ event }) => event.kind === 'resolved')?.alert.state).toBe('resolved');
    await stream.cut();
  }, 120_000);

  it('names the dossier, the clock and the true minute, in words, and keeps them when all is over', async () => {
    const { body } = await boss.get('/v1/alerts?state=resolved&rule=deliveryPending&level=breached');
    const [alert] = (body as { alerts: readonly { id: string }[] }).alerts;
    const { findings, journal } = await read(alert?.id ?? '', '?members=all');
    expect(findings).toMatchObject([
      { clock: 'delivery:1', level: 'breached', closeReason: 'resolved', rungAt: expect.any(String) },
    ]);
    expect(findings[0]?.sentence).toMatch(
      /^Hồ sơ treo: đã gửi mà không có biên nhận đã đến, quá hạn từ \d\d:\d\d ngày/,
    );
    expect((await read(alert?.id ?? '')).findings).toEqual([]);
    expect(journal.map(({ n }) => n)).toEqual(journal.map(({ n }) => n).toSorted((a, b) => b - a));
  });

  it('is told as it was known at a former moment', async () => {
    const { body } = await boss.get('/v1/alerts?state=resolved&rule=deliveryPending&level=breached');
    const [alert] = (body as { alerts: readonly { id: string; openedAt: string }[] }).alerts;
    const then = minutesLater(alert?.openedAt ?? '', 30);
    const before = await read(alert?.id ?? '', `?asOf=${then}`);
    expect(before).toMatchObject({ at: then, state: 'open', version: 0, members: { dossiers: 1, byLevel: null } });
    expect(before.journal.map(({ kind }) => kind)).toEqual(['opened']);
    const list = await boss.get(`/v1/alerts?asOf=${then}&rule=deliveryPending&level=breached`);
    expect(list.body).toMatchObject({ at: then, alerts: [{ id: alert?.id, state: 'open' }], counts: { total: 1 } });
    const early = minutesLater(alert?.openedAt ?? '', -1);
    expect(await boss.get(`/v1/alerts/${alert?.id ?? ''}?asOf=${early}`)).toMatchObject({
      status: 404,
      body: { code: 'alert-not-found' },
    });
    const ahead = minutesLater(await office.now(), 60);
    expect((await boss.get(`/v1/alerts?asOf=${ahead}`)).body).toMatchObject({ code: 'invalid-query' });
    expect((await boss.get(`/v1/alerts/${alert?.id ?? ''}?asOf=${ahead}`)).body).toMatchObject({
      code: 'invalid-query',
    });
  });
});

describe('forty dossiers without a receipt from one ward', () => {
  const codes: string[] = [];
  let id = '';

  it('are one alert with forty dossiers, counted as they are listed, page by page', async () => {
    for (let i = 0; i < 40; i += 1) {
      const { code } = await open(haiAn);
      await act(haiAn, code, { type: 'transfer', copy: 'electronic' });
      codes.push(code);
    }
    await office.goOnTo(minutesLater(await office.now(), 24 * 60));
    const { body } = await boss.get('/v1/alerts?rule=deliveryPending&level=breached');
    const { alerts } = body as { alerts: readonly { id: string; members: object; sentence: string }[] };
    expect(alerts).toMatchObject([{ members: { dossiers: 40, findings: 40, byLevel: { breached: 40 } } }]);
    expect(alerts[0]?.sentence).toContain('40 hồ sơ');
    id = alerts[0]?.id ?? '';
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await boss.get(`/v1/alerts/${id}?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const { findings, next } = page.body as { findings: readonly { code: string }[]; next: string | null };
      seen.push(...findings.map(({ code }) => code));
      cursor = next;
    }
    expect(seen.toSorted()).toEqual(codes.toSorted());
  }, 120_000);

  it('may be assigned to an officer whom it concerns, and are found by that', async () => {
    const [officer] = await office.identities.run(`select id from officer where agency_id = $1 and active limit 1`, [
      CENTRE,
    ]);
    const to = String(officer?.['id']);
    const assigned = await boss.post(`/v1/alerts/${id}/assign`, { officerId: to }, await tag(id));
    expect(assigned.status).toBe(200);
    expect((await boss.get('/v1/alerts?assigned=me')).body).toMatchObject({ counts: { total: 0 } });
    expect((await read(id)) as object).toMatchObject({ assignedTo: to });
  });

  it('settled by hand stay away until one more joins', async () => {
    const settled = await boss.post(`/v1/alerts/${id}/resolve`, { reason: 'knownOutage' }, await tag(id));
    expect(settled).toMatchObject({ status: 200, body: { state: 'settled' } });
    expect((await boss.get('/v1/alerts?rule=deliveryPending&level=breached')).body).toMatchObject({ alerts: [] });
    const { code } = await open(haiAn);
    await act(haiAn, code, { type: 'transfer', copy: 'electronic' });
    await office.goOnTo(minutesLater(await office.now(), 24 * 60));
    expect((await boss.get('/v1/alerts?rule=deliveryPending&level=breached')).body).toMatchObject({
      alerts: [{ id, state: 'open', members: { dossiers: 41 } }],
    });
  });
});

describe('the list of alerts', () => {
  it('counts what it lists, whatever it is filtered by', async () => {
    const all = '?state=open,acknowledged,snoozed,settled,resolved,withdrawn';
    const filters = [
      ...['', '&sort=newest', '&level=breached', '&rule=structuralInfeasibility', `&agency=${DONG_HAI}`],
      ...['&procedure=1.004873', '&procedure=1.012817', '&decision=redirectTransfer', '&stage=province', '&agency=me'],
    ];
    for (const filter of filters) {
      const listed: string[] = [];
      let total = -1;
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body } = await boss.get(`/v1/alerts${all}${filter}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
        const page = body as { alerts: { id: string }[]; next: string | null; counts: Record<string, number & object> };
        listed.push(...page.alerts.map((alert) => alert.id));
        total = page.counts['total'] ?? -1;
        for (const group of ['byLevel', 'byState', 'byRule', 'byCause', 'byDecision']) {
          const sum = Object.values(page.counts[group] ?? {}).reduce((a: number, b) => a + Number(b), 0);
          expect({ filter, group, sum }).toEqual({ filter, group, sum: total });
        }
        cursor = page.next;
      }
      expect({ filter, listed: new Set(listed).size, total }).toEqual({
        filter,
        listed: listed.length,
        total: listed.length,
      });
    }
  }, 120_000);

  it('has what is stuck on the way before all else', async () => {
    const { body } = await boss.get('/v1/alerts');
    const { alerts } = body as { alerts: readonly { rule: string; level: string }[] };
    expect(alerts[0]).toMatchObject({ rule: 'deliveryPending', level: 'breached' });
    expect(alerts.length).toBeGreaterThan(2);
  });
});
