import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';

const ALGORITHMS = ['ES256', 'EdDSA', 'PS256', 'RS256'];
const TIMEOUT_MS = 10_000;

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
type Metadata = z.infer<typeof metadataSchema>;
const tokensSchema = z.object({ id_token: z.string() });

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** What must come back unchanged from the provider, or through him. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The provider did not vouch for anybody: an answer that is missing, forged, stale, or for somebody else. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** The officers' OpenID Connect provider: authorization code flow with PKCE. */
export class OidcProvider {
  private found: Promise<{ metadata: Metadata; keys: ReturnType<typeof createRemoteJWKSet> }> | null = null;

  constructor(private readonly settings: OidcSettings) {}

  /** Where to send the browser. Rejects when the provider cannot be reached. */
  async authorizationUrl({ state, nonce }: SignInAttempt, challenge: string): Promise<string> {
    const { metadata } = await this.provider();
    const url = new URL(metadata.authorization_endpoint);
    const query = {
      response_type: 'code',
      client_id: this.settings.clientId,
      redirect_uri: this.settings.redirectUri,
      scope: 'openid',
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  }

  /** The subject the provider vouches for. Rejects with `SignInRefused`, or when he cannot be reached. */
  async subjectOf(code: string, { nonce, verifier }: SignInAttempt): Promise<{ issuer: string; subject: string }> {
    const { metadata, keys } = await this.provider();
    const idToken = await this.redeem(metadata, code, verifier);
    try {
      const { payload } = await jwtVerify(idToken, keys, {
        algorithms: ALGORITHMS,
        issuer: metadata.issuer,
        audience: this.settings.clientId,
        requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
        clockTolerance: 5,
      });
      if (payload['nonce'] !== nonce) throw new SignInRefused('nonce');
      if (Array.isArray(payload.aud) && payload['azp'] !== this.settings.clientId) throw new SignInRefused('azp');
      if (payload.sub === undefined) throw new SignInRefused('sub');
      return { issuer: metadata.issuer, subject: payload.sub };
    } catch (error) {
      throw error instanceof errors.JOSEError ? new SignInRefused(error.code, { cause: error }) : error;
    }
  }

  private async redeem(metadata: Metadata, code: string, verifier: string): Promise<string> {
    const { clientId, clientSecret, redirectUri } = this.settings;
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const response = await fetch(metadata.token_endpoint, {
      method: 'POST',
      redirect: 'error',
      headers: { authorization: `Basic ${basic}`, accept: 'application/json' },
      body: new URLSearchParams({
        ...{ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier },
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const tokens = tokensSchema.safeParse(await response.json().catch(() => null));
    if (!response.ok || !tokens.success) throw new SignInRefused(`token endpoint ${response.status}`);
    return tokens.data.id_token;
  }

  /** Asked once; after a failure the next sign-in asks again. */
  private provider(): NonNullable<typeof this.found> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = null;
      throw error;
    });
    return this.found;
  }

  private async discover(): Promise<{ metadata: Metadata; keys: ReturnType<typeof createRemoteJWKSet> }> {
    const address = `${this.settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const metadata = metadataSchema.parse(await response.json());
    // Who answers for another issuer could vouch for people that are not his (OpenID Connect Discovery §4.3).
    if (metadata.issuer !== this.settings.issuer) throw new SignInRefused('issuer');
    return { metadata, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) };
  }
}
