import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Commits } from '../runtime/commits.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { Readiness } from './readiness.js';

@Module({ controllers: [HealthController, MetricsController], providers: [Readiness, Metrics] })
export class HealthModule {
  constructor(host: HttpAdapterHost, metrics: Metrics, commits: Commits) {
    const server = host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      metrics.answered(route, { method: request.method, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
      done();
    });
    commits.listen((items) => {
      metrics.count('commits', 1);
      metrics.count('feed_entries_committed', items.length);
    });
  }
}
