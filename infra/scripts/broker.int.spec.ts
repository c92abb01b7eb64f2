import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBroker } from './broker.mjs';

let dataFolder = '';
const said: string[] = [];
const { log } = console;
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'lien-thong-broker-'));
  console.log = (...words: unknown[]) => void said.push(words.join(' '));
});
afterAll(() => {
  console.log = log;
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('the way events go after npm start', () => {
  it('is the broker the operator named', async () => {
    const broker = await openBroker({ env: { NATS_URL: 'nats://hub:x@elsewhere:4222' }, dataFolder });
    expect(broker.env).toEqual({});
    expect(said.join('\n')).toContain('NATS of NATS_URL');
    await broker.stop();
  });

  it('is the database where there is no broker, and it says how to get one', async () => {
    said.length = 0;
    const broker = await openBroker({ env: { NATS_SERVER_BIN: '/nowhere/nats-server' }, dataFolder });
    expect(broker.env).toEqual({});
    expect(said.join('\n')).toMatch(/over PostgreSQL[\s\S]*apt-get install nats-server/);
    await broker.stop();
  });

  it('is a broker of our own where the program is found, with credentials nobody else knows', async () => {
    said.length = 0;
    const { NATS_URL: _named, ...env } = process.env;
    const broker = await openBroker({ env, dataFolder });
    expect(said.join('\n')).toMatch(/our own NATS: nats-server \d/);
    expect(broker.env['NATS_URL']).toMatch(/^nats:\/\/hub:[\w-]{32}@127\.0\.0\.1:\d+$/);
    expect(existsSync(broker.env['NATS_USERS_FILE'] ?? '')).toBe(true);
    expect(existsSync(broker.env['NATS_PID_FILE'] ?? '')).toBe(true);
    await broker.stop();
  });
});
