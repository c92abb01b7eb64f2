import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { cursorInvalid } from '../http/cursor.js';
import { logFault } from '../http/log.js';
import { Problem } from '../http/problem.js';
import type { AuthenticatedRequest } from '../identity/access.js';
import { Authentication } from '../identity/authentication.js';
import type { Caller, Role } from '../identity/caller.js';
import { AlertNumbers } from './alert-numbers.js';
import type { AlertStreamAsked } from './alert-query.js';
import { EventStream } from './event-stream.js';
import { AlertEventReader } from './read-alert-events.js';
import type { AlertEventsView } from './read-alert-events.js';

/** Who reads alerts. */
export const ALERT_READERS: readonly [Role, ...Role[]] = ['clerk', 'supervisor', 'auditor'];
const PAGE = 100;
/** So soon a stream ends after its reader has signed out or lost his rights, also when nothing happens. */
const ASK_WHO_EVERY_MS = 5_000;
const KEEP_ALIVE_EVERY_MS = 15_000;
/** More than that of one caller, and his oldest ends. */
const MOST_PER_CALLER = 16;

const NUMBER = /^\d{1,15}$/;

interface Running {
  readonly stream: EventStream;
  readonly request: AuthenticatedRequest;
  /** Everything up to this number was sent, or was not the reader's business. */
  cursor: number;
  until: number;
  quietSince: number;
}

/**
 * What happens to alerts, sent as it happens. Each stream reads what it sends with the eyes its reader has at that moment, before every
 * delivery anew: whoever has signed out, or watches over another area now, is shown nothing more by yesterday's right.
 */
@Injectable()
export class AlertStreams {
  private readonly byCaller = new Map<string, Set<Running>>();

  constructor(
    private readonly reader: AlertEventReader,
    private readonly numbers: AlertNumbers,
    private readonly authentication: Authentication,
  ) {}

  /** How many are open. */
  get open(): number {
    return [...this.byCaller.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * Answers with a stream after the number of Last-Event-ID, of `after`, or from now on. Resolves when it has ended. Throws, before
   * anything is sent, `cursor-invalid` and `alert-numbers-restarted`.
   */
  async serve(request: AuthenticatedRequest, reply: FastifyReply, asked: AlertStreamAsked): Promise<void> {
    const { caller } = request;
    if (caller === undefined) throw new Error('the route has no caller: it is public or the guard did not run');
    const cursor = lastEventId(request) ?? asked.after ?? (await this.reader.last(caller));
    const first = await this.reader.after(caller, cursor, PAGE);
    const until = asked.seconds === undefined ? Infinity : Date.now() + asked.seconds * 1_000;
    const running: Running = {
      ...{ stream: new EventStream(reply), request, cursor, until, quietSince: Date.now() },
    };
    this.admit(caller, running);
    try {
      await this.goOn(running, first);
    } catch (error) {
      // The reader comes back with the number he has and misses nothing.
      if (!(error instanceof Problem)) logFault(request.id, error);
      await running.stream.end(running.cursor, 'fault');
    }
  }

  private async goOn(running: Running, first: AlertEventsView): Promise<void> {
    const { stream } = running;
    await stream.keepAlive(running.cursor);
    for (let page = first; ;) {
      await deliver(running, page);
      if (stream.isOver) return;
      if (!page.more) {
        const why = await this.pause(running);
        if (why !== null) return stream.end(running.cursor, why);
      }
      const caller = await this.stillMay(running);
      if (caller === null) return stream.end(running.cursor, 'signed-out');
      page = await this.reader.after(caller, running.cursor, PAGE);
    }
  }

  /** Waits for the next number; resolves with why the stream is over, or null when it goes on. */
  private async pause(running: Running): Promise<string | null> {
    for (;;) {
      const left = running.until - Date.now();
      if (running.stream.isOver || left <= 0) return 'over';
      const why = await this.numbers.wait(running.cursor, Math.min(left, ASK_WHO_EVERY_MS));
      if (why === 'closing') return 'closing';
      if (why === 'news') return null;
      if ((await this.stillMay(running)) === null) return 'signed-out';
      if (Date.now() - running.quietSince < KEEP_ALIVE_EVERY_MS) continue;
      running.quietSince = Date.now();
      await running.stream.keepAlive(running.cursor);
    }
  }

  /** The caller as he is now; null when nobody vouches for him any more, or he reads no alerts. */
  private async stillMay({ request }: Running): Promise<Caller | null> {
    const caller = await this.authentication.callerOf(request, 'now');
    return caller !== null && ALERT_READERS.some((role) => caller.roles.has(role)) ? caller : null;
  }

  private admit({ kind, id }: Caller, running: Running): void {
    const name = `${kind} ${id}`;
    const own = this.byCaller.get(name) ?? new Set();
    this.byCaller.set(name, own);
    const [oldest] = own;
    if (own.size >= MOST_PER_CALLER) void oldest?.stream.end(oldest.cursor, 'too-many');
    own.add(running);
    running.stream.onEnd(() => {
      own.delete(running);
      if (own.size === 0 && this.byCaller.get(name) === own) this.byCaller.delete(name);
    });
  }
}

async function deliver(running: Running, { events, next }: AlertEventsView): Promise<void> {
  const { stream } = running;
  for (const news of events) {
    if (stream.isOver) return;
    await stream.send({ id: news.event.n, event: 'alert', data: news });
    running.cursor = news.event.n;
  }
  running.cursor = Math.max(running.cursor, next);
  if (events.length > 0) running.quietSince = Date.now();
}

/** The number a browser sends by itself when it comes back. */
function lastEventId({ headers }: AuthenticatedRequest): number | null {
  const text = headers['last-event-id'];
  if (text === undefined || text === '') return null;
  if (typeof text !== 'string' || !NUMBER.test(text)) throw cursorInvalid('Last-Event-ID');
  return Number(text);
}
