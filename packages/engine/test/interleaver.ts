import type { Schedule } from '../src/memory/schedule.js';

/** xorshift32: the same draws for the same seed. */
function drawsOf(seed: number): (below: number) => number {
  let state = seed + 0x9e3779b9;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Holds every step of the adapters and lets them go on one at a time, in an order that the seed decides. */
export class Interleaver {
  private readonly held: (() => void)[] = [];
  private readonly draw: (below: number) => number;

  constructor(seed: number) {
    this.draw = drawsOf(seed);
  }

  readonly schedule: Schedule = () =>
    new Promise((resolve) => {
      this.held.push(resolve);
    });

  /** Goes on until the work is settled. Throws when nothing can go on and it is not: somebody waits for ever. */
  async drive<T>(work: Promise<T>): Promise<T> {
    const end = { reached: false };
    const note = () => {
      end.reached = true;
    };
    void work.then(note, note);
    await turn();
    while (!end.reached) {
      const [step] = this.held.splice(this.draw(this.held.length || 1), 1);
      if (step === undefined) throw new Error('everybody waits');
      step();
      await turn();
    }
    return work;
  }
}
