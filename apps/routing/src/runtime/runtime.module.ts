import { Global, Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import { createPool } from '../store/pools.js';
import { PostgresStore } from '../store/postgres-store.js';
import { KeyRing } from '../store/private-crypto.js';
import { uuid7Ids } from '../store/uuid7.js';
import { guardDatabase } from '../database/boot-guard.js';
import { domainClock } from './domain-clock.js';
import { keyRingOf } from './keys.js';
import { PostgresClock } from '../store/postgres-clock.js';
import { APPLICATION_WALL, CLOCK, ENV, IDS, READ_POOL, STORE } from './tokens.js';

/** Two batches in flight, the sweep, and a look at the cursors. */
const WRITE_CONNECTIONS = 4;
const READ_CONNECTIONS = 8;
const WRITE_POOL = Symbol('Pool for writes');

/** Environment, connections, time and keys. The database is looked at before anything else uses it. */
@Global()
@Module({})
export class RuntimeModule implements OnApplicationShutdown {
  constructor(
    @Inject(READ_POOL) private readonly reads: Pool,
    @Inject(WRITE_POOL) private readonly writes: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  static of(env: Env, wall: ApplicationWall): DynamicModule {
    return {
      module: RuntimeModule,
      providers: [
        { provide: ENV, useValue: env },
        { provide: APPLICATION_WALL, useValue: wall },
        { provide: READ_POOL, useFactory: () => guardedPool(env) },
        { provide: WRITE_POOL, useFactory: () => poolOf(env, 'lien-thong-ledger', WRITE_CONNECTIONS) },
        { provide: CLOCK, useFactory: (pool: Pool) => domainClock(env, pool), inject: [READ_POOL] },
        { provide: IDS, useValue: uuid7Ids },
        { provide: KeyRing, useFactory: () => keyRingOf(env) },
        {
          provide: STORE,
          useFactory: (pool: Pool, ring: KeyRing) => new PostgresStore(pool, ring, wall.feedNamed),
          inject: [WRITE_POOL, KeyRing],
        },
      ],
      exports: [ENV, APPLICATION_WALL, READ_POOL, CLOCK, IDS, STORE, KeyRing],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.clock instanceof PostgresClock) this.clock.stop();
    await Promise.all([this.reads.end(), this.writes.end()]);
  }
}

function poolOf(env: Env, name: string, max: number): Pool {
  return createPool({ url: env.DATABASE_URL, name, max });
}

async function guardedPool(env: Env): Promise<Pool> {
  const pool = poolOf(env, 'lien-thong-read', READ_CONNECTIONS);
  try {
    await guardDatabase(pool);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}
