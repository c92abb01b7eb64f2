import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readEnv } from '../../apps/routing/src/env.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly profiles?: readonly string[];
  readonly environment?: Record<string, string>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart: string;
}
interface Compose {
  readonly services: Record<string, Service>;
  readonly configs: Record<string, { readonly content: string }>;
  readonly volumes: Record<string, unknown>;
}

const text = read('docker-compose.yml');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const dockerfile = read('infra/docker/routing.Dockerfile');
const images = [
  ...services.flatMap(([, { image }]) => (image === undefined ? [] : [image])),
  ...[...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image ?? ''),
];

/** A variable that must be set, or one that is empty by default; a default with a value would be a literal. */
const REFERENCE = /\$\{[A-Z_]+(?::\?[^}]*|:-)?\}/;
const SECRET_NAME = /PASSWORD|SECRET|TOKEN|KEY$/;
const REFERENCE_WITH_DEFAULT = /\$\{([A-Z_]+)(?::\?[^}]*|:-([^}]*))?\}/g;
const sample = (name: string): string => (name.endsWith('_KEY') ? Buffer.alloc(32, 1).toString('base64') : 'secret1');
const PASSWORD_IN_URL = /:\/\/[^:/@]+:([^@]+)@/;

describe('the composition', () => {
  it('has the database, the broker, the server and its migration; sign-in and measurement on request', () => {
    const profiles = Object.fromEntries(services.map(([name, { profiles: asked = [] }]) => [name, asked]));
    expect(profiles).toEqual({
      postgres: [],
      certificates: [],
      'nats-1': [],
      'nats-2': [],
      'nats-3': [],
      migrate: [],
      routing: [],
      oidc: ['oidc'],
      prometheus: ['observability'],
      grafana: ['observability'],
    });
  });

  it.each(services.filter(([, { restart }]) => restart !== 'no'))('can tell whether %s is well', (_name, service) => {
    expect(service.healthcheck?.test.length).toBeGreaterThan(1);
  });

  it('starts the server only on a migrated database and a broker that answers', () => {
    expect(compose.services['migrate']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(compose.services['routing']?.depends_on).toEqual({
      migrate: { condition: 'service_completed_successfully' },
      'nats-1': { condition: 'service_healthy' },
      'nats-2': { condition: 'service_healthy' },
      'nats-3': { condition: 'service_healthy' },
    });
  });

  it.each(images)('pins %s to an exact version', (image) => {
    expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z]+)*$/);
  });

  it('publishes ports on this machine only', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('keeps the data of database and broker in named volumes', () => {
    const used = services.flatMap(([, service]) => service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    const named = [...new Set(used.filter((volume) => !volume.startsWith('.')))];
    expect(named.toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
    expect(named).toEqual(expect.arrayContaining(['postgres-data', 'nats-1-data', 'nats-2-data', 'nats-3-data']));
    expect(used.filter((volume) => volume.startsWith('.') && !existsSync(join(ROOT, volume)))).toEqual([]);
  });

  it('gives every broker a name and a store of its own, and the configuration of production', () => {
    const brokers = services.filter(([name]) => name.startsWith('nats-'));
    const stores = brokers.map(([, { volumes = [] }]) => volumes.find((volume) => volume.endsWith(':/data')));
    expect(new Set(stores).size).toBe(3);
    for (const [name, { environment = {}, volumes = [] }] of brokers) {
      expect(environment['NATS_SERVER_NAME']).toBe(name);
      expect(volumes).toContain('./infra/nats/server.conf:/etc/nats/server.conf:ro');
      const asked = new Set([...read('infra/nats/server.conf').matchAll(/\$(NATS_\w+)/g)].map(([, key]) => key ?? ''));
      const told = Object.keys(environment);
      expect([...asked].filter((key) => !told.includes(key))).toEqual([]);
      expect(environment['NATS_ROUTE_1']).toContain('@nats-1:6222');
    }
  });

  it('tells the server nothing it does not know, and what it takes for right', () => {
    const told = compose.services['routing']?.environment ?? {};
    const schema = read('apps/routing/src/env.ts');
    expect(Object.keys(told).filter((key) => !new RegExp(`^  ${key}:`, 'm').test(schema))).toEqual([]);
    const filled = Object.fromEntries(
      Object.entries(told).map(([key, value]) => [
        key,
        value.replace(REFERENCE_WITH_DEFAULT, (_, name, preset) => preset ?? sample(name)),
      ]),
    );
    const env = readEnv(filled);
    expect(env.NATS_URL).toHaveLength(3);
    expect(env.NATS_REPLICAS).toBe(3);
    expect(env.NATS_AGENCY_URL).toBeUndefined();
  });

  it('never weakens a commit', () => {
    expect(text).not.toMatch(/fsync|synchronous_commit|full_page_writes/);
    expect(read('infra/nats/server.conf')).toContain('sync_interval: always');
  });
});

describe('the secrets of the composition', () => {
  const values = services.flatMap(([name, { environment = {} }]) =>
    Object.entries(environment).map(([key, value]) => ({ name, key, value })),
  );
  const named = values.filter(({ key }) => SECRET_NAME.test(key));
  const inUrls = values.filter(({ value }) => PASSWORD_IN_URL.test(value));

  it('are found by this specification', () => {
    expect([named.length, inUrls.length]).toEqual([16, 12]);
  });

  it.each(named)('come from the environment: $name $key', ({ value }) => {
    expect(value.replace(REFERENCE, '')).toBe('');
  });

  it.each(inUrls)('come from the environment: the password in $name $key', ({ value }) => {
    expect(PASSWORD_IN_URL.exec(value)?.[1]?.replace(REFERENCE, '')).toBe('');
  });

  it('stand in .env.example by name, without a value', () => {
    const example = read('.env.example');
    const names = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? ''));
    for (const name of names) {
      expect(example).toMatch(new RegExp(`^${name}=${SECRET_NAME.test(name) ? '$' : ''}`, 'm'));
    }
    expect(read('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.env']));
  });
});

describe('the image of the server', () => {
  it('is built from the Dockerfile that stands in the repository', () => {
    expect(existsSync(join(ROOT, compose.services['routing']?.build?.dockerfile ?? 'none'))).toBe(true);
  });

  it('copies only what the repository has', () => {
    const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) =>
      words.split(' ').slice(0, -1),
    );
    expect(copies).not.toEqual([]);
    expect(copies.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('does not run as root and carries neither secrets nor a repository', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.env.*', '.data', '.git', '**/node_modules']));
  });
});
