import type { FastifyInstance } from 'fastify';

interface KnownRoute {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}
const routesOf = new WeakMap<FastifyInstance, Map<string, KnownRoute>>();

/** Keeps note of every route, so that a path that exists under another method is told from one that does not exist. */
export function rememberRoutes(server: FastifyInstance): void {
  const known = new Map<string, KnownRoute>();
  routesOf.set(server, known);
  server.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const route = known.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    known.set(url, route);
    for (const name of [method].flat()) route.methods.add(name);
  });
}

/** Methods under which the path exists; empty when it does not. */
export function methodsOf(server: FastifyInstance, path: string): readonly string[] {
  const known = [...(routesOf.get(server)?.values() ?? [])];
  return [...new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]))].sort();
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+');
  return new RegExp(`^${escaped}$`);
}
