/** Many sweeps over one database, late ones, and ones that read the procedures in another order: every rung once, at its true instant. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Instant } from '@lien-thong/domain';
import { IndexedReference, SteppedClock } from '@lien-thong/engine';
import { SweptOffice, local, mostOften } from '../../test/swept-office.js';
import type { Fired } from '../../test/swept-office.js';

jest.setTimeout(120_000);

const REPLICAS = 10;
/** Two clocks each: the limit of 1.5 days, and the transfer of one day. */
const DOSSIERS = 1_000;
const RECEIVED = local('2026-11-16 08:00');
/** Received on Monday at 08:00 (ADR 0006): what is due by the end of the day, with its true instants. */
const BY_EVENING: readonly (readonly [string, Instant])[] = [
  ['transfer 1 50', local('2026-11-16 14:00')],
  ['legal 1 50', local('2026-11-16 16:00')],
  ['transfer 1 75', local('2026-11-16 16:00')],
];

const instantsOf = (fired: readonly Fired[]): ReadonlySet<string> =>
  new Set(fired.map(({ rung, rungAt }) => `${rung} ${rungAt}`));
const expected = new Set(BY_EVENING.map(([rung, rungAt]) => `${rung} ${rungAt}`));

/** Every list of it from its end. */
function turnedRound<T extends object>(data: T): T {
  const turned = Object.entries(data).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.toReversed() : value,
  ]);
  return Object.fromEntries(turned) as T;
}

let office: SweptOffice;
beforeAll(async () => {
  office = await SweptOffice.open();
}, 120_000);
afterAll(() => office.close());

describe('ten replicas that look at once', () => {
  const clock = new SteppedClock(RECEIVED);

  it('write each rung of two thousand due clocks once, whoever gets there first', async () => {
    await office.receive(office.replica(clock), DOSSIERS);
    clock.advanceTo(local('2026-11-16 17:00'));
    expect(await office.dueBy(clock.now())).toBe(2 * DOSSIERS);
    const replicas = Array.from({ length: REPLICAS }, () => office.replica(clock));
    // Connected before the word is given.
    await Promise.all(replicas.map(({ sweep }) => sweep.nextWake()));
    const reports = await Promise.all(replicas.map(({ sweep }) => sweep.runOnce()));
    // What was found locked has been written by its holder: a look after that finds nothing.
    expect((await office.replica(clock).sweep.runOnce()).facts).toBe(0);
    const fired = await office.fired();
    expect(fired).toHaveLength(DOSSIERS * BY_EVENING.length);
    expect(mostOften(fired)).toBe(1);
    expect(reports.reduce((sum, { facts }) => sum + facts, 0)).toBe(fired.length);
    expect(reports.filter(({ facts }) => facts > 0).length).toBeGreaterThan(1);
    // Nobody calls stuck what another has just written.
    expect(reports.flatMap(({ stuck }) => stuck)).toEqual([]);
  });

  it('keep the true instants, and the time at which they found out', async () => {
    const fired = await office.fired();
    expect(instantsOf(fired)).toEqual(expected);
    expect(new Set(fired.map(({ recordedAt }) => recordedAt))).toEqual(new Set([local('2026-11-16 17:00')]));
    expect(await office.dueBy(local('2026-11-17 08:00'))).toBe(0);
  });
});

describe('a sweep that was down over the weekend', () => {
  it('writes on Monday what came due on Friday, once, as of Friday', async () => {
    const clock = new SteppedClock(local('2026-11-19 08:00'));
    const before = (await office.fired()).length;
    const [id] = await office.receive(office.replica(clock), 1);
    await office.replica(clock).sweep.runOnce();
    clock.advanceTo(local('2026-11-23 07:45'));
    await Promise.all([office.replica(clock).sweep.runOnce(), office.replica(clock).sweep.runOnce()]);
    await office.replica(clock).sweep.runOnce();
    const fired = (await office.fired()).filter(({ dossierId }) => dossierId === id);
    expect((await office.fired()).length).toBeGreaterThan(before);
    expect(fired.map(({ rung, rungAt }) => [rung, rungAt])).toEqual([
      ['transfer 1 50', local('2026-11-19 14:00')],
      ['legal 1 50', local('2026-11-19 16:00')],
      ['transfer 1 75', local('2026-11-19 16:00')],
      ['transfer 1 breach', local('2026-11-20 08:01')],
      ['legal 1 75', local('2026-11-20 09:00')],
      ['legal 1 breach', local('2026-11-20 14:01')],
    ]);
    expect(new Set(fired.map(({ recordedAt }) => recordedAt))).toEqual(new Set([local('2026-11-23 07:45')]));
  });
});

describe('a redeployed sweep that reads procedures, agencies and calendars in another order', () => {
  it('writes what the one before it would have written', async () => {
    const clock = new SteppedClock(local('2026-11-23 08:00'));
    const one = office.replica(clock);
    await office.receive(one, 60);
    const { data } = office;
    const reversed = new IndexedReference({
      procedures: data.procedures.toReversed(),
      directory: turnedRound(data.directory),
      calendars: turnedRound(data.calendars),
    });
    clock.advanceTo(local('2026-11-23 14:00'));
    await one.sweep.runOnce();
    const other = office.replica(clock, reversed);
    expect((await other.sweep.runOnce()).facts).toBe(0);
    clock.advanceTo(local('2026-11-27 14:00'));
    await other.sweep.runOnce();
    expect(mostOften(await office.fired())).toBe(1);
    // Rows that the new one wrote are those the old one folds.
    expect(await office.findings()).toEqual([]);
    expect(await office.findings(reversed)).toEqual([]);
  });
});
