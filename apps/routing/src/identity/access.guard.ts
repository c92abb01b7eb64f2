import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Env } from '../env.js';
import { Problem } from '../http/problem.js';
import { RateLimit } from '../http/rate-limit.js';
import { ENV } from '../runtime/tokens.js';
import { ACCESS } from './access.js';
import type { AccessRule, AuthenticatedRequest } from './access.js';
import { Authentication } from './authentication.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Stands before every route: who is calling, may he call this, and not too often. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();
  private readonly origin: string;

  constructor(
    private readonly authentication: Authentication,
    private readonly limit: RateLimit,
    @Inject(ENV) env: Env,
  ) {
    this.origin = new URL(env.PUBLIC_URL).origin;
  }

  /** Throws `Problem`: unauthenticated, forbidden, origin-refused, rate-limited. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined) throw new Problem('forbidden');
    if ('public' in rule) {
      if (rule.unlimited !== true) this.limit.takeAnonymous(request.ip);
      return true;
    }
    const caller = await this.authenticated(request);
    if (!rule.roles.some((role) => caller.roles.has(role))) throw new Problem('forbidden', { roles: [...rule.roles] });
    return true;
  }

  private async authenticated(request: AuthenticatedRequest): Promise<NonNullable<AuthenticatedRequest['caller']>> {
    const isRead = READS.has(request.method);
    const caller = await this.authentication.callerOf(request, isRead ? 'lately' : 'now');
    if (caller === null) {
      // Guessing a key is paid for by the address it is guessed from.
      this.limit.takeAnonymous(request.ip);
      throw new Problem('unauthenticated').with({ 'www-authenticate': 'Bearer realm="lien-thong"' });
    }
    if (caller.kind === 'person' && !isRead) this.requireOwnOrigin(request);
    this.limit.take(`${caller.kind} ${caller.id}`);
    request.caller = caller;
    return caller;
  }

  /** A cookie goes along with whatever page sends the request; only our own pages may write with it (CSRF). */
  private requireOwnOrigin(request: AuthenticatedRequest): void {
    if (request.headers.origin !== this.origin) throw new Problem('origin-refused');
  }
}
