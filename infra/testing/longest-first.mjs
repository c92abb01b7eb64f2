// @ts-check
import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import { ROOT } from '../scripts/processes.mjs';
import { LONG_SPECS } from './long-specs.mjs';

/** @typedef {{ readonly path: string }} Test */

/** Jest's own sequencer lies where Jest finds it, and nowhere we may name. */
const fromJest = createRequire(createRequire(createRequire(import.meta.url).resolve('jest')).resolve('@jest/core'));
/** @type {{ default: new (options: object) => { sort(tests: Test[]): Test[] } }} */
const { default: JestSequencer } = fromJest('@jest/test-sequencer');

/** @param {Test} test */
function placeOf({ path }) {
  const place = LONG_SPECS.indexOf(relative(ROOT, path).split(sep).join('/'));
  return place === -1 ? LONG_SPECS.length : place;
}

/** Begins with the specs that are known to take long; the others follow in Jest's order. */
export default class LongestFirst extends JestSequencer {
  /**
   * @override
   * @param {Test[]} tests
   */
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
