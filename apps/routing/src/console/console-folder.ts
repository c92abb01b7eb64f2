/** The folder of the web console, as it was built. What is not in it when the service starts is never served. */
import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvError } from '../env.js';
import type { Env } from '../env.js';

const BUILT_BESIDE = fileURLToPath(new URL('../../../console/dist/', import.meta.url));
export const PAGE = 'index.html';
/** Answered in place of the file they were made of, never by themselves. */
const COMPRESSED = /\.(br|gz)$/;

export interface ConsoleFolder {
  readonly root: string;
  /** Regular files below it by their path with forward slashes; nothing hidden, no links. */
  readonly files: ReadonlySet<string>;
}

/**
 * The console this process serves, or null: with an empty CONSOLE_DIR, with none built beside the service, and in a process without
 * the API. Throws `EnvError` for a folder that was named and holds no console.
 */
export function consoleOf({ CONSOLE_DIR: named, LIENTHONG_ROLES: roles }: Env): ConsoleFolder | null {
  if (named === '' || !roles.includes('api')) return null;
  const root = resolve(named ?? BUILT_BESIDE);
  const files = filesBelow(root);
  if (files.has(PAGE)) return { root, files };
  if (named === undefined) return null;
  throw new EnvError(
    `CONSOLE_DIR: thư mục ${root} không có ${PAGE} / the folder ${root} has no ${PAGE}; build the console first, or leave it empty`,
  );
}

function filesBelow(root: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    return new Set(
      paths.filter((path) => !COMPRESSED.test(path) && !path.split('/').some((part) => part.startsWith('.'))),
    );
  } catch {
    return new Set();
  }
}
