import { Inject, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { EXCHANGE } from '../bus/bus.module.js';
import type { Exchange } from '../bus/exchange.js';
import { FeedWakes } from '../bus/feed-wakes.js';
import { Commits } from '../runtime/commits.js';
import { RelayLoop } from '../runtime/relay-loop.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { Readiness } from './readiness.js';
import { SweepWatch } from './sweep-watch.js';

@Module({ controllers: [HealthController, MetricsController], providers: [Readiness, SweepWatch, Metrics] })
export class HealthModule {
  constructor(
    host: HttpAdapterHost,
    metrics: Metrics,
    commits: Commits,
    @Inject(EXCHANGE) exchange: Exchange,
    @Inject(RelayLoop) relay: RelayLoop,
    @Inject(FeedWakes) wakes: FeedWakes,
  ) {
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
    watchBus(metrics, exchange);
    metrics.watch('gauge', 'relay_behind', () => relay.behind);
    metrics.watch('gauge', 'feed_readers_waiting', () => wakes.waiting);
  }
}

function watchBus(metrics: Metrics, exchange: Exchange): void {
  metrics.watch('gauge', 'bus_connected', () => (exchange.state().connected ? 1 : 0));
  metrics.watch('gauge', 'bus_filled_ratio', () => exchange.state().filled ?? 0);
  for (const name of ['connections', 'published', 'refused'] as const) {
    metrics.watch('counter', `bus_${name}_total`, () => exchange.state()[name]);
  }
  metrics.watch('counter', 'bus_too_large_total', () => exchange.state().tooLarge);
}
