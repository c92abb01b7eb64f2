import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { nationalLayer } from '../../calendar/parse-holidays.js';
import { worldsOn } from '../office-worlds.fixture.js';
import type { Rules } from '../../dossier/file.js';
import { workDurationSchema } from '../../time/duration.js';
import { differences, historyOf } from './rung-histories.fixture.js';

const csv = readFileSync(new URL('../../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const WORLDS = worldsOn(nationalLayer({ csv, version: 1 }));

/** `npm run clocks:campaign` asks for more of them, and for the counts. */
const campaign = (globalThis as { clocksCampaign?: { readonly runs: number; readonly seed: number } }).clocksCampaign;
const { runs, seed } = campaign ?? { runs: 25, seed: 20_261_122 };

describe('every rung and breach against a walk minute by minute', () => {
  it(`comes once and at its true minute, and no minute is another's, in ${runs} random histories`, () => {
    const counts: Record<string, number> = {
      histories: 0,
      missed: 0,
      wrong: 0,
      atOtherMinute: 0,
      misattributed: 0,
      twice: 0,
    };
    const met = new Map<string, number>();
    const differing: string[] = [];
    for (let run = seed; run < seed + runs; run++) {
      const { rungs, said, ...counted } = differences(historyOf(run, WORLDS));
      for (const [name, n] of Object.entries(counted)) counts[name] = (counts[name] ?? 0) + n;
      counts['histories'] = (counts['histories'] ?? 0) + 1;
      for (const key of rungs.keys()) {
        const rung = key
          .slice(key.lastIndexOf(' ') + 1)
          .replace(/^\d+$/, 'share')
          .replace(/:\d+$/, '');
        met.set(rung, (met.get(rung) ?? 0) + 1);
      }
      if (said !== '' || counted.twice > 0) differing.push(`seed ${run}: ${said}`);
    }
    if (campaign !== undefined) process.stdout.write(`${JSON.stringify({ ...counts, ...Object.fromEntries(met) })}\n`);
    expect(differing.slice(0, 3)).toEqual([]);
    expect([...met.keys()].sort()).toEqual(['breach', 'remaining', 'risk:high', 'risk:warning', 'share']);
  }, 3_600_000);
});

const AN_HOUR = workDurationSchema.parse('1wh');
type Planted = (procedure: Rules['procedure']) => Partial<Rules['procedure']>;

/** Mistakes of one minute or one leg in what the sweep goes by; the walker goes by what was published. */
const MISTAKES: readonly (readonly [mistake: string, planted: Planted])[] = [
  [
    'a rung of remaining minutes is a minute early',
    ({ warnRungs }) => ({
      warnRungs: {
        risk: [],
        perClock: [],
        remainingMinutes: (warnRungs?.remainingMinutes ?? []).map((each) => each + 1),
      },
    }),
  ],
  [
    'the acceptance is given an hour instead of half a day',
    ({ legs }) => ({ legs: { ...legs, acceptance: { ...legs.acceptance, budget: AN_HOUR } } }),
  ],
  [
    'the least works are taken for nothing',
    ({ steps }) => ({ steps: steps.map((step) => ({ ...step, minimumWorkMinutes: 0 })) }),
  ],
  ['a limit kept to the day is kept to the minute', () => ({ promiseGranularity: 'minute' })],
];

// A campaign asks for histories only.
if (campaign === undefined) {
  describe('the walk minute by minute', () => {
    it.each(MISTAKES)(
      'notices that %s',
      (_, planted) => {
        const noticed = Array.from({ length: 60 }, (_none, n) => n).some((run) => {
          const history = historyOf(run + 7, WORLDS);
          const { rules } = history.told;
          const procedure = { ...rules.procedure, ...planted(rules.procedure) };
          return differences({ ...history, told: { ...history.told, rules: { ...rules, procedure } } }).said !== '';
        });
        expect(noticed).toBe(true);
      },
      60_000,
    );
  });
}
