import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SignJWT, errors, jwtVerify } from 'jose';
import type { Env } from '../env.js';
import { tokenKeyOf } from '../runtime/keys.js';
import { ENV } from '../runtime/tokens.js';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
export const TOKEN_LIFE_SECONDS = 300;
/** Clocks of two replicas may differ by this much. */
const TOLERANCE_SECONDS = 5;

/** Access tokens (RFC 9068) of the client-credentials grant. They name a key; what that key may do is asked of the database. */
@Injectable()
export class AccessTokens {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly issuer: string;

  constructor(@Inject(ENV) env: Env) {
    this.privateKey = tokenKeyOf(env);
    this.publicKey = createPublicKey(this.privateKey);
    this.issuer = new URL(env.PUBLIC_URL).origin;
  }

  issue(keyId: string, jti: string): Promise<string> {
    return new SignJWT({ client_id: keyId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(this.issuer)
      .setAudience(this.issuer)
      .setSubject(keyId)
      .setJti(jti)
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_LIFE_SECONDS}s`)
      .sign(this.privateKey);
  }

  /** The key id a token speaks for, or null for a token that is not ours, not now or not for us. */
  async keyIdOf(token: string): Promise<string | null> {
    try {
      const { payload } = await jwtVerify(token, this.publicKey, {
        algorithms: [ALGORITHM],
        issuer: this.issuer,
        audience: this.issuer,
        typ: TYPE,
        requiredClaims: ['exp', 'iat', 'sub', 'jti'],
        maxTokenAge: TOKEN_LIFE_SECONDS,
        clockTolerance: TOLERANCE_SECONDS,
      });
      return payload.sub ?? null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}
