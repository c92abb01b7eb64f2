import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { AgencyId } from '@lien-thong/domain';
import type { Bus } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { READ_POOL } from '../runtime/tokens.js';
import { binaryArray } from '../store/binary-array.js';
import { LEDGER_READS, askOnce } from '../store/transactions.js';
import { natsSettingsOf } from './bus-settings.js';
import type { Exchange } from './exchange.js';
import { FeedWakes } from './feed-wakes.js';
import { NatsExchange } from './nats-exchange.js';
import { PostgresExchange } from './postgres-exchange.js';

/** `Exchange`: the bus, and what belongs to it at the broker. */
export const EXCHANGE = Symbol('Exchange');
/** `Bus` of the engine: the relay alone publishes on it. */
export const BUS = Symbol('Bus');
/** Puts something between relay and bus: specs that end the process at a certain point. Under NODE_ENV=test only. */
export type ThroughBus = (bus: Bus) => Bus;

const LAST_NUMBERS = {
  name: 'feed-last-numbers',
  text: 'select agency_id, last from feed_counter where agency_id = any ($1::text[])',
};

@Global()
@Module({})
export class BusModule {
  static of(env: Env, throughBus: ThroughBus | null): DynamicModule {
    const exchange = (pool: Pool, wakes: FeedWakes) => exchangeOf(env, pool, wakes);
    const bus = (made: Exchange) => (throughBus === null ? made.bus : throughBus(made.bus));
    return {
      module: BusModule,
      providers: [
        { provide: FeedWakes, useFactory: (pool: Pool) => new FeedWakes(lastNumbers(pool)), inject: [READ_POOL] },
        { provide: EXCHANGE, useFactory: exchange, inject: [READ_POOL, FeedWakes] },
        { provide: BUS, useFactory: bus, inject: [EXCHANGE] },
      ],
      exports: [EXCHANGE, BUS, FeedWakes],
    };
  }
}

/** The exchange the environment asks for, not begun yet. */
export function exchangeOf(env: Env, pool: Pool, wakes: FeedWakes): Exchange {
  const settings = natsSettingsOf(env);
  if (settings === null) return new PostgresExchange({ pool, url: env.DATABASE_URL, wakes });
  return new NatsExchange({ settings, source: new URL(env.PUBLIC_URL).origin });
}

export function lastNumbers(pool: Pool) {
  return async (agencies: readonly AgencyId[]): Promise<ReadonlyMap<AgencyId, number>> => {
    const rows = await askOnce(pool, LEDGER_READS, {
      statement: LAST_NUMBERS,
      values: [binaryArray('text', agencies)],
    });
    return new Map(rows.map((row) => [row.text() as AgencyId, row.integer()]));
  };
}
