/** The program as it is started: what it says when it cannot start, and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const KEY = Buffer.alloc(32, 3).toString('base64');
const WRONG_CONFIGURATION = 78;
const NO_DATABASE = 69;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return { child, ended: once(child, 'close'), said: () => said };
}

async function refusal(env: Readonly<Record<string, string>>) {
  const { ended, said } = start({ PORT: '0', ...env });
  const [code] = (await ended) as [number | null];
  return { code, said: said() };
}

describe('the service does not start', () => {
  it('without its configuration, and names everything that is missing at once', async () => {
    const { code, said } = await refusal({});
    expect(code).toBe(WRONG_CONFIGURATION);
    expect(said).toContain('DATABASE_URL: thiếu trường bắt buộc');
    expect(said).toContain('LIENTHONG_MASTER_KEY');
    expect(said).not.toContain('    at ');
  });

  it('as a demonstration in production', async () => {
    const env = { DATABASE_URL: database.appUrl, LIENTHONG_MASTER_KEY: KEY, LIENTHONG_PROFILE: 'demo' };
    const { code, said } = await refusal({ ...env, NODE_ENV: 'production' });
    expect([code, said]).toEqual([WRONG_CONFIGURATION, expect.stringContaining('demo profile is refused')]);
  });

  it('without a database, and says in both languages what to look at', async () => {
    const env = { DATABASE_URL: 'postgres://app:none@127.0.0.1:1/none', LIENTHONG_MASTER_KEY: KEY };
    const { code, said } = await refusal(env);
    expect(code).toBe(NO_DATABASE);
    expect(said).toContain('không kết nối được PostgreSQL');
    expect(said).toContain('PostgreSQL cannot be reached');
    expect(said).not.toContain('    at ');
  });

  it('as a superuser of the database', async () => {
    const { code, said } = await refusal({ DATABASE_URL: database.superuserUrl, LIENTHONG_MASTER_KEY: KEY });
    expect([code, said]).toEqual([NO_DATABASE, expect.stringContaining('is a superuser')]);
  });
});

describe('the service that started', () => {
  it('ends when it is told to', async () => {
    const env = {
      DATABASE_URL: database.appUrl,
      LIENTHONG_MASTER_KEY: KEY,
      PORT: '0',
      LIENTHONG_PROFILE: 'production',
    };
    const { child, ended, said } = start(env);
    while (!said().includes('"event":"listening"')) {
      if (child.exitCode !== null) throw new Error(said());
      await new Promise((next) => setTimeout(next, 50));
    }
    child.kill('SIGTERM');
    const [code, signal] = (await ended) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGTERM']);
    expect(said()).not.toContain('"level":"error"');
  });
});
