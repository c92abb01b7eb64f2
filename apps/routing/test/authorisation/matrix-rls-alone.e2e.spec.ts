/** The same matrix with the application's own check taken down: row-level security alone keeps strangers out (ADR 0010). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/create-app.js';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { act, open, reception } from '../dossier-steps.js';
import { contentsOf } from '../untouched.js';
import { AGENCIES, PERSON, dossierUnderWay } from './dossier-under-way.js';
import { fallenWall } from './fallen-wall.js';
import { ask, callersOf, endsOwnSession, knowsOfIt, operationsOf } from './matrix.js';
import type { MatrixCaller } from './matrix.js';
import { TABLE } from './table.js';

const WALL = fallenWall([AGENCIES.receiving, AGENCIES.competent, AGENCIES.consulted]);
/** Acts the dossier as it stands allows, each in its turn. */
const ACTS = [
  { type: 'assign', officerId: 'haiphong-dong-hai.clerk' },
  { type: 'answerConsultation', consultation: 'tax', outcome: 'agreed' },
  { type: 'requestSupplement', components: ['map'], reason: 'missing' },
  { type: 'withdraw' },
];

/** For somebody who lives in the stranger's own commune. */
const OWN = reception({
  intake: { procedureCode: '1.004873', channel: 'counter', jurisdiction: { residence: { communeCode: '20443' } } },
});

let office: TestApp;
let code = '';
let version = 0;
/** Whatever names the dossier, its persons or its facts. */
let secrets: readonly string[] = [];
let strangers: readonly MatrixCaller[] = [];

beforeAll(async () => {
  office = await startApp({ applicationWall: WALL });
  code = await dossierUnderWay(office);
  ({ version, secrets } = await secretsOf(office, code));
  strangers = (await callersOf(office)).filter((caller) => !knowsOfIt(caller));
}, 180_000);
afterAll(async () => {
  await office.close();
});

/** Told by a party, which row-level security lets in. */
async function secretsOf({ as }: TestApp, of: string) {
  const party = await as(AGENCIES.receiving);
  const { body: dossier } = await party.get(`/v1/dossiers/${of}?persons=true`);
  const { body: timeline } = await party.get(`/v1/dossiers/${of}/timeline`);
  const { body: feed } = await party.get('/v1/events');
  const seen = dossier as { id: string; version: number; private: { records: { persons: { name: string }[] }[] } };
  const { journal } = timeline as { journal: readonly { id: string }[] };
  const { events } = feed as { events: readonly { id: string }[] };
  const names = seen.private.records.flatMap(({ persons }) => persons.map(({ name }) => name));
  return {
    version: seen.version,
    secrets: [of, seen.id, ...names, 'Nguoi Khong Duoc Lo', ...[...journal, ...events].map(({ id }) => id)],
  };
}

const leaks = (text: string): readonly string[] => secrets.filter((secret) => text.includes(secret));
const forRoles = (roles: readonly string[]) => strangers.filter(({ role }) => roles.includes(role));

describe('the wall of the application', () => {
  it('is taken down under NODE_ENV=test only', async () => {
    for (const NODE_ENV of ['production', 'development'] as const) {
      await expect(createApp({ ...office.env, NODE_ENV }, { applicationWall: WALL })).rejects.toThrow(/NODE_ENV=test/);
    }
  });

  it('is down: a party is shown what it was not asked for, and the names to look out for are many', () => {
    expect(secrets).toEqual(expect.arrayContaining([code, PERSON]));
    expect(new Set(secrets).size).toBeGreaterThan(8);
    expect(strangers.length).toBeGreaterThan(12);
  });

  it('is what is left out of the matrix, and no operation besides', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...operationsOf(office)].sort());
  });
});

describe.each(Object.entries(TABLE))('row-level security alone, asked %s,', (operation, row) => {
  it('tells a stranger nothing of the dossier, whatever his role', async () => {
    for (const stranger of [...strangers, { ...strangers[0], name: 'nobody', caller: office.anonymous }]) {
      const { name, role, relation, caller } = stranger as MatrixCaller;
      if (endsOwnSession(operation, stranger as MatrixCaller)) continue;
      const { status, text } = await ask(caller, { operation, row, code });
      const who = { name, role, relation };
      expect({ ...who, leaks: leaks(text) }).toEqual({ ...who, leaks: [] });
      if (row.concern !== 'dossier' || caller === office.anonymous) continue;
      expect({ ...who, status }).toEqual({ ...who, status: row.roles.includes(role) ? 404 : 403 });
    }
  });
});

describe('row-level security alone', () => {
  it('lists nothing to a stranger, however he asks', async () => {
    const words = [
      '',
      `?q=${code}`,
      `?q=${encodeURIComponent(PERSON)}`,
      '?state=open',
      `?holder=${AGENCIES.competent}`,
    ];
    for (const { name, relation, role, caller } of forRoles(TABLE['GET /v1/dossiers']?.roles ?? [])) {
      for (const query of words) {
        const { body } = await caller.get(`/v1/dossiers${query}`);
        const nothing = { dossiers: [], next: null, counts: { total: 0, overdue: 0, byPhase: {} } };
        expect({ name, relation, role, query, body }).toMatchObject({ body: nothing });
      }
    }
  });

  it('shows a stranger who asks for the feed of a party an empty one', async () => {
    for (const { name, relation, caller } of forRoles(TABLE['GET /v1/events']?.roles ?? [])) {
      expect({ name, relation, ...(await caller.get('/v1/events')) }).toMatchObject({
        body: { events: [], more: false },
      });
    }
  });

  it('opens no persons to a stranger, nor the dossier as it was', async () => {
    const asOf = encodeURIComponent(new Date(0).toISOString());
    for (const { caller } of forRoles(['clerk', 'supervisor', 'auditor'])) {
      for (const query of ['?persons=true', `?asOf=${asOf}`]) {
        const { status, text } = await caller.get(`/v1/dossiers/${code}${query}`);
        expect({ status, leaks: leaks(text) }).toEqual({ status: 404, leaks: [] });
      }
    }
  });

  it.each(ACTS)(
    'refuses the event of a stranger who was let through to $type, and nothing is written',
    async (body) => {
      const before = await contentsOf(office);
      for (const { name, relation, role, caller } of forRoles(['clerk', 'supervisor'])) {
        const answer = await caller.post(`/v1/dossiers/${code}/commands`, body, { 'if-match': `"v${version}"` });
        const expected = { status: 404, body: { code: 'dossier-not-found' }, leaks: [] };
        expect({ name, relation, role, ...answer, leaks: leaks(answer.text) }).toMatchObject(expected);
      }
      expect(await contentsOf(office)).toEqual(before);
    },
  );

  it('takes one such act out of a batch; its neighbours, of the same agency and of another, are done', async () => {
    const stranger = await office.as(AGENCIES.none);
    const party = await office.as(AGENCIES.competent);
    const own = { body: OWN };
    const foreign = { dossier: code, body: ACTS[0] };
    const [batch, assigned] = await Promise.all([
      stranger.post('/v1/commands', [own, foreign, own, foreign, own]),
      act(party, code, { type: 'assign', officerId: 'haiphong-dong-hai.leader' }),
    ]);
    const done = { answer: { phase: expect.any(String) } };
    const hidden = { problem: { status: 404, code: 'dossier-not-found' } };
    expect(batch).toMatchObject({ status: 200, body: { results: [done, hidden, done, hidden, done], accepted: 3 } });
    expect({ status: assigned.status, leaks: leaks(batch.text) }).toEqual({ status: 200, leaks: [] });
  });
});

describe('what kept strangers out', () => {
  const DOSSIER = ['dossier', 'dossier_alias', 'party', 'event', 'clock', 'segment', 'feed', 'private_token'];

  it('was row-level security: where its policies let everybody pass, the same requests tell and do everything', async () => {
    for (const table of DOSSIER) {
      await office.identities.run(`create policy hole on ${table} for select using (true)`);
    }
    await office.identities.run('create policy hole_for_events on event for insert with check (true)');
    const stranger = await office.as(AGENCIES.none);
    const reads = Object.keys(TABLE).filter((operation) => TABLE[operation]?.concern !== 'public');
    const told = [];
    for (const operation of reads) {
      const row = TABLE[operation];
      if (row === undefined || !/^GET \/v1\/(dossiers|events)/.test(operation)) continue;
      const { text } = await ask(stranger, { operation, row, code });
      told.push({ operation, leaks: leaks(text).length > 0 });
    }
    expect(told.filter((each) => !each.leaks)).toEqual([]);
    expect(told.length).toBeGreaterThan(5);
    for (const body of ACTS) expect(await act(stranger, code, body)).toMatchObject({ status: 200 });
    expect((await open(stranger, OWN)).code).not.toBe(code);
  });
});
