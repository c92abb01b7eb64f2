import { describe, expect, it } from '@jest/globals';
import type { Clock } from '@lien-thong/client';
import { levelOf } from './clock-level.js';

const running = (used: number, budget: number, more: Partial<Clock> = {}): Clock =>
  ({
    ...{ certainty: 'certain', status: 'running', overdue: false, budget: { unit: 'work', minutes: budget } },
    ...{ usedMinutes: used, remainingMinutes: budget - used },
    ...more,
  }) as Clock;

describe('the colour of a clock', () => {
  it('is never good where nothing can be computed', () => {
    expect(levelOf(null)).toBe('unknown');
    expect(levelOf(running(0, 960, { certainty: 'notComputable' }))).toBe('unknown');
    expect(levelOf(running(0, 960, { usedMinutes: null, remainingMinutes: null }))).toBe('unknown');
  });

  it('warns from the minute in which half a working day is left, not a minute before', () => {
    expect(levelOf(running(719, 960))).toBe('onTime');
    expect(levelOf(running(720, 960))).toBe('low');
    expect(levelOf(running(721, 960))).toBe('low');
  });

  it('warns of a long limit when three quarters are used', () => {
    expect(levelOf(running(3599, 4800))).toBe('onTime');
    expect(levelOf(running(3600, 4800))).toBe('low');
  });

  it('takes the word of the service for overdue, also while it rests', () => {
    expect(levelOf(running(960, 960))).toBe('low');
    expect(levelOf(running(961, 960, { overdue: true }))).toBe('overdue');
    expect(levelOf(running(961, 960, { overdue: true, status: 'paused' }))).toBe('overdue');
    expect(levelOf(running(10, 960, { status: 'paused' }))).toBe('resting');
  });
});
