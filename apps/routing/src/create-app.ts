import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { ThroughBus } from './bus/bus.module.js';
import { consoleOf } from './console/console-folder.js';
import type { Env } from './env.js';
import { fastifyAdapter } from './http/fastify-server.js';
import type { ApplicationWall } from './identity/application-wall.js';
import { STANDING_WALL } from './identity/application-wall.js';
import { NestLog } from './http/nest-log.js';

/** What no environment variable may change. */
export interface AppOptions {
  /** Another wall than the one that stands in service, to see what row-level security holds by itself. Under NODE_ENV=test only. */
  readonly applicationWall?: ApplicationWall;
  /** Something between relay and bus, to see what becomes of a process that ends there. Under NODE_ENV=test only. */
  readonly throughBus?: ThroughBus;
}

/** Builds the service for an environment, without listening. Throws `UnsafeDatabase`, or what a module throws while it starts. */
export async function createApp(
  env: Env,
  { applicationWall = STANDING_WALL, throughBus }: AppOptions = {},
): Promise<NestFastifyApplication> {
  if (applicationWall !== STANDING_WALL && env.NODE_ENV !== 'test') {
    throw new Error('the wall of the application is taken down under NODE_ENV=test only');
  }
  if (throughBus !== undefined && env.NODE_ENV !== 'test') {
    throw new Error('something is put before the bus under NODE_ENV=test only');
  }
  const root = AppModule.of(env, applicationWall, throughBus ?? null);
  return NestFactory.create<NestFastifyApplication>(root, await fastifyAdapter(env.PUBLIC_URL, consoleOf(env)), {
    // Our parsers read bodies; Nest's would let through what the JSON guard refuses.
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
    logger: new NestLog(),
  });
}
