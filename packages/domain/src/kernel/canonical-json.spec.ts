import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';

describe('the canonical text of a value', () => {
  it('is the same whatever order its members were written in', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, 2], c: null } })).toBe('{"a":{"c":null,"d":[1,2]},"b":1}');
    expect(canonicalJson({ a: { c: null, d: [1, 2] }, b: 1 })).toBe('{"a":{"c":null,"d":[1,2]},"b":1}');
  });

  it('leaves out members that are not there', () => {
    expect(canonicalJson({ a: undefined, b: 'Hải An' })).toBe('{"b":"Hải An"}');
    expect(canonicalJson([undefined, true])).toBe('[null,true]');
  });

  it('survives the way through JSON and back', () => {
    const value = { text: 'dấu " và \\ và \u2028', number: 1.5, list: [{ z: false, a: '' }] };
    expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
  });

  it('does not exist for what JSON cannot say', () => {
    for (const value of [Number.NaN, Infinity, 1n, undefined, () => 1, Symbol('s')]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});
