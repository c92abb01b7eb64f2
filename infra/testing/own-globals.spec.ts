import { describe, expect, it } from '@jest/globals';
import { withOwnGlobals } from './own-globals.mjs';

const namesKept = (code: string): string | undefined =>
  /^const \{ (.*) \} = globalThis; /.exec(withOwnGlobals(code))?.[1];

describe('the globals a compiled module keeps beside it', () => {
  it('are those it names, and nothing else is changed', () => {
    const code = 'export const half = (n) => Math.floor(Number(n) / 2);\nexport const none = new Set([1]);\n';
    expect(namesKept(code)).toBe('Math, Number, Set');
    expect(withOwnGlobals(code)).toBe(`const { Math, Number, Set } = globalThis; ${code}`);
  });

  it.each([
    ['a class of its own', 'export class Map { get(key) {} }\nexport const one = new Map();'],
    ['what it imports', "import { a, Map } from './own.js';\nexport const one = new Map();"],
    ['what it imports by another name', "import { Own as Map } from './own.js';\nexport const one = new Map();"],
    ['a member of something else', 'export const one = (town) => new town.Map();'],
  ])('leave %s alone', (_what, code) => {
    expect(withOwnGlobals(code)).toBe(code);
  });

  it('leave out the clock, which a spec may exchange', () => {
    expect(namesKept('export const now = () => Date.now();')).toBeUndefined();
  });
});
