import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { KeyPurgeLoop } from './key-purge-loop.js';

let opened: Opened;

beforeAll(async () => {
  opened = await openDatabase({ seeded: true });
}, 120_000);
afterAll(async () => {
  await opened.close();
});
beforeEach(() => {
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'Date', 'performance', 'hrtime'],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Keys of `days` ago. */
async function keep(key: string, days: number): Promise<void> {
  await asOwner(
    `insert into command_key (agency_id, key, dossier_id, fingerprint, code, version, seq, phase, event_ids, stored_at)
     values ('haiphong-hai-an', '${key}', gen_random_uuid(), repeat('f', 64), 'X', 1, 1, 'received', '{}', now() - interval '${days} days')`,
  );
}

/** As the login that owns the table, with the forced wall down for a moment. */
async function asOwner<Row extends object>(sql: string): Promise<readonly Row[]> {
  await opened.migrator.query('alter table command_key no force row level security');
  const { rows } = await opened.migrator.query<Row>(sql);
  await opened.migrator.query('alter table command_key force row level security');
  return rows;
}

const kept = async () =>
  (await asOwner<{ key: string }>('select key from command_key order by key')).map(({ key }) => key);

/** Lets the real database answer while the clock of the process stands. */
async function until(expected: readonly string[]): Promise<void> {
  for (let look = 0; look < 400; look++) {
    if (JSON.stringify(await kept()) === JSON.stringify(expected)) return;
    await turn();
  }
  expect(await kept()).toEqual(expected);
}

describe('a process with the role sweep', () => {
  it('forgets old idempotency keys soon after it starts, and again every hour, until it is stopped', async () => {
    await keep('old-key-1', 91);
    await keep('young-key', 89);
    const loop = new KeyPurgeLoop(opened.app, { LIENTHONG_ROLES: ['sweep'] });
    loop.onApplicationBootstrap();
    jest.advanceTimersByTime(60_000);
    await until(['young-key']);
    for (let look = 0; look < 400 && jest.getTimerCount() === 0; look++) await turn();
    await keep('old-key-2', 91);
    jest.advanceTimersByTime(3_599_000);
    expect(await kept()).toEqual(['old-key-2', 'young-key']);
    jest.advanceTimersByTime(1_000);
    await until(['young-key']);
    await loop.beforeApplicationShutdown();
    await keep('old-key-3', 91);
    jest.advanceTimersByTime(7_200_000);
    expect(await kept()).toEqual(['old-key-3', 'young-key']);
  });
});

describe('a process without it', () => {
  it('leaves them to the others', async () => {
    const loop = new KeyPurgeLoop(opened.app, { LIENTHONG_ROLES: ['api'] });
    loop.onApplicationBootstrap();
    jest.advanceTimersByTime(7_200_000);
    for (let look = 0; look < 20; look++) await turn();
    expect(await kept()).toEqual(['old-key-3', 'young-key']);
    await loop.beforeApplicationShutdown();
  });
});
