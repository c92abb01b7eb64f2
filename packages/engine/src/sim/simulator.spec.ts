import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { survive, turn } from '../../test/survive.js';
import { run } from './run.js';
import { FAULT_KINDS } from './world/faults.js';

const MINUTES = 60_000;

function regressions(): readonly number[] {
  return readFileSync(new URL('regressions.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => Number.parseInt(line, 10));
}

describe('The office under faults', () => {
  it('gives the same run for the same seed, and another for another', async () => {
    const [once, again, other] = [
      await run({ seed: 12, turn }),
      await run({ seed: 12, turn }),
      await run({ seed: 13, turn }),
    ];
    expect(again.digest).toBe(once.digest);
    expect(other.digest).not.toBe(once.digest);
  });

  it('keeps every seed that ever failed', async () => {
    const seeds = regressions();
    expect(seeds.length).toBeGreaterThan(0);
    for (const seed of seeds) expect([seed, (await run({ seed, turn })).violation]).toEqual([seed, null]);
  });

  it('answers every request at once when nothing fails', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { violation, counts } = await run({ seed, turn, faults: [] });
      expect([seed, violation]).toEqual([seed, null]);
      expect(FAULT_KINDS.filter((kind) => (counts.get(kind) ?? 0) > 0)).toEqual([]);
    }
  });

  it('loses, doubles and misdates nothing in seeds 1 to 300', () => survive({ from: 1, to: 301 }), 60 * MINUTES);
});
