/** One process for one folder: two would send the same queue. A lock left by a process that was killed is taken over. */
import { mkdirSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is in use by process ${pid}`);
  }
}

/** Creates the folder if need be, and returns how to let go of it. Throws `FolderInUse`. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock');
  const holder = holderOf(file);
  if (holder !== null) {
    if (isAlive(holder)) throw new FolderInUse(folder, holder.pid);
    rmSync(file, { force: true });
  }
  // Exclusive: of two that start together one fails here.
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, JSON.stringify({ pid: process.pid, began: beganAt(process.pid) }));
  closeSync(handle);
  return () => rmSync(file, { force: true });
}

interface Holder {
  readonly pid: number;
  /** Tells a process from a later one with the same number; null where the system does not say. */
  readonly began: string | null;
}

function holderOf(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    // Absent, or its writer died while writing it.
    rmSync(file, { force: true });
    return null;
  }
}

function isAlive({ pid, began }: Holder): boolean {
  if (pid === process.pid) return began === beganAt(pid);
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return began === beganAt(pid);
}

/** Start of a process in ticks since the machine started (field 22 of /proc/<pid>/stat), where there is /proc. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
