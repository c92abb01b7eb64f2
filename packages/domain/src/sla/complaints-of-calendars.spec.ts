/** What users complain of in other software, where it concerns working hours and lengths of time: each under the name it has there. */
import { describe, expect, it } from '@jest/globals';
import { received } from '../testing/office-steps.js';
import { sameLimitEverywhere } from '../testing/procedures.js';
import { procedureVersionSchema } from '../procedure/procedure.js';
import { durationSchema, workMinutes } from '../time/duration.js';
import type { WorkDuration } from '../time/duration.js';
import { clockOf, local } from './clocks.fixture.js';
import { CODE, standard, told } from './risk/risk.fixture.js';
import { procedureForTest } from '../testing/procedures.js';

/** When a limit is due that was received at that time. */
function due(limit: string, at: string): string | null {
  return local(
    clockOf(told({ cases: standard(limit), steps: [], transferCutoff: null }, received(CODE, at)), 'legal').dueAt,
  );
}

describe('working hours', () => {
  it('jBPM #1830: what comes before opening counts from the opening', () => {
    expect(due('4wh', '2026-11-17 05:00')).toBe('2026-11-17 11:30');
  });

  it('jBPM #1342: what comes after closing counts from the next opening', () => {
    expect(due('4wh', '2026-11-16 20:00')).toBe('2026-11-17 11:30');
  });

  it('jBPM #233: a holiday does not count', () => {
    expect(due('1wd', '2026-11-23 09:00')).toBe('2026-11-25 09:00');
  });

  it('osTicket #1168, #4969: nights, the midday rest and the weekend do not count', () => {
    expect(due('4wh', '2026-11-16 09:30')).toBe('2026-11-16 15:30');
    expect(due('4wh', '2026-11-20 15:30')).toBe('2026-11-23 09:30');
  });

  it('pm4py #558: the calendar that is configured is the one that is used', () => {
    expect(due('1wd', '2026-11-20 17:29')).toBe('2026-11-23 17:29');
  });

  it.each([
    ['07:30', '2026-11-17 17:30'],
    ['07:31', '2026-11-18 07:31'],
    ['17:29', '2026-11-18 17:29'],
    ['17:30', '2026-11-18 17:30'],
  ])('the first and the last minute of a day are minutes like any other: one day from %s ends %s', (at, end) => {
    expect(due('1wd', `2026-11-17 ${at}`)).toBe(end);
  });
});

describe('lengths of time', () => {
  it('jmix #790: one working day is a day at the office, and twenty-four hours at the office are three', () => {
    expect(workMinutes(durationSchema.parse('1wd') as WorkDuration, 480)).toBe(480);
    expect(workMinutes(durationSchema.parse('24wh') as WorkDuration, 480)).toBe(1440);
  });

  it.each(['P1D', '1d', '1', '', '-1wd', '0wd', '1 wd', '24h'])(
    'a bare or foreign length of time (“%s”) is no limit',
    (text) => {
      expect(durationSchema.safeParse(text).success).toBe(false);
    },
  );

  it('Open Zaak #1273: a length of time that says nothing is not stored as if it were one', () => {
    const [first] = procedureForTest().cases;
    const cases = [{ ...first, limits: sameLimitEverywhere('') }];
    expect(procedureVersionSchema.safeParse({ ...procedureForTest(), cases }).success).toBe(false);
  });

  it('Camunda #51178: a negative length of time is refused and not run through at once', () => {
    const steps = [{ key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '-1wd' }];
    expect(procedureVersionSchema.safeParse({ ...procedureForTest(), steps }).success).toBe(false);
  });

  it('OpenRegister #3970: a setting nobody reads is refused, not dropped in silence', () => {
    const parsed = procedureVersionSchema.safeParse({ ...procedureForTest(), serviceHours: 'Mo-Fr' });
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain('serviceHours');
  });
});
