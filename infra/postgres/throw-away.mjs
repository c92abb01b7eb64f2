// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './launcher.mjs';

/**
 * A server for one test run alone, as durable as in production: what is tested is what runs.
 * @param {Record<string, string>} [settings]
 * @returns {Promise<{ url: string, dispose: () => Promise<void> }>} `dispose` stops it and removes its data
 */
export async function throwAwayPostgres(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-test-'));
  const { url, dataDir, stop } = await startPostgres({ dataDir: folder, settings });
  const dispose = async () => {
    await stop();
    for (const each of [dataDir, folder]) rmSync(each, { recursive: true, force: true });
  };
  return { url, dispose };
}
