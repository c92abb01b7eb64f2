import { describe, expect, it } from '@jest/globals';
import { problemBody } from './problem.js';
import { saidWithFacts } from './said-with-facts.js';

describe('a sentence with its facts', () => {
  it.each([
    ['Không sớm hơn {at}.', { at: '2026-11-25T08:01:00Z' }, 'Không sớm hơn 15:01 25/11/2026.'],
    ['Chọn ngày {earliest}.', { earliest: '2026-12-01' }, 'Chọn ngày 01/12/2026.'],
    ['Trong {days} ngày', { days: 7 }, 'Trong 7 ngày'],
    ['Các hồ sơ: {codes}.', { codes: ['H24.1', 'H24.2'] }, 'Các hồ sơ: H24.1, H24.2.'],
    ['Chờ {seconds} giây', {}, 'Chờ … giây'],
  ])('%s with %j reads %s', (sentence, facts, read) => {
    expect(saidWithFacts(sentence, facts)).toBe(read);
  });

  it('is what a problem answers, while the facts stay as they are for software', () => {
    const facts = { occurredAt: '2026-11-25T08:00:00Z', lastFactAt: '2026-11-25T08:01:00Z' };
    const body = problemBody({ code: 'occurred-before-last-fact', facts, errors: [] });
    expect(body.todo).toContain('15:01 25/11/2026');
    expect(body.todoEn).toContain('15:01 25/11/2026');
    expect(body.facts).toEqual(facts);
  });
});
