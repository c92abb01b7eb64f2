import { describe, expect, it } from '@jest/globals';
import { askedList, filtered } from './list-question.js';

describe('the list of dossiers', () => {
  it('asks for the same whether the accents were typed composed or one by one', () => {
    const composed = askedList({ q: 'Đông Hải' });
    expect(askedList({ q: 'Đông Hải'.normalize('NFD') })).toEqual(composed);
    expect(askedList({ q: '  Đông Hải ' })).toEqual(composed);
  });

  it('leaves out what no list knows instead of being refused', () => {
    expect(askedList({ state: 'sometimes', overdue: 'perhaps', phase: 'received; drop' })).toEqual({ limit: 50 });
    expect(askedList({ state: 'open', overdue: 'true', phase: 'received,processing' })).toEqual({
      ...{ limit: 50, state: 'open', overdue: 'true', phase: 'received,processing' },
    });
  });

  it('begins at the first page when a filter changes, and forgets filters that were emptied', () => {
    expect(filtered({ cursor: 'abc', phase: 'received', q: 'an' }, { phase: '' })).toEqual({ q: 'an' });
  });
});
