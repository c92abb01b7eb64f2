// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNode, runNpm } from './processes.mjs';
import { Refused, say } from './say.mjs';

/** Lowest patch of each supported line, and the first line whose successors are all supported. */
const NODE_LINES = [
  { major: 20, minor: 19 },
  { major: 22, minor: 13 },
  { major: 24, minor: 11 },
];
const EVERY_LINE_FROM = 24;

/**
 * @param {string} version for example v20.19.0
 * @throws {Refused} when this Node cannot run the system
 */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const line = NODE_LINES.find((known) => known.major === major);
  if (line ? minor >= line.minor : major > EVERY_LINE_FROM) return;
  throw new Refused(
    `Node.js ${version} không dùng được. Cần phiên bản 20.19, 22.13, 24.11 hoặc mới hơn: https://nodejs.org`,
    `Node.js ${version} will not do. Install 20.19, 22.13, 24.11 or newer: https://nodejs.org`,
  );
}

/**
 * Installs the dependencies when they are missing or are not those of the lock file.
 * @throws {Refused} when npm fails
 */
export async function ensureInstalled() {
  if (isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) return;
  say('› Cài đặt thư viện (npm ci) …', '  Installing dependencies (npm ci) …');
  // The build needs the compiler, also where NODE_ENV says production.
  const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code === 0) return;
  throw new Refused(
    'Không cài được thư viện (xem lỗi của npm ở trên). Kiểm tra kết nối mạng hoặc registry của npm rồi chạy lại.',
    'The dependencies could not be installed (see npm above). Check the network or the npm registry, then try again.',
  );
}

/**
 * @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }> }} Lock
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  const file = join(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Compares contents, not dates: git gives every file the time of the checkout. Optional packages
 * (other platforms) may be absent, but not in another version.
 * @param {Lock | undefined} wanted
 * @param {Lock | undefined} present
 */
export function isInstalled(wanted, present) {
  if (!wanted || !present) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    const found = present.packages[path];
    return found ? found.integrity === entry.integrity : entry.optional === true;
  });
}

/** @throws {Refused} when the compiler finds errors */
export async function build() {
  say('› Biên dịch …', '  Building …');
  const code = await runNode(['node_modules/turbo/bin/turbo', 'run', 'build', '--output-logs=new-only', '--ui=stream']);
  if (code === 0) return;
  throw new Refused('Biên dịch không thành công (xem lỗi ở trên).', 'The build failed (see the errors above).');
}
