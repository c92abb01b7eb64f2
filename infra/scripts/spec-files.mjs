// @ts-check
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.turbo', '.data']);
/** Wider than what Jest runs, on purpose: a spec Jest does not see must be noticed. */
const SPEC = /\.spec\.[cm]?[jt]sx?$/;

/**
 * Every spec file on disk, committed or not.
 * @param {string} root
 * @returns {string[]} paths from the root, with `/`, sorted
 */
export function specFiles(root) {
  return walk(root)
    .filter((file) => SPEC.test(file))
    .map((file) => relative(root, file).split(sep).join('/'))
    .sort();
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}
