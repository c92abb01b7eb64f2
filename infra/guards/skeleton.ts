import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository this specification belongs to. */
export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

const CONFIGURATION = [
  '.dependency-cruiser.cjs',
  'eslint.config.mjs',
  'infra/guards/restrictions.mjs',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.check.json',
  'tsconfig.json',
  'turbo.json',
  'package-lock.json',
];
/** Not there yet in every checkout, but the rules that will hold for them are. */
const PLANNED_WORKSPACES = ['packages/client', 'apps/console', 'apps/agency', 'apps/cli'];

/**
 * An empty copy of the repository in a temporary folder: the real configuration files, the real
 * dependencies, no sources. Violations are planted there and not in the tree, because other gates
 * may be reading the tree at the same moment.
 * @param sources path from the root to text
 * @returns the folder; the caller removes it
 */
export function plantSkeleton(sources: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'lien-thong-guards-'));
  for (const file of CONFIGURATION) copy(root, file);
  const workspaces = existingWorkspaces();
  for (const workspace of workspaces) {
    copy(root, `${workspace}/package.json`);
    copy(root, `${workspace}/tsconfig.json`);
  }
  linkDependencies(root);
  for (const workspace of new Set([...workspaces, ...PLANNED_WORKSPACES])) linkWorkspace(root, workspace);
  for (const [path, text] of Object.entries(sources)) write(root, path, text);
  return root;
}

function existingWorkspaces(): string[] {
  return ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(REPOSITORY, parent))
      .map((name) => `${parent}/${name}`)
      .filter((workspace) => existsSync(join(REPOSITORY, workspace, 'package.json'))),
  );
}

function copy(root: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  cpSync(join(REPOSITORY, path), join(root, path));
}

/** Below node_modules everything but @lien-thong is a link to the real thing: a plant there would overwrite it for everybody. */
function write(root: string, path: string, text: string): void {
  if (path.startsWith('node_modules/')) throw new Error(`a plant would overwrite a real dependency: ${path}`);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function linkDependencies(root: string): void {
  const real = join(REPOSITORY, 'node_modules');
  mkdirSync(join(root, 'node_modules', '@lien-thong'), { recursive: true });
  const names = readdirSync(real).filter((name) => name !== '.cache' && name !== '@lien-thong');
  for (const name of names) symlinkSync(join(real, name), join(root, 'node_modules', name));
}

/** `@lien-thong/x` must mean the planted x, or a violation would be judged against the real one. */
function linkWorkspace(root: string, workspace: string): void {
  const name = `@lien-thong/${workspace.split('/')[1]}`;
  const folder = join(root, workspace);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) {
    const exported = { '.': { source: './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, type: 'module', exports: exported }));
  }
  const link = join(root, 'node_modules', name);
  symlinkSync(relative(dirname(link), folder), link);
}

/**
 * Runs one of the repository's own tools inside the skeleton.
 * @param tool path below node_modules
 */
export function runTool(root: string, tool: string, args: readonly string[]): string {
  const run = spawnSync(process.execPath, [join(REPOSITORY, 'node_modules', tool), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  if (run.stdout === '') throw new Error(`${tool} said nothing on stdout: ${run.stderr}`);
  return run.stdout;
}
