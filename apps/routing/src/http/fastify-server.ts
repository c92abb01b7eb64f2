import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import type { FastifyRequest } from 'fastify';
import type { ConsoleFolder } from '../console/console-folder.js';
import { serveConsole } from '../console/serve-console.js';
import { registerBodyParsers } from './body-parsers.js';
import { MAX_BODY_BYTES, cleanText } from './json-guard.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { rememberRoutes } from './routes-known.js';
import { setSecurityHeaders } from './security-headers.js';
import { refuseUnreadable } from './unreadable.js';
import { squeezed } from './squeezed.js';

const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 60_000;
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** Fastify under Nest: limits, parsers, headers, and a problem for whatever goes wrong before a route is found. */
export async function fastifyAdapter(publicUrl: string, pages: ConsoleFolder | null = null): Promise<FastifyAdapter> {
  const server = fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS },
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    logger: false,
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(request, reply, publicUrl);
      sendProblem(error, request, reply);
    },
    clientErrorHandler: refuseUnreadable,
  });
  rememberRoutes(server);
  registerBodyParsers(server);
  await server.register(cookie);
  server.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(request, reply, publicUrl);
    done();
  });
  if (pages !== null) await serveConsole(server, pages);
  server.addHook('preValidation', cleanAddress);
  server.addHook('onSend', squeezed);
  return new FastifyAdapter(server);
}

/** Query and path are text from outside like any body: NFC, and no control characters. */
async function cleanAddress(request: FastifyRequest): Promise<void> {
  request.query = cleaned(request.query);
  request.params = cleaned(request.params);
}

function cleaned(values: unknown): unknown {
  if (typeof values !== 'object' || values === null) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (Array.isArray(value)) {
        throw new Problem('invalid-query', {}, [
          { field: name, reason: 'tham số xuất hiện hai lần', reasonEn: 'parameter comes twice' },
        ]);
      }
      return [cleanText(name, name), typeof value === 'string' ? cleanText(value, name) : value];
    }),
  );
}
