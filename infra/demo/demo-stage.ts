/** A service with a broker of its own, on a database of its own, and the play as a process before it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHub } from '../testing/hub.js';
import { serveBroker } from './broker-owner.mjs';
import type { Figures } from './closing.mjs';

const PLAY = fileURLToPath(new URL('./play.mjs', import.meta.url));
const WHAT_NEXT = new URL('../scripts/what-next.mjs', import.meta.url).href;
/** Monday morning, when the offices open: no holiday in the six weeks after it. */
const MONDAY = '2026-03-02T07:30:00+07:00';

export interface Told {
  readonly code: number | null;
  readonly said: string;
}

export interface Performed extends Told {
  readonly figures: { readonly first: Figures; readonly again: Figures | null };
  /** How often the play had the broker wiped. */
  readonly wiped: number;
}

export interface Demo {
  /** Plays, and reads the figures. */
  readonly play: (...args: string[]) => Promise<Performed>;
  readonly tell: (...args: string[]) => Promise<Told>;
  /** What `npm start` prints in the end. */
  readonly whatNext: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openDemo(): Promise<Demo> {
  const hub = await startHub(MONDAY);
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-figures-'));
  let nats = hub.nats;
  let wiped = 0;
  const run = async (args: readonly string[]): Promise<Told> => {
    const child = spawn(process.execPath, [PLAY, ...args], {
      env: { PATH: process.env['PATH'], LIENTHONG_URL: hub.url, LIENTHONG_BROKER: 'ours' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    serveBroker(child, {
      nats,
      now: (fresh) => {
        nats = fresh;
        wiped += 1;
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  };
  const play = async (...args: string[]): Promise<Performed> => {
    const file = join(folder, 'figures.json');
    const before = wiped;
    const told = await run([...args, '--figures', file]);
    if (told.code !== 0) throw new Error(told.said);
    const figures = JSON.parse(readFileSync(file, 'utf8')) as Performed['figures'];
    return { ...told, figures, wiped: wiped - before };
  };
  const close = async () => {
    await nats.stop();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { play, tell: (...args) => run(args), whatNext: () => whatNext(hub.url), close };
}

async function whatNext(url: string): Promise<string> {
  const script = `import { showWhatNext } from ${JSON.stringify(WHAT_NEXT)}; await showWhatNext(${JSON.stringify(url)}, '.data');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  return said;
}
