import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findNatsServer, natsVersion } from './find-server.mjs';
import { NatsMissing, startNats } from './launcher.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lien-thong-nats-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

describe('a broker of our own', () => {
  it('keeps its passwords from one start to the next, readable by their owner only', async () => {
    const first = await startNats({ folder });
    await first.stop();
    const second = await startNats({ folder });
    await second.stop();
    expect(new URL(second.hubUrl).password).toBe(new URL(first.hubUrl).password);
    for (const name of ['hub.password', 'system.password', 'users/exchange.conf', 'users/system.conf']) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
  });

  it('ends one that was left behind on the same store, and nothing else that has its number', async () => {
    const left = await startNats({ folder });
    const again = await startNats({ folder });
    expect(await listens(left.port)).toBe(false);
    expect(await listens(again.port)).toBe(true);
    await again.stop();
    writeFileSync(join(folder, 'nats.pid'), String(process.pid));
    const third = await startNats({ folder });
    expect(Number(readFileSync(third.pidFile, 'utf8'))).toBe(third.pid);
    await third.stop();
  });

  it('says what it missed when it cannot start', async () => {
    const blocked = await startNats({ folder: join(folder, 'other') });
    await expect(startNats({ folder, port: blocked.port })).rejects.toThrow(/nats-server ended|not ready/);
    await blocked.stop();
  });
});

describe('the program of the broker', () => {
  it('is the named one, or found where Debian puts it', () => {
    const bin = findNatsServer() ?? '';
    expect(natsVersion(bin)).toMatch(/^\d+\.\d+\.\d+$/);
    expect(findNatsServer({ NATS_SERVER_BIN: bin, PATH: '' })).toBe(bin);
    expect(findNatsServer({ NATS_SERVER_BIN: '/nowhere/nats-server', PATH: '/usr/bin' })).toBeUndefined();
  });

  it('that is missing is reported with how to install it', () => {
    expect(new NatsMissing().message).toMatch(/apt-get install nats-server/);
  });
});
