import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasForbiddenCharacters, nameKey, normaliseText, searchKey } from './text.js';

describe('searching for a place the way people type', () => {
  it.each([
    ['Phường Đông Hải', 'phuong dong hai'],
    ['PHUONG DONG HAI', 'phuong dong hai'],
    ['phường  đông hải ', 'phuong dong hai'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ["Xã Ch'ơm", 'xa chom'],
    ['Xã Ch’ơm', 'xa chom'],
    ['Tỉnh Bà Rịa - Vũng Tàu', 'tinh ba ria vung tau'],
    ['Xã Bha Lêê', 'xa bha lee'],
    ['Xã Ia Đrăng', 'xa ia drang'],
    ['Ðông Hải (typed with an eth)', 'dong hai typed with an eth'],
    ['Quận 1', 'quan 1'],
    ['', ''],
  ])('%s is found under "%s"', (typed, key) => {
    expect(searchKey(typed)).toBe(key);
  });

  it('gives the same key for composed and decomposed text', () => {
    for (const name of ['Phường Đông Hải', 'Xã Hòa Thủy', 'Xã Ngã Bảy', 'Phường Ỷ La']) {
      expect(searchKey(name.normalize('NFD'))).toBe(searchKey(name.normalize('NFC')));
      expect(nameKey(name.normalize('NFD'))).toBe(nameKey(name.normalize('NFC')));
    }
  });

  it('does not change a key by keying it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
    );
  });
});

describe('telling names apart that differ only by accents', () => {
  it.each([
    ['Hoà', 'Hòa'],
    ['Thuỷ', 'Thủy'],
    ['khoẻ', 'khỏe'],
    ['Phường Hoà Cường', 'phường hòa cường'],
  ])('%s and %s are one name with the tone written elsewhere', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['Hòa', 'Hoa'],
    ['Hòa', 'Hóa'],
    ['Tân', 'Tấn'],
    ['Đông', 'Dông'],
    ['Phố', 'Phó'],
  ])('%s and %s are two names', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe('text that comes in at the edge', () => {
  it('is stored composed, without stray spaces', () => {
    expect(normaliseText('  Phường   Đông Hải\t'.normalize('NFD'))).toBe('Phường Đông Hải');
  });

  it.each([
    ['a null', 'Hải\u0000An'],
    ['an escape', 'Hải\u001bAn'],
    ['a right-to-left override', 'Hải \u202eAn'],
    ['a bidi isolate', '\u2066Hải An\u2069'],
    ['a right-to-left mark', 'Hải\u200fAn'],
    ['a zero-width space', 'Hải\u200bAn'],
    ['a byte-order mark', '\ufeffHải An'],
    ['a soft hyphen', 'Hải\u00adAn'],
    ['a line separator', 'Hải\u2028An'],
    ['half a surrogate pair', 'Hải \ud83d'],
    ['a noncharacter', 'Hải \uffff'],
    ['a private-use letter', 'Hải \ue000'],
    ['a line break in a name', 'Hải\nAn'],
  ])('is refused with %s', (_what, text) => {
    expect(hasForbiddenCharacters(text)).toBe(true);
  });

  it.each(['Phường Đông Hải', 'Phường Đông Hải'.normalize('NFD'), "Xã Tr'Hy", 'Bà Rịa – Vũng Tàu', 'ghi chú 🙂', ''])(
    'is accepted: %s',
    (text) => {
      expect(hasForbiddenCharacters(text)).toBe(false);
    },
  );

  it('may run over several lines where a form allows it, and still hides nothing', () => {
    expect(hasForbiddenCharacters('dòng một\r\ndòng hai\n\tdòng ba', 'severalLines')).toBe(false);
    expect(hasForbiddenCharacters('dòng một\n\u202edòng hai', 'severalLines')).toBe(true);
    expect(hasForbiddenCharacters('một\rhai', 'severalLines')).toBe(true);
  });
});
