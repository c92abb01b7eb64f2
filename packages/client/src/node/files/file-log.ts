/** A log in a file: one record a line, forced to disk on `sync`, replaced by renaming. */
import { open, readFile, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log } from '../../disk/log.js';

/** A line in the middle cannot be read: not a write that broke off, but damage. Nothing is guessed. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';
  constructor(
    readonly file: string,
    readonly line: number,
  ) {
    super(`${file}: line ${line} cannot be read, though later ones can`);
  }
}

/** Opens or creates the file. `load` throws `LogDamaged` for a file that something else has changed. */
export function fileLog(file: string): Log {
  let handle: FileHandle | null = null;
  let length = 0;
  const opened = async (): Promise<FileHandle> => (handle ??= await open(file, 'a'));
  return {
    load: async () => {
      const { records, goodBytes, bytes } = readable(file, await readFile(file).catch(nothingYet));
      // The last write broke off with the process or the power; it was never confirmed to anybody.
      if (goodBytes < bytes) await truncate(file, goodBytes);
      length = goodBytes;
      return records;
    },
    write: async (records) => {
      const bytes = Buffer.from(textOf(records));
      try {
        await (await opened()).appendFile(bytes);
      } catch (fault) {
        // A full disk takes half a line: the next record must not be written behind it.
        await truncate(file, length).catch(() => undefined);
        throw fault;
      }
      length += bytes.length;
    },
    sync: async () => (await opened()).datasync(),
    rewrite: async (records) => {
      await handle?.close();
      handle = null;
      const text = textOf(records);
      await replaceFile(file, text);
      length = Buffer.byteLength(text);
    },
    close: async () => {
      await handle?.close();
      handle = null;
    },
  };
}

/** Writes a file so that after a crash it is the old one or the new one, whole. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.new`;
  const target = await open(beside, 'w');
  try {
    await target.writeFile(text);
    await target.sync();
  } finally {
    await target.close();
  }
  await rename(beside, file);
  await syncFolder(dirname(file));
}

function textOf(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function nothingYet(fault: NodeJS.ErrnoException): Buffer {
  if (fault.code !== 'ENOENT') throw fault;
  return Buffer.alloc(0);
}

function readable(file: string, content: Buffer): { records: unknown[]; goodBytes: number; bytes: number } {
  const records: unknown[] = [];
  let goodBytes = 0;
  let bad = 0;
  for (let start = 0, line = 1; start < content.length; line += 1) {
    const end = content.indexOf('\n', start);
    const record = end < 0 ? undefined : parsed(content.toString('utf8', start, end));
    if (record === undefined) bad ||= line;
    else if (bad > 0) throw new LogDamaged(file, bad);
    else records.push(record);
    start = end < 0 ? content.length : end + 1;
    if (bad === 0) goodBytes = start;
  }
  return { records, goodBytes, bytes: content.length };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

async function truncate(file: string, length: number): Promise<void> {
  const target = await open(file, 'r+');
  try {
    await target.truncate(length);
    await target.sync();
  } finally {
    await target.close();
  }
}

/** The name of a file is only safe when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
