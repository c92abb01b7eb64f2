import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import type { Ids } from '@lien-thong/engine';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import { Operation } from '../openapi/operation.js';
import { IDS } from '../runtime/tokens.js';
import { Access } from './access.js';
import { AccessTokens, TOKEN_LIFE_SECONDS } from './access-token.js';
import { isSecretOf } from './api-key.js';
import { Authorities } from './authorities.js';

const tokenRequestSchema = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_id: z.string().max(64).optional(),
  client_secret: z.string().max(128).optional(),
});
const tokenSchema = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
});
type TokenRequest = z.infer<typeof tokenRequestSchema>;

/** OAuth 2.0 client credentials (RFC 6749 §4.4): the client is an API key, its id and its secret. */
@Controller('v1/oauth')
@Access({ public: true })
export class OAuthController {
  constructor(
    private readonly authorities: Authorities,
    private readonly tokens: AccessTokens,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  @Operation({
    id: 'issueToken',
    summary: 'Cấp mã truy cập ngắn hạn cho phần mềm của cơ quan',
    summaryEn: 'Issue a short-lived access token to the software of an agency',
    tag: 'identity',
    answers: { 200: { schema: tokenSchema } },
    problems: ['unauthenticated'],
    bodyTypes: ['application/x-www-form-urlencoded', 'application/json'],
  })
  @Post('token')
  @HttpCode(200)
  async issue(
    @Body({ schema: tokenRequestSchema }) body: TokenRequest,
    @Headers('authorization') authorization?: string,
  ): Promise<z.infer<typeof tokenSchema>> {
    const client = authorization === undefined ? inBody(body) : inHeader(authorization);
    const key = client === null ? null : await this.authorities.key(client.id, 'now');
    if (client === null || key === null || !isSecretOf(client.secret, key.secretHash)) {
      throw new Problem('unauthenticated').with({ 'www-authenticate': 'Basic realm="lien-thong"' });
    }
    const token = await this.tokens.issue(key.id, this.ids.next());
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE_SECONDS };
  }
}

interface Client {
  readonly id: string;
  readonly secret: string;
}

function inBody({ client_id: id, client_secret: secret }: TokenRequest): Client | null {
  return id === undefined || secret === undefined ? null : { id, secret };
}

function inHeader(authorization: string): Client | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? [];
  const [id, secret] = Buffer.from(encoded ?? '', 'base64')
    .toString('utf8')
    .split(':');
  return id === undefined || secret === undefined ? null : { id: decoded(id), secret: decoded(secret) };
}

/** RFC 6749 §2.3.1 has both parts form-encoded first; text that is not stays as it is and fits no key. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
