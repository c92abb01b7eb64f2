import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Env } from './env.js';
import { fastifyAdapter } from './http/fastify-server.js';
import { NestLog } from './http/nest-log.js';

/** Builds the service for an environment, without listening. Throws `UnsafeDatabase`, or what a module throws while it starts. */
export async function createApp(env: Env): Promise<NestFastifyApplication> {
  return NestFactory.create<NestFastifyApplication>(AppModule.of(env), await fastifyAdapter(env.PUBLIC_URL), {
    // Our parsers read bodies; Nest's would let through what the JSON guard refuses.
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
    logger: new NestLog(),
  });
}
