// @ts-check
/** One agency of the cast: a process of apps/agency with a folder of its own, told what time it is by JSON lines. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { demoKey } from '../journey/office.mjs';
import { ROOT } from '../scripts/processes.mjs';

const PROGRAM = join(ROOT, 'apps/agency/dist/main.js');
const LAST_LINES = 20;

/** @typedef {Record<string, any>} Json */

export class Actor {
  /** Lines waiting for their answers, oldest first. @type {((answer: Json) => void)[]} */
  #waiting = [];
  /** @type {import('node:child_process').ChildProcessWithoutNullStreams | null} */
  #child = null;
  /** @type {string[]} */
  #said = [];
  /** When it has something to do next (RFC 3339), as it said last. @type {string | null} */
  next = null;

  /** @param {{ id: string, folder: string, config: Json }} cast `config`: what apps/agency reads, without its folder */
  constructor({ id, folder, config }) {
    this.id = id;
    this.folder = join(folder, id);
    this.configFile = join(folder, `${id}.json`);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.configFile, `${JSON.stringify({ agency: id, folder: id, ...config }, null, 2)}\n`);
  }

  get isUp() {
    return this.#child !== null;
  }

  /** @returns {Promise<void>} once it is ready for orders */
  async start() {
    const child = spawn(process.execPath, [PROGRAM, 'directed', this.configFile], {
      cwd: ROOT,
      env: { ...process.env, LIENTHONG_KEY: demoKey(this.id) },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#said = [];
    // A process that dies with an order on its way: the order's caller hears of it, not the pipe.
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (text) => (this.#said = [...this.#said, String(text)].slice(-LAST_LINES)));
    const started = this.#answered();
    createInterface({ input: child.stdout }).on('line', (line) => this.#waiting.shift()?.(JSON.parse(line)));
    child.once('exit', () => this.#ended(child));
    this.#noteNext(await started);
  }

  /**
   * Gives an order and waits for the answer.
   * @param {Json} order for example `{ do: 'work', at }`
   * @returns {Promise<Json>}
   * @throws {Error} when it refuses, or dies before it answers
   */
  async ask(order) {
    const answer = this.#answered();
    this.#child?.stdin.write(`${JSON.stringify(order)}\n`);
    const said = await answer;
    if (said['ok'] !== true) throw new Error(`${this.id}: ${order['do']}: ${said['error']}\n${this.#said.join('')}`);
    this.#noteNext(said);
    return said;
  }

  /** The power goes: no farewell, nothing is tidied up. */
  async kill9() {
    const child = this.#child;
    if (child === null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async stop() {
    const child = this.#child;
    if (child === null) return;
    const gone = once(child, 'exit');
    child.stdin.end();
    await gone;
  }

  /** @returns {Promise<Json>} the next line it says */
  #answered() {
    if (this.#child === null) return Promise.resolve({ ok: false, error: 'this office is dark' });
    return new Promise((done) => this.#waiting.push(done));
  }

  /** @param {Json} answer */
  #noteNext(answer) {
    if (answer['ok'] !== true) throw new Error(`${this.id}: ${answer['error']}\n${this.#said.join('')}`);
    if ('next' in answer) this.next = answer['next'];
  }

  /** @param {import('node:child_process').ChildProcess} child */
  #ended(child) {
    if (this.#child !== child) return;
    this.#child = null;
    const error = `the process ended (${child.exitCode ?? child.signalCode})`;
    for (const done of this.#waiting.splice(0)) done({ ok: false, error });
  }
}
