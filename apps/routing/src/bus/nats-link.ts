import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@nats-io/transport-node';
import type { ConnectionOptions, NatsConnection } from '@nats-io/transport-node';
import { HUB_INBOX, HUB_USER } from './nats-names.js';

/** A broker, or something between us, that takes the connection and says nothing is given up after this. */
const CONNECT_WITHIN_MS = 4_000;
/** A connection that answers no ping is taken for dead after two of these. */
const PING_MS = 10_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

export interface NatsServers {
  /** `nats://host:4222` or `tls://host:4222`, without credentials. */
  readonly servers: readonly string[];
  readonly password: string;
  /** PEM file of the authority that signed the servers' certificates. */
  readonly caFile: string | null;
}

/** Told of a connection, of its end, and of each failed attempt. */
export interface LinkEvents {
  readonly up: (connection: NatsConnection) => Promise<void>;
  readonly down: (reason: string) => void;
}

/**
 * Connects for ever. Every connection is a new one, made here and not by the driver: the driver would keep what is published during an
 * outage in memory and send it, late, after it.
 */
export class NatsLink {
  private readonly closing = new AbortController();
  private readonly running: Promise<void>;
  private current: NatsConnection | null = null;

  constructor(
    private readonly where: NatsServers,
    private readonly events: LinkEvents,
  ) {
    this.running = this.run();
  }

  get connection(): NatsConnection | null {
    return this.current;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.current?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await this.serve(await connect(optionsFor(this.where)));
        failures = 0;
      } catch (error) {
        this.events.down(error instanceof Error ? error.message : String(error));
      }
      await sleep(waitAfter(failures), undefined, { signal }).catch(() => undefined);
    }
  }

  private async serve(connection: NatsConnection): Promise<void> {
    if (this.closing.signal.aborted) return connection.close();
    const ended = connection.closed();
    try {
      await this.events.up(connection);
      this.current = connection;
      const error = await ended;
      this.events.down(error instanceof Error ? error.message : 'closed');
    } finally {
      this.current = null;
      await connection.close();
    }
  }
}

function optionsFor({ servers, password, caFile }: NatsServers): ConnectionOptions {
  return {
    servers: [...servers],
    user: HUB_USER,
    pass: password,
    inboxPrefix: HUB_INBOX,
    name: 'hub',
    reconnect: false,
    timeout: CONNECT_WITHIN_MS,
    pingInterval: PING_MS,
    maxPingOut: 2,
    ...(caFile === null ? {} : { tls: { caFile } }),
  };
}

/** Doubling up to five seconds, with jitter: replicas must not come back all at once. */
function waitAfter(failures: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
  return full / 2 + Math.random() * (full / 2);
}
