/** The server the tests run on: the one named by TEST_POSTGRES_URL, or one of our own that lives as long as somebody needs it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../../infra/postgres/launcher.mjs';
import { testEnv } from './env.js';

export interface Server {
  /** Superuser, database `postgres`. */
  readonly url: string;
  readonly release: () => Promise<void>;
}

interface Own {
  readonly url: string;
  readonly stop: () => Promise<void>;
}
let own: Promise<Own> | null = null;
let users = 0;

async function startOwn(): Promise<Own> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lien-thong-test-'));
  const server = await startPostgres({ dataDir });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
      rmSync(server.dataDir, { recursive: true, force: true });
    },
  };
}

/** A server to make databases on; given back with `release`. */
export async function takeServer(): Promise<Server> {
  const named = testEnv.TEST_POSTGRES_URL;
  if (named !== undefined) return { url: named, release: () => Promise.resolve() };
  users += 1;
  own ??= startOwn();
  const { url, stop } = await own;
  const release = async () => {
    users -= 1;
    if (users > 0) return;
    own = null;
    await stop();
  };
  return { url, release };
}
