/**
 * `node dist/reconcile.js [minutes]`, once a night: names every transfer that has been under way for longer (default: an hour) and
 * hands it to the bus again, and compares by digest who holds what by the rows with who holds it by the journals. Exit code 1 when
 * there was something, 2 when it could not be looked at.
 */
import { IndexedReference, Relay, compareHoldings, holdingsByAgency, republishUndelivered } from '@lien-thong/engine';
import type { AgencyDifferences, ClockPort, FeedItem, Undelivered } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { exchangeOf, lastNumbers } from './bus/bus.module.js';
import { FeedWakes } from './bus/feed-wakes.js';
import { UnsafeDatabase, guardDatabase } from './database/boot-guard.js';
import { EnvError, readEnv } from './env.js';
import type { Env } from './env.js';
import { loadReference } from './reference/load-reference.js';
import { domainClock } from './runtime/domain-clock.js';
import { keyRingOf } from './runtime/keys.js';
import { PostgresClock } from './store/postgres-clock.js';
import { createPool } from './store/pools.js';
import { PostgresStore } from './store/postgres-store.js';

const DEFAULT_MINUTES = 60;
const PATIENCE_MS = 15_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Thrown for an argument that is no number of minutes. */
class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

function minutesIn([text = String(DEFAULT_MINUTES)]: readonly string[]): number {
  if (!/^\d{1,6}$/.test(text)) throw new WrongUsage('node dist/reconcile.js [phút · minutes]');
  return Number(text);
}

/** Hands entries over through the exchange of this installation; what it did not take is counted by it, and tried again tomorrow. */
async function hookTo(env: Env, pool: Pool, store: PostgresStore) {
  const exchange = exchangeOf(env, pool, new FeedWakes(lastNumbers(pool)));
  const up = new Promise<void>((resolve) => {
    const begun = { onUp: resolve, onDown: () => undefined, onLost: () => undefined };
    exchange.start(begun);
    setTimeout(resolve, PATIENCE_MS).unref();
  });
  const relay = new Relay({ store, bus: exchange.bus });
  return {
    republish: async (items: readonly FeedItem[]): Promise<void> => {
      await up;
      relay.publish(items);
      await relay.settled();
      const { kind, published, refused } = exchange.state();
      say(`  ${kind}: ${published} gửi lại · handed over again, ${refused} không nhận · refused`);
    },
    close: () => exchange.close(),
  };
}

function lateLine({ code, attempt, to, sentAt, minutes }: Undelivered): string {
  return `✗ ${code} → ${to} #${attempt}: gửi · sent ${sentAt}, ${minutes} phút chưa nhận · minutes without a receipt`;
}

function differenceLines({ agencyId, onlyHere, onlyThere, differs }: AgencyDifferences): readonly string[] {
  const said = (holding: object): string => JSON.stringify(holding);
  return [
    ...onlyHere.map((row) => `✗ ${agencyId}: chỉ có trong bảng · in the rows only ${said(row)}`),
    ...onlyThere.map((row) => `✗ ${agencyId}: chỉ có trong sự kiện · in the journals only ${said(row)}`),
    ...differs.map(({ here, there }) => `✗ ${agencyId}: ${said(here)} ≠ ${said(there)}`),
  ];
}

async function look(env: Env, pool: Pool, { clock, longerThan }: { clock: ClockPort; longerThan: number }) {
  await guardDatabase(pool);
  const store = new PostgresStore(pool, keyRingOf(env));
  const hook = await hookTo(env, pool, store);
  try {
    const late = await republishUndelivered(store, { now: clock.now(), longerThan, republish: hook.republish });
    const held = await holdingsByAgency(store, new IndexedReference(await loadReference(pool)));
    const differing = await compareHoldings(held);
    const unread = held.unread.map((id) => `✗ ${id}: không đọc được · cannot be read; verify says why`);
    const lines = [...late.undelivered.map(lateLine), ...differing.flatMap(differenceLines), ...unread];
    for (const line of lines) say(line);
    say(`${late.dossiers} hồ sơ đã đối chiếu · dossiers reconciled, ${lines.length} điểm cần xem · to look at`);
    return lines.length === 0 ? 0 : 1;
  } finally {
    await hook.close();
  }
}

async function reconcile(argv: readonly string[]): Promise<number> {
  const longerThan = minutesIn(argv);
  const env = readEnv();
  const pool = createPool({ url: env.DATABASE_URL, name: 'lien-thong-reconcile', max: 2 });
  const clock = await domainClock(env, pool);
  try {
    return await look(env, pool, { clock, longerThan });
  } finally {
    if (clock instanceof PostgresClock) clock.stop();
    await pool.end();
  }
}

reconcile(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    const known = error instanceof EnvError || error instanceof UnsafeDatabase || error instanceof WrongUsage;
    if (!known) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  });
