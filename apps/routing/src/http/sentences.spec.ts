import { describe, expect, it } from '@jest/globals';
import { REFUSAL_CODES } from '@lien-thong/domain';
import { HTTP_CODES, statusOf } from './problem-codes.js';
import { problemBody } from './problem.js';
import { ENGLISH } from './sentences.en.js';
import { VIETNAMESE } from './sentences.vi.js';

const CODES = [...HTTP_CODES, ...REFUSAL_CODES];

describe('every code of a problem', () => {
  it.each(CODES)('%s says in both languages what is wrong and what to do', (code) => {
    for (const sentences of [VIETNAMESE, ENGLISH]) {
      expect(sentences[code].title.length).toBeGreaterThan(8);
      expect(sentences[code].todo.length).toBeGreaterThan(8);
    }
    expect(VIETNAMESE[code].title).not.toBe(ENGLISH[code].title);
    expect(statusOf(code)).toBeGreaterThanOrEqual(400);
  });

  it('has no sentence that no code asks for', () => {
    expect(Object.keys(VIETNAMESE).sort()).toEqual([...CODES].sort());
    expect(Object.keys(ENGLISH).sort()).toEqual([...CODES].sort());
  });

  it('stands in the body with its status, and the request it answers', () => {
    expect(problemBody({ code: 'key-reused', facts: {}, errors: [] }, 'request-1')).toMatchObject({
      type: '/docs/problems#key-reused',
      status: 422,
      requestId: 'request-1',
    });
  });
});
