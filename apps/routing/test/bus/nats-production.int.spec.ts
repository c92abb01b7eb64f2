/** The configuration of production: its text, and where a newer server can be had a cluster of three that is started from it. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import { firstUsers, systemUsers } from '../../../../infra/nats/first-users.mjs';
import { newerNatsServer } from '../../../../infra/nats/newer-server.mjs';
import { freePort } from '../../../../infra/postgres/launcher.mjs';
import { until } from '../../../../infra/testing/until.js';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import { SampleFeeds } from '../../../../packages/engine/test/conformance/bus-facts.js';
import { natsSettingsOf } from '../../src/bus/bus-settings.js';
import { NatsExchange } from '../../src/bus/nats-exchange.js';
import { readEnv } from '../../src/env.js';
import { numbersOf } from './nats-reader.js';

const FOLDER = fileURLToPath(new URL('../../../../infra/nats/', import.meta.url));
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8').replace(/#.*$/gm, '');
const FETCH_WITHIN_MS = 60_000;

describe('the configuration of production', () => {
  const text = read('server.conf');

  it('acknowledges what is on disk, and has three servers', () => {
    expect(text).toMatch(/jetstream \{[^}]*sync_interval: always/);
    expect(text.match(/\$NATS_ROUTE_\d/g)).toEqual(['$NATS_ROUTE_1', '$NATS_ROUTE_2', '$NATS_ROUTE_3']);
  });

  it('encrypts the lines of agencies and those between servers, and has no secret of its own', () => {
    expect(
      text.match(/tls \{[^}]*cert_file: \$NATS_CERT_FILE[^}]*key_file: \$NATS_KEY_FILE[^}]*ca_file: \$NATS_CA_FILE/g),
    ).toHaveLength(2);
    expect(text.match(/password: (\S+),/g)).toEqual(['password: $NATS_ROUTE_PASSWORD,']);
  });

  it('bounds what anybody may send, hold and keep', () => {
    for (const limit of [
      'max_payload',
      'max_connections',
      'max_subscriptions',
      'max_pending',
      'write_deadline',
      'max_file',
    ]) {
      expect(text).toMatch(new RegExp(`${limit}: \\d+`));
    }
  });
});

describe.each(['server.conf', 'server.test.conf'])('%s', (name) => {
  it('lets nobody in without a name, and every account has users', () => {
    const text = read(name);
    expect(text).not.toMatch(/no_auth_user|allow_non_tls/);
    const accounts = text.slice(text.indexOf('accounts {'));
    const named = [...accounts.matchAll(/^ {2}([A-Z]+) \{/gm)].map(([, account]) => account);
    expect(named).toEqual(['SYS', 'EXCHANGE']);
    expect(accounts.match(/include 'users\/(system|exchange)\.conf'/g)).toHaveLength(named.length);
    expect(text).toMatch(/^system_account: SYS$/m);
    for (const users of [firstUsers('x'), systemUsers('x')]) expect(users).toMatch(/users = \[\s*\{ user: "/);
  });
});

interface Place {
  readonly folder: string;
  readonly bin: string;
  readonly ports: readonly { readonly client: number; readonly route: number }[];
}
const A = 'hai-an' as AgencyId;
const B = 'dong-hai' as AgencyId;
let place: Place | null = null;
let why = '';
const servers: ChildProcess[] = [];

function certificates(folder: string): boolean {
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const made = [...args, '-subj', '/CN=localhost', '-addext', names, '-keyout', 'key.pem', '-out', 'cert.pem'];
  return spawnSync('openssl', made, { cwd: folder }).status === 0;
}

function startServer({ folder, bin, ports }: Place, i: number): ChildProcess {
  const routes = ports.map(({ route }) => `nats-route://route:Route1@127.0.0.1:${route}`);
  const { client, route } = ports[i] ?? { client: 0, route: 0 };
  const here = ['-a', '127.0.0.1', '-p', String(client), '--cluster', `nats://127.0.0.1:${route}`, '-m', '-1'];
  return spawn(bin, ['--config', 'server.conf', ...here], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      NATS_SERVER_NAME: `n${i + 1}`,
      ...Object.fromEntries(routes.map((url, at) => [`NATS_ROUTE_${at + 1}`, url])),
      NATS_ROUTE_PASSWORD: 'Route1',
      NATS_STORE: join(folder, `store-${i + 1}`),
      NATS_CERT_FILE: join(folder, 'cert.pem'),
      NATS_KEY_FILE: join(folder, 'key.pem'),
      NATS_CA_FILE: join(folder, 'cert.pem'),
    },
  });
}

async function prepared(): Promise<Place | string> {
  const found = await newerNatsServer(FETCH_WITHIN_MS);
  if (!('bin' in found)) return found.why;
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-cluster-'));
  if (!certificates(folder)) return 'there is no openssl to make certificates with';
  mkdirSync(join(folder, 'users'));
  copyFileSync(join(FOLDER, 'server.conf'), join(folder, 'server.conf'));
  writeFileSync(join(folder, 'users/system.conf'), systemUsers('1e9system'));
  writeFileSync(join(folder, 'users/exchange.conf'), firstUsers('1e9hub'));
  const ports = [];
  for (let i = 0; i < 3; i++) ports.push({ client: await freePort(), route: await freePort() });
  return { folder, bin: found.bin, ports };
}

beforeAll(async () => {
  const found = await prepared();
  if (typeof found === 'string') why = found;
  else place = found;
  if (place !== null) for (let i = 0; i < 3; i++) servers.push(startServer(place, i));
  const said = place === null ? `judged by its text alone: ${why}` : `started as a cluster of three with ${place.bin}`;
  process.stderr.write(`infra/nats/server.conf was ${said}\n`);
}, FETCH_WITHIN_MS + 30_000);
afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL');
  if (place !== null) rmSync(place.folder, { recursive: true, force: true });
});

function exchangeAt({ folder, ports }: Place): NatsExchange {
  const urls = ports.map(({ client }) => `127.0.0.1:${client}`);
  const env = readEnv({
    DATABASE_URL: 'postgres://app@127.0.0.1/none',
    LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    NATS_URL: `tls://hub:1e9hub@${urls[0] ?? ''},tls://${urls[1] ?? ''},tls://${urls[2] ?? ''}`,
    NATS_CA_FILE: join(folder, 'cert.pem'),
    NATS_USERS_FILE: join(folder, 'users/exchange.conf'),
    NATS_SYSTEM_PASSWORD: '1e9system',
    NATS_REPLICAS: '3',
  });
  const settings = natsSettingsOf(env);
  if (settings === null) throw new Error('a broker was configured');
  return new NatsExchange({ settings, source: 'http://127.0.0.1:8080' });
}

/** The next message of an agency, acknowledged. */
async function next(exchange: NatsExchange, agencyId: AgencyId): Promise<number> {
  const ca = readFileSync(join(place?.folder ?? '', 'cert.pem'), 'utf8');
  const inbox = NatsInbox.open({ ...exchange.accessOf(agencyId), ca });
  try {
    for await (const message of inbox) {
      message.ack();
      return numbersOf(message)[0] ?? 0;
    }
  } finally {
    await inbox.close();
  }
  throw new Error('nothing came');
}

describe('three servers of production', () => {
  it('keep each message three times, admit an agency through the system account, and go on without one of them', async () => {
    if (place === null) return expect(why).not.toBe('');
    const exchange = exchangeAt(place);
    const feeds = new SampleFeeds('epoch-1');
    const tell = (agencyId: AgencyId) => feeds.commit([[{ agencyId, view: 'full' }]]);
    try {
      await until(
        () =>
          exchange.agenciesAre([A]).then(
            () => true,
            () => false,
          ),
        40_000,
      );
      exchange.start({ onUp: () => undefined, onDown: () => undefined, onLost: () => undefined });
      await until(() => exchange.state().connected, 40_000);
      await exchange.bus.publish(tell(A));
      expect(await next(exchange, A)).toBe(1);
      await exchange.agenciesAre([A, B]);
      await exchange.bus.publish(tell(B));
      expect(await next(exchange, B)).toBe(1);
      servers[0]?.kill('SIGKILL');
      const late = tell(A);
      await until(
        () =>
          exchange.bus.publish(late).then(
            () => true,
            () => false,
          ),
        40_000,
      );
      expect(await next(exchange, A)).toBe(2);
    } finally {
      await exchange.close();
    }
  }, 180_000);
});
