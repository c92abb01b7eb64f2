/** The guide for integrators, done: every command block of it, in its order, in one shell, against a real service. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHub } from '../../../infra/testing/hub.js';
import type { Hub } from '../../../infra/testing/hub.js';
import { PATH } from './env.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const GUIDES = ['integrate.md', 'integrate.vi.md'].map((name) => new URL(`../../../docs/${name}`, import.meta.url));
const BLOCK = /(<!-- not run: [^>]+ -->\s*)?```(\w+)\n([\s\S]*?)```/g;
const SHOWN = 'shown: ';

interface Block {
  readonly language: string;
  readonly text: string;
  readonly isRun: boolean;
}

function blocksOf(guide: URL): Block[] {
  return [...readFileSync(guide, 'utf8').matchAll(BLOCK)].map(([, mark, language = '', text = '']) => ({
    ...{ language, text, isRun: mark === undefined },
  }));
}

let hub: Hub;
beforeAll(async () => {
  hub = await startHub('2026-11-23T08:00:00+07:00');
}, 240_000);
afterAll(async () => {
  await hub.close();
  rmSync(`${ROOT}.data/my-agency`, { recursive: true, force: true });
}, 60_000);

describe('the guide for integrators', () => {
  it('says the same in both languages: the commands are one and the same', () => {
    const [english, vietnamese] = GUIDES.map((guide) => blocksOf(guide));
    expect(vietnamese).toEqual(english);
  });

  it('runs nearly all of its commands, and says why not of the others', () => {
    const blocks = blocksOf(GUIDES[0] as URL);
    expect(blocks.every(({ language }) => language === 'bash')).toBe(true);
    expect(blocks.filter(({ isRun }) => isRun).length).toBeGreaterThanOrEqual(13);
    expect(blocks.filter(({ isRun }) => !isRun).map(({ text }) => text.split('\n')[0])).toEqual([
      'npm start',
      expect.stringContaining('main.js run '),
    ]);
  });

  it('leads from nothing to accepted dossiers, signed and unsigned', async () => {
    const blocks = blocksOf(GUIDES[0] as URL).filter(({ isRun }) => isRun);
    const script = blocks.map(({ text }, index) => `echo "${SHOWN}${index}"\n${text}`).join('\n');
    const { code, output, errors } = await run(`set -euo pipefail\n${script}`);
    expect({ code, errors, output: code === 0 ? '' : output }).toEqual({ code: 0, errors: '', output: '' });
    const shown = output.split(new RegExp(`${SHOWN}\\d+\n`)).slice(1);
    expect(shown).toHaveLength(blocks.length);
    for (const [index, part] of [
      [0, '"agencyId":"haiphong-hai-an"'],
      [1, '"agencyId":"haiphong-hai-an"'],
      [2, 'haiphong-dong-hai · true'],
      [4, 'inTransfer'],
      [5, '"dossier.transferDispatched.v1"'],
      [6, 'INBOX'],
      [7, 'dossier.transferDispatched.v1 inTransfer'],
      [8, 'awaitingAcceptance\nprocessing\n'],
      [9, 'registered'],
      [10, 'receipt-required'],
      [10, 'acceptance haiphong-dong-hai'],
      [11, 'Signature Verified Successfully'],
      [12, '409'],
      [13, 'processing'],
    ] as const) {
      expect({ index, text: shown[index] }).toEqual({ index, text: expect.stringContaining(part) });
    }
  }, 180_000);
});

function run(script: string): Promise<{ code: number | null; output: string; errors: string }> {
  const env = { PATH, HOME: ROOT, LIENTHONG_URL: hub.url };
  const shell = spawn('bash', ['-s'], { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  shell.stdout.on('data', (chunk) => (output += String(chunk)));
  shell.stderr.on('data', (chunk) => (errors += String(chunk)));
  shell.stdin.end(script);
  return new Promise((done) => shell.once('close', (code) => done({ code, output, errors })));
}
