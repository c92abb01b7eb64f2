import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DELIVERIES, FACTS } from './lifecycle.mjs';

const PROGRAM = fileURLToPath(new URL('bench.mjs', import.meta.url));
const PATIENCE_MS = 240_000;
/** As small as it gets: what is judged here is that it runs and that its accounts are right, never how quick it is. */
const TINY = ['--rounds', '1', '--n', '4', '--warm', '4', '--c', '2', '--json'];

interface Row {
  readonly perSecond: number;
  readonly p50: number;
  readonly cpuTotal: number;
}
interface Results {
  readonly loaded: { readonly baseline: Row; readonly ledger: Row; readonly ratios: { readonly throughput: number } };
  readonly unloaded: { readonly ledger: Row };
  readonly accounts: { readonly dossiers: number; readonly events: number; readonly delivered: number };
  readonly http: Readonly<Record<string, Row>>;
  readonly flood: {
    readonly ratio: number;
    readonly flooded: { readonly flood: { readonly acceptedPerSecond: number } };
  };
  readonly tables: { readonly ledger: number };
  readonly sweep: Readonly<Record<'idle' | 'storm' | 'accounts' | 'quiet', Readonly<Record<string, number>>>>;
  readonly calendar: { readonly state: string } & Readonly<
    Record<'clocks' | 'dossiers' | 'movedClocks' | 'foldedAgain' | 'clocksPerSecond', number>
  >;
}

const SMALL_SWEEP = ['--only', 'sweep', '--clocks', '1500', '--due', '600', '--per-minute', '2'];

async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said };
}

describe('the benchmark', () => {
  let said = '';
  let results: Results;

  beforeAll(async () => {
    const ended = await run(...TINY, '--only', 'ledger,unloaded,http');
    said = ended.said;
    if (ended.code !== 0) throw new Error(said);
    results = JSON.parse(/^RESULTS (.*)$/m.exec(said)?.[1] ?? 'null') as Results;
  }, PATIENCE_MS);

  it('takes every dossier through its life and finds all of it in the journal and in the inboxes', () => {
    const { dossiers, events, delivered } = results.accounts;
    // A warm-up, a round under load and one with a single caller, of four each.
    expect(dossiers).toBe(12);
    expect(events).toBe(dossiers * FACTS);
    expect(delivered).toBe(dossiers * DELIVERIES);
  });

  it('tells figures of the ledger, of the baseline beside it, and of both shapes of HTTP', () => {
    const { loaded, unloaded, http, tables } = results;
    const rows = [loaded.baseline, loaded.ledger, unloaded.ledger, ...Object.values(http)];
    expect(rows).toHaveLength(5);
    for (const { perSecond, p50, cpuTotal } of rows) {
      expect(perSecond).toBeGreaterThan(0);
      expect(p50).toBeGreaterThan(0);
      expect(cpuTotal).toBeGreaterThanOrEqual(0);
    }
    expect(loaded.ratios.throughput).toBeGreaterThan(0);
    expect(tables.ledger).toBeGreaterThanOrEqual(0);
  });

  it('says under which conditions it measured', () => {
    for (const word of ['machine', 'load', 'node', 'postgres', 'nats']) expect(said).toContain(word);
  });

  it(
    'moves running clocks to another version of their calendar, and folds a sample of the journals again',
    async () => {
      const { code, said: words } = await run('--only', 'calendar', '--clocks', '1200', '--json');
      if (code !== 0) throw new Error(words);
      const { calendar } = JSON.parse(/^RESULTS (.*)$/m.exec(words)?.[1] ?? 'null') as Results;
      expect(calendar).toMatchObject({ state: 'done', clocks: 1200, dossiers: 600, foldedAgain: 500 });
      expect(calendar.movedClocks).toBeGreaterThan(0);
      expect(calendar.clocksPerSecond).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    'lets one agency flood the service, and compares what the others notice with a quiet time',
    async () => {
      const { code, said: words } = await run(...TINY, '--only', 'flood');
      if (code !== 0) throw new Error(words);
      const { flood } = JSON.parse(/^RESULTS (.*)$/m.exec(words)?.[1] ?? 'null') as Results;
      expect(flood.ratio).toBeGreaterThan(0);
      expect(flood.flooded.flood.acceptedPerSecond).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    'lets many clocks come due in one minute, finds each fired once by two replicas, and the alerts come to the end of it',
    async () => {
      const { code, said: words } = await run(...SMALL_SWEEP, '--json');
      if (code !== 0) throw new Error(words);
      const { sweep } = JSON.parse(/^RESULTS (.*)$/m.exec(words)?.[1] ?? 'null') as Results;
      expect(sweep.storm).toMatchObject({ replicas: 2, due: 600, stuck: 0, leftDue: 0 });
      expect(sweep.storm['followed']).toBeGreaterThanOrEqual(600);
      expect(sweep.accounts).toMatchObject({ duplicates: 0, missing: 0, early: 0, unfed: 0, gaps: 0 });
      expect(sweep.accounts['foldedAgain']).toBeGreaterThan(0);
      expect(sweep.quiet['fired']).toBeGreaterThan(0);
      expect(sweep.quiet['p99Ms']).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it('refuses a part it does not have', async () => {
    const { code, said: words } = await run('--only', 'everything');
    expect(code).toBe(1);
    expect(words).toContain('everything');
  });
});
