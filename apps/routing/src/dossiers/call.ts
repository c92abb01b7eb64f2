/** What an act needs to know of the request that brought it, beside its body. */
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { z } from 'zod';
import { versionOf } from '../http/etag.js';
import { keyOf } from '../http/idempotency.js';
import { Problem } from '../http/problem.js';
import { fieldErrors } from '../http/validation.js';
import type { AuthenticatedRequest } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';

/** Query of the acts. */
export const dryRunSchema = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Chạy thử: không ghi gì · a dry run: says what would happen, and writes nothing'),
});

export interface Call {
  readonly caller: Caller;
  readonly key: string;
  /** The version the caller has seen, or null when he does not say. */
  readonly ifMatch: number | null;
  readonly dryRun: boolean;
}

/** The call of a route that is not public. Throws `Problem`: of the key, of If-Match, invalid-query. */
export const CallOf = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const { caller, headers, query } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (caller === undefined) throw new Error('the route has no caller: it is public or the guard did not run');
  const parsed = dryRunSchema.safeParse(query);
  if (!parsed.success) throw new Problem('invalid-query', {}, fieldErrors(parsed.error.issues));
  const key = headers['idempotency-key'];
  return {
    caller,
    key: keyOf(typeof key === 'string' ? key : undefined),
    ifMatch: versionOf(headers['if-match']),
    dryRun: parsed.data.dryRun === 'true',
  };
});
