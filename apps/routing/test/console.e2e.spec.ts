/** The web console on the port of the API, over a folder made here: what it serves, to whom, and what it never gives away. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consoleOf } from '../src/console/console-folder.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';

const PAGE = '<!doctype html><title>Liên Thông</title><script type="module" src="/assets/main-1a2b3c.js"></script>';
const SCRIPT = 'export const n = 1;'.repeat(100);
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const SECRET = 'outside the folder';

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let folder = '';
let office: TestApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lien-thong-console-'));
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  mkdirSync(join(dist, '.vite'));
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  writeFileSync(join(dist, 'index.html'), PAGE);
  writeFileSync(join(dist, 'index.html.br'), brotliCompressSync(PAGE));
  writeFileSync(join(dist, 'sw.js'), 'self.x = 1;');
  writeFileSync(join(dist, 'manifest.webmanifest'), '{}');
  writeFileSync(join(dist, '.env'), SECRET);
  writeFileSync(join(dist, '.vite', 'manifest.json'), SECRET);
  writeFileSync(join(dist, 'assets', 'main-1a2b3c.js'), SCRIPT);
  writeFileSync(join(dist, 'assets', 'main-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(dist, 'assets', 'main-1a2b3c.js.gz'), gzipSync(SCRIPT));
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'assets', 'link.txt'));
  office = await startApp({ seeded: false, env: { CONSOLE_DIR: dist } });
}, 120_000);
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

/** The path goes out as it is written: `fetch` would put it right first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { hostname, port } = new URL(office.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
const visit = (path: string, headers: Record<string, string> = {}) => ask(path, { accept: BROWSER, ...headers });

function expectProblem({ status, headers, body }: Got, expected = 404): void {
  expect({ status, type: headers['content-type'] }).toEqual({
    status: expected,
    type: 'application/problem+json; charset=utf-8',
  });
  expect(headers['cache-control']).toBe('no-store');
  expect(body.toString()).not.toContain(SECRET);
}

describe('the console', () => {
  it('is what stands at the address of the service, whoever asks', async () => {
    for (const accept of [BROWSER, '*/*']) {
      const { status, headers, body } = await ask('/', { accept });
      expect({ status, body: body.toString() }).toEqual({ status: 200, body: PAGE });
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    }
  });

  it.each(['/ho-so/H24.12-260302-0001', '/giam-sat?tab=heat', '/quy-trinh/1.004873/1', '/Vidu'])(
    'answers the deep link %s with its page, so that a reload comes back to it',
    async (path) => {
      expect(await visit(path)).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } });
      expect((await visit(path)).body.toString()).toBe(PAGE);
    },
  );

  it('lets no script or style in that stands in a page, nor anything of another origin', async () => {
    for (const path of ['/', '/hop-viec', '/sw.js', '/assets/main-1a2b3c.js']) {
      const { headers } = await visit(path);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    }
  });

  it('has assets kept for ever and everything else asked about each time', async () => {
    expect((await visit('/assets/main-1a2b3c.js')).headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/javascript; charset=utf-8',
    });
    for (const path of ['/sw.js', '/manifest.webmanifest']) {
      expect((await visit(path)).headers['cache-control']).toBe('no-cache');
    }
    expect((await visit('/manifest.webmanifest')).headers['content-type']).toContain('application/manifest+json');
  });

  it('answers with what was compressed before, as the browser takes it', async () => {
    const at = '/assets/main-1a2b3c.js';
    const [br, gz, plain] = [
      await ask(at, { 'accept-encoding': 'gzip, deflate, br' }),
      await ask(at, { 'accept-encoding': 'gzip' }),
      await ask(at),
    ];
    expect([br, gz, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
    const texts = [brotliDecompressSync(br.body), gunzipSync(gz.body), plain.body];
    for (const text of texts) expect(text.toString()).toBe(SCRIPT);
    for (const { headers } of [br, gz, plain]) {
      expect(headers).toMatchObject({
        vary: 'accept-encoding',
        'content-type': 'application/javascript; charset=utf-8',
      });
    }
    expect((await visit('/', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
    expect((await visit('/sw.js', { 'accept-encoding': 'br, gzip' })).headers['content-encoding']).toBeUndefined();
  });

  it('answers HEAD without a body, a known copy with 304, and a range with the whole', async () => {
    const head = await ask('/', { accept: BROWSER }, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(Buffer.byteLength(PAGE)),
    ]);
    const { etag = '' } = (await visit('/')).headers;
    expect(await visit('/', { 'if-none-match': etag })).toMatchObject({ status: 304 });
    for (const range of ['bytes=0-3', 'bytes=99999-', 'bytes=-1', 'x']) {
      const { status, body } = await visit('/assets/main-1a2b3c.js', { range });
      expect({ range, status, text: body.toString() }).toEqual({ range, status: 200, text: SCRIPT });
    }
  });
});

describe('what is no page', () => {
  it.each([
    '/v1/nowhere',
    '/auth/nowhere',
    '/demo/x',
    '/docs/x',
    '/health/x',
    '/metrics/x',
    '/track',
    '/V1/x',
    '/%761/x',
  ])('%s stays a problem, also to a browser', async (path) => {
    expectProblem(await visit(path));
  });

  it('the public page of a dossier is still made by the service', async () => {
    const { status, headers } = await visit('/track/H24-260302-0001?k=0000000000');
    expect({ status, type: headers['content-type'] }).toMatchObject({ status: 404 });
    expect(headers['content-security-policy']).not.toContain("script-src 'self'");
  });

  it('a path that exists under another method is told by its methods', async () => {
    expectProblem(await visit('/v1/commands'), 405);
  });

  it('software that asks for no page gets none', async () => {
    for (const accept of ['*/*', 'application/json']) expectProblem(await ask('/hop-viec', { accept }));
    expectProblem(await ask('/hop-viec'));
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s of a page or a file is refused', async (method) => {
    for (const path of ['/', '/hop-viec', '/assets/main-1a2b3c.js']) {
      expectProblem(await ask(path, { accept: BROWSER }, method));
    }
  });

  it('an asset that is gone is not answered with the page', async () => {
    expectProblem(await visit('/assets/main-old.js'));
    expectProblem(await visit('/assets/'));
    expectProblem(await visit('/assets'));
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '//secret.txt',
    '/./index.html',
    '/.env',
    '/%2eenv',
    '/.vite/manifest.json',
    '/assets/link.txt',
    '/assets/main-1a2b3c.js.br',
  ])('%s leads nowhere', async (path) => {
    expectProblem(await visit(path));
  });

  it.each(['/index.html%00.js', '/assets%2fmain-1a2b3c.js%00', '/%0d%0aset-cookie:x'])(
    '%s is refused for its control characters',
    async (path) => {
      expectProblem(await visit(path), 400);
    },
  );

  it.each(['/%', '/%zz', '/%c3%28', '/%ff'])('%s, which is no encoding, is refused', async (path) => {
    const { status, body } = await visit(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain(PAGE);
  });
});

describe('where there is no console', () => {
  it('one that was named and is not there keeps the service from starting, with a sentence', () => {
    const env = { ...office.env, CONSOLE_DIR: join(folder, 'nowhere') };
    expect(() => consoleOf(env)).toThrow(/CONSOLE_DIR.*index\.html/);
  });

  it('an empty folder name, or a process without the API, serves none', () => {
    expect(consoleOf({ ...office.env, CONSOLE_DIR: '' })).toBeNull();
    expect(consoleOf({ ...office.env, LIENTHONG_ROLES: ['relay'] })).toBeNull();
  });

  it('the address of the service is a problem like any other', async () => {
    const bare = await startApp({ seeded: false, env: { CONSOLE_DIR: '' } });
    try {
      expect(await bare.anonymous.get('/', { accept: BROWSER })).toMatchObject({ status: 404 });
    } finally {
      await bare.close();
    }
  });
});
