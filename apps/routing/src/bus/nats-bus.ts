import { setImmediate as afterThisTurn, setTimeout as sleep } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import type { AgencyId } from '@lien-thong/domain';
import type { Bus, Delivery } from '@lien-thong/engine';
import { BusUnavailable, NoStream } from './bus-unavailable.js';
import { MessageIds } from './message-id.js';
import { messagesOf } from './messages.js';
import type { Message } from './messages.js';
import { NatsLink } from './nats-link.js';
import type { NatsServers } from './nats-link.js';
import { NatsTopology } from './nats-topology.js';
import type { StreamState, TopologyOptions } from './nats-topology.js';
import { Outflow } from './outflow.js';
import { WireText } from './wire-text.js';

/** Whether it is up, and how full the stream is: what an operator looks at. */
export interface NatsState {
  readonly connected: boolean;
  readonly connections: number;
  readonly published: number;
  readonly refused: number;
  readonly tooLarge: number;
  /** Bytes in the stream as last looked at; null before. */
  readonly bytes: number | null;
}

export interface NatsBusOptions {
  readonly where: NatsServers;
  readonly topology: TopologyOptions;
  /** Address of the service, as `source` of every event. */
  readonly source: string;
  /** Key of the message ids. */
  readonly idKey: Buffer;
  /** Agencies there are now: each has a durable. */
  readonly agencies: () => readonly AgencyId[];
  readonly publishWithinMs?: number;
  /** The stream was made anew since the last call: what it held is gone. Also called once after the first connection. */
  readonly onStreamMade?: () => void;
  readonly onUp?: () => void;
  readonly onDown?: (reason: string) => void;
}

const PUBLISH_WITHIN_MS = 5_000;
/** While it reads its configuration again a broker answers for an instant as if it had no streams. */
const ATTEMPTS = 10;
const BETWEEN_ATTEMPTS_MS = 100;

/**
 * The bus over NATS JetStream. While the broker is away every publish is rejected at once: nothing is kept for later here, because
 * everything is in the feed. Connects for ever; makes stream and consumers at each connection, and when there turn out to be none.
 */
export class NatsBus implements Bus {
  private readonly link: NatsLink;
  private readonly topology: NatsTopology;
  private readonly wire: WireText;
  private readonly ids: MessageIds;
  private outflow: Outflow | null = null;
  private mending: Promise<void> | null = null;
  private created: string | null = null;
  private readonly counts = { connections: 0, published: 0, refused: 0, tooLarge: 0 };
  private bytes: number | null = null;

  constructor(private readonly options: NatsBusOptions) {
    this.wire = new WireText(options.source);
    this.ids = new MessageIds(options.idKey);
    this.topology = new NatsTopology(options.topology);
    this.link = new NatsLink(options.where, {
      up: (connection) => this.connected(connection),
      down: (reason) => this.disconnected(reason),
    });
  }

  async publish(deliveries: readonly Delivery[]): Promise<void> {
    try {
      await this.send(deliveries);
      this.counts.published += deliveries.length;
    } catch (error) {
      this.counts.refused += deliveries.length;
      throw error instanceof BusUnavailable ? error : new BusUnavailable('the line broke', { cause: error });
    }
  }

  /** Makes the durables of agencies that have appeared, and looks whether the stream is still the one it was. */
  async look(): Promise<void> {
    const { connection } = this.link;
    if (connection === null) return;
    const state = await this.topology.look(connection);
    if (state === null || state.created !== this.created || state.consumers < this.options.agencies().length) {
      await this.ensure(connection);
      return;
    }
    this.bytes = state.bytes;
  }

  /** Agencies have appeared: their consumers are there when this resolves. Without a broker, the next connection makes them. */
  async agenciesAppeared(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const { connection } = this.link;
      if (connection === null) return;
      try {
        await this.topology.add(connection, this.options.agencies());
        return;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await sleep(BETWEEN_ATTEMPTS_MS);
      }
    }
  }

  state(): NatsState {
    return { connected: this.outflow !== null, ...this.counts, bytes: this.bytes };
  }

  async close(): Promise<void> {
    await this.link.close();
  }

  private async connected(connection: NatsConnection): Promise<void> {
    await this.ensure(connection);
    this.counts.connections += 1;
    this.outflow = new Outflow(connection, this.options.publishWithinMs ?? PUBLISH_WITHIN_MS);
    this.options.onUp?.();
  }

  private disconnected(reason: string): void {
    const { outflow } = this;
    this.outflow = null;
    outflow?.abandon(reason);
    this.options.onDown?.(reason);
  }

  private async ensure(connection: NatsConnection): Promise<void> {
    this.took(await this.topology.ensure(connection, this.options.agencies()));
  }

  private took({ created, bytes }: StreamState): void {
    this.bytes = bytes;
    if (created === this.created) return;
    this.created = created;
    this.options.onStreamMade?.();
  }

  /** Once more when there was no stream: by then it is mended. What was taken the first time is recognised by its id. */
  private async send(deliveries: readonly Delivery[]): Promise<void> {
    this.line();
    // Whoever was answered by the same commit sends his next act first: the database works while the messages are written.
    await afterThisTurn();
    const messages = this.cut(deliveries, this.line().largest);
    try {
      await this.line().publish(messages);
    } catch (error) {
      const { connection } = this.link;
      if (!(error instanceof NoStream) || connection === null) throw error;
      await this.mended(connection);
      await this.line().publish(messages);
    }
  }

  private cut(deliveries: readonly Delivery[], largest: number): readonly Message[] {
    const onTooLarge = (): void => void (this.counts.tooLarge += 1);
    return messagesOf(deliveries, { wire: this.wire, ids: this.ids, largest, onTooLarge });
  }

  private line(): Outflow {
    if (this.outflow === null) throw new BusUnavailable('the broker is away');
    return this.outflow;
  }

  /** One at a time, however many messages found no stream. A failure ends the connection: the next one begins with the topology. */
  private mended(connection: NatsConnection): Promise<void> {
    this.mending ??= this.mend(connection).finally(() => {
      this.mending = null;
    });
    return this.mending;
  }

  private async mend(connection: NatsConnection): Promise<void> {
    const until = Date.now() + ATTEMPTS * BETWEEN_ATTEMPTS_MS;
    for (;;) {
      try {
        await this.ensure(connection);
        return;
      } catch (error) {
        if (Date.now() < until && !connection.isClosed()) await sleep(BETWEEN_ATTEMPTS_MS);
        else {
          await connection.close();
          throw error;
        }
      }
    }
  }
}
