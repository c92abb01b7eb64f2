/** The service as `npm start` starts it, demo profile and stepped clock, on a database of its own; and the journey played before it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '../../apps/routing/test/database.js';
import { freePort } from '../postgres/launcher.mjs';
import { startServer } from '../scripts/server.mjs';

const PLAY = fileURLToPath(new URL('./play.mjs', import.meta.url));

export interface Played {
  readonly code: number | null;
  readonly said: string;
}

export interface Stage {
  readonly url: string;
  readonly play: () => Promise<Played>;
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const database = await createTestDatabase({ seeded: true });
  const dataFolder = mkdtempSync(join(tmpdir(), 'lien-thong-stage-'));
  const port = await freePort();
  const server = startServer({
    port,
    dataFolder,
    env: {
      NODE_ENV: 'development',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      LIENTHONG_PROFILE: 'demo',
      LIENTHONG_MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
      DATABASE_URL: database.appUrl,
    },
  });
  const close = async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
    await database.drop();
  };
  await server.ready().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { url: server.url, play: () => playJourney({ LIENTHONG_URL: server.url }), close };
}

/** Runs `play.mjs` as `npm start` does; what it says on both streams. */
export async function playJourney(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Played> {
  const child = spawn(process.execPath, [PLAY, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
