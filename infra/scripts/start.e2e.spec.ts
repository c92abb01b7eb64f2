import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { REPOSITORY, plantSkeleton } from '../guards/skeleton.js';
import { isAlive } from '../postgres/data-directory-owner.mjs';
import { freePort } from '../postgres/launcher.mjs';

/** Stands where apps/routing stands: what is judged here is who starts and stops what, and in which order. */
const SERVER = `
import { createServer } from 'node:http';
import { connect } from 'node:net';
const { DATABASE_URL = '', PORT, LIENTHONG_MASTER_KEY = '', LIENTHONG_PROFILE, SUPERUSER_DATABASE_URL = 'none' } = process.env;
if (process.env['FAIL_AT_START']) process.exit(3);
process.on('SIGTERM', () => {
  const database = connect(Number(new URL(DATABASE_URL).port), '127.0.0.1');
  database.on('connect', () => { console.log('server stopped before its database'); process.exit(0); });
  database.on('error', () => process.exit(1));
});
const facts = { user: new URL(DATABASE_URL).username, key: Buffer.from(LIENTHONG_MASTER_KEY, 'base64').length, LIENTHONG_PROFILE, SUPERUSER_DATABASE_URL };
const clock = JSON.stringify({ now: process.env['CLOCK'] ?? '2026-03-02T00:30:00.000Z' });
const answers: Record<string, string> = { '/facts': JSON.stringify(facts), '/demo/clock': clock };
createServer((request, response) => response.end(answers[request.url ?? ''] ?? 'ok'))
  .listen(Number(PORT), '127.0.0.1');
export {};
`;
const MIGRATE = `
const { SUPERUSER_DATABASE_URL = '', LIENTHONG_DATABASE, APP_PASSWORD = '', MIGRATOR_PASSWORD = '', LIENTHONG_PROFILE } = process.env;
const { username } = new URL(SUPERUSER_DATABASE_URL);
console.log('migrating as', username, LIENTHONG_DATABASE, LIENTHONG_PROFILE, APP_PASSWORD.length, MIGRATOR_PASSWORD.length);
export {};
`;
const JOURNEY = `
const facts = await (await fetch(process.env.LIENTHONG_URL + '/facts')).text();
console.log('journey saw', facts);
process.exitCode = Number(process.env.JOURNEY_CODE ?? 0);
`;

const DEMO = `
console.log('wards played with', ...process.argv.slice(2), 'at', process.env.LIENTHONG_URL);
process.exitCode = Number(process.env.DEMO_CODE ?? 0);
`;

const MORNING = `console.log('morning left open at', process.env.LIENTHONG_URL);`;

const PATIENCE_MS = 90_000;

describe('npm start', () => {
  let root = '';
  let port = 0;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    root = plantSkeleton({
      'packages/domain/src/index.ts': 'export const nothing = 0;\n',
      'packages/engine/src/index.ts': 'export const nothing = 0;\n',
      // Its pages are judged in apps/console; here it would only be one more build.
      'apps/console/package.json': '{ "name": "@lien-thong/console", "version": "0.1.0", "type": "module" }',
      'apps/routing/src/main.ts': SERVER,
      'apps/routing/src/migrate.ts': MIGRATE,
      'infra/journey/play.mjs': JOURNEY,
      'infra/demo/play.mjs': DEMO,
      'infra/demo/morning.mjs': MORNING,
    });
    cpSync(join(REPOSITORY, 'infra/demo/broker-owner.mjs'), join(root, 'infra/demo/broker-owner.mjs'));
    // The database's account must be able to enter.
    chmodSync(root, 0o755);
    for (const folder of ['infra/scripts', 'infra/postgres', 'infra/nats']) {
      cpSync(join(REPOSITORY, folder), join(root, folder), { recursive: true });
    }
    port = await freePort();
  });
  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  function start(args: readonly string[], env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [join(root, 'infra/scripts/start.mjs'), '--port', String(port), ...args], {
      env: { ...globalThis.process.env, DATABASE_URL: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
    const says = async (sentence: string): Promise<void> => {
      while (!output.includes(sentence)) {
        const over = await Promise.race([ended, once(child.stdout, 'data').then(() => undefined)]);
        if (over && !output.includes(sentence)) throw new Error(`ended without "${sentence}": ${over.output}`);
      }
    };
    return { child, ended, says };
  }

  const postmaster = (): number | undefined => {
    const file = join(root, '.data/postgres/postmaster.pid');
    return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
  };

  it(
    'builds, migrates, serves, plays the wards and the journey, and with --headless ends with the exit code',
    async () => {
      const { code, output } = await start(['--headless', '--seed', '7', '--again'], { JOURNEY_CODE: '7' }).ended;
      expect(output).toContain('migrating as postgres lien_thong demo 32 32');
      const [wards = '', journey = ''] = output.split('wards played with --seed 7 --again at http://127.0.0.1');
      expect(wards).not.toContain('journey saw');
      expect(journey).toContain(
        'journey saw {"user":"app","key":32,"LIENTHONG_PROFILE":"demo","SUPERUSER_DATABASE_URL":"none"}',
      );
      expect(output).toContain('server stopped before its database');
      expect(code).toBe(7);
      expect(postmaster()).toBeUndefined();
    },
    PATIENCE_MS,
  );

  it(
    'plays nothing further when the wards failed, and nothing at all on data that has seen the plays',
    async () => {
      const failed = await start(['--headless'], { DEMO_CODE: '3' }).ended;
      expect([failed.code, failed.output.includes('journey saw')]).toEqual([3, false]);
      const { code, output } = await start(['--headless'], { CLOCK: '2026-12-29T07:00:00.000Z' }).ended;
      expect(output).toContain('This data has seen the plays already');
      expect([code, /journey saw|wards played|morning left/.test(output)]).toEqual([0, false]);
    },
    PATIENCE_MS,
  );

  it(
    'stays up until Ctrl-C, then stops server and database, in this order',
    async () => {
      const { child, ended, says } = start([]);
      await says('Press Ctrl-C to stop');
      const database = postmaster() ?? 0;
      expect(isAlive(database)).toBe(true);
      child.kill('SIGINT');
      const { code, output } = await ended;
      expect(output.indexOf('morning left open')).toBeGreaterThan(output.indexOf('journey saw'));
      expect(output).toContain('Liên Thông đang chạy');
      expect(output).toContain('server stopped before its database');
      expect([code, isAlive(database)]).toEqual([130, false]);
    },
    PATIENCE_MS,
  );

  it(
    'takes over from a start that was killed: same port, same data, same secrets',
    async () => {
      const first = start([]);
      await first.says('Press Ctrl-C to stop');
      const [server, database] = [
        Number(readFileSync(join(root, '.data/server.pid'), 'utf8').split(' ')[1]),
        postmaster() ?? 0,
      ];
      const key = readFileSync(join(root, '.data/master.key'), 'utf8');
      first.child.kill('SIGKILL');
      await once(first.child, 'exit');
      expect([isAlive(server), isAlive(database)]).toEqual([true, true]);
      const { code } = await start(['--headless']).ended;
      expect([code, isAlive(server), isAlive(database)]).toEqual([0, false, false]);
      expect(readFileSync(join(root, '.data/master.key'), 'utf8')).toBe(key);
    },
    PATIENCE_MS,
  );

  it(
    'says so when the server dies while starting, and leaves no database behind',
    async () => {
      const { code, output } = await start([], { FAIL_AT_START: '1' }).ended;
      expect(output).toContain('Máy chủ đã dừng khi khởi động (mã 3)');
      expect(output).toContain('The server ended while starting (code 3)');
      expect(output).not.toMatch(/^\s+at /m);
      expect([code, postmaster()]).toEqual([1, undefined]);
    },
    PATIENCE_MS,
  );

  it('names the port that is taken before it does anything else', async () => {
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const { code, output } = await start([]).ended;
    taken.close();
    expect(output).toContain(`Cổng ${port} đang được chương trình khác sử dụng`);
    expect(output).toContain(`Port ${port} is in use by another program`);
    expect(output).not.toMatch(/Building|^\s+at /m);
    expect(code).toBe(1);
  });

  it.each(['--port many', '--prot', '--port 70000'])('refuses %s in words', async (line) => {
    const { code, output } = await start(line.split(' ')).ended;
    expect(output).toMatch(/không hợp lệ/);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  it(
    'says what to install when there is no PostgreSQL',
    async () => {
      const nowhere = join(root, 'nowhere');
      writeFileSync(nowhere, '');
      const { code, output } = await start([], { LIENTHONG_PG_BIN: nowhere }).ended;
      expect(output).toContain('sudo apt-get install postgresql');
      expect(output).not.toMatch(/^\s+at /m);
      expect(code).toBe(1);
    },
    PATIENCE_MS,
  );
});
