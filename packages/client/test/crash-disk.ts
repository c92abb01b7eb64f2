/** A disk in memory whose power can be cut before any operation: what was not forced to it may be lost, or half there. */
import type { Log } from '../src/disk/log.js';

export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** What several files of one machine share: when the power goes, it goes for all. */
export class Machine {
  cuts = 0;
  private left = Infinity;
  private dead = false;

  /** The power goes instead of the operation after this many. */
  cutAfter(operations: number): void {
    this.left = operations;
  }

  restart(): void {
    this.dead = false;
    this.left = Infinity;
  }

  /** Throws `PowerCut`, from then on for every operation until the machine is started again. */
  step(): void {
    if (!this.dead && this.left > 0) {
      this.left -= 1;
      return;
    }
    if (!this.dead) this.cuts += 1;
    this.dead = true;
    throw new PowerCut();
  }
}

export class CrashFile {
  private safe = '';
  private cached = '';

  constructor(private readonly machine: Machine) {}

  /** After a cut: `kept` (0 to 1) is the share of the unforced bytes that had reached the disk. 1 is a mere kill. */
  lose(kept: number): void {
    this.safe += this.cached.slice(0, Math.floor(this.cached.length * kept));
    this.cached = '';
  }

  log(): Log {
    const text = (records: readonly unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const step = async (then: () => void) => {
      await Promise.resolve();
      this.machine.step();
      then();
    };
    return {
      load: () => {
        this.safe = (this.safe + this.cached).replace(/[^\n]*$/, '');
        this.cached = '';
        return Promise.resolve(
          this.safe
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line) as unknown),
        );
      },
      write: (records) => step(() => (this.cached += text(records))),
      sync: () => step(() => this.lose(1)),
      close: () => Promise.resolve(),
      rewrite: (records) => step(() => ([this.safe, this.cached] = [text(records), ''])),
    };
  }
}
