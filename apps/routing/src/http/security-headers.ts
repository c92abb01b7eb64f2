import type { FastifyReply, FastifyRequest } from 'fastify';

/** What every answer carries. A route that serves a page replaces the policy by one of its own. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  void reply.headers({
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'cross-origin-resource-policy': 'same-origin',
    // Dossiers are nobody else's business: no cache on the way may keep them.
    'cache-control': 'no-store',
  });
  if (publicUrl.startsWith('https:')) void reply.header('strict-transport-security', 'max-age=31536000');
}

/**
 * The policy of the console: everything from this origin, and no script or style that stands in a page. Its worker is bound by the
 * policy it was served with, so files carry it too.
 */
const CONSOLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What a file of the console carries in place of the policy of an answer of the API. */
export function setPageHeaders(reply: FastifyReply): void {
  void reply.header('content-security-policy', CONSOLE_POLICY);
}
