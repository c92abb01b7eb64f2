import { describe, expect, it } from '@jest/globals';
import { nameGivenTwice } from './names-given-twice.js';

describe('a name given twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['[{"b":{"c":1 , "c" : [] }}]', 'c'],
    ['{"":1,"":2}', ''],
    ['{"a\\"b":1,"a\\"b":2}', 'a"b'],
    ['{"x":[{"y":1},{"y":1,"z":"}","y":2}]}', 'y'],
  ])('is found in %s', (text, name) => {
    expect(nameGivenTwice(text)).toBe(name);
  });

  it.each([
    '{"a":"a","b":"a"}',
    '[{"a":1},{"a":1}]',
    '{"a":{"a":{"a":1}}}',
    '["a","a"]',
    '{"a":["b","b"],"b":{}}',
    '{"a":"\\\\","b":"{\\"a\\":1,"}',
    '"a"',
    '1',
  ])('is not found in %s', (text) => {
    expect(nameGivenTwice(text)).toBeNull();
  });
});
