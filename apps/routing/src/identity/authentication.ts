import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessTokens } from './access-token.js';
import { isSecretOf, parseApiKey } from './api-key.js';
import { Authorities } from './authorities.js';
import type { Freshness } from './authorities.js';
import type { KeyAuthority } from './authority-rows.js';
import type { Caller } from './caller.js';
import { KeyUses } from './key-uses.js';
import { Sessions } from './sessions.js';

const BEARER = /^Bearer ([\x21-\x7e]+)$/i;

/** Finds out who is calling: a key or an access token in `Authorization: Bearer`, otherwise the session cookie. */
@Injectable()
export class Authentication {
  constructor(
    private readonly authorities: Authorities,
    private readonly tokens: AccessTokens,
    private readonly sessions: Sessions,
    private readonly uses: KeyUses,
  ) {}

  /** The caller, or null when nobody vouches for him. A bad header is not made good by a cookie beside it. */
  callerOf(request: FastifyRequest, freshness: Freshness): Promise<Caller | null> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.sessions.callerOf(request, freshness);
    const [, credential] = BEARER.exec(authorization) ?? [];
    if (credential === undefined) return Promise.resolve(null);
    return credential.startsWith('lt_') ? this.byKey(credential, freshness) : this.byToken(credential, freshness);
  }

  private async byKey(credential: string, freshness: Freshness): Promise<Caller | null> {
    const key = parseApiKey(credential);
    if (key === null) return null;
    const authority = await this.authorities.key(key.id, freshness);
    return authority !== null && isSecretOf(key.secret, authority.secretHash) ? this.softwareOf(authority) : null;
  }

  private async byToken(credential: string, freshness: Freshness): Promise<Caller | null> {
    const keyId = await this.tokens.keyIdOf(credential);
    const authority = keyId === null ? null : await this.authorities.key(keyId, freshness);
    return authority === null ? null : this.softwareOf(authority);
  }

  private softwareOf(authority: KeyAuthority): Caller {
    this.uses.note(authority.id);
    return softwareOf(authority);
  }
}

function softwareOf({ id, agencyId, roles, supervises }: KeyAuthority): Caller {
  const held = new Set(roles);
  const watches = held.has('supervisor') || held.has('auditor');
  return { kind: 'software', id, agencyId, officerId: null, roles: held, supervises: watches ? supervises : [] };
}
