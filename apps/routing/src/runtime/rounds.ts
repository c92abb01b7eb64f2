/** Work a process does by itself, one round at a time, each after a pause in real time, until it is stopped. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private over = false;

  /** `work` says how many milliseconds later the next round is; null: when it is called for. It does not reject. */
  constructor(private readonly work: () => Promise<number | null>) {}

  get isOver(): boolean {
    return this.over;
  }

  /** Changes nothing while a round is waited for or under way, and after the end. */
  nextIn(millis: number): void {
    if (this.over || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.running = this.round();
    }, millis);
  }

  /** No further round begins; resolves when the one under way is done. */
  async stop(): Promise<void> {
    this.over = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    const pause = await this.work();
    this.timer = undefined;
    if (pause !== null) this.nextIn(pause);
  }
}
