import { describe, expect, it } from '@jest/globals';
import { saidWithFacts } from './said-facts.js';

describe('what can be done about a refusal', () => {
  it('names the moment, not where the moment stands', () => {
    expect(saidWithFacts('Không sớm hơn facts.lastFactAt.', { lastFactAt: '2026-11-25T08:01:00Z' })).toBe(
      'Không sớm hơn 15:01 25/11/2026.',
    );
  });

  it('lists what may be chosen', () => {
    expect(saidWithFacts('Một trong facts.successors', { successors: ['11411', '11413'] })).toBe(
      'Một trong 11411, 11413',
    );
  });

  it('leaves a sentence alone whose fact did not come', () => {
    expect(saidWithFacts('Trong facts.mostDays ngày', {})).toBe('Trong facts.mostDays ngày');
    expect(saidWithFacts('Trong facts.mostDays ngày', { mostDays: 7 })).toBe('Trong 7 ngày');
  });
});
