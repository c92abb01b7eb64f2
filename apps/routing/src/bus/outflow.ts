import { headers } from '@nats-io/transport-node';
import type { Msg, MsgHdrs, NatsConnection } from '@nats-io/transport-node';
import { BusUnavailable, NoStream } from './bus-unavailable.js';
import { EVENT_BATCH_MEDIA_TYPE } from '../feed/cloud-event.js';
import type { Message } from './messages.js';
import { HUB_INBOX } from './nats-names.js';

/** Published and not acknowledged, most at a time: what the broker may make us hold. */
const WINDOW = 256;
/** Waiting for a place in the window, most batches: beyond it the broker is too slow, and the catch-up will do it. */
const WAITING_BATCHES = 512;
const NO_STREAM = 503;
const SMALLEST_PAYLOAD = 65_536;
const ROOM_FOR_HEADERS = 256;

interface Batch {
  readonly serial: number;
  readonly messages: number;
  sent: number;
  answered: number;
  refused: BusUnavailable | null;
  readonly settle: (refused: BusUnavailable | null) => void;
}

/**
 * Publishing over one connection: messages go out without waiting for each other, at most a window of them unanswered, and a batch is
 * done when its last answer is in. Calls keep their order.
 */
export class Outflow {
  private readonly batches = new Map<number, Batch>();
  private readonly carrier = new IdHeader();
  private readonly answers: string;
  /** Bytes the broker takes as the text of a message. */
  readonly largest: number;
  private tail: Promise<void> = Promise.resolve();
  private waiting = 0;
  private serial = 0;
  private unanswered = 0;
  private room: (() => void) | null = null;

  constructor(
    private readonly connection: NatsConnection,
    private readonly withinMs: number,
  ) {
    this.largest = (connection.info?.max_payload ?? SMALLEST_PAYLOAD) - ROOM_FOR_HEADERS;
    this.answers = `${HUB_INBOX}.${Math.random().toString(36).slice(2)}`;
    connection.subscribe(`${this.answers}.*`, { callback: (error, message) => this.answered(error, message) });
  }

  /** Rejects with NoStream when there was none to take a message, with BusUnavailable when one was refused, or the answers were not in within the time. */
  async publish(messages: readonly Message[]): Promise<void> {
    if (this.waiting >= WAITING_BATCHES) throw new BusUnavailable('the broker is too slow');
    this.waiting += 1;
    const deadline = Date.now() + this.withinMs;
    const sent = this.tail.then(() => this.send(messages, deadline));
    this.tail = sent.then(
      () => undefined,
      () => undefined,
    );
    try {
      const { done } = await sent;
      await done;
    } finally {
      this.waiting -= 1;
    }
  }

  /** The connection is gone: nobody will answer any more. */
  abandon(reason: string): void {
    for (const batch of [...this.batches.values()]) this.finish(batch, new BusUnavailable(reason));
  }

  /** Everything is out when this resolves; the answers come with `done`. */
  private async send(messages: readonly Message[], deadline: number): Promise<{ readonly done: Promise<void> }> {
    const { batch, done } = this.open(messages.length, deadline);
    // Whoever waits for `done` hears of it; until then it is nobody's unhandled rejection.
    done.catch(() => undefined);
    const reply = `${this.answers}.${batch.serial}`;
    for (const message of messages) {
      while (this.unanswered >= WINDOW && this.batches.has(batch.serial)) await this.untilRoom();
      if (!this.batches.has(batch.serial)) break;
      batch.sent += 1;
      this.unanswered += 1;
      this.connection.publish(message.subject, message.text, { reply, headers: this.carrier.with(message.id) });
    }
    if (batch.answered === batch.messages) this.finish(batch, batch.refused);
    return { done };
  }

  private open(messages: number, deadline: number): { readonly batch: Batch; readonly done: Promise<void> } {
    this.serial += 1;
    const { serial } = this;
    let settle: Batch['settle'] = () => undefined;
    const done = new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => this.finish(batch, new BusUnavailable('no answer in time')),
        Math.max(0, deadline - Date.now()),
      );
      settle = (refused) => {
        clearTimeout(late);
        if (refused === null) resolve();
        else reject(refused);
      };
    });
    const counts = { messages, sent: 0, answered: 0 };
    const batch: Batch = { serial, ...counts, refused: null, settle: (refused) => settle(refused) };
    this.batches.set(serial, batch);
    return { batch, done };
  }

  private answered(error: Error | null, message: Msg): void {
    const batch = this.batches.get(Number(message.subject.slice(this.answers.length + 1)));
    if (batch === undefined) return;
    batch.answered += 1;
    this.unanswered -= 1;
    batch.refused ??= error === null ? refusalIn(message) : new BusUnavailable(error.message);
    if (batch.answered === batch.messages) this.finish(batch, batch.refused);
    this.makeRoom();
  }

  private finish(batch: Batch, refused: BusUnavailable | null): void {
    if (!this.batches.delete(batch.serial)) return;
    // Answers that come later find no batch: their places are free from now on.
    this.unanswered -= batch.sent - batch.answered;
    batch.settle(refused);
    this.makeRoom();
  }

  private untilRoom(): Promise<void> {
    return new Promise((resolve) => (this.room = resolve));
  }

  private makeRoom(): void {
    const { room } = this;
    this.room = null;
    room?.();
  }
}

/** `{"error":…}` is a refusal; anything but the place where it was stored is one, too. */
function refusalIn(message: Msg): BusUnavailable | null {
  // The second letter of `{"stream"` and `{"error"`: no need to read what is said millions of times.
  if (message.data[2] === 's'.charCodeAt(0)) return null;
  const code = message.headers?.code ?? 0;
  if (code === NO_STREAM) return new NoStream('no stream');
  return new BusUnavailable(code === 0 ? message.string() : `${code} ${message.headers?.description ?? ''}`.trim());
}

const HEADERS_BEGIN = 'NATS/1.0\r\nNats-Msg-Id: ';
const HEADERS_END = `\r\nContent-Type: ${EVENT_BATCH_MEDIA_TYPE}\r\n\r\n`;

/** Headers that hold the id of the message at hand and say what it is. The driver writes them at once, so one object serves all. */
class IdHeader {
  private readonly carried = headers() as MsgHdrs & { encode: () => Uint8Array };
  private id = '';

  constructor() {
    this.carried.encode = () => Buffer.from(`${HEADERS_BEGIN}${this.id}${HEADERS_END}`, 'latin1');
  }

  with(id: string): MsgHdrs {
    this.id = id;
    return this.carried;
  }
}
