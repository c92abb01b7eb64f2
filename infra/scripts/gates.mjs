// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFileComplaints } from './lock-file.mjs';
import { ROOT, overhearNode } from './processes.mjs';

/**
 * A check of the whole tree, counted as one.
 * @typedef {{ name: string, passes: () => Promise<boolean> }} Gate
 */

/** They look at texts as they stand, and need nothing built: done beside the build, one after another. @type {Gate[]} */
export const gatesOfTexts = [
  { name: 'lock file', passes: lockFileAgrees },
  tool('prettier', ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']),
];

/** Done side by side, so the longest begin: what is begun last ends alone. @type {Gate[]} */
export const gates = [
  tool('tsc -b', ['typescript/bin/tsc', '-b']),
  tool('eslint', ['eslint/bin/eslint.js', '--max-warnings', '0', '.']),
  tool('tsc (specs)', ['typescript/bin/tsc', '-p', 'tsconfig.check.json']),
  tool('tsc (console)', ['typescript/bin/tsc', '-p', 'apps/console/tsconfig.check.json']),
  tool('dependency-cruiser', [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...['packages', 'apps', 'infra'],
  ]),
  tool('knip', ['knip/bin/knip.js', '--no-progress']),
];

/**
 * @param {string} name
 * @param {readonly string[]} command its first word lies below node_modules
 * @returns {Gate}
 */
function tool(name, [program, ...args]) {
  const passes = async () => {
    const { code, said } = await overhearNode([`node_modules/${program}`, ...args]);
    process.stdout.write(said);
    return code === 0;
  };
  return { name, passes };
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
