/** The identities of the reports on random accounts: parts, whole and lists, added up a second time by hand. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LateStretch, Minute, Owner } from '@lien-thong/domain';
import { agency, batchOf, receivedBy } from '../../test/dossiers.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import type { LatenessAccount } from '../lateness/lateness-account.js';
import { loadAccounts, replaceAccounts } from '../lateness/lateness-rows.js';
import { readAs } from '../store/read-as.js';
import { LEDGER_READS, LEDGER_WRITES, inTransaction } from '../store/transactions.js';
import { LATENESS } from './report-sources.js';
import { GROUPINGS, PERIODS, countOf, groupsOf, listOf, wholeOf } from './report-statements.js';
import type { Grouping, Period } from './report-statements.js';
import type { BehindRow, GroupRow, WholeRow } from './report-view.js';

const AGENCIES = ['rep-a', 'rep-b', 'rep-c'].map(agency);
const OWNERS: readonly Owner[] = [
  ...AGENCIES.map((agencyId): Owner => ({ kind: 'agency', agencyId })),
  { kind: 'exchange' },
  { kind: 'applicant' },
];
const KINDS = ['ownExcess', 'inherited', 'structural', 'outside'] as const;

/** Numbers that are the same in every run. */
let state = 20261122;
const draw = (below: number): number => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return Math.floor((state / 2147483648) * below);
};
const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;

function stretchAt(from: number): LateStretch {
  const minutes = 1 + draw(300);
  const kind = pick(KINDS);
  const dueTo = kind === 'structural' ? null : pick(OWNERS);
  return {
    from: from as Minute,
    to: (from + minutes) as Minute,
    minutes,
    owner: pick(OWNERS),
    leg: 'processing',
    kind,
    dueTo,
  };
}

function accountFor({ id, receiving }: ReturnType<typeof receivedBy>): LatenessAccount {
  const until = (29_900_000 + draw(90 * 1440)) as Minute;
  const stretches = Array.from({ length: draw(4) }, (_, i) => stretchAt(until - 2000 + i * 400));
  const minutes = stretches.reduce((sum, each) => sum + each.minutes, 0);
  const receiver = draw(5) === 0 ? null : pick(AGENCIES);
  const dossier = { dossierId: id, until, procedureCode: pick(['1.1', '2.2']), sender: receiving, receiver };
  const nothing = { provisional: false, minutes, stretches, since: stretches[0]?.from ?? null };
  if (minutes === 0 && draw(4) === 0)
    return { ...dossier, ...nothing, state: 'unknown', reason: 'calendar-does-not-reach' };
  return { ...dossier, ...nothing, state: minutes > 0 ? 'late' : 'inTime', reason: null };
}

let opened: Opened;
let accounts: readonly LatenessAccount[];
beforeAll(async () => {
  opened = await openDatabase();
  const samples = Array.from({ length: 240 }, () => receivedBy(pick(AGENCIES)));
  await opened.store.transaction((tx) => tx.write(batchOf(samples.map(({ write }) => write))));
  accounts = samples.map(accountFor);
  const ids = accounts.map(({ dossierId }) => dossierId);
  await inTransaction(opened.app, LEDGER_WRITES, (wire) => replaceAccounts(wire, ids, accounts));
}, 60_000);
afterAll(() => opened.close());

const VIETNAM = 420;
const dateOf = (minute: number): string => new Date((minute + VIETNAM) * 60_000).toISOString().slice(0, 10);
function mondayOf(minute: number): string {
  const day = Math.floor((minute + VIETNAM) / 1440);
  return dateOf((day - ((day + 3) % 7)) * 1440);
}
const ownerKey = (owner: Owner): string => `${owner.kind}:${owner.kind === 'agency' ? owner.agencyId : ''}`;

function keyOf(
  { by, period }: { by: Grouping; period: Period },
  account: LatenessAccount,
  stretch: LateStretch,
): string {
  const periods = {
    day: dateOf(account.until),
    week: mondayOf(account.until),
    month: dateOf(account.until).slice(0, 7),
  };
  return {
    agency: ownerKey(stretch.owner),
    pair: `${account.sender}>${account.receiver ?? ''}`,
    sender: account.sender,
    receiver: account.receiver ?? '',
    procedure: account.procedureCode,
    cause: stretch.kind,
    period: periods[period],
  }[by];
}

type Sums = Record<string, { minutes: number; dossiers: Map<string, number> }>;
function byHand(question: { by: Grouping; period: Period }, seen: readonly LatenessAccount[]): Sums {
  const sums: Sums = {};
  for (const account of seen) {
    for (const stretch of account.stretches) {
      const sum = (sums[keyOf(question, account, stretch)] ??= { minutes: 0, dossiers: new Map() });
      sum.minutes += stretch.minutes;
      sum.dossiers.set(account.dossierId, (sum.dossiers.get(account.dossierId) ?? 0) + stretch.minutes);
    }
  }
  return sums;
}

/** The least number that as large a part of them does not exceed. */
function reached(part: number, all: readonly number[]): number | null {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? null;
}
const spreadOf = (all: readonly number[]) => ({ median: reached(0.5, all), ninetieth: reached(0.9, all) });

/** An agency on its own, one that is party to nothing, and a supervisor of two. */
const VIEWERS = [
  { agencyId: AGENCIES[0]!, supervises: [] },
  { agencyId: agency('rep-x'), supervises: [] },
  { agencyId: agency('rep-s'), supervises: [AGENCIES[0]!, AGENCIES[1]!] },
];
const nothingElse = Array<null>(8).fill(null);
const seenBy = ({ agencyId, supervises }: (typeof VIEWERS)[number]): readonly LatenessAccount[] =>
  accounts.filter(({ sender, state: found }) => found !== 'unknown' && [agencyId, ...supervises].includes(sender));

const QUESTIONS = GROUPINGS.flatMap((by) =>
  (by === 'period' ? PERIODS : PERIODS.slice(2)).map((period) => ({ by, period })),
);

describe('a report over random accounts', () => {
  it.each(QUESTIONS)('by $by ($period) is what adding up by hand gives, for everybody his own', async (question) => {
    for (const viewer of VIEWERS) {
      const values = [[viewer.agencyId], viewer.supervises, ...nothingElse];
      const [groups, [whole]] = await readAs(opened.app, viewer, (read) =>
        Promise.all([
          read<GroupRow & object>(groupsOf(LATENESS, question.by, question.period), [...values, 1000]),
          read<WholeRow & object>(wholeOf(LATENESS), values),
        ]),
      );
      const seen = seenBy(viewer);
      const hand = byHand(question, seen);
      const late = groups.filter(({ dossiers }) => dossiers > 0);
      expect(Object.fromEntries(late.map(({ key, causes: _causes, ended: _ended, ...sums }) => [key, sums]))).toEqual(
        Object.fromEntries(
          Object.entries(hand).map(([key, { minutes, dossiers }]) => [
            key,
            { minutes, dossiers: dossiers.size, ...spreadOf([...dossiers.values()]) },
          ]),
        ),
      );
      const sum = groups.reduce((all, { minutes }) => all + minutes, 0);
      const minutesOfLate = seen.map(({ minutes }) => minutes).filter((minutes) => minutes > 0);
      expect(whole).toEqual({
        ...{ minutes: sum, dossiers: minutesOfLate.length, ended: seen.length },
        ...spreadOf(minutesOfLate),
      });
      const ended = groups.map((group) => group.ended);
      if (ended.every((each) => each !== null)) {
        expect(ended.reduce((all: number, each) => all + (each ?? 0), 0)).toBe(seen.length);
      }
    }
  });

  it.each(QUESTIONS)(
    'by $by ($period) has behind every number exactly the dossiers it is made of',
    async (question) => {
      const viewer = VIEWERS[2]!;
      const values = [[viewer.agencyId], viewer.supervises, ...nothingElse];
      for (const [key, { minutes, dossiers }] of Object.entries(byHand(question, seenBy(viewer)))) {
        const [list, [count]] = await readAs(opened.app, viewer, (read) =>
          Promise.all([
            read<BehindRow & object>(listOf(LATENESS, question), [...values, key, null, null, 1000]),
            read<{ minutes: number; dossiers: number }>(countOf(LATENESS, question), [...values, key]),
          ]),
        );
        expect(count).toEqual({ minutes, dossiers: dossiers.size });
        expect(new Set(list.map(({ id }) => id))).toEqual(new Set(dossiers.keys()));
        expect(list.reduce((all, each) => all + each.minutes, 0)).toBe(minutes);
      }
    },
  );
});

describe('a report of one agency', () => {
  it('has the dossiers it took over, and those it took in that nobody took over: each stands with one', async () => {
    const viewer = VIEWERS[2]!;
    for (const each of [...AGENCIES, agency('rep-x')]) {
      const filters = [...nothingElse.slice(0, 5), each, ...nothingElse.slice(6)];
      const values = [[viewer.agencyId], viewer.supervises, ...filters];
      const [[whole], list] = await readAs(opened.app, viewer, (read) =>
        Promise.all([
          read<WholeRow & object>(wholeOf(LATENESS), values),
          read<BehindRow & object>(listOf(LATENESS, { by: 'agency', period: 'month' }), [
            ...values,
            ...[null, null, null, 1000],
          ]),
        ]),
      );
      const its = seenBy(viewer).filter(({ sender, receiver }) => (receiver ?? sender) === each);
      const late = its.filter(({ minutes }) => minutes > 0).map(({ dossierId }) => dossierId);
      expect({ ended: whole?.ended, late: whole?.dossiers }).toEqual({ ended: its.length, late: late.length });
      expect(list.map(({ id }) => id).sort()).toEqual(late.sort());
    }
  });
});

describe('the accounts', () => {
  it('are stored as they were reckoned, and replaced by what is learnt later', async () => {
    const [first, second] = accounts;
    if (first === undefined || second === undefined) throw new Error('no accounts');
    const ids = [first.dossierId, second.dossierId];
    const load = () => inTransaction(opened.app, LEDGER_READS, (wire) => loadAccounts(wire, ids));
    expect(Object.fromEntries(await load())).toEqual({ [first.dossierId]: first, [second.dossierId]: second });
    await inTransaction(opened.app, LEDGER_WRITES, (wire) => replaceAccounts(wire, ids, [second]));
    expect(Object.fromEntries(await load())).toEqual({ [second.dossierId]: second });
  });

  it.each([
    ['a late one without minutes', `update lateness set minutes = 0 where state = 'late'`],
    ['one in time with minutes', `update lateness set minutes = 5 where state = 'inTime'`],
    ['structural minutes due to somebody', `update late_stretch set due_kind = 'applicant' where kind = 'structural'`],
    ['more minutes than its span has', `update late_stretch set minutes = to_minute - from_minute + 1`],
    ['a segment that ends before it begins', 'update segment set to_minute = from_minute - 1'],
    ['an open segment with minutes', 'update segment set legal_minutes = 1 where to_minute is null'],
    ['an agency’s segment without the agency', 'update segment set owner_agency = null'],
    ['a segment number nought', 'update segment set n = 0'],
  ])('and the database itself refuses %s', async (_, statement) => {
    const client = await opened.migrator.connect();
    try {
      await client.query('begin');
      for (const table of ['lateness', 'late_stretch', 'segment'])
        await client.query(`alter table ${table} disable row level security`);
      for (const table of ['lateness', 'late_stretch', 'segment'])
        await client.query(`alter table ${table} no force row level security`);
      await expect(client.query(statement)).rejects.toThrow('violates check constraint');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
