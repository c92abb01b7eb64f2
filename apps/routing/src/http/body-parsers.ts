import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cleanText, parseJson } from './json-guard.js';
import { Problem } from './problem.js';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Which bodies are read, and how: everything passes the JSON guard before any schema sees it. Any other media type is a 415. */
export function registerBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  parse(server, /^application\/(json|[a-z0-9.-]+\+json)\b/, parseJson);
  parse(server, /^application\/x-ndjson\b/, parseLines);
  parse(server, /^application\/x-www-form-urlencoded\b/, parseForm);
}

function parse(server: FastifyInstance, type: RegExp, read: (text: string) => unknown): void {
  // The third parameter makes Fastify wait for a promise: a throw becomes a rejection, never an uncaught exception.
  server.addContentTypeParser(type, { parseAs: 'buffer' }, async (_: FastifyRequest, body: Buffer) =>
    read(decode(body)),
  );
}

function decode(body: Buffer): string {
  try {
    return UTF8.decode(body);
  } catch {
    throw new Problem('malformed-json');
  }
}

/** One JSON text on each line; empty lines are passed over. */
function parseLines(text: string): unknown[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [parseJson(line)]));
}

/** A form as RFC 6749 asks for it; a name that comes twice is refused. */
function parseForm(text: string): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) {
      throw new Problem('invalid-body', {}, [
        { field: name, reason: 'trường xuất hiện hai lần', reasonEn: 'field comes twice' },
      ]);
    }
    fields.set(cleanText(name, name), cleanText(value, name));
  }
  return Object.fromEntries(fields);
}
