import { createHash } from 'node:crypto';

/** Everything that happens in a run, as lines: its digest tells two runs apart, and the lines are kept only for a trace. */
export class RunLog {
  private readonly hash = createHash('sha256');
  readonly lines: string[] = [];

  constructor(private readonly keeps: boolean) {}

  note(line: string): void {
    this.hash.update(`${line}\n`);
    if (this.keeps) this.lines.push(line);
  }

  /** To be asked once, at the end. */
  digest(): string {
    return this.hash.digest('hex');
  }
}
