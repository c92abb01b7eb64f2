import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { ROOT } from '../scripts/processes.mjs';
import { specFiles } from '../scripts/spec-files.mjs';
import { LONG_SPECS } from './long-specs.mjs';
import LongestFirst from './longest-first.mjs';

/** As Jest hands it over, with what its own order asks of a file it has no time of. */
const testOf = (file: string, size: number) => ({
  path: join(ROOT, file),
  context: { config: { cache: false }, hasteFS: { getSize: () => size } },
});

describe('the specs that take longest', () => {
  it('are there, each named once', () => {
    const there = new Set(specFiles(ROOT));
    expect(LONG_SPECS.filter((file) => !there.has(file))).toEqual([]);
    expect(new Set(LONG_SPECS).size).toBe(LONG_SPECS.length);
  });

  it('begin, in the order of the list; all others follow, and none is lost', () => {
    const others = ['infra/a.spec.ts', 'infra/b.spec.ts'];
    const files = [...others, ...LONG_SPECS.toReversed()];
    const sorted = new LongestFirst({}).sort(files.map((file, i) => testOf(file, i)));
    expect(sorted.map(({ path }) => path)).toEqual(
      [...LONG_SPECS, ...others.toReversed()].map((file) => join(ROOT, file)),
    );
  });
});
