import { describe, expect, it } from '@jest/globals';
import { WARNING_CLOCKS } from '../../procedure/procedure.js';
import { landProcedure, procedureForTest } from '../../testing/procedures.js';
import { CLOCK_RULES } from '../clock-rules.js';
import { unfiredRungs } from './unfired-rungs.js';

const withRungs = (warnRungs: unknown): unknown => ({ ...procedureForTest(), warnRungs });

describe('the rungs of a published version', () => {
  it('have something that fires them, whatever the schema lets through', () => {
    expect(unfiredRungs(procedureForTest())).toEqual([]);
    const perClock = WARNING_CLOCKS.map((clock) => ({ clock, percents: [50], remainingMinutes: [60] }));
    const all = landProcedure({ warnRungs: { remainingMinutes: [120], risk: ['warning', 'high'], perClock } });
    expect(unfiredRungs(JSON.parse(JSON.stringify(all)))).toEqual([]);
  });

  it('can be of every clock that has a budget, and only of those', () => {
    const kinds = CLOCK_RULES.map(({ kind }) => kind).filter((kind) => kind !== 'collection');
    expect([...WARNING_CLOCKS].sort()).toEqual([...kinds].sort());
  });

  it.each([
    ['a list of a later release', { heartbeat: [5] }, 'warnRungs.heartbeat'],
    ['a level nobody works out', { risk: ['warning', 'certain'] }, 'warnRungs.risk.1'],
    ['a clock nothing starts', { perClock: [{ clock: 'appeal', percents: [50] }] }, 'warnRungs.perClock.0.clock'],
    ['a clock without a budget', { perClock: [{ clock: 'collection' }] }, 'warnRungs.perClock.0.clock'],
    [
      'a list of one clock that is not known',
      { perClock: [{ clock: 'legal', calendarDays: [2] }] },
      'warnRungs.perClock.0.calendarDays',
    ],
    ['minutes in another unit', { remainingMinutes: [120, '2wh'] }, 'warnRungs.remainingMinutes.1'],
    ['no list', { remainingMinutes: 120 }, 'warnRungs.remainingMinutes'],
    ['no rungs', [120], 'warnRungs'],
  ])('have nothing that fires them where they are %s', (_, warnRungs, place) => {
    expect(unfiredRungs(withRungs(warnRungs))).toEqual([place]);
  });

  it('are looked at in shares of a budget too, and in what is no definition', () => {
    expect(unfiredRungs({ ...procedureForTest(), warnPercents: [50, 'half'] })).toEqual(['warnPercents.1']);
    expect(unfiredRungs(null)).toEqual(['warnPercents']);
  });
});
