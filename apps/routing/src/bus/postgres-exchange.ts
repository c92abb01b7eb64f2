import type { Bus } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Exchange, ExchangeEvents, ExchangeState } from './exchange.js';
import { FeedListener } from './feed-listener.js';
import type { FeedWakes } from './feed-wakes.js';
import { PostgresBus } from './postgres-bus.js';

export interface PostgresExchangeOptions {
  readonly pool: Pool;
  readonly url: string;
  readonly wakes: FeedWakes;
}

/** The exchange without a broker: agencies wait at their feed, and are woken by what other replicas commit, too. */
export class PostgresExchange implements Exchange {
  readonly bus: Bus;
  private listener: FeedListener | null = null;
  private readonly counts = { published: 0, refused: 0, connections: 0 };

  constructor(private readonly options: PostgresExchangeOptions) {
    const bus = new PostgresBus(options.pool);
    this.bus = {
      publish: async (deliveries) => {
        await bus.publish(deliveries).catch((error: unknown) => {
          this.counts.refused += deliveries.length;
          throw error;
        });
        this.counts.published += deliveries.length;
      },
      close: () => bus.close(),
    };
  }

  start({ onUp }: ExchangeEvents): void {
    const { url, wakes } = this.options;
    this.listener = new FeedListener(url, {
      onNotice: (agencies) => wakes.wake(agencies),
      onListening: () => {
        this.counts.connections += 1;
        wakes.wakeAll();
        onUp();
      },
    });
  }

  async agenciesAre(): Promise<void> {
    // A feed needs neither credentials nor a consumer of its own.
  }

  async look(): Promise<void> {
    // There is nothing beside the database that could be missing.
  }

  accessOf(): null {
    return null;
  }

  state(): ExchangeState {
    const connected = this.listener?.listening ?? false;
    return { kind: 'postgres', connected, ...this.counts, tooLarge: 0, filled: null };
  }

  async close(): Promise<void> {
    await Promise.all([this.bus.close(), this.listener?.close()]);
  }
}
