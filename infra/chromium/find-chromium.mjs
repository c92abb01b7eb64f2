// @ts-check
import { join } from 'node:path';
import { findProgram, foldersOnPath } from '../scripts/find-program.mjs';

/** Debian calls it the first, other systems the others. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FURTHER = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** What to type when there is none. */
export const HOW_TO_INSTALL_CHROMIUM = {
  vietnamese:
    'Không tìm thấy Chromium. Cài đặt: "sudo apt-get install chromium fonts-dejavu-core" (Debian, Ubuntu), hoặc đặt CHROMIUM_BIN.',
  english:
    'Chromium was not found. Install it: "sudo apt-get install chromium fonts-dejavu-core" (Debian, Ubuntu), or set CHROMIUM_BIN.',
};

/**
 * What a browser of the tests is started with: no sandbox, since servers of tests run as root; and nothing that goes out into the
 * network by itself.
 */
export const CHROMIUM_ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/**
 * The browser: CHROMIUM_BIN, or the first on the PATH or in the usual places.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} undefined when there is none, or when CHROMIUM_BIN names none
 */
export function findChromium(env = process.env) {
  const onPath = foldersOnPath(env).flatMap((folder) => PROGRAMS.map((name) => join(folder, name)));
  return findProgram(env['CHROMIUM_BIN'], [...onPath, ...FURTHER]);
}
