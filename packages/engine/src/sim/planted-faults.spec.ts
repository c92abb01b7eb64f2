import { describe, expect, it } from '@jest/globals';
import { turn } from '../../test/survive.js';
import { hunt, tableLine } from './planted/hunt.js';
import type { Catch } from './planted/hunt.js';
import { IN_THE_WARNINGS } from './planted/in-the-warnings.js';
import { PLANTS } from './planted/index.js';
import { run } from './run.js';
import { shrink, traceOf } from './shrink.js';

const MINUTES = 60_000;
/** Half of the planted faults are found with the first seed; none may need more than this. */
const MOST_SEEDS = 40;

describe('A mistake planted in the office', () => {
  it(
    'is found by an invariant, whichever of them it is',
    async () => {
      const catches: Catch[] = [];
      for (const plant of PLANTS) catches.push(await hunt(plant, { from: 1, most: MOST_SEEDS, turn }));
      process.stdout.write(`${catches.map(tableLine).join('\n')}\n`);
      expect(PLANTS.length).toBeGreaterThanOrEqual(18);
      expect(new Set(PLANTS.map(({ name }) => name)).size).toBe(PLANTS.length);
      expect(catches.filter(({ by }) => by === null).map(({ plant }) => plant.name)).toEqual([]);
      // What is told early is asked of every reception: a sum that does not agree would find anything.
      expect(catches.filter(({ by }) => by === 'I16').map(({ plant }) => plant)).toEqual([...IN_THE_WARNINGS]);
    },
    10 * MINUTES,
  );

  it(
    'is shown in a trace made smaller than the run that found it',
    async () => {
      const plant = PLANTS.find(({ name }) => name === 'breach-dated-when-noticed') ?? null;
      const failing = await run({ seed: 1, plant, turn });
      const small = await shrink(failing, { turn, plant }, 20);
      expect(small.report.violation?.invariant).toBe(failing.violation?.invariant);
      expect(small.faults.length).toBeLessThan(5);
      expect(small.report.acts).toBeLessThan(failing.acts + 1);
      expect(traceOf(small)).toContain('seed 1: I4');
    },
    5 * MINUTES,
  );
});
