/** Long lists on short lines: a page of the inbox is 170 KB as it is and 12 KB squeezed. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const squeeze = promisify(gzip);
/** Below it the effort is more than it saves. */
const WORTH_IT_CHARACTERS = 4_096;
/** Quick: half of what can be saved at a tenth of the effort of the best. */
const LEVEL = 4;

/**
 * Answers to what a browser reads, squeezed where it takes that. Reads only: what an act answers may hold a secret, and the length of
 * a squeezed text tells of what stands in it. Software, which has good lines and sends no cookie, is answered as before.
 */
export async function squeezed(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const isRead = request.method === 'GET' && request.headers.cookie !== undefined;
  if (!isRead || typeof payload !== 'string' || payload.length < WORTH_IT_CHARACTERS) return payload;
  const isText = String(reply.getHeader('content-type') ?? '').startsWith('application/json');
  if (!isText || reply.hasHeader('content-encoding')) return payload;
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
  void reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' }).removeHeader('content-length');
  return squeeze(payload, { level: LEVEL });
}
