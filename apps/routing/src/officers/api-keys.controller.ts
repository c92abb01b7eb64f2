import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { agencyIdSchema } from '@lien-thong/domain';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { KeyOf } from '../procedures/administration-call.js';
import { ApiKeyDesk } from './api-key-desk.js';
import { apiKeyBodySchema, apiKeyIdSchema, apiKeySchema, apiKeysSchema, madeApiKeySchema } from './api-key-view.js';
import type { ApiKeyBody, ApiKeysView, ApiKeyView, MadeApiKeyView } from './api-key-view.js';

/** Keys of agencies' software. */
@Controller('v1/agencies/:id/api-keys')
@Access({ roles: ['admin'] })
export class ApiKeysController {
  constructor(private readonly desk: ApiKeyDesk) {}

  @Operation({
    id: 'listApiKeys',
    summary: 'Khóa truy cập của phần mềm một cơ quan, kể cả khóa đã hết hiệu lực',
    summaryEn: 'Keys of an agency’s software, those that have ended included',
    tag: 'identity',
    answers: { 200: { schema: apiKeysSchema } },
    problems: ['not-found'],
  })
  @Get()
  list(@Param('id', { schema: agencyIdSchema }) id: string): Promise<ApiKeysView> {
    return this.desk.list(id);
  }

  @Operation({
    id: 'makeApiKey',
    summary: 'Tạo khóa truy cập; phần bí mật chỉ hiện một lần',
    summaryEn: 'Make a key; its secret is shown once',
    notes: 'Only a hash of the secret is kept. Whoever did not read the answer revokes the key and makes another.',
    tag: 'identity',
    answers: { 201: { schema: madeApiKeySchema } },
    problems: ['not-found', 'expires-in-past', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post()
  make(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Param('id', { schema: agencyIdSchema }) id: string,
    @Body({ schema: apiKeyBodySchema }) body: ApiKeyBody,
  ): Promise<MadeApiKeyView> {
    return this.desk.make(caller, key, id, body);
  }

  @Operation({
    id: 'revokeApiKey',
    summary: 'Thu hồi khóa truy cập, có hiệu lực ngay',
    summaryEn: 'Revoke a key, at once',
    notes:
      'Again changes nothing, so no idempotency key is needed. Access tokens that were given out for it end with it.',
    tag: 'identity',
    answers: { 200: { schema: apiKeySchema } },
    problems: ['not-found', 'own-admin-role'],
  })
  @Post(':key/revoke')
  @HttpCode(200)
  revoke(
    @CallerOf() caller: Caller,
    @Param('id', { schema: agencyIdSchema }) id: string,
    @Param('key', { schema: apiKeyIdSchema }) key: string,
  ): Promise<ApiKeyView> {
    return this.desk.revoke(caller, id, key);
  }
}
