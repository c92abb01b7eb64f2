/** One answer that stays open and goes on (text/event-stream, WHATWG HTML §9.2), written no faster than it is read. */
import type { FastifyReply } from 'fastify';

/** A reader who takes nothing for so long is gone, or will come back with the number he has. */
const STUCK_AFTER_MS = 30_000;
/** Asked of the reader before he comes back. */
const RETRY_MS = 2_000;

export interface Message {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

export class EventStream {
  private readonly raw: FastifyReply['raw'];
  private gone = false;
  private readonly leaving: (() => void)[] = [];

  /** Takes the reply over: whatever is wrong with the request has to be said before. */
  constructor(reply: FastifyReply) {
    const headers = reply.getHeaders();
    reply.hijack();
    this.raw = reply.raw;
    this.raw.on('close', () => this.left());
    this.raw.on('error', () => this.left());
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.raw.setHeader(name, value);
    // A proxy that gathers what it passes on would make news old.
    this.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    this.raw.write(`retry: ${RETRY_MS}\n\n`);
    // Gone while the answer was being prepared: that is told once, and was.
    if (this.raw.destroyed) this.left();
  }

  /** The reader has gone, or was given up. */
  get isOver(): boolean {
    return this.gone;
  }

  onEnd(then: () => void): void {
    if (this.gone) then();
    else this.leaving.push(then);
  }

  /** Resolves when there is room for more. */
  send({ id, event, data }: Message): Promise<void> {
    return this.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Keeps the line open, and tells from where to go on: numbers that were none of the reader's business are behind him. */
  keepAlive(id: number): Promise<void> {
    return this.write(`id: ${id}\n: here\n\n`);
  }

  /** Says why, and closes. */
  async end(id: number, reason: string): Promise<void> {
    if (this.gone) return;
    await this.send({ id, event: 'end', data: { reason } });
    this.raw.end();
    this.left();
  }

  private async write(text: string): Promise<void> {
    if (this.gone || this.raw.write(text)) return;
    await new Promise<void>((resolve) => {
      const stuck = setTimeout(() => this.raw.destroy(), STUCK_AFTER_MS);
      const done = () => {
        clearTimeout(stuck);
        this.raw.off('drain', done);
        resolve();
      };
      this.raw.on('drain', done);
      this.onEnd(done);
    });
  }

  private left(): void {
    this.gone = true;
    for (const then of this.leaving.splice(0)) then();
  }
}
