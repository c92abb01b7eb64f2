import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cleanText, parseJson, twiceGiven } from './json-guard.js';
import { Problem } from './problem.js';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Where a body may be something else than JSON. A form anywhere else could be sent by a page of a stranger without being asked (CSRF). */
const LINES_AT = new Set(['/v1/commands']);
const FORM_AT = new Set(['/v1/oauth/token']);

/** Which bodies are read, and how: everything passes the JSON guard before any schema sees it. Any other media type is a 415. */
export function registerBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  parse(server, /^application\/(json|[a-z0-9.-]+\+json)\s*(;|$)/i, { read: parseJson });
  parse(server, /^application\/x-ndjson\s*(;|$)/i, { read: parseLines, onlyAt: LINES_AT });
  parse(server, /^application\/x-www-form-urlencoded\s*(;|$)/i, { read: parseForm, onlyAt: FORM_AT });
}

interface Reading {
  readonly read: (text: string) => unknown;
  readonly onlyAt?: ReadonlySet<string>;
}

function parse(server: FastifyInstance, type: RegExp, { read, onlyAt }: Reading): void {
  // The third parameter makes Fastify wait for a promise: a throw becomes a rejection, never an uncaught exception.
  server.addContentTypeParser(type, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    if (onlyAt !== undefined && !onlyAt.has(request.routeOptions.url ?? ''))
      throw new Problem('unsupported-media-type');
    requirePlainUtf8(request);
    return read(decode(body));
  });
}

/** Neither compressed (a few bytes would become gigabytes) nor in another character set. */
function requirePlainUtf8({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw new Problem('unsupported-media-type', { contentEncoding: ['identity'] });
  }
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '') ?? [];
  if (charset.toLowerCase() !== 'utf-8') throw new Problem('unsupported-media-type', { charset: ['utf-8'] });
}

function decode(body: Buffer): string {
  try {
    return UTF8.decode(body);
  } catch {
    throw new Problem('malformed-json');
  }
}

/** One JSON text on each line; empty lines are passed over. A problem names the line, counted from 1. */
function parseLines(text: string): unknown[] {
  return text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1)]));
}

function parseLine(text: string, line: number): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, { ...error.facts, line }, error.errors);
  }
}

/** A form as RFC 6749 asks for it; a name that comes twice is refused. */
function parseForm(text: string): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) throw twiceGiven(name);
    fields.set(cleanText(name, name), cleanText(value, name));
  }
  return Object.fromEntries(fields);
}
