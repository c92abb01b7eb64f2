/** The database's clock is set back two hours and forward again: nothing fires early, no time goes back, and it is said aloud. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { millisOf } from '@lien-thong/domain';
import type { DossierId, Instant } from '@lien-thong/domain';
import { SweptOffice, local, mostOften } from '../../test/swept-office.js';
import { Readiness } from '../health/readiness.js';
import { PostgresClock } from '../store/postgres-clock.js';
import type { ClockStep } from '../store/postgres-clock.js';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
/** Stands in front of Postgres's own: its time, moved to where the spec wants it. */
const MOVABLE_CLOCK = `
create schema moved;
create table moved.by (millis float8 not null);
insert into moved.by values (0);
create function moved.clock_timestamp() returns timestamptz language sql volatile as
  $$ select pg_catalog.clock_timestamp() + (select millis from moved.by) * interval '1 millisecond' $$;
grant usage on schema moved to app;
grant select on moved.by to app;
`;

let office: SweptOffice;
beforeAll(async () => {
  office = await SweptOffice.open();
  await office.superuser.query(MOVABLE_CLOCK);
  await office.superuser.query(
    `alter role app in database ${office.database.name} set search_path = moved, pg_catalog, public`,
  );
}, 120_000);
afterAll(() => office.close());

/** Postgres's clock shows this from now on, and goes on. */
async function set(instant: Instant): Promise<void> {
  await office.superuser.query(
    'update moved.by set millis = $1 - extract(epoch from pg_catalog.clock_timestamp()) * 1000',
    [millisOf(instant)],
  );
}

async function clockThatTells(steps: ClockStep[]): Promise<PostgresClock> {
  const clock = new PostgresClock(office.pool(1), { unmeasured: () => undefined, stepped: (step) => steps.push(step) });
  await clock.start();
  clock.stop();
  return clock;
}

/** What `/health/ready` says of a process by this clock, all else being well; it asks nothing but the clock and the bus. */
function degradationsBy(clock: PostgresClock): readonly string[] {
  const exchange = { state: () => ({ connected: true, filled: null }) };
  const readiness = new Readiness(office.pool(1), clock, {} as never, exchange as never, {} as never);
  return readiness.degradations();
}

const minutesLate = (instant: Instant, since: Instant): number => (millisOf(instant) - millisOf(since)) / 60_000;

describe('a sweep by the clock of a database that is set back and forward', () => {
  const steps: ClockStep[] = [];
  let [clock, fresh]: PostgresClock[] = [];
  let before: Instant;
  let [id]: readonly DossierId[] = [];

  const running = (which: PostgresClock | undefined): PostgresClock => {
    if (which === undefined) throw new Error('not started');
    return which;
  };

  it('writes what is due and nothing that is not', async () => {
    await set(local('2026-11-16 08:00'));
    clock = await clockThatTells(steps);
    [id] = await office.receive(office.replica(clock), 1);
    await set(local('2026-11-17 14:00'));
    await clock.measure();
    await office.replica(clock).sweep.runOnce();
    expect((await office.fired()).map(({ rung }) => rung)).not.toContain('legal 1 breach');
    expect((await office.fired()).map(({ rung }) => rung)).toContain('legal 1 75');
    before = clock.now();
  });

  it('says that the clock was set, and by how much', async () => {
    steps.length = 0;
    await set(local('2026-11-17 12:00'));
    await running(clock).measure();
    expect(steps).toEqual([{ name: 'clock_regressed', millis: expect.any(Number) }]);
    expect(Math.abs((steps[0]?.millis ?? 0) - 2 * HOUR)).toBeLessThan(60_000);
    expect(running(clock).standsStillFor()).toBeGreaterThan(HOUR);
    expect(degradationsBy(running(clock))).toEqual(['clock-regressed']);
  });

  it('gives out no time before one it has given out, and fires nothing', async () => {
    expect(running(clock).now() >= before).toBe(true);
    expect(minutesLate(running(clock).now(), before)).toBeLessThan(1);
    expect((await office.replica(running(clock)).sweep.runOnce()).facts).toBe(0);
  });

  it('does not let a replica that has just started go behind the journal either', async () => {
    fresh = await clockThatTells([]);
    expect(running(fresh).now() < before).toBe(true);
    const { sweep } = office.replica(running(fresh));
    expect((await sweep.runOnce()).facts).toBe(0);
    const text = 'select recorded_at as "recordedAt" from event where dossier_id = $1 order by seq';
    const { rows } = await office.superuser.query<{ recordedAt: Date }>(text, [id]);
    const times = rows.map(({ recordedAt }) => recordedAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('goes on where it was once the clock has come up with it, and both fire the breach together once, at its true instant', async () => {
    await set(local('2026-11-17 14:03'));
    await Promise.all([running(clock).measure(), running(fresh).measure()]);
    expect(running(clock).standsStillFor()).toBe(0);
    expect(degradationsBy(running(clock))).toEqual([]);
    await Promise.all([running(clock), running(fresh)].map((each) => office.replica(each).sweep.runOnce()));
    const fired = await office.fired();
    const breach = fired.find(({ rung }) => rung === 'legal 1 breach');
    expect(breach?.rungAt).toBe(local('2026-11-17 14:01'));
    expect(mostOften(fired)).toBe(1);
    expect(fired.every(({ rungAt, recordedAt }) => rungAt <= recordedAt)).toBe(true);
    expect(await office.findings()).toEqual([]);
  });
});
