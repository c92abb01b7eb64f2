import type { AgencyId } from '@lien-thong/domain';
import type { Bus, Delivery } from '@lien-thong/engine';
import type { NatsSettings } from './bus-settings.js';
import { BusUnavailable } from './bus-unavailable.js';
import type { BusAccess, Exchange, ExchangeEvents, ExchangeState } from './exchange.js';
import { NatsBus } from './nats-bus.js';
import { STREAM, durableOf, inboxPrefixOf, userOf } from './nats-names.js';
import { UsersKeeper } from './users-keeper.js';

export interface NatsExchangeOptions {
  readonly settings: NatsSettings;
  /** Origin of the service. */
  readonly source: string;
}

/** The exchange over NATS JetStream. */
export class NatsExchange implements Exchange {
  readonly bus: Bus = {
    publish: (deliveries) => this.publish(deliveries),
    close: () => this.close(),
  };
  private readonly keeper: UsersKeeper | null;
  private nats: NatsBus | null = null;
  private agencies: readonly AgencyId[] = [];

  constructor(private readonly options: NatsExchangeOptions) {
    const { users, where, passwords } = options.settings;
    this.keeper = users === null ? null : new UsersKeeper({ ...users, hubPassword: where.password, passwords });
  }

  start({ onUp, onDown, onLost }: ExchangeEvents): void {
    const { where, topology, messageKey } = this.options.settings;
    this.nats = new NatsBus({
      ...{ where, topology, idKey: messageKey, source: this.options.source },
      agencies: () => this.agencies,
      onUp,
      onDown,
      onStreamMade: onLost,
    });
  }

  /** Credentials first: a consumer nobody may read from is of no use, and a reader without one waits for it. */
  async agenciesAre(agencies: readonly AgencyId[]): Promise<void> {
    this.agencies = agencies;
    await this.keeper?.keep(agencies);
    await this.nats?.agenciesAppeared();
  }

  async look(): Promise<void> {
    await this.nats?.look();
  }

  accessOf(agencyId: AgencyId): BusAccess {
    const { agencyUrl, passwords } = this.options.settings;
    return {
      url: agencyUrl,
      user: userOf(agencyId),
      password: passwords.of(agencyId),
      stream: STREAM,
      consumer: durableOf(agencyId),
      inboxPrefix: inboxPrefixOf(agencyId),
    };
  }

  state(): ExchangeState {
    const { connected, connections, published, refused, tooLarge, bytes } = this.nats?.state() ?? NOT_STARTED;
    const filled = bytes === null ? null : bytes / this.options.settings.topology.maxBytes;
    return { kind: 'nats', connected, connections, published, refused, tooLarge, filled };
  }

  async close(): Promise<void> {
    await this.nats?.close();
  }

  private async publish(deliveries: readonly Delivery[]): Promise<void> {
    if (this.nats === null) throw new BusUnavailable('not started yet');
    await this.nats.publish(deliveries);
  }
}

const NOT_STARTED = { connected: false, connections: 0, published: 0, refused: 0, tooLarge: 0, bytes: null };
