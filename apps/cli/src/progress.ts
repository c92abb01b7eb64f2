/** What is under way, on standard error, once it has taken longer than people wait without a word. */
import type { Output } from './output.js';
import type { Language, Words } from './words.js';

const SILENT_MS = 2_000;
const BETWEEN_MS = 1_000;

export class Progress {
  private readonly begun: number;
  private said: number;

  constructor(
    private readonly output: Pick<Output, 'err'>,
    private readonly language: Language,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.begun = now();
    this.said = this.begun;
  }

  /** A step begins that alone takes longer than two seconds: told at once. */
  long(what: Words): void {
    this.said = this.now();
    this.output.err(`… ${what[this.language]}`);
  }

  /** One more step begins; told when the whole has taken two seconds and nothing was told for one. */
  step(what: Words, { at, of }: { readonly at: number; readonly of: number }): void {
    const time = this.now();
    if (time - this.begun < SILENT_MS || time - this.said < BETWEEN_MS) return;
    this.said = time;
    this.output.err(`… ${at}/${of} ${what[this.language]} (${Math.round((time - this.begun) / 1000)} s)`);
  }
}

/** Lets what was written reach the terminal before the next long step. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
