/** Who may see an alert and act on it, what is refused, and how: every role at every relation, also with the application's wall down. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { AGENCIES } from '../authorisation/dossier-under-way.js';
import { fallenWall } from '../authorisation/fallen-wall.js';
import { callersOf } from '../authorisation/matrix.js';
import type { MatrixCaller } from '../authorisation/matrix.js';
import { HAI_AN, act, open } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';

const ACTS: Readonly<Record<string, object>> = {
  acknowledge: {},
  snooze: { until: '2026-03-04T00:00:00Z' },
  unsnooze: {},
  assign: { officerId: 'haiphong-supervisor.supervisor' },
  resolve: { reason: 'knownOutage' },
};

interface Scene {
  readonly office: TestApp;
  readonly callers: readonly MatrixCaller[];
  readonly code: string;
  readonly id: string;
}

/** A dossier of Hải An that is on its way to Đông Hải, and the alert about it. */
async function scene(office: TestApp): Promise<Scene> {
  const haiAn = await office.as(HAI_AN);
  const { code } = await open(haiAn);
  await act(haiAn, code, { type: 'transfer', copy: 'electronic' });
  await office.goOnTo('2026-03-02T03:00:00Z');
  const centre = await office.as(AGENCIES.overBoth, 'supervisor');
  const { body } = await centre.get('/v1/alerts?rule=deliveryPending&level=breached');
  const [alert] = (body as { alerts: readonly { id: string }[] }).alerts;
  const callers = (await callersOf(office)).filter(({ role }) => role !== 'admin');
  return { office, callers, code, id: alert?.id ?? '' };
}

/** The receiver and the owner of the alert, and who watches over them; a consulted agency has no business in it. */
function concerns({ relation, role }: MatrixCaller): boolean {
  if (relation === 'receiving' || relation === 'competent') return true;
  return relation === 'overBoth' && role !== 'clerk';
}

let standing: Scene;
beforeAll(async () => {
  standing = await scene(await startApp());
}, 180_000);
afterAll(async () => {
  await standing.office.close();
});

interface Sent {
  readonly tag?: string;
  readonly key?: string;
  readonly body?: object;
}

/** Does an act on the alert: on the version of the tag, under a new key unless one is given. */
const post = (caller: HttpCaller, what: string, { tag = '"v0"', key = randomUUID(), body = ACTS[what] ?? {} }: Sent) =>
  caller.post(`/v1/alerts/${standing.id}/${what}`, body, { 'idempotency-key': key, 'if-match': tag });

describe('an alert', () => {
  it('is seen by whom it concerns, in the list, by itself, in the poll and in the stream, and by nobody else', async () => {
    for (const asking of standing.callers) {
      const { name, role, relation, caller } = asking;
      const expected = concerns(asking);
      const list = await caller.get('/v1/alerts?rule=deliveryPending');
      const seen = {
        list: list.text.includes(standing.id),
        one: (await caller.get(`/v1/alerts/${standing.id}`)).status === 200,
        poll: (await caller.get('/v1/alerts/events')).text.includes(standing.id),
        stream: (await caller.get('/v1/alerts/stream?after=0&seconds=0')).text.includes(standing.id),
      };
      const who = { name, role, relation };
      expect({ ...who, ...seen }).toEqual({ ...who, list: expected, one: expected, poll: expected, stream: expected });
    }
  }, 120_000);

  it.each(Object.keys(ACTS))('is not acted on (%s) by who may not: software, clerks, strangers', async (what) => {
    for (const asking of standing.callers) {
      const { name, role, relation, caller } = asking;
      const answer = await post(caller, what, { tag: '"v7"' });
      const known = concerns(asking) ? (name.endsWith('software') ? 403 : 412) : 404;
      const who = { name, role, relation, code: (answer.body as { code: string }).code };
      expect({ ...who, status: answer.status }).toEqual({ ...who, status: role === 'supervisor' ? known : 403 });
    }
  });
});

describe.each(Object.entries(ACTS))('an act (%s)', (what, body) => {
  let boss: HttpCaller;
  beforeAll(async () => {
    boss = await standing.office.asPerson(AGENCIES.overBoth, 'supervisor');
  });

  it('needs the version that was seen, in the right form', async () => {
    expect(await post(boss, what, { tag: '' })).toMatchObject({ status: 428, body: { code: 'if-match-required' } });
    expect(await post(boss, what, { tag: '*' })).toMatchObject({ status: 400, body: { code: 'if-match-invalid' } });
  });

  it('of an alert nobody knows, or of something that is none, is refused', async () => {
    const call = (id: string) => boss.post(`/v1/alerts/${id}/${what}`, body, { 'if-match': '"v0"' });
    expect(await call(randomUUID())).toMatchObject({ status: 404, body: { code: 'alert-not-found' } });
    expect(await call('the-first')).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
  });
});

describe('acts on one alert, each in its turn', () => {
  let boss: HttpCaller;
  const version = async (): Promise<string> => {
    const { headers } = await boss.get(`/v1/alerts/${standing.id}`);
    return headers.get('etag') ?? '';
  };
  beforeAll(async () => {
    boss = await standing.office.asPerson(AGENCIES.overBoth, 'supervisor');
  });

  it.each([
    ['snooze', { until: '2026-03-01T00:00:00Z' }, 422, 'alert-snooze-in-past'],
    ['snooze', { until: '2026-03-20T00:00:00Z' }, 422, 'alert-snooze-too-long'],
    ['snooze', { until: 'tomorrow' }, 400, 'invalid-body'],
    ['assign', { officerId: 'nobody' }, 422, 'alert-officer-unknown'],
    ['assign', { officerId: 'danang-supervisor.supervisor' }, 422, 'alert-officer-unknown'],
    ['resolve', {}, 400, 'invalid-body'],
    ['resolve', { reason: 'Ông Nguyễn Văn A đã xử lý' }, 400, 'invalid-body'],
    ['acknowledge', { note: 'free text' }, 400, 'invalid-body'],
    ['unsnooze', {}, 409, 'alert-not-snoozed'],
  ])('%s of %j is refused', async (...[what, body, status, code]) => {
    expect(await post(boss, what, { tag: await version(), body })).toMatchObject({ status, body: { code } });
  });

  it('are done once under one key, and another act under it is refused', async () => {
    for (const what of ['acknowledge', 'snooze', 'unsnooze', 'assign', 'resolve']) {
      const [key, tag] = [randomUUID(), await version()];
      const [first, again] = [await post(boss, what, { tag, key }), await post(boss, what, { tag, key })];
      expect({ what, status: first.status, body: first.body }).toMatchObject({
        status: 200,
        body: { replayed: false },
      });
      expect(again.body).toEqual({ ...(first.body as object), replayed: true });
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
      const other = what === 'snooze' ? { until: '2026-03-04T01:00:00Z' } : { ...ACTS[what], reason: 'another' };
      const changed =
        what === 'unsnooze' ? {} : what === 'assign' ? { officerId: 'haiphong-supervisor.auditor' } : other;
      const reused =
        what === 'unsnooze'
          ? await boss.post(`/v1/alerts/${standing.id}/unsnooze`, changed, { 'idempotency-key': key, 'if-match': tag })
          : await post(boss, what, { tag, key, body: changed });
      if (what === 'unsnooze') expect(reused.body).toMatchObject({ replayed: true });
      else expect(reused).toMatchObject({ status: 422, body: { code: 'key-reused' } });
      expect(await post(boss, what, { tag })).toMatchObject({ status: 412, body: { code: 'alert-changed' } });
    }
    const journal = (await boss.get(`/v1/alerts/${standing.id}`)).body as { journal: { kind: string; by: object }[] };
    const byHand = journal.journal.filter(({ by }) => by !== null).map(({ kind }) => kind);
    expect(byHand).toEqual(['settled', 'assigned', 'reopened', 'snoozed', 'acknowledged']);
  });

  it.each(Object.keys(ACTS))('%s comes too late once it is settled', async (what) => {
    const answer = await post(boss, what, { tag: await version() });
    expect(answer).toMatchObject({ status: 409, body: { code: 'alert-closed', facts: { closeReason: 'byHand' } } });
  });

  it('one key of another alert is another request', async () => {
    const { body } = await boss.get('/v1/alerts?rule=structuralInfeasibility');
    const [other] = (body as { alerts: readonly { id: string }[] }).alerts;
    const key = randomUUID();
    const call = (id: string) =>
      boss.post(`/v1/alerts/${id}/unsnooze`, {}, { 'idempotency-key': key, 'if-match': '"v0"' });
    const first = await boss.post(
      `/v1/alerts/${other?.id ?? ''}/snooze`,
      { until: '2026-03-04T00:00:00Z' },
      { 'if-match': '"v0"' },
    );
    expect(first.status).toBe(200);
    const done = await boss.post(
      `/v1/alerts/${other?.id ?? ''}/unsnooze`,
      {},
      { 'idempotency-key': key, 'if-match': '"v1"' },
    );
    expect(done.status).toBe(200);
    expect(await call(standing.id)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('of two at the same time one is done, and the other told who was quicker', async () => {
    const { body } = await boss.get('/v1/alerts?rule=structuralInfeasibility');
    const [other] = (body as { alerts: readonly { id: string; version: number }[] }).alerts;
    const second = await standing.office.asPerson(AGENCIES.overBoth, 'supervisor');
    const call = (caller: HttpCaller) =>
      caller.post(`/v1/alerts/${other?.id ?? ''}/acknowledge`, {}, { 'if-match': `"v${other?.version ?? 0}"` });
    const answers = await Promise.all([call(boss), call(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412);
    expect(late?.body).toMatchObject({
      code: 'alert-changed',
      facts: { kind: 'acknowledged', by: expect.any(String) },
    });
  });
});

describe('what is asked wrongly', () => {
  it.each([
    ['?state=loud', 'invalid-query'],
    ['?level=green', 'invalid-query'],
    ['?sort=oldest', 'invalid-query'],
    ['?limit=0', 'invalid-query'],
    ['?asOf=yesterday', 'invalid-query'],
    ['?colour=red', 'invalid-query'],
    ['?cursor=e30', 'cursor-invalid'],
    [`?cursor=${Buffer.from('[1,2,"\\u0000"]').toString('base64url')}`, 'cursor-invalid'],
  ])('of the list (%s) is refused', async (query, code) => {
    const boss = await standing.office.as(AGENCIES.overBoth, 'supervisor');
    expect(await boss.get(`/v1/alerts${query}`)).toMatchObject({ status: 400, body: { code } });
  });

  it('of one alert, of the poll and of the stream too', async () => {
    const boss = await standing.office.as(AGENCIES.overBoth, 'supervisor');
    for (const [path, code] of [
      [`/v1/alerts/${standing.id}?cursor=e30`, 'cursor-invalid'],
      [`/v1/alerts/${standing.id}?members=some`, 'invalid-query'],
      ['/v1/alerts/events?after=-1', 'invalid-query'],
      ['/v1/alerts/events?after=then', 'invalid-query'],
      ['/v1/alerts/stream?seconds=x', 'invalid-query'],
    ] as const) {
      expect(await boss.get(path)).toMatchObject({ status: 400, body: { code } });
    }
  });
});

describe('row-level security alone', () => {
  let fallen: Scene;
  beforeAll(async () => {
    const wall = fallenWall([AGENCIES.receiving, AGENCIES.competent, AGENCIES.consulted]);
    fallen = await scene(await startApp({ applicationWall: wall }));
  }, 180_000);
  afterAll(async () => {
    await fallen.office.close();
  });

  it('keeps the alert, its dossier and its journal from whom it does not concern, and from acting on it', async () => {
    const strangers = fallen.callers.filter((each) => !concerns(each));
    expect(strangers.length).toBeGreaterThan(10);
    for (const { name, role, relation, caller } of strangers) {
      const texts = [
        await caller.get('/v1/alerts?state=open,resolved'),
        await caller.get('/v1/alerts/events'),
        await caller.get('/v1/alerts/stream?after=0&seconds=0'),
        await caller.get(`/v1/alerts/${fallen.id}`),
      ].map(({ text }) => text);
      const who = { name, role, relation };
      const leaks = texts.filter((text) => text.includes(fallen.id) || text.includes(fallen.code));
      expect({ ...who, leaks }).toEqual({ ...who, leaks: [] });
      if (role !== 'supervisor') continue;
      const acted = await caller.post(`/v1/alerts/${fallen.id}/resolve`, { reason: 'mine' }, { 'if-match': '"v0"' });
      expect({ ...who, status: acted.status }).toEqual({ ...who, status: 404 });
    }
  });
});
