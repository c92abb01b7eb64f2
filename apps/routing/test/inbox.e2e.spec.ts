/** The work list of an agency: queues, their counts, what is due first, whose it is. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OWN_QUEUES, QUEUES, QUEUES_TO_ACT } from '../src/inbox/queues.js';
import type { InboxView } from '../src/inbox/inbox-view.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { TAX, playOffice } from './played-office.js';

let office: TestApp;
let codes: Readonly<Record<string, string>> = {};
const callers: Record<string, HttpCaller> = {};
const MORNING = '2026-11-23T08:00:00+07:00';

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: MORNING } });
  codes = await playOffice(office);
  for (const agency of [HAI_AN, DONG_HAI, TAX]) callers[agency] = await office.as(agency);
}, 120_000);
afterAll(async () => {
  await office.close();
});

const callerOf = (agency: string): HttpCaller => callers[agency] ?? office.anonymous;
async function inbox(query = '', caller = callerOf(HAI_AN)): Promise<InboxView> {
  const { status, body } = await caller.get(`/v1/inbox?${query}`);
  expect({ query, status }).toEqual({ query, status: 200 });
  return body as InboxView;
}
/** Situations by name, in the order of the list. */
const namesIn = ({ dossiers }: InboxView): string[] =>
  dossiers.map(({ code }) => Object.entries(codes).find(([, of]) => of === code)?.[0] ?? code);
async function wholeQueue(queue: string, caller: HttpCaller, limit = 3): Promise<InboxView['dossiers']> {
  const rows: InboxView['dossiers'] = [];
  let cursor = '';
  do {
    const page = await inbox(`queue=${queue}&limit=${limit}${cursor}`, caller);
    rows.push(...page.dossiers);
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  return rows;
}

const EXPECTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  [HAI_AN]: {
    toReceive: ['submitted'],
    toTransfer: ['jurisdictionPending', 'received', 'returned'],
    awaitingReceipt: ['awaitingAcceptance', 'inTransfer'],
    toAccept: [],
    processing: [],
    waiting: [],
    results: ['readyForReturn', 'resultInTransfer'],
    elsewhere: ['awaitingSupplement', 'consulted', 'decided', 'processing', 'suspended'],
  },
  [DONG_HAI]: {
    toReceive: [],
    toTransfer: [],
    awaitingReceipt: [],
    toAccept: ['awaitingAcceptance', 'inTransfer'],
    processing: ['consulted', 'ownAffair', 'processing'],
    waiting: ['awaitingSupplement', 'suspended'],
    results: ['decided'],
    elsewhere: ['readyForReturn', 'resultInTransfer', 'returned'],
  },
  [TAX]: { processing: ['consulted'] },
};

describe('the queues', () => {
  it.each(Object.entries(EXPECTED))(
    'hold for %s what has to be done there, and where the others are',
    async (agency, of) => {
      for (const queue of OWN_QUEUES) {
        const found = namesIn(await inbox(`queue=${queue}`, callerOf(agency)));
        expect({ queue, found: found.sort() }).toEqual({ queue, found: of[queue] ?? [] });
      }
    },
  );

  it('are counted by what they hold, page by page', async () => {
    for (const caller of Object.values(callers)) {
      const { counts } = await inbox('', caller);
      for (const queue of QUEUES) {
        const rows = await wholeQueue(queue, caller, 2);
        expect({ queue, length: rows.length, twice: rows.length - new Set(rows.map(({ code }) => code)).size }).toEqual(
          {
            ...{ queue, length: counts[queue], twice: 0 },
          },
        );
      }
    }
  });

  it('hold every open dossier of the agency exactly once, and none that has ended', async () => {
    for (const caller of Object.values(callers)) {
      const open = (await caller.get('/v1/dossiers?state=open&limit=200')).body as { dossiers: { code: string }[] };
      const stand: string[] = [];
      for (const queue of OWN_QUEUES) {
        const rows = await wholeQueue(queue, caller);
        expect(rows.every((row) => row.queue === queue)).toBe(true);
        stand.push(...rows.map(({ code }) => code));
      }
      expect(stand.sort()).toEqual(open.dossiers.map(({ code }) => code).sort());
    }
  });

  it('show without a queue what is the agency’s own to act on', async () => {
    for (const caller of Object.values(callers)) {
      const all = await inbox('limit=100', caller);
      expect(all.queue).toBeNull();
      const { counts } = all;
      expect(all.dossiers).toHaveLength(QUEUES_TO_ACT.reduce((sum, queue) => sum + counts[queue], 0));
    }
  });

  it('are of the agency itself, also for a supervisor', async () => {
    const supervisor = await office.asPerson('haiphong-supervisor', 'supervisor');
    const { counts, dossiers } = await inbox('', supervisor);
    expect(dossiers).toEqual([]);
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });
});

describe('a row', () => {
  it('shows the leg of the agency, what is left of it, and who sends to whom', async () => {
    const [row] = (await inbox('queue=toAccept&q=' + codes['awaitingAcceptance'], callerOf(DONG_HAI))).dossiers;
    expect(row).toMatchObject({
      leg: { kind: 'acceptance', owner: { agency: { id: DONG_HAI } }, status: 'running', remainingMinutes: 240 },
      transfer: { from: { id: HAI_AN }, to: { id: DONG_HAI } },
      assignee: null,
    });
    const [opinion] = (await inbox('', callerOf(TAX))).dossiers;
    expect(opinion).toMatchObject({ leg: { kind: 'consultation' }, legal: null, transfer: null });
  });

  it('stands where its leg is due; those without a leg come after by the legal limit, resting ones last', async () => {
    const rows = (await inbox('limit=100', callerOf(DONG_HAI))).dossiers;
    const due = rows.map(({ leg }) => leg?.dueAt ?? null);
    const withLeg = due.filter((each) => each !== null);
    expect(withLeg.length).toBeGreaterThan(1);
    expect(due.slice(0, withLeg.length)).toEqual([...withLeg].sort());
    const legal = rows.slice(withLeg.length).map((row) => row.legal?.dueAt ?? '9');
    expect(legal.length).toBeGreaterThan(1);
    expect(legal).toEqual([...legal].sort());
  });
});

describe('the assignee', () => {
  it('narrows list and counts alike: one officer, me, nobody', async () => {
    const id = await office.identities.account(DONG_HAI, ['clerk']);
    const code = codes['processing'] ?? '';
    const dongHai = callerOf(DONG_HAI);
    expect(await act(dongHai, code, { type: 'assign', officerId: id })).toMatchObject({ status: 200 });
    const his = await inbox(`assignee=${id}&queue=processing`, dongHai);
    expect(namesIn(his)).toEqual(['processing']);
    expect(his.dossiers[0]?.assignee).toEqual({ id, title: 'Cán bộ', titleEn: 'Officer' });
    expect(his.counts).toMatchObject({ processing: 1, toAccept: 0, elsewhere: 0 });
    const nobodys = await inbox('assignee=none&queue=processing', dongHai);
    expect(namesIn(nobodys).sort()).toEqual(['consulted', 'ownAffair']);
    expect(nobodys.counts.processing).toBe(2);
    const person = await office.asPerson(DONG_HAI);
    expect(namesIn(await inbox('assignee=me', person))).toEqual([]);
  });

  it('me is nobody for the software of an agency', async () => {
    expect(await callerOf(DONG_HAI).get('/v1/inbox?assignee=me')).toMatchObject({
      status: 400,
      body: { code: 'invalid-query', errors: [{ field: 'assignee' }] },
    });
  });
});

describe('what is asked wrongly', () => {
  it.each([
    ['queue=mine', 'invalid-query'],
    ['limit=101', 'invalid-query'],
    ['holder=me', 'invalid-query'],
    ['cursor=abc', 'cursor-invalid'],
  ])('%s is refused', async (query, code) => {
    expect(await callerOf(HAI_AN).get(`/v1/inbox?${query}`)).toMatchObject({ status: 400, body: { code } });
  });

  it('a search finds by code and by person, and only what is in the list', async () => {
    const found = await inbox(`q=${codes['received']}`);
    expect(namesIn(found)).toEqual(['received']);
    expect(found.counts).toMatchObject({ toTransfer: 1, elsewhere: 0 });
    expect(namesIn(await inbox(`q=${codes['withdrawn']}`))).toEqual([]);
  });
});

describe('time going by', () => {
  const isIn = async (name: string, queue: string, caller = callerOf(HAI_AN)) =>
    (await wholeQueue(queue, caller)).some(({ code }) => code === codes[name]);

  it('a leg runs low with 240 minutes left, not a minute before, and is overdue with its breach', async () => {
    // The transfer has one working day from Monday 08:00; Tuesday 24 November is a holiday.
    const states: unknown[] = [];
    for (const time of ['23T13:59', '23T14:00', '25T08:00', '25T08:01']) {
      await office.goOnTo(`2026-11-${time}:00+07:00`);
      states.push([time, await isIn('received', 'runningLow'), await isIn('received', 'overdue')]);
    }
    expect(states).toEqual([
      ['23T13:59', false, false],
      ['23T14:00', true, false],
      ['25T08:00', true, false],
      ['25T08:01', false, true],
    ]);
  });

  it('and the legal limit makes a dossier overdue also at the agency that only waits', async () => {
    await office.goOnTo('2026-11-25T14:01:00+07:00');
    expect(await isIn('processing', 'overdue')).toBe(true);
    expect(await isIn('awaitingSupplement', 'overdue')).toBe(false);
  });

  it('at every time the cross-cuts are what the clocks of the rows say', async () => {
    let lowByShare = 0;
    for (const time of ['25T16:00', '26T10:00', '26T17:00', '27T09:00', '27T16:30', '30T08:00', '30T17:00']) {
      await office.goOnTo(`2026-11-${time}:00+07:00`);
      for (const caller of Object.values(callers)) {
        const rows = (await Promise.all(OWN_QUEUES.map((queue) => wholeQueue(queue, caller, 100)))).flat();
        const late = rows.filter(({ leg, legal }) => leg?.overdue === true || legal?.overdue === true);
        const low = rows.filter((row) => !late.includes(row) && runsLow(row));
        lowByShare += low.filter(({ leg }) => (leg?.remainingMinutes ?? 0) > 240).length;
        const told = async (queue: string) => (await wholeQueue(queue, caller, 100)).map(({ code }) => code).sort();
        const codesOf = (some: InboxView['dossiers']) => some.map(({ code }) => code).sort();
        expect({ time, late: await told('overdue'), low: await told('runningLow') }).toEqual({
          ...{ time, late: codesOf(late), low: codesOf(low) },
        });
      }
    }
    expect(lowByShare).toBeGreaterThan(0);
  }, 60_000);
});

function runsLow({ leg }: InboxView['dossiers'][number]): boolean {
  if (leg === null || leg.remainingMinutes === null || leg.budget.unit !== 'work') return false;
  return leg.remainingMinutes <= Math.max(240, leg.budget.minutes / 4);
}
