import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isAlive } from './data-directory-owner.mjs';
import { startPostgres, type RunningPostgres } from './launcher.mjs';

const ROOT_UID = 0;

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function uidOf(pid: number): number {
  if (existsSync('/proc/self')) return statSync(`/proc/${pid}`).uid;
  return Number(spawnSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
}

/** A launcher of its own, so that it can die while its server lives. */
async function startInAnotherProcess(dataDir: string) {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(new URL('./launcher.mjs', import.meta.url).href)});
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(server.pid);
    setInterval(() => undefined, 1000);`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [firstLine] = (await once(launcher.stdout, 'data')) as [Buffer];
  return { launcher, serverPid: Number(firstLine.toString()) };
}

describe('our own PostgreSQL', () => {
  let dataDir = '';
  let running: RunningPostgres[] = [];
  const start = async (options: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<RunningPostgres> => {
    const server = await startPostgres({ dataDir, ...options });
    running.push(server);
    return server;
  };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'lien-thong-launcher-'));
    running = [];
  });
  afterEach(async () => {
    for (const server of running) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('commits to disk, keeps UTC and listens on this machine only', async () => {
    const { url } = await start();
    const names = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'TimeZone',
      'listen_addresses',
      'server_encoding',
    ];
    const columns = names.map((name) => `current_setting('${name}') as "${name}"`).join(', ');
    expect(await ask(url, `select ${columns}`)).toEqual([
      {
        fsync: 'on',
        synchronous_commit: 'on',
        full_page_writes: 'on',
        TimeZone: 'UTC',
        listen_addresses: '127.0.0.1',
        server_encoding: 'UTF8',
      },
    ]);
  });

  it('never runs as root', async () => {
    const { pid } = await start();
    expect(uidOf(pid)).not.toBe(ROOT_UID);
  });

  it('keeps its data where its account can reach it, also when the checkout is closed to others', async () => {
    const wanted = join(dataDir, 'closed', 'postgres');
    const before = await start({ dataDir: wanted });
    await ask(before.url, 'create table kept as select 3 as n');
    await before.stop();
    const after = await start({ dataDir: wanted });
    expect(await ask(after.url, 'select n from kept')).toEqual([{ n: 3 }]);
    expect(after.dataDir === wanted).toBe(process.getuid?.() !== ROOT_UID);
    await after.stop();
    rmSync(wanted, { recursive: true });
    const anew = await start({ dataDir: wanted });
    await expect(ask(anew.url, 'select n from kept')).rejects.toThrow(/does not exist/);
    await anew.stop();
    for (const { dataDir: used } of [after, anew]) rmSync(used, { recursive: true, force: true });
  });

  it('asks for the password', async () => {
    const { url } = await start();
    const guess = new URL(url);
    guess.password = 'guess';
    await expect(ask(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('switches durability off only when told to, and takes further settings', async () => {
    const { url } = await start({ durable: false, settings: { max_connections: '17' } });
    const [row] = await ask<{ f: string; m: string }>(
      url,
      "select current_setting('fsync') f, current_setting('max_connections') m",
    );
    expect(row).toEqual({ f: 'off', m: '17' });
  });

  it('has every committed row after kill -9, and leaves no process behind', async () => {
    const before = await start();
    await ask(before.url, 'create table kept as select 42 as n');
    await before.kill9();
    expect(isAlive(before.pid)).toBe(false);
    const after = await start();
    expect(await ask(after.url, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('keeps its data and its password over a restart', async () => {
    const before = await start();
    await ask(before.url, 'create table kept as select 7 as n');
    await before.stop();
    const after = await start({ port: before.port });
    expect(await ask(before.url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(after.url).toBe(before.url);
  });

  it('refuses a data directory that a living launcher uses, in two languages', async () => {
    await start();
    const refusal = startPostgres({ dataDir });
    await expect(refusal).rejects.toThrow(/đang được tiến trình .* sử dụng/);
    await expect(refusal).rejects.toThrow(/is in use by process/);
  });

  it('takes over from a launcher that was killed and left its server running', async () => {
    const { launcher, serverPid } = await startInAnotherProcess(dataDir);
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    expect(isAlive(serverPid)).toBe(true);
    const { url } = await start();
    expect(isAlive(serverPid)).toBe(false);
    expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('says that the named port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expect(startPostgres({ dataDir, port })).rejects.toThrow(/Address already in use/);
    taken.close();
  });

  it('refuses data made by another major version instead of damaging it', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'PG_VERSION'), '9\n');
    await expect(startPostgres({ dataDir })).rejects.toThrow(/was made by PostgreSQL 9/);
  });
});
