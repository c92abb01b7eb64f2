// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFileComplaints } from './lock-file.mjs';
import { ROOT, runNode } from './processes.mjs';

/**
 * A check of the whole tree, counted as one.
 * @typedef {{ name: string, passes: () => Promise<boolean> }} Gate
 */

/** Quickest first, so that the cheap mistake is told before the dear one. @type {Gate[]} */
export const gates = [
  { name: 'lock file', passes: lockFileAgrees },
  tool('prettier', ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']),
  tool('tsc -b', ['typescript/bin/tsc', '-b']),
  tool('tsc (specs)', ['typescript/bin/tsc', '-p', 'tsconfig.check.json']),
  tool('dependency-cruiser', [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...['packages', 'apps', 'infra'],
  ]),
  tool('knip', ['knip/bin/knip.js', '--no-progress']),
  tool('eslint', ['eslint/bin/eslint.js', '--max-warnings', '0', '.']),
];

/**
 * @param {string} name
 * @param {readonly string[]} command its first word lies below node_modules
 * @returns {Gate}
 */
function tool(name, [program, ...args]) {
  return { name, passes: async () => (await runNode([`node_modules/${program}`, ...args])) === 0 };
}

async function lockFileAgrees() {
  const workspaces = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`),
  );
  const folders = ['', ...workspaces].filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
  const manifests = Object.fromEntries(folders.map((folder) => [folder, readJson(join(folder, 'package.json'))]));
  const complaints = lockFileComplaints(readJson('package-lock.json'), manifests);
  for (const complaint of complaints) console.error(complaint);
  return complaints.length === 0;
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
