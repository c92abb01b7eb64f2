/** What an act of administration needs to know of the request that brought it, beside its body. */
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { versionOf } from '../http/etag.js';
import { keyOf } from '../http/idempotency.js';
import type { AuthenticatedRequest } from '../identity/access.js';

const headersOf = (context: ExecutionContext): AuthenticatedRequest['headers'] =>
  context.switchToHttp().getRequest<AuthenticatedRequest>().headers;

/** The idempotency key. Throws the `Problem` of a key that is missing or not well formed. */
export const KeyOf = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = headersOf(context)['idempotency-key'];
  return keyOf(typeof key === 'string' ? key : undefined);
});

/** The revision of the draft the caller has seen, or null when he does not say. Throws if-match-invalid. */
export const RevisionSeen = createParamDecorator((_: unknown, context: ExecutionContext): number | null =>
  versionOf(headersOf(context)['if-match']),
);
