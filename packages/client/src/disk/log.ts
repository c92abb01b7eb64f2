/** What the consumer and the queue keep between two runs: records in the order they were written. */
export interface Log {
  /** Everything written, oldest first. Called once, before anything else. */
  readonly load: () => Promise<readonly unknown[]>;
  /** Behind the last. Survives the death of the process when it resolves, and the loss of power after `sync`. */
  readonly write: (records: readonly unknown[]) => Promise<void>;
  /** Everything written so far survives the loss of power when it resolves. */
  readonly sync: () => Promise<void>;
  /** These instead of all that was written; never half of it. */
  readonly rewrite: (records: readonly unknown[]) => Promise<void>;
  /** Lets go of the file; nothing is written afterwards. */
  readonly close: () => Promise<void>;
}

/** A log is shortened when it is this many times longer than what it says, and longer than this. */
const SHORTEN_AT = 4;
const SHORT = 1_000;

/** Whether a log of so many records is to be replaced by the `short` ones that say the same. */
export function isTooLong(records: number, short: number): boolean {
  return records > Math.max(SHORT, short * SHORTEN_AT);
}

/** A log that is gone with the process: for browsers that need no memory, and for trials. */
export function memoryLog(records: readonly unknown[] = []): Log {
  let kept = [...records];
  return {
    load: () => Promise.resolve([...kept]),
    write: (more) => Promise.resolve(void kept.push(...more)),
    sync: () => Promise.resolve(),
    rewrite: (instead) => Promise.resolve(void (kept = [...instead])),
    close: () => Promise.resolve(),
  };
}
