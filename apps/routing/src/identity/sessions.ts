import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { ENV, READ_POOL } from '../runtime/tokens.js';
import { hashOfSecret, newSecret } from './api-key.js';
import { Authorities } from './authorities.js';
import type { Freshness } from './authorities.js';
import type { AccountAuthority } from './authority-rows.js';
import type { Caller } from './caller.js';
import { cookieOptions } from './cookies.js';
import { addSession, endSession, findSession } from './session-rows.js';

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** Sessions of people: a random value in a cookie no script can read, and a row that says whose it is. */
@Injectable()
export class Sessions {
  private readonly cookie: string;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(ENV) private readonly env: Env,
    private readonly authorities: Authorities,
  ) {
    // A browser takes a __Host- cookie from this very host only, and only over TLS.
    this.cookie = env.PUBLIC_URL.startsWith('https:') ? '__Host-lt_session' : 'lt_session';
  }

  async callerOf(request: FastifyRequest, freshness: Freshness): Promise<Caller | null> {
    const idHash = this.idHashOf(request);
    const session = idHash === null ? null : await findSession(this.pool, idHash);
    if (session === null) return null;
    const account = await this.authorities.account(session.accountId, freshness);
    // Rights changed since: he signs in again, and gets a session for the rights as they are.
    return account === null || account.authzVersion !== session.authzVersion ? null : personOf(account);
  }

  /** Always a new value: one planted before the sign-in is worth nothing after it. */
  async begin(account: AccountAuthority, reply: FastifyReply): Promise<void> {
    const secret = newSecret();
    await addSession(this.pool, hashOfSecret(secret), { accountId: account.id, authzVersion: account.authzVersion });
    void reply.setCookie(this.cookie, secret, cookieOptions(this.env, '/'));
  }

  /** Signs out; without a session there is nothing to do. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const idHash = this.idHashOf(request);
    if (idHash !== null) await endSession(this.pool, idHash);
    void reply.clearCookie(this.cookie, cookieOptions(this.env, '/'));
  }

  private idHashOf(request: FastifyRequest): Buffer | null {
    const secret = request.cookies[this.cookie];
    return secret !== undefined && FORM.test(secret) ? hashOfSecret(secret) : null;
  }
}

function personOf({ id, agencyId, officerId, roles, supervises }: AccountAuthority): Caller {
  const held = new Set(roles);
  const watches = held.has('supervisor') || held.has('auditor');
  return { kind: 'person', id, agencyId, officerId, roles: held, supervises: watches ? supervises : [] };
}
