import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvField, parseCsv, parseCsvRecords } from './csv.js';

function write(rows: readonly (readonly string[])[], lineEnd: string): string {
  const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join(',') + lineEnd).join('');
}

describe('reading tables of the ministries', () => {
  it.each([
    [
      'plain fields',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'Windows line ends',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a comma in quotes', '"Văn hóa, Thể thao",x\n', [['Văn hóa, Thể thao', 'x']]],
    ['a quote in quotes', '"gọi là ""hộ tịch""",x\n', [['gọi là "hộ tịch"', 'x']]],
    ['a line break in quotes', '"dòng một\ndòng hai",x\n', [['dòng một\ndòng hai', 'x']]],
    [
      'empty fields',
      ',,\n"",x,\n',
      [
        ['', '', ''],
        ['', 'x', ''],
      ],
    ],
    ['a byte-order mark', '\ufeffa,b\n', [['a', 'b']]],
    [
      'a last empty field without line end',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['nothing', '', []],
  ])('keeps %s', (_what, text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it.each([
    ['an open quote', 'a,"b\n', 'line 1'],
    ['text behind a quote', '"a"b,c\n', 'line 1'],
    ['a quote in the middle', 'a\nb"c,d\n', 'line 2'],
    ['a lone carriage return', 'a,b\rc,d\n', 'line 1'],
    ['the right line number behind a quoted line break', '"a\nb",c\nd"e\n', 'line 3'],
  ])('refuses %s', (_what, text, where) => {
    expect(() => parseCsv(text)).toThrow(where);
  });

  it('gives back whatever was written, with either line end', () => {
    const table = fc.integer({ min: 1, max: 5 }).chain((width) => {
      const row = fc.array(fc.string({ unit: 'grapheme' }), { minLength: width, maxLength: width });
      return fc.array(row, { minLength: 1, maxLength: 8 });
    });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
        const text = write(rows, lineEnd);
        fc.pre(!text.startsWith('\ufeff'));
        expect(parseCsv(text)).toEqual(rows);
      }),
    );
  });
});

describe('reading rows by the names of their columns', () => {
  it('names every field', () => {
    expect(parseCsvRecords('code,name\n01,Hà Nội\n')).toEqual([{ code: '01', name: 'Hà Nội' }]);
  });

  it('refuses a row with a shifted column, a doubled name and a missing header', () => {
    expect(() => parseCsvRecords('code,name\n01\n')).toThrow('row 2');
    expect(() => parseCsvRecords('code,code\n01,02\n')).toThrow('twice');
    expect(() => parseCsvRecords('')).toThrow('no header');
  });

  it('tells an empty field from a column that is not there', () => {
    const record = { code: '' };
    expect(csvField(record, 'code')).toBe('');
    expect(() => csvField(record, 'name')).toThrow('no column name');
  });
});
