import { describe, expect, it } from '@jest/globals';
import { sameValue } from './same-value.js';

describe('two rows', () => {
  it('are the same when every member is, in whatever order', () => {
    expect(sameValue({ a: 1, b: [{ c: null }], d: 'x' }, { d: 'x', b: [{ c: null }], a: 1 })).toBe(true);
  });

  it('differ when any member does, is missing or is too many', () => {
    const row = { a: 1, b: [1, 2], c: { d: null } };
    for (const other of [
      { ...row, a: 2 },
      { ...row, b: [2, 1] },
      { ...row, b: [1, 2, 3] },
      { ...row, c: {} },
      { ...row, c: { e: null } },
      { ...row, b: { 0: 1, 1: 2 } },
      { a: 1, b: [1, 2] },
      null,
    ]) {
      expect(sameValue(row, other)).toBe(false);
      expect(sameValue(other, row)).toBe(false);
    }
  });
});
