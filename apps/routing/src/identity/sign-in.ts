import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { logLine } from '../http/log.js';
import { Problem } from '../http/problem.js';
import { signInKeyOf } from '../runtime/keys.js';
import { ENV, READ_POOL } from '../runtime/tokens.js';
import { Authorities } from './authorities.js';
import { accountOfSubject } from './authority-rows.js';
import type { AccountAuthority } from './authority-rows.js';
import { OidcProvider, SignInRefused } from './oidc-provider.js';
import { challengeOf, newAttempt, openAttempt, sealAttempt } from './sign-in-cookie.js';

/** Signing people in: the provider says who somebody is, our accounts say whether he may come in. */
@Injectable()
export class SignIn {
  private readonly provider: OidcProvider | null;
  private readonly key: Buffer;

  constructor(
    @Inject(ENV) env: Env,
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly authorities: Authorities,
  ) {
    this.key = signInKeyOf(env);
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
    const configured = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
    const redirectUri = new URL('/auth/callback', env.PUBLIC_URL).href;
    this.provider = configured ? new OidcProvider({ issuer, clientId, clientSecret, redirectUri }) : null;
  }

  /** Where to send the browser, and what it must keep meanwhile. Throws `sign-in-not-configured` or `unavailable`. */
  async begin(): Promise<{ readonly url: string; readonly cookie: string }> {
    const attempt = newAttempt();
    try {
      const url = await this.required().authorizationUrl(attempt, challengeOf(attempt));
      return { url, cookie: sealAttempt(this.key, attempt) };
    } catch (error) {
      throw this.explained(error);
    }
  }

  /** The account of whoever comes back from the provider. Throws `sign-in-refused`, `sign-in-not-configured` or `unavailable`. */
  async complete(
    query: { readonly code?: string | undefined; readonly state?: string | undefined },
    cookie?: string,
  ): Promise<AccountAuthority> {
    const provider = this.required();
    const attempt = openAttempt(this.key, cookie);
    const { code, state } = query;
    if (attempt === null || code === undefined || !isSame(state, attempt.state)) throw new Problem('sign-in-refused');
    try {
      const { issuer, subject } = await provider.subjectOf(code, attempt);
      const found = await accountOfSubject(this.pool, issuer, subject);
      const account = found === null ? null : await this.authorities.account(found.id, 'now');
      if (account === null) throw new SignInRefused('no account');
      return account;
    } catch (error) {
      throw this.explained(error);
    }
  }

  private required(): OidcProvider {
    if (this.provider === null) throw new Problem('sign-in-not-configured');
    return this.provider;
  }

  private explained(error: unknown): unknown {
    if (error instanceof Problem) return error;
    if (error instanceof SignInRefused) {
      logLine('warn', 'sign-in-refused', { because: error.message });
      return new Problem('sign-in-refused');
    }
    // What fetch throws when the provider cannot be reached, and AbortSignal.timeout when it takes too long.
    const unreachable = error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
    return unreachable ? new Problem('unavailable').with({ 'retry-after': '5' }) : error;
  }
}

function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
