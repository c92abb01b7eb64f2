/** Stream and durable consumers as they must be on the broker; made where they are missing, mended where they differ. */
import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  jetstreamManager,
} from '@nats-io/jetstream';
import type {
  ConsumerConfig,
  JetStreamManager,
  StreamConfig,
  StreamInfo,
  StreamUpdateConfig,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type { AgencyId } from '@lien-thong/domain';
import { STREAM, STREAM_SUBJECTS, durableOf, inboxFilter } from './nats-names.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const API_WITHIN_MS = 5_000;
/** Consumers made at the same time. */
const AT_ONCE = 16;

export interface TopologyOptions {
  /** The stream refuses what would go beyond: it never drops what it took. */
  readonly maxBytes: number;
  readonly maxAgeHours: number;
  readonly replicas: number;
  /** What was handed out and not acknowledged is handed out again after this. */
  readonly ackWaitMs: number;
  /** Handed out and not acknowledged, most per agency. */
  readonly maxAckPending: number;
}

export interface StreamState {
  /** When it was made: another instant means that everything it held is gone. */
  readonly created: string;
  readonly bytes: number;
  readonly consumers: number;
}

export class NatsTopology {
  private readonly present = new Set<AgencyId>();

  constructor(private readonly options: TopologyOptions) {}

  /** Makes or mends the stream and every agency's durable. Rejects when the broker does not answer or refuses. */
  async ensure(connection: NatsConnection, agencies: readonly AgencyId[]): Promise<StreamState> {
    const manager = await managerOf(connection);
    const info = await this.ensureStream(manager);
    await this.ensureDurables(manager, agencies);
    return stateOf(info);
  }

  /** What stands on the broker now; null when there is no stream. */
  async look(connection: NatsConnection): Promise<StreamState | null> {
    const info = await streamInfo(await managerOf(connection));
    return info === null ? null : stateOf(info);
  }

  /** Makes what is missing for agencies that have appeared; one request each. */
  async add(connection: NatsConnection, agencies: readonly AgencyId[]): Promise<void> {
    if (agencies.every((id) => this.present.has(id))) return;
    await this.makeDurables(await managerOf(connection), agencies);
  }

  private async ensureStream(manager: JetStreamManager): Promise<StreamInfo> {
    const wanted = changeable(this.options);
    const found = await streamInfo(manager);
    if (found === null) return manager.streams.add({ ...FOREVER, ...wanted });
    if (!differs(found.config, wanted)) return found;
    return manager.streams.update(STREAM, wanted);
  }

  private async ensureDurables(manager: JetStreamManager, agencies: readonly AgencyId[]): Promise<void> {
    const names = new Set<string>();
    for await (const { name } of manager.consumers.list(STREAM)) names.add(name);
    this.present.clear();
    for (const id of agencies) if (names.has(durableOf(id))) this.present.add(id);
    await this.makeDurables(manager, agencies);
  }

  /** What is there already is left alone: changing it would be refused by some servers and taken by others. */
  private async makeDurables(manager: JetStreamManager, agencies: readonly AgencyId[]): Promise<void> {
    const missing = agencies.filter((id) => !this.present.has(id));
    for (let from = 0; from < missing.length; from += AT_ONCE) {
      await Promise.all(
        missing.slice(from, from + AT_ONCE).map(async (id) => {
          await manager.consumers.add(STREAM, durableConfig(id, this.options));
          this.present.add(id);
        }),
      );
    }
  }
}

function managerOf(connection: NatsConnection): Promise<JetStreamManager> {
  // The check would ask for more permissions than the hub has.
  return jetstreamManager(connection, { checkAPI: false, timeout: API_WITHIN_MS });
}

async function streamInfo(manager: JetStreamManager): Promise<StreamInfo | null> {
  try {
    return await manager.streams.info(STREAM);
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return null;
    throw error;
  }
}

function stateOf({ created, state }: StreamInfo): StreamState {
  return { created, bytes: state.bytes, consumers: state.consumer_count };
}

/** What a stream is made with and cannot be changed to afterwards. */
const FOREVER = {
  name: STREAM,
  storage: StorageType.File,
  // Acknowledged messages stay until their age ends: removing each at its acknowledgement costs server 2.9 ten times the delivery.
  retention: RetentionPolicy.Limits,
  deny_delete: true,
  deny_purge: true,
} satisfies Partial<StreamConfig>;

function changeable({ maxBytes, maxAgeHours, replicas }: TopologyOptions) {
  return {
    subjects: STREAM_SUBJECTS,
    discard: DiscardPolicy.New,
    max_bytes: maxBytes,
    max_age: nanos(maxAgeHours * HOUR_MS),
    max_msgs_per_subject: -1,
    duplicate_window: nanos(2 * MINUTE_MS),
    num_replicas: replicas,
  } satisfies Partial<StreamUpdateConfig>;
}

function durableConfig(agencyId: AgencyId, { ackWaitMs, maxAckPending }: TopologyOptions) {
  return {
    durable_name: durableOf(agencyId),
    filter_subject: inboxFilter(agencyId),
    deliver_policy: DeliverPolicy.All,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ackWaitMs),
    max_ack_pending: maxAckPending,
    // The reader itself sets aside what it cannot apply; the broker never gives a message up.
    max_deliver: -1,
  } satisfies Partial<ConsumerConfig>;
}

function differs(found: StreamConfig, wanted: ReturnType<typeof changeable>): boolean {
  const held = new Map<string, unknown>(Object.entries(found));
  return Object.entries(wanted).some(([name, value]) => JSON.stringify(held.get(name)) !== JSON.stringify(value));
}
