/** The service as one who follows alerts sees it: a real server on a port of its own, whose line can be cut. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const newsOf = (n: number) => JSON.stringify({ event: { n, kind: 'opened' }, alert: { id: `alert-${n}` } });

function problem(response: ServerResponse, status: number, code: string): void {
  const words = { title: code, titleEn: code, todo: '', todoEn: '' };
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ code, status, ...words, facts: {}, errors: [] }));
}

export class AlertService {
  /** Everything that was asked, in order. */
  readonly asked: string[] = [];
  /** What becomes of streams: served, refused by a proxy, or answered with this status. */
  streams: 'served' | 'refused' | number = 'served';
  /** What becomes of questions. */
  questions: 'served' | number = 'served';
  private last = 0;
  private readonly lines = new Set<ServerResponse>();

  private constructor(private readonly server: Server) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://service');
      if (pathname === '/v1/alerts/stream') this.stream(request, response);
      else this.question(response, searchParams.get('after') ?? '0');
    });
  }

  static async start(): Promise<AlertService> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new AlertService(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Streams that are open. */
  get open(): number {
    return this.lines.size;
  }

  /** One more event happened; its number. */
  happen(): number {
    this.last += 1;
    for (const line of this.lines) send(line, this.last);
    return this.last;
  }

  /** Ends every open answer in the middle. */
  cut(): void {
    for (const line of this.lines) line.socket?.destroy();
    this.lines.clear();
  }

  /** A backup is put in place: the numbers begin anew. */
  restore(events: number): void {
    this.last = events;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private stream(request: IncomingMessage, response: ServerResponse): void {
    const given = request.headers['last-event-id'];
    this.asked.push(`stream after ${String(given ?? 'now')}`);
    if (typeof this.streams === 'number') return problem(response, this.streams, 'unauthenticated');
    if (this.streams === 'refused') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>');
      return;
    }
    const after = given === undefined ? this.last : Number(given);
    if (after > this.last) return problem(response, 410, 'alert-numbers-restarted');
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: 2000\n\nid: ${after}\n: here\n\n`);
    for (let n = after + 1; n <= this.last; n += 1) send(response, n);
    this.lines.add(response);
    response.on('close', () => this.lines.delete(response));
  }

  private question(response: ServerResponse, after: string): void {
    this.asked.push(`question after ${after}`);
    if (this.questions !== 'served') return problem(response, this.questions, 'unauthenticated');
    const from = after === 'now' ? this.last : Number(after);
    if (from > this.last) return problem(response, 410, 'alert-numbers-restarted');
    const events = Array.from({ length: this.last - from }, (_, i) => newsOf(from + 1 + i));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"events":[${events.join(',')}],"next":${this.last},"more":false}`);
  }
}

function send(line: ServerResponse, n: number): void {
  line.write(`id: ${n}\nevent: alert\ndata: ${newsOf(n)}\n\n`);
}
