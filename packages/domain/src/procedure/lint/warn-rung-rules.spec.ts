import { describe, expect, it } from '@jest/globals';
import type { ProcedureInput } from '../../testing/procedures.js';
import { procedureForTest } from '../../testing/procedures.js';
import { lintProcedure } from './lint.js';
import type { LintSubject } from './subject.js';
import { warns } from './warn-rung-plants.fixture.js';

const said = (subject: LintSubject) => lintProcedure(subject).map(({ rule, path }) => `${rule} at ${path}`);

describe('lint of the rungs of a procedure', () => {
  it.each([
    ['all lists at once', { remainingMinutes: [120, 60], risk: ['warning', 'high'] }],
    ['a list for one clock', { perClock: [{ clock: 'acceptance', percents: [50], remainingMinutes: [60] }] }],
    ['a limit one minute longer than its rung', { perClock: [{ clock: 'legal', remainingMinutes: [1919] }] }],
    ['a clock that warns of nothing before it breaches', { perClock: [{ clock: 'delivery', percents: [] }] }],
  ] as readonly (readonly [string, ProcedureInput['warnRungs']])[])(
    'finds nothing in rungs that can come: %s',
    (_, warnRungs) => {
      expect(said(warns(warnRungs))).toEqual([]);
    },
  );

  it.each([
    ['warnRungs.breach', { breach: false }],
    ['warnRungs.perClock.0.breach', { perClock: [{ clock: 'legal', breach: false }] }],
    ['warnRungs.perClock.0.clock', { perClock: [{ clock: 'collection' }] }],
    ['warnRungs.remainingMinutes.0', { remainingMinutes: [0] }],
    ['warnRungs.remainingMinutes.0', { remainingMinutes: ['2wh'] }],
    ['warnRungs.risk.0', { risk: ['breached'] }],
  ])('lets nobody take the breach away, nor name what does not warn: %s', (path, warnRungs) => {
    expect(said({ definition: { ...procedureForTest(), warnRungs } })).toEqual([`schema-violation at ${path}`]);
  });
});
