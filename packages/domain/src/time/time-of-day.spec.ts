import { describe, expect, it } from '@jest/globals';
import { minutesOfTime, timeOfDay, timeOfDaySchema, timeOfMinutes } from './time-of-day.js';

describe('a time on the wall clock', () => {
  it.each([
    ['00:00', 0],
    ['07:30', 450],
    ['15:00', 900],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('%s is minute %i of the day', (text, minutes) => {
    expect(minutesOfTime(timeOfDaySchema.parse(text))).toBe(minutes);
    expect(timeOfMinutes(minutes)).toBe(text);
  });

  it.each(['7:30', '24:01', '25:00', '12:60', '15h00', '15:00:00', ''])('"%s" is none', (text) => {
    expect(timeOfDaySchema.safeParse(text).success).toBe(false);
    expect(() => timeOfDay(text)).toThrow(RangeError);
  });

  it('ends with the day', () => {
    expect(() => timeOfMinutes(1441)).toThrow(RangeError);
    expect(() => timeOfMinutes(-1)).toThrow(RangeError);
  });
});
