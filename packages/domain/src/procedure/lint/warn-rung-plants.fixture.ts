/** Procedures with rungs that are wrong, one each. For specs. */
import type { ProcedureInput } from '../../testing/procedures.js';
import { localProcedure, procedureForTest } from '../../testing/procedures.js';
import type { LintRule } from './finding.js';
import type { LintSubject } from './subject.js';

/** The 1.5-day kind, which has no payment, with these rungs. */
export function warns(warnRungs: ProcedureInput['warnRungs']): LintSubject {
  return { definition: procedureForTest({ warnRungs }) };
}

export const RUNG_PLANTS: readonly { readonly rule: LintRule; readonly path: string; readonly subject: LintSubject }[] =
  [
    {
      rule: 'warn-rungs-unsorted',
      path: 'warnRungs.remainingMinutes',
      subject: warns({ remainingMinutes: [60, 120] }),
    },
    {
      rule: 'warn-rungs-unsorted',
      path: 'warnRungs.perClock.0.percents',
      subject: warns({ perClock: [{ clock: 'legal', percents: [75, 50] }] }),
    },
    {
      rule: 'warn-rung-repeated',
      path: 'warnRungs.remainingMinutes.1',
      subject: warns({ remainingMinutes: [120, 120] }),
    },
    { rule: 'warn-rung-repeated', path: 'warnRungs.risk.1', subject: warns({ risk: ['high', 'high'] }) },
    {
      rule: 'warn-clock-repeated',
      path: 'warnRungs.perClock.1.clock',
      subject: warns({ perClock: [{ clock: 'legal' }, { clock: 'legal', remainingMinutes: [60] }] }),
    },
    {
      rule: 'warn-clock-absent',
      path: 'warnRungs.perClock.0.clock',
      subject: warns({ perClock: [{ clock: 'payment' }] }),
    },
    {
      rule: 'warn-clock-absent',
      path: 'warnRungs.perClock.0.clock',
      subject: {
        definition: localProcedure({ transferCutoff: null, warnRungs: { perClock: [{ clock: 'transfer' }] } }),
      },
    },
    {
      // The limit of 3 working days and its extension by one: 1,920 minutes at most.
      rule: 'warn-rung-never-comes',
      path: 'warnRungs.perClock.0.remainingMinutes.0',
      subject: warns({ perClock: [{ clock: 'legal', remainingMinutes: [1920] }] }),
    },
    {
      // 30 calendar days of the applicant are the longest clock: 31 worked days at the very most.
      rule: 'warn-rung-never-comes',
      path: 'warnRungs.remainingMinutes.0',
      subject: warns({ remainingMinutes: [14_880] }),
    },
    {
      rule: 'warn-percent-at-breach',
      path: 'warnRungs.perClock.0.percents.0',
      subject: warns({ perClock: [{ clock: 'step', percents: [100] }] }),
    },
  ];
