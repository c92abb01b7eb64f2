/** What users complain of in other software, where it concerns alerts: each complaint told again here, under the name it has there. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { DONG_HAI, HAI_AN, act, open, reception } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';
import { StreamReader, software } from './stream-reader.js';
import type { Headers } from './stream-reader.js';

const CENTRE = 'haiphong-supervisor';
let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
let headers: Headers;
let boss: HttpCaller;

beforeAll(async () => {
  office = await startApp();
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
  headers = await software(office, CENTRE, 'supervisor');
  boss = office.anonymous.with(headers);
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Listed {
  readonly id: string;
  readonly rule: string;
  readonly level: string;
  readonly sentence: string;
  readonly owner: { readonly agency: { readonly id: string } | null };
  readonly decision: { readonly act: string; readonly by: readonly string[] };
  readonly members: { readonly dossiers: number };
}
const alerts = async (query = ''): Promise<{ alerts: Listed[]; counts: { total: number } }> =>
  (await boss.get(`/v1/alerts?limit=200${query}`)).body as { alerts: Listed[]; counts: { total: number } };
const dossiersUnder = async (id: string): Promise<readonly string[]> => {
  const { body } = await boss.get(`/v1/alerts/${id}?limit=200`);
  return (body as { findings: readonly { code: string }[] }).findings.map(({ code }) => code);
};
const goOn = async (minutes: number): Promise<void> => {
  await office.goOnTo(new Date(Date.parse(await office.now()) + minutes * 60_000).toISOString());
};
const overdue = async (caller: HttpCaller, code: string): Promise<boolean> => {
  const { body } = await caller.get(`/v1/dossiers/${code}/clocks`);
  const { clocks } = body as { clocks: readonly { id: string; overdue: boolean }[] };
  return clocks.some((clock) => clock.id === 'legal' && clock.overdue);
};
const DAYS = 24 * 60;
/** Alerts follow what was committed within moments. */
async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + 10_000; ;) {
    const answer = await ask();
    if (holds(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('hồ sơ treo (Dân trí, 2 February 2026): a dossier has a code, then lies fifteen days, and nobody is told', () => {
  it('the alert about it is there within the hour it may travel, is the first of all, and names whom to turn to', async () => {
    const { code } = await open(haiAn);
    await act(haiAn, code, { type: 'transfer', copy: 'electronic' });
    await goOn(61);
    const [first] = (await alerts()).alerts;
    expect(first).toMatchObject({
      ...{ rule: 'deliveryPending', level: 'breached', owner: { agency: { id: DONG_HAI } } },
      decision: { act: 'redirectTransfer', by: ['supervisorOverBoth'] },
    });
    expect(first?.sentence).toMatch(/^Hồ sơ treo/);
    expect(await dossiersUnder(first?.id ?? '')).toEqual([code]);
    // Fifteen days later it is still there, and the first.
    await goOn(15 * DAYS);
    expect((await alerts()).alerts[0]?.id).toBe(first?.id);
    expect((await dongHai.get(`/v1/dossiers/${code}`)).body).toMatchObject({ phase: 'inTransfer' });
  }, 120_000);
});

describe('nghean24h, August 2025: transfers between systems fail without a word', () => {
  it('the one that sent it sees the alert too, and the receipt that comes at last ends it', async () => {
    const { alerts: seen } = (await haiAn.get('/v1/alerts?rule=deliveryPending')).body as { alerts: Listed[] };
    expect(seen).toHaveLength(1);
    const [code = ''] = await dossiersUnder(seen[0]?.id ?? '');
    await act(dongHai, code, { type: 'confirmDelivery' });
    const left = async () => ((await haiAn.get('/v1/alerts?rule=deliveryPending')).body as { alerts: Listed[] }).alerts;
    expect(await eventually(left, (standing) => standing.length === 0)).toEqual([]);
    expect((await haiAn.get('/v1/alerts?rule=deliveryPending&state=resolved&level=breached')).body).toMatchObject({
      alerts: [{ id: seen[0]?.id, closeReason: 'facts', sentence: expect.stringContaining(' 1 hồ sơ ') }],
    });
  });
});

describe('OpenCPS #1178', () => {
  it('five minutes after reception nothing is overdue, whoever asks and however often', async () => {
    const { code } = await open(haiAn);
    for (let minute = 0; minute < 5; minute += 1) {
      await goOn(1);
      expect(await overdue(haiAn, code)).toBe(false);
    }
    const under = await Promise.all((await alerts('&level=breached')).alerts.map(({ id }) => dossiersUnder(id)));
    expect(under.flat()).not.toContain(code);
  });
});

describe('OpenCPS #1254', () => {
  it('while the applicant is asked to supplement, no alert says that the office is late', async () => {
    const intake = { ...(reception()['intake'] as object), procedureCode: '1.001612' };
    const jurisdiction = { headOffice: { communeCode: '11413' } };
    const { code } = await open(haiAn, reception({ intake: { ...intake, jurisdiction } }));
    expect((await act(haiAn, code, { type: 'requestSupplement', components: ['map'], reason: 'missing' })).status).toBe(
      200,
    );
    await goOn(14 * DAYS);
    expect(await overdue(haiAn, code)).toBe(false);
    const late = (await alerts('&rule=clockRunsOut')).alerts;
    expect((await Promise.all(late.map(({ id }) => dossiersUnder(id)))).flat()).not.toContain(code);
  }, 120_000);
});

describe('Camunda Operate #51397, #50002; OpenCRVS #12103', () => {
  it('the count is that of the list, while dossiers come and go', async () => {
    const coming = (async () => {
      for (let n = 0; n < 6; n += 1) {
        const { code } = await open(haiAn);
        if (n % 2 === 0) await act(haiAn, code, { type: 'withdraw' });
      }
    })();
    for (let n = 0; n < 12; n += 1) {
      const { alerts: listed, counts } = await alerts();
      expect(counts.total).toBe(listed.length);
    }
    await coming;
    await goOn(1);
    for (const { id, members } of (await alerts()).alerts) {
      expect(new Set(await dossiersUnder(id)).size).toBe(members.dossiers);
    }
  }, 120_000);
});

describe('Camunda Optimize: alerts on single numbers only', () => {
  it('an alert names the dossiers, who has to act and what he can do; there is none that nobody can act on', async () => {
    const { alerts: listed } = await alerts('&state=open,acknowledged,snoozed,settled,resolved,withdrawn');
    expect(listed.length).toBeGreaterThan(3);
    for (const alert of listed) {
      expect(alert.sentence).not.toMatch(/[{}–]/);
      expect(alert.decision.by.length).toBeGreaterThan(0);
      expect((alert as unknown as { chain: readonly object[] }).chain.length).toBeGreaterThan(0);
    }
  });
});

describe('open-mercato #2293, OpenRegister #3350: an escalation that does nothing', () => {
  it('goes to somebody: with nobody at the ward, the provincial centre has it from the first minute', async () => {
    const [alert] = (await alerts('&rule=structuralInfeasibility')).alerts;
    const { body } = await boss.get(`/v1/alerts/${alert?.id ?? ''}`);
    expect(body).toMatchObject({ stage: { stage: 'province', agencies: [{ id: CENTRE }] }, escalatesAt: null });
  });
});

describe('OpenCRVS #5313, #11703: records disappear after a reconnect, or come half a minute late', () => {
  it('what happened while the line was down comes with the next stream, and what happens now within a second', async () => {
    const first = await StreamReader.open(office, headers);
    await first.cut();
    const missed = await open(haiAn);
    const second = await StreamReader.open(office, headers, first.lastId);
    await second.until(() => second.news.some(({ event }) => event.dossiers.includes(missed.code)));
    const since = Date.now();
    const { code } = await open(haiAn);
    await second.until(() => second.news.some(({ event }) => event.dossiers.includes(code)));
    expect(Date.now() - since).toBeLessThan(5_000);
    await second.cut();
  });
});

describe('DIGIT inbox: what is unknown is green', () => {
  it('a dossier for which nobody competent is known calls for somebody, as unknown', async () => {
    const intake = { procedureCode: '1.004873', channel: 'counter', jurisdiction: {} };
    const held = await haiAn.post('/v1/dossiers', {
      ...{ type: 'receive', intake },
      holdForJurisdiction: { reason: 'unknown-place' },
    });
    expect(held.status).toBe(201);
    const { code } = held.body as { code: string };
    const under = async () =>
      (await Promise.all((await alerts('&level=unknown')).alerts.map(({ id }) => dossiersUnder(id)))).flat();
    expect(await eventually(under, (codes) => codes.includes(code))).toContain(code);
    const { body } = await haiAn.get(`/v1/dossiers/${code}`);
    const { risks } = body as { risks: readonly { level: string; sentence: string; sentenceEn: string }[] };
    expect(risks.filter(({ level }) => level === 'unknown').map(({ sentence }) => sentence)).toContain(
      'Chưa xác định được cơ quan có thẩm quyền giải quyết.',
    );
  });
});

describe('the list of risk rules', () => {
  it('says of each rule what it reads, what it may say at which level, and what it advises', async () => {
    const { body } = await haiAn.get('/v1/risk-rules');
    const { rules } = body as { rules: readonly { rule: string; reads: string[]; causes: { sentence: string }[] }[] };
    expect(rules).toHaveLength(14);
    for (const { reads, causes } of rules) {
      expect(reads.length).toBeGreaterThan(0);
      expect(causes.every(({ sentence }) => sentence.length > 8)).toBe(true);
    }
  });
});
