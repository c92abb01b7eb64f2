/** How the client says who it is. */
import type { Surroundings } from './surroundings.js';

export type Credentials =
  /** The key of an agency's software, `lt_<id>_<secret>`, sent with every request. */
  | { readonly kind: 'apiKey'; readonly key: string }
  /** The same key, exchanged for short-lived tokens (OAuth 2.0 client credentials): the secret travels once in five minutes. */
  | { readonly kind: 'clientCredentials'; readonly id: string; readonly secret: string }
  /** A browser in which an officer has signed in: its cookie goes along. */
  | { readonly kind: 'session' }
  | { readonly kind: 'none' };

export interface Authorisation {
  /** Headers of the next request; null when no token could be had. */
  readonly headers: () => Promise<Readonly<Record<string, string>> | null>;
  /** The service did not know the last ones. True when others can be had, and the request is worth sending again. */
  readonly refused: () => boolean;
}

interface Token {
  readonly text: string;
  readonly goodUntil: number;
}

/** A token is renewed this long before it runs out: a request may be under way that long. */
const RENEW_BEFORE_MS = 30_000;
const TOKEN_TIMEOUT_MS = 15_000;

export function authorisationOf(credentials: Credentials, baseUrl: string, around: Surroundings): Authorisation {
  switch (credentials.kind) {
    case 'none':
    case 'session':
      return { headers: () => Promise.resolve({}), refused: () => false };
    case 'apiKey':
      return { headers: () => Promise.resolve({ authorization: `Bearer ${credentials.key}` }), refused: () => false };
    case 'clientCredentials':
      return tokens(credentials, baseUrl, around);
  }
}

function tokens(
  client: { readonly id: string; readonly secret: string },
  baseUrl: string,
  around: Surroundings,
): Authorisation {
  let token: Token | null = null;
  let asking: Promise<Token | null> | null = null;
  const fresh = async (): Promise<Token | null> => {
    if (token !== null && around.now() < token.goodUntil) return token;
    // Requests that start together ask once.
    asking ??= askForToken(client, baseUrl, around).finally(() => (asking = null));
    token = await asking;
    return token;
  };
  return {
    headers: async () => {
      const good = await fresh();
      return good === null ? null : { authorization: `Bearer ${good.text}` };
    },
    refused: () => {
      const had = token !== null;
      token = null;
      return had;
    },
  };
}

async function askForToken(
  { id, secret }: { readonly id: string; readonly secret: string },
  baseUrl: string,
  around: Surroundings,
): Promise<Token | null> {
  const response = await around.fetch(`${baseUrl}/v1/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
    signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
  });
  if (!response.ok) {
    await response.body?.cancel();
    return null;
  }
  const { access_token: text, expires_in: seconds } = (await response.json()) as {
    access_token: string;
    expires_in: number;
  };
  return { text, goodUntil: around.now() + Math.max(1_000, seconds * 1_000 - RENEW_BEFORE_MS) };
}

/** The two halves of an API key, for the client-credentials grant. Throws for a text of another form. */
export function clientOfKey(key: string): Credentials {
  const [, id, secret] = /^lt_([A-Za-z0-9.-]{1,64})_([A-Za-z0-9_-]{43})$/.exec(key) ?? [];
  if (id === undefined || secret === undefined) throw new Error('an API key looks like lt_<id>_<secret>');
  return { kind: 'clientCredentials', id, secret };
}
