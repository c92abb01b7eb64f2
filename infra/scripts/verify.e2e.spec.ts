import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REPOSITORY, plantSkeleton } from '../guards/skeleton.js';
import { runningPort, startPostgres } from '../postgres/launcher.mjs';
import { localSecrets } from './secrets.mjs';

/** Stands where the program stands: what is judged here is which installation it is led to. */
const PROGRAM = `
import { connect } from 'node:net';
const { DATABASE_URL = 'none', LIENTHONG_MASTER_KEY = 'none' } = process.env;
const url = URL.canParse(DATABASE_URL) ? new URL(DATABASE_URL) : null;
const socket = connect(Number(url?.port ?? 1), '127.0.0.1');
const tell = (up) => {
  console.log(JSON.stringify({ user: url?.username, password: url?.password, port: url?.port, key: LIENTHONG_MASTER_KEY, up }));
  process.exit(1);
};
socket.on('connect', () => tell(true));
socket.on('error', () => tell(false));
`;
const NOT_VERIFIED = 2;
const FOUND = 1;
const PATIENCE_MS = 60_000;

let root = '';
let data = '';

beforeAll(() => {
  root = plantSkeleton({ 'apps/routing/dist/verify.js': PROGRAM });
  data = join(root, '.data');
  // The database's account must be able to enter.
  chmodSync(root, 0o755);
  for (const folder of ['infra/scripts', 'infra/postgres']) {
    cpSync(join(REPOSITORY, folder), join(root, folder), { recursive: true });
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function verify(env: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; output: string }> {
  const { DATABASE_URL: _url, LIENTHONG_MASTER_KEY: _key, ...rest } = globalThis.process.env;
  const child = spawn(process.execPath, [join(root, 'infra/scripts/verify.mjs')], {
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

const told = ({ output }: { readonly output: string }): unknown => JSON.parse(output);

describe('npm run verify', () => {
  it('says what to do where nothing was ever started, and makes nothing', async () => {
    const { code, output } = await verify();
    expect(output).toContain('run npm start first, or set DATABASE_URL and LIENTHONG_MASTER_KEY');
    expect([code, existsSync(data)]).toEqual([NOT_VERIFIED, false]);
  });

  it(
    'looks at what npm start keeps here, running or not, with its secrets and the exit code of what was found',
    async () => {
      const dataDir = join(data, 'postgres');
      const server = await startPostgres({ dataDir });
      const { masterKey: key, passwords } = localSecrets(data);
      const expected = { user: 'app', password: passwords.app, key, up: true };
      const whileItRuns = await verify();
      expect([whileItRuns.code, told(whileItRuns)]).toEqual([FOUND, { ...expected, port: String(server.port) }]);
      expect(runningPort(dataDir)).toBe(server.port);
      await server.stop();
      expect(runningPort(dataDir)).toBeUndefined();
      const afterwards = await verify();
      expect([afterwards.code, told(afterwards)]).toEqual([FOUND, expect.objectContaining(expected)]);
      expect(runningPort(dataDir)).toBeUndefined();
    },
    PATIENCE_MS,
  );

  it('looks nowhere else than it is told to, be it to little purpose', async () => {
    const url = 'postgres://auditor:none@127.0.0.1:1/elsewhere';
    expect(told(await verify({ DATABASE_URL: url }))).toMatchObject({ user: 'auditor', port: '1', key: 'none' });
    expect(told(await verify({ LIENTHONG_MASTER_KEY: 'k' }))).toMatchObject({ key: 'k', up: false });
  });
});
