import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lockFileComplaints } from './lock-file.mjs';
import { checkNode, isInstalled } from './prepare.mjs';
import { ROOT } from './processes.mjs';

type Lock = Parameters<typeof lockFileComplaints>[0];
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;

describe('the Node version', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.13.0', 'v24.11.0', 'v25.0.0', 'v26.10.0'])('accepts %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['v18.20.0', 'v20.18.3', 'v21.7.0', 'v22.12.0', 'v23.11.0', 'v24.10.0'])(
    'refuses %s in two languages',
    (version) => {
      expect(() => checkNode(version)).toThrow(/Cần phiên bản .*\n.*Install 20\.19/);
    },
  );
});

describe('the installed dependencies', () => {
  const present = { packages: { 'node_modules/a': { integrity: 'x' } } };

  it('are missing when nothing was ever installed', () => {
    expect(isInstalled(present, undefined)).toBe(false);
  });

  it('are those of the lock file, whatever the dates of the files', () => {
    expect(isInstalled(present, present)).toBe(true);
    expect(isInstalled({ packages: { 'node_modules/a': { integrity: 'y' } } }, present)).toBe(false);
    expect(isInstalled({ packages: { ...present.packages, 'node_modules/b': { integrity: 'z' } } }, present)).toBe(
      false,
    );
  });

  it('may lack what is for another platform', () => {
    const other = { integrity: 'z', optional: true };
    expect(isInstalled({ packages: { ...present.packages, 'node_modules/b': other } }, present)).toBe(true);
  });
});

describe('the lock file', () => {
  const packages = lock.packages;

  it('agrees with the manifest of the root', () => {
    expect(lockFileComplaints(lock, { '': manifest })).toEqual([]);
  });

  it('is refused when a version was changed in the manifest only, or is a range', () => {
    const devDependencies = { ...manifest['devDependencies'], turbo: '^2.11.9' };
    expect(lockFileComplaints(lock, { '': { ...manifest, devDependencies } })).toEqual([
      'root: turbo "^2.11.9" is not an exact version',
      'root devDependencies: turbo is ^2.11.9, in the lock 2.11.9',
    ]);
  });

  it('is refused when npm dropped the package of another platform', () => {
    const { 'node_modules/@turbo/darwin-arm64': dropped, ...rest } = packages;
    expect(dropped).toBeDefined();
    expect(lockFileComplaints({ packages: rest }, {})).toEqual([
      'node_modules/turbo: @turbo/darwin-arm64 is missing from the lock file',
    ]);
  });

  it('is refused when it names a download address', () => {
    const turbo = { ...packages['node_modules/turbo'], resolved: 'https://registry.example/turbo.tgz' };
    expect(lockFileComplaints({ packages: { ...packages, 'node_modules/turbo': turbo } }, {})).toEqual([
      'node_modules/turbo: a download address is committed',
    ]);
  });
});
