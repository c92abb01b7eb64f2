import { describe, expect, it } from '@jest/globals';
import { cellIn, cellText } from './cell.js';

describe('a number of a report as an address', () => {
  it.each([
    { measure: 'received', key: undefined },
    { measure: 'resolvedOverdue', key: 'Hộ tịch' },
    { measure: 'all', key: '' },
    { measure: 'all', key: 'a|b' },
    { measure: 'all', key: 'haiphong-hai-an>quangngai-duc-pho' },
  ])('comes back as it went: $measure of $key', (cell) => {
    expect(cellIn(cellText(cell))).toEqual(cell);
  });

  it('is none where none is named', () => {
    expect(cellIn(undefined)).toBeNull();
  });
});
