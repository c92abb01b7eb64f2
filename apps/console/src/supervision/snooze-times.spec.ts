import { describe, expect, it } from '@jest/globals';
import { isSnoozable, snoozeTimes } from './snooze-times.js';

const names = (now: string) => snoozeTimes(now).map(({ name }) => name);
const at = (now: string, name: string) => snoozeTimes(now).find((time) => time.name === name)?.until;

describe('times to be reminded at', () => {
  it('are reckoned by the clock of Viet Nam', () => {
    // Friday 14:45 in Viet Nam.
    const now = '2026-03-06T07:45:00.000Z';
    expect(at(now, 'hour')).toBe('2026-03-06T08:45:00.000Z');
    expect(at(now, 'tomorrow')).toBe('2026-03-07T01:00:00.000Z');
    expect(at(now, 'monday')).toBe('2026-03-09T01:00:00.000Z');
  });

  it('take late evening in London for the next day', () => {
    expect(at('2026-03-05T17:30:00.000Z', 'tomorrow')).toBe('2026-03-07T01:00:00.000Z');
  });

  it('do not name Monday where it is tomorrow, and mean the next one on a Monday', () => {
    expect(names('2026-03-08T05:00:00.000Z')).not.toContain('monday');
    expect(at('2026-03-09T05:00:00.000Z', 'monday')).toBe('2026-03-16T01:00:00.000Z');
  });

  it('are all such that the service takes them', () => {
    for (let day = 2; day < 9; day += 1) {
      const now = `2026-03-0${day}T03:00:00.000Z`;
      expect(snoozeTimes(now).every(({ until }) => isSnoozable(until, now))).toBe(true);
    }
  });
});

describe('what the service would take', () => {
  const now = '2026-03-06T07:45:00.000Z';

  it('ends after a week to the minute, and never lies in the past', () => {
    expect(isSnoozable('2026-03-13T07:45:00.000Z', now)).toBe(true);
    expect(isSnoozable('2026-03-13T07:46:00.000Z', now)).toBe(false);
    expect(isSnoozable(now, now)).toBe(false);
  });
});
