/** Default deny: every route says who may call it; one that does not fails the boot. */
import { SetMetadata, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller, Role } from './caller.js';

export const ACCESS = 'lien-thong:access';

/** `public`: nobody is asked who he is. Otherwise the caller must be authenticated and hold one of the roles. */
export type AccessRule =
  /** `unlimited`: asked all the time by machines that watch the service. */
  { readonly public: true; readonly unlimited?: true } | { readonly roles: readonly [Role, ...Role[]] };

export const Access = (rule: AccessRule): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, rule);

export interface AuthenticatedRequest extends FastifyRequest {
  caller?: Caller;
}

/** The authenticated caller of a route that is not public. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = context.switchToHttp().getRequest<AuthenticatedRequest>().caller;
  if (caller === undefined) throw new Error('the route has no caller: it is public or the guard did not run');
  return caller;
});
