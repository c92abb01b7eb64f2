import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Log } from '../../disk/log.js';
import { LogDamaged, fileLog } from './file-log.js';
import { FolderInUse, lockFolder } from './folder-lock.js';

let folder: string;
let file: string;
const opened: Log[] = [];
const logOf = (path: string): Log => {
  const log = fileLog(path);
  opened.push(log);
  return log;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lien-thong-files-'));
  file = join(folder, 'queue.log');
});
afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a log in a file', () => {
  it('gives back what was written, over any number of openings, with every letter', async () => {
    await logOf(file).write([{ name: 'Nguyễn Thị Ví Dụ\n\u2028' }, 2]);
    const log = logOf(file);
    expect(await log.load()).toEqual([{ name: 'Nguyễn Thị Ví Dụ\n\u2028' }, 2]);
    await log.write([3]);
    await log.sync();
    expect(await logOf(file).load()).toEqual([{ name: 'Nguyễn Thị Ví Dụ\n\u2028' }, 2, 3]);
  });

  it.each(['{"half":', '{"whole":1}', 'ế'.slice(0, 1), '\u0000\u0000\u0000', '\u0000\n\u0000\n'])(
    'forgets a last line that broke off (%j), and writes on behind the last whole one',
    async (torn) => {
      await logOf(file).write([1, 2]);
      appendFileSync(file, torn);
      const log = logOf(file);
      expect(await log.load()).toEqual([1, 2]);
      await log.write([3]);
      expect(await logOf(file).load()).toEqual([1, 2, 3]);
    },
  );

  it('torn at any byte gives back a beginning of what was written', async () => {
    await logOf(file).write([{ a: 'á' }, { b: [1, 2] }, 'c']);
    const whole = readFileSync(file);
    for (let length = 0; length <= whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      const kept = await logOf(file).load();
      expect([{ a: 'á' }, { b: [1, 2] }, 'c'].slice(0, kept.length)).toEqual(kept);
    }
  });

  it('that was damaged in the middle is not guessed at', async () => {
    writeFileSync(file, '1\n{"b\n3\n');
    await expect(logOf(file).load()).rejects.toThrow(LogDamaged);
    await expect(logOf(file).load()).rejects.toThrow('line 2');
  });

  it('is replaced whole, and a replacement that broke off changes nothing', async () => {
    const log = logOf(file);
    await log.write([1, 2, 3]);
    await log.rewrite([3]);
    await log.write([4]);
    expect(await logOf(file).load()).toEqual([3, 4]);
    writeFileSync(`${file}.new`, '{"half');
    expect(await logOf(file).load()).toEqual([3, 4]);
    expect(readdirSync(folder).sort()).toEqual(['queue.log', 'queue.log.new']);
  });

  it('throws when it cannot be written: nothing is confirmed that is not on disk', async () => {
    await expect(logOf(join(folder, 'nowhere', 'x.log')).write([1])).rejects.toThrow('ENOENT');
  });
});

describe('a folder', () => {
  it('belongs to one process at a time', () => {
    const release = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    release();
    lockFolder(folder)();
  });

  it('is taken over from a process that was killed, also when its number was given out again', () => {
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 - 3, began: '1' }));
    lockFolder(folder)();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, began: 'another time' }));
    lockFolder(folder)();
    writeFileSync(join(folder, 'lock'), '{"pid":');
    lockFolder(folder)();
  });
});
