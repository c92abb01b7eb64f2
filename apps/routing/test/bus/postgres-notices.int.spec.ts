/** The bus without a broker: notices over a line that breaks, and a database that is not there. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import { Client } from 'pg';
import { until } from '../../../../infra/testing/until.js';
import { SampleFeeds } from '../../../../packages/engine/test/conformance/bus-facts.js';
import { FeedListener } from '../../src/bus/feed-listener.js';
import { PostgresBus } from '../../src/bus/postgres-bus.js';
import { createPool } from '../../src/store/pools.js';
import { openDatabase } from '../opened.js';
import type { Opened } from '../opened.js';

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
}, 60_000);
afterAll(() => opened.close());

const to = (...agencies: string[]) =>
  new SampleFeeds('e').commit([agencies.map((id) => ({ agencyId: id as AgencyId, view: 'full' as const }))]);

describe('a listener', () => {
  it('hears one notice for a batch, and goes on hearing after its line was cut', async () => {
    const heard: (readonly AgencyId[])[] = [];
    let listening = 0;
    const listener = new FeedListener(opened.database.appUrl, {
      onNotice: (agencies) => heard.push(agencies),
      onListening: () => (listening += 1),
    });
    const bus = new PostgresBus(opened.app);
    await until(() => listening === 1);
    await bus.publish([...to('one', 'two'), ...to('one')]);
    await until(() => heard.length === 1);
    expect(heard).toEqual([['one', 'two']]);
    for (let cut = 2; cut < 5; cut++) {
      const superuser = new Client({ connectionString: opened.database.superuserUrl });
      await superuser.connect();
      await superuser.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lien-thong-feed'`,
      );
      await superuser.end();
      await until(() => listening === cut);
    }
    await bus.publish(to('three'));
    await until(() => heard.length === 2);
    await listener.close();
    expect(listener.listening).toBe(false);
  }, 60_000);

  it('is told of more agencies than one notice holds', async () => {
    const heard = new Set<string>();
    const listener = new FeedListener(opened.database.appUrl, {
      onNotice: (agencies) => agencies.forEach((id) => heard.add(id)),
      onListening: () => heard.add('listening'),
    });
    await until(() => heard.has('listening'));
    const names = Array.from({ length: 1_000 }, (_, i) => `agency-with-a-long-name-${i}`);
    await new PostgresBus(opened.app).publish(to(...names));
    await until(() => names.every((name) => heard.has(name)));
    await listener.close();
  });
});

describe('a database that says nothing', () => {
  it('lets a publish wait no longer than its time', async () => {
    const sockets: Socket[] = [];
    const dead = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
    const { port } = dead.address() as AddressInfo;
    const pool = createPool({ url: `postgres://app:x@127.0.0.1:${port}/none`, max: 1, name: 'spec' });
    const bus = new PostgresBus(pool, 500);
    await expect(bus.publish(to('one'))).rejects.toThrow('no answer in time');
    for (const socket of sockets) socket.destroy();
    dead.close();
    await pool.end();
  });
});
