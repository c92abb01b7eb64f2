import { cpSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isReachable, serverAccount } from './account.mjs';
import { PostgresMissing, embeddedPackageFolder, findBinaries } from './binaries.mjs';

const NOWHERE = { systemRoot: '/nonexistent' };

describe('the search for a PostgreSQL', () => {
  const account = serverAccount();
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lien-thong-binaries-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The package as npm leaves it when install scripts are not allowed to run. */
  function packageWithoutSymlinks(mode: number): string {
    const copy = join(folder, 'package');
    cpSync(embeddedPackageFolder() ?? 'no package', copy, { recursive: true });
    const links = JSON.parse(readFileSync(join(copy, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of links) rmSync(join(copy, target), { force: true });
    chmodSync(folder, mode);
    return copy;
  }

  it('makes the library links that npm does not pack', () => {
    const embeddedPackage = packageWithoutSymlinks(0o755);
    const found = findBinaries(account, { env: {}, embeddedPackage, ...NOWHERE });
    expect(found).toMatchObject({ origin: 'embedded', bin: join(embeddedPackage, 'native/bin') });
    expect(found.version).toMatch(/^18\./);
  });

  it('runs from a checkout that other accounts may not enter', () => {
    const embeddedPackage = packageWithoutSymlinks(0o700);
    const found = findBinaries(account, { env: {}, embeddedPackage, ...NOWHERE });
    expect(found.version).toMatch(/^18\./);
    expect(isReachable(join(found.bin, 'postgres'), account)).toBe(true);
    // Root hands over to nobody and so needs a copy; anybody else runs the package where it lies.
    const copied = !found.bin.startsWith(folder);
    expect(copied).toBe(account.uid !== undefined);
    if (copied) rmSync(resolve(found.bin, '../..'), { recursive: true });
  });

  it('takes the folder the operator named before any other', () => {
    const named = join(packageWithoutSymlinks(0o755), 'native/bin');
    findBinaries(account, { env: {}, embeddedPackage: join(folder, 'package'), ...NOWHERE });
    expect(findBinaries(account, { env: { LIENTHONG_PG_BIN: named } })).toMatchObject({
      origin: 'LIENTHONG_PG_BIN',
      bin: named,
    });
  });

  it('runs nothing else when the folder the operator named does not work', () => {
    const named = join(folder, 'empty');
    mkdirSync(named);
    expect(() => findBinaries(account, { env: { LIENTHONG_PG_BIN: named } })).toThrow(PostgresMissing);
  });

  it('takes a system server when the package is absent, and none older than 15', () => {
    const systemRoot = join(folder, 'postgresql');
    mkdirSync(join(systemRoot, '14', 'bin'), { recursive: true });
    expect(() => findBinaries(account, { env: {}, embeddedPackage: join(folder, 'absent'), systemRoot })).toThrow(
      PostgresMissing,
    );
    chmodSync(folder, 0o755);
    mkdirSync(join(systemRoot, '18', 'bin'), { recursive: true });
    writeFileSync(join(systemRoot, '18', 'bin', 'postgres'), '#!/bin/sh\necho "postgres (PostgreSQL) 18.9"\n', {
      mode: 0o755,
    });
    const found = findBinaries(account, { env: {}, embeddedPackage: join(folder, 'absent'), systemRoot });
    expect(found).toEqual({ origin: 'system', version: '18.9', bin: join(systemRoot, '18', 'bin') });
  });

  it('says in Vietnamese and English what to install, and what it tried', () => {
    const named = join(folder, 'absent');
    expect(existsSync(named)).toBe(false);
    const search = (): unknown => findBinaries(account, { env: { LIENTHONG_PG_BIN: named } });
    expect(search).toThrow(/Không tìm thấy PostgreSQL/);
    expect(search).toThrow(/sudo apt-get install postgresql/);
    expect(search).toThrow(/No usable PostgreSQL was found/);
    expect(search).toThrow(named);
  });
});
