/** The stream of alerts: nothing missed and nothing doubled, whoever cuts the line; nothing shown to whom it does not concern. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followAlerts } from '../../../../packages/client/src/alerts/follow-alerts.js';
import { AlertNumbers } from '../../src/alerts/alert-numbers.js';
import { AlertStreams } from '../../src/alerts/alert-stream.js';
import { settle } from '../alert-steps.js';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { DONG_HAI, HAI_AN, act, open } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';
import { StreamReader, person, software } from './stream-reader.js';

const CENTRE = 'haiphong-supervisor';
let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;

beforeAll(async () => {
  office = await startApp();
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
}, 120_000);
afterAll(async () => {
  await office.close();
});

/** A dossier of the 1.5-day kind, which is overdue by construction from its first minute: an alert. */
const happen = async (): Promise<string> => (await open(haiAn)).code;
const numbersOf = (stream: StreamReader) => stream.news.map(({ event }) => event.n);

interface Page {
  readonly events: readonly { readonly event: { readonly n: number } }[];
  readonly next: number;
}
/** Everything after a number, as the poll has it once all that happened is in the alerts. */
async function polled(caller: HttpCaller, after: number): Promise<readonly number[]> {
  await settle(office);
  const { body } = await caller.get(`/v1/alerts/events?after=${after}&limit=1000`);
  return (body as Page).events.map(({ event }) => event.n);
}
const nowAt = async (caller: HttpCaller): Promise<number> => {
  await settle(office);
  const { body } = await caller.get('/v1/alerts/events?after=now');
  return (body as Page).next;
};

describe('a line that is cut', () => {
  it('is taken up with Last-Event-ID where it broke off: what it told is what the poll tells', async () => {
    const headers = await software(office, CENTRE, 'supervisor');
    const caller = office.anonymous.with(headers);
    const from = await nowAt(caller);
    const heard: number[] = [];
    let last: string | null = null;
    for (let round = 0; round < 5; round += 1) {
      const stream: StreamReader = await StreamReader.open(office, headers, last);
      await happen();
      await stream.until(() => stream.news.length > 0);
      await stream.cut();
      heard.push(...numbersOf(stream));
      last = stream.lastId;
      // Something happens while nobody listens.
      await happen();
    }
    const rest = await StreamReader.open(office, headers, last);
    const end = await nowAt(caller);
    await rest.until(() => Number(rest.lastId) >= end);
    heard.push(...numbersOf(rest));
    await rest.cut();
    expect(heard).toEqual(await polled(caller, from));
    expect(heard.length).toBeGreaterThanOrEqual(10);
  }, 120_000);

  it('is taken up by the client by itself, by asking where no stream gets through', async () => {
    const key = await office.identities.key(CENTRE, ['supervisor']);
    const caller = office.anonymous.with({ authorization: `Bearer ${key}` });
    const from = await nowAt(caller);
    const over = new AbortController();
    const lines: string[] = [];
    let streams = 0;
    /** Every second stream is no stream: a proxy answers with a page of its own. */
    const fetchThroughProxy: typeof fetch = (input, init) => {
      if (!String(input).endsWith('/stream')) return fetch(input, init);
      streams += 1;
      return streams % 2 === 1 ? Promise.resolve(new Response('<html>')) : fetch(input, init);
    };
    const heard: number[] = [];
    const following = (async () => {
      const rules = { pauseMs: 5, pollEveryMs: 20, streamAgainAfterMs: 200 };
      const options = { baseUrl: office.url, credentials: { kind: 'apiKey', key }, after: from, rules } as const;
      const around = { surroundings: { fetch: fetchThroughProxy }, signal: over.signal };
      for await (const { event } of followAlerts({ ...options, ...around, onLine: (line) => lines.push(line) })) {
        heard.push(event.n);
      }
    })();
    for (let n = 0; n < 4; n += 1) await happen();
    const expected = await polled(caller, from);
    for (let n = 0; heard.length < expected.length && n < 1_000; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    over.abort();
    await following;
    expect(heard).toEqual(expected);
    expect(lines).toContain('poll');
  });
});

/** Waits in real time for the service to notice who has gone. */
async function noneIsOpen(): Promise<void> {
  const streams = office.app.get(AlertStreams, { strict: false });
  for (let n = 0; streams.open > 0 && n < 500; n += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(streams.open).toBe(0);
}

describe('the stream', () => {
  it('says nothing to a supervisor of another province, nor do list, poll or the alert itself', async () => {
    const stranger = await person(office, 'danang-supervisor', 'supervisor', 'auditor');
    const clerk = await software(office, 'danang-hung-son', 'clerk');
    const boss = await StreamReader.open(office, await software(office, CENTRE, 'auditor'));
    const [theirs, others] = [await StreamReader.open(office, stranger), await StreamReader.open(office, clerk)];
    const code = await happen();
    await boss.until(() => boss.news.some(({ event }) => event.dossiers.includes(code)));
    await others.until(() => Number(others.lastId) >= 0);
    expect([theirs.news, others.news]).toEqual([[], []]);
    const { id } = boss.news[0]?.alert ?? { id: '' };
    for (const caller of [office.anonymous.with(stranger), office.anonymous.with(clerk)]) {
      expect((await caller.get('/v1/alerts')).body).toMatchObject({ alerts: [], counts: { total: 0, byRule: {} } });
      expect((await caller.get('/v1/alerts/events')).body).toMatchObject({ events: [] });
      expect(await caller.get(`/v1/alerts/${id}`)).toMatchObject({ status: 404, body: { code: 'alert-not-found' } });
      expect((await caller.get(`/v1/alerts/stream?after=0&seconds=0`)).text).not.toContain(code);
    }
    const acted = await office.anonymous
      .with(stranger)
      .post(`/v1/alerts/${id}/acknowledge`, {}, { 'if-match': '"v0"' });
    expect(acted).toMatchObject({ status: 404, body: { code: 'alert-not-found' } });
    for (const stream of [boss, theirs, others]) await stream.cut();
  });

  it('shows a clerk what concerns his own agency', async () => {
    const stream = await StreamReader.open(office, await software(office, HAI_AN, 'clerk'));
    const code = await happen();
    await stream.until(() => stream.news.some(({ event }) => event.dossiers.includes(code)));
    await stream.cut();
  });

  it('ends when its reader signs out, and tells him nothing more', async () => {
    const headers = await person(office, CENTRE, 'supervisor');
    const stream = await StreamReader.open(office, headers);
    expect((await office.anonymous.with(headers).post('/auth/logout', {})).status).toBeLessThan(400);
    await happen();
    await stream.until(() => stream.ended !== null);
    expect({ ended: stream.ended, news: stream.news }).toEqual({ ended: 'signed-out', news: [] });
  });

  it('ends, also when nothing happens, soon after his rights were changed', async () => {
    const headers = await person(office, CENTRE, 'supervisor');
    const stream = await StreamReader.open(office, headers);
    await office.identities.run(`update account set authz_version = authz_version + 1
      where id in (select o.id from officer o where o.agency_id = '${CENTRE}')`);
    await stream.until(() => stream.ended !== null, 12_000);
    expect(stream.ended).toBe('signed-out');
  }, 20_000);

  it('looks for new numbers once for all who listen', async () => {
    const readers: StreamReader[] = [];
    for (let n = 0; n < 10; n += 1) {
      readers.push(await StreamReader.open(office, await software(office, CENTRE, 'auditor')));
      readers.push(await StreamReader.open(office, await software(office, HAI_AN, 'clerk')));
    }
    const numbers = office.app.get(AlertNumbers, { strict: false });
    expect(numbers.waiting).toBeGreaterThanOrEqual(20);
    const before = numbers.looks;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(numbers.looks - before).toBeLessThanOrEqual(6);
    const code = await happen();
    await Promise.all(
      readers.map((each) => each.until(() => each.news.some(({ event }) => event.dossiers.includes(code)))),
    );
    await Promise.all(readers.map((each) => each.cut()));
  }, 120_000);

  it('of one caller ends when he opens too many others', async () => {
    const headers = await software(office, CENTRE, 'auditor');
    const streams: StreamReader[] = [];
    for (let n = 0; n < 17; n += 1) streams.push(await StreamReader.open(office, headers));
    await streams[0]?.until(() => streams[0]?.ended !== null);
    expect(streams.map(({ ended }) => ended)).toEqual(['too-many', ...Array.from({ length: 16 }, () => null)]);
    await Promise.all(streams.map((each) => each.cut()));
    await noneIsOpen();
  });

  it('is forgotten also when its reader has gone before the first word', async () => {
    const headers = await software(office, CENTRE, 'auditor');
    const impatient = async (millis: number) => {
      const signal = AbortSignal.timeout(millis);
      await fetch(`${office.url}/v1/alerts/stream`, { headers, signal }).then((answer) => answer.body?.cancel());
    };
    // Some go before the service has read their key, some while it answers, some after the first word.
    for (let millis = 1; millis <= 24; millis += 1) {
      await Promise.allSettled(Array.from({ length: 12 }, () => impatient(millis)));
    }
    await noneIsOpen();
  }, 60_000);

  it('goes on from a number only if it was given out', async () => {
    const caller = await office.as(CENTRE, 'supervisor');
    const beyond = (await nowAt(caller)) + 1_000;
    for (const path of [`/v1/alerts/stream?seconds=0&after=${beyond}`, `/v1/alerts/events?after=${beyond}`]) {
      expect(await caller.get(path)).toMatchObject({ status: 410, body: { code: 'alert-numbers-restarted' } });
    }
    const ahead = { 'last-event-id': String(beyond) };
    expect(await caller.get('/v1/alerts/stream?seconds=0', ahead)).toMatchObject({ status: 410 });
    for (const id of ['x', '-1', '1e3', '9'.repeat(30)]) {
      const answer = await caller.get('/v1/alerts/stream?seconds=0', { 'last-event-id': id });
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'cursor-invalid', errors: [{ field: 'Last-Event-ID' }] },
      });
    }
    expect((await caller.get('/v1/alerts/stream?seconds=0')).text).toContain('event: end');
  });
});

describe('when the service ends', () => {
  it('its streams are told, and the shutdown does not wait for them', async () => {
    const small = await startApp({ seeded: false });
    await small.identities.agency('haiphong-hai-an');
    const stream = await StreamReader.open(small, await software(small, 'haiphong-hai-an', 'clerk'));
    await small.close();
    await stream.until(() => stream.ended !== null);
    expect(stream.ended).toBe('closing');
  }, 60_000);
});

describe('a dossier that goes on', () => {
  it('takes its alerts with it', async () => {
    const stream = await StreamReader.open(office, await software(office, CENTRE, 'supervisor'));
    const code = await happen();
    // Else it would be gone before anybody looked, and there would be nothing to take along.
    await settle(office);
    await act(haiAn, code, { type: 'withdraw' });
    await stream.until(() => stream.kinds().includes('left'));
    expect(await dongHai.get(`/v1/dossiers/${code}`)).toMatchObject({ status: 404 });
    await stream.cut();
  });
});
