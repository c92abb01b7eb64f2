// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import swc from '@swc/jest';

/**
 * Jest runs a module in a context of its own, in which every look at a global is a call of an interceptor: arithmetic that asks
 * `Math.floor` of every day spends most of its time there. So each module keeps those it names. `Date` and the timers are left out:
 * a spec may exchange them.
 */
const NAMES = ['Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Set', 'String'];
const OURS = createHash('sha1')
  .update(readFileSync(new URL(import.meta.url)))
  .digest('hex');

/** @param {string} code */
const uses = (code) => (/** @type {string} */ name) => new RegExp(`(?<![.\\w$])${name}[.(]`).test(code);

/** A module may have something of its own by that name. @param {string} code */
const declares = (code) => (/** @type {string} */ name) =>
  new RegExp(`\\b(?:class|const|let|var|function|as|import)\\s+${name}\\b|\\bimport\\s*\\{[^}]*\\b${name}\\b`).test(
    code,
  );

/**
 * @param {string} code a compiled module
 * @returns {string} the same with the globals it names kept beside it; on its first line, so that no line moves
 */
export function withOwnGlobals(code) {
  const isDeclared = declares(code);
  const names = NAMES.filter(uses(code)).filter((name) => !isDeclared(name));
  return names.length === 0 ? code : `const { ${names.join(', ')} } = globalThis; ${code}`;
}

/** @typedef {Required<ReturnType<typeof swc.createTransformer>>} Compiler */

/** @param {import('@swc/core').ParserConfig} parser */
const compilerOf = (parser) =>
  /** @type {Compiler} */ (
    swc.createTransformer({
      module: { type: 'es6' },
      sourceMaps: 'inline',
      jsc: {
        target: 'es2023',
        parser,
        transform: {
          ...{ legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          react: { runtime: 'automatic' },
        },
        keepClassNames: true,
      },
    })
  );

const plain = compilerOf({ syntax: 'typescript', decorators: true });
const withElements = compilerOf({ syntax: 'typescript', decorators: true, tsx: true });
/** @param {string} file */
const compilerFor = (file) => (file.endsWith('x') ? withElements : plain);

/**
 * What Jest compiles with: @swc/jest, and the globals of each module kept beside it.
 * @type {Pick<Compiler, 'process' | 'processAsync' | 'getCacheKey'>}
 */
export default {
  process(source, file, how) {
    const made = compilerFor(file).process(source, file, how);
    return how.supportsStaticESM ? { ...made, code: withOwnGlobals(made.code) } : made;
  },
  async processAsync(source, file, how) {
    const made = await compilerFor(file).processAsync(source, file, how);
    return { ...made, code: withOwnGlobals(made.code) };
  },
  getCacheKey: (source, file, how) => `${compilerFor(file).getCacheKey(source, file, how)}${OURS}`,
};
