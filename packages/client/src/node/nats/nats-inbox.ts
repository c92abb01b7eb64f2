import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { Arrivals } from './arrivals.js';
import type { InboxMessage } from './inbox-message.js';
import type { NatsInboxOptions } from './nats-inbox-options.js';
import { Pull } from './pull.js';
import { backOffMs, pause } from './pause.js';

/** A broker that takes the connection and says nothing is given up after this. */
const CONNECT_WITHIN_MS = 4_000;
/** A connection that answers no ping is taken for dead after two of these. */
const PING_MS = 10_000;
const DEFAULT_BATCH = 16;

/**
 * The reading end of the bus for one agency: pulls its durable inbox and nothing else. Opening it never waits for the broker; it
 * connects for ever, in the background, with jitter.
 *
 *     const inbox = NatsInbox.open({ ...access, onConnected: () => readFeed() });
 *     for await (const message of inbox) { JSON.parse(message.text).forEach(apply); message.ack(); }
 */
export class NatsInbox implements AsyncIterable<InboxMessage> {
  private readonly arrivals = new Arrivals();
  private readonly closing = new AbortController();
  private readonly running: Promise<void>;
  private connection: NatsConnection | null = null;
  private trouble: string | null = null;

  private constructor(private readonly options: NatsInboxOptions) {
    this.running = this.run();
  }

  static open(options: NatsInboxOptions): NatsInbox {
    return new NatsInbox(options);
  }

  /** True while the broker is connected. */
  get connected(): boolean {
    return this.connection !== null;
  }

  /** Messages as they come, until `close`. One iterator at a time. */
  [Symbol.asyncIterator](): AsyncIterator<InboxMessage> {
    return this.arrivals;
  }

  /** Ends the iteration and the connection. What was handed out and not acknowledged comes again to the next reader. */
  async close(): Promise<void> {
    this.closing.abort();
    this.arrivals.end();
    await this.connection?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await this.serve(await this.dial());
        failures = 0;
      } catch (error) {
        this.tell(error instanceof Error ? error.message : String(error));
      }
      if (!signal.aborted) await pause(backOffMs(failures), signal);
    }
  }

  /** Every connection is a new one: nothing is kept in the driver that would be sent, late, after an outage. */
  private dial(): Promise<NatsConnection> {
    const { url, user, password, inboxPrefix, ca } = this.options;
    return connect({
      servers: url.split(','),
      user,
      pass: password,
      inboxPrefix,
      name: `inbox of ${user}`,
      reconnect: false,
      timeout: CONNECT_WITHIN_MS,
      pingInterval: PING_MS,
      maxPingOut: 2,
      ...(ca === undefined ? {} : { tls: { ca } }),
    });
  }

  private async serve(connection: NatsConnection): Promise<void> {
    if (this.closing.signal.aborted) return connection.close();
    const pull = new Pull({
      ...{ connection, options: this.options, arrivals: this.arrivals, batch: this.options.batch ?? DEFAULT_BATCH },
      onTrouble: (reason) => this.tell(reason),
      onWell: () => (this.trouble = null),
    });
    this.connection = connection;
    this.trouble = null;
    this.options.onConnected?.();
    pull.start();
    const error = await connection.closed();
    this.connection = null;
    pull.stop();
    this.tell(error instanceof Error ? error.message : 'the broker closed the connection');
  }

  private tell(reason: string): void {
    if (this.closing.signal.aborted || reason === this.trouble) return;
    this.trouble = reason;
    this.options.onTrouble?.(reason);
  }
}
