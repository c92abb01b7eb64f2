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
