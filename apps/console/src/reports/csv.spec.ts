import { describe, expect, it } from '@jest/globals';
import { csvText } from './csv.js';

const without = (text: string): string => text.replace('\uFEFF', '');

describe('a table for a spreadsheet', () => {
  it('says that it is UTF-8 before anything else', () => {
    expect(csvText([['Đơn vị']])).toBe('\uFEFFĐơn vị\r\n');
  });

  it('keeps commas, quotes and lines inside their cell', () => {
    expect(without(csvText([['Hải An, Hải Phòng', 'nói "xong"', 'dòng 1\ndòng 2']]))).toBe(
      '"Hải An, Hải Phòng","nói ""xong""","dòng 1\ndòng 2"\r\n',
    );
  });

  it.each(['=1+1', '+84 225', '-2', '@sum(a1)', '\t=1', '  =cmd', '\r=1'])(
    'never lets the text %j become a formula',
    (text) => {
      const [first] = without(csvText([[text]]));
      expect(first).toBe('"');
      expect(without(csvText([[text]]))).toContain(`'${text.replaceAll('"', '""')}`);
    },
  );

  it('leaves numbers numbers, also below zero, and empty what there is not', () => {
    expect(without(csvText([[12, -5, null, 0]]))).toBe('12,-5,,0\r\n');
  });
});
