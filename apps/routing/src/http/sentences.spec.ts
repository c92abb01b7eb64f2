import { describe, expect, it } from '@jest/globals';
import { REFUSAL_CODES } from '@lien-thong/domain';
import { HTTP_CODES, statusOf } from './problem-codes.js';
import { problemBody } from './problem.js';
import { ENGLISH } from './sentences.en.js';
import { VIETNAMESE } from './sentences.vi.js';

const CODES = [...HTTP_CODES, ...REFUSAL_CODES];

/** Headers, fields, addresses, names of commands: all that a clerk has never seen. */
const OF_SOFTWARE =
  /ETag|If-Match|Idempotency|facts\.|JSON|HTTP|header|digest|schema|errors|\/v1|\/docs|GET |POST |_ID|\b[a-z]+[A-Z]\w*/;

describe('every code of a problem', () => {
  it.each(CODES)('%s says in both languages what is wrong and what to do', (code) => {
    for (const sentences of [VIETNAMESE, ENGLISH]) {
      expect(sentences[code].title.length).toBeGreaterThan(8);
      expect(sentences[code].todo.length).toBeGreaterThan(8);
    }
    expect(VIETNAMESE[code].title).not.toBe(ENGLISH[code].title);
    expect(statusOf(code)).toBeGreaterThanOrEqual(400);
  });

  it.each(CODES)('%s speaks to an office, not to software', (code) => {
    for (const { title, todo } of [VIETNAMESE[code], ENGLISH[code]]) {
      const said = `${title} ${todo}`;
      expect(said.replace(/\{\w+\}/g, '')).not.toMatch(OF_SOFTWARE);
      expect(title).not.toMatch(/[{}]/);
    }
    const places = ({ todo }: { readonly todo: string }) => [...todo.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(places(VIETNAMESE[code])).toEqual(places(ENGLISH[code]));
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
