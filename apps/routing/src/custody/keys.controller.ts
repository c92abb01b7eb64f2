import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { agencyIdSchema } from '@lien-thong/domain';
import type { AgencyId } from '@lien-thong/domain';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { AgencyKeys } from './agency-keys.js';
import { keySchema, keyView, keysSchema, registrationSchema, revocationSchema } from './custody-view.js';
import type { KeyView } from './custody-view.js';
import { EvidenceSeal } from './evidence-seal.js';

const kidSchema = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);

@Controller('v1/agencies/:id/keys')
export class KeysController {
  constructor(
    private readonly keys: AgencyKeys,
    private readonly seal: EvidenceSeal,
  ) {}

  @Operation({
    id: 'listAgencyKeys',
    summary: 'Khóa ký biên nhận của một cơ quan, kể cả khóa đã hết hiệu lực',
    summaryEn: 'Keys an agency signs receipts with, those that have ended included',
    tag: 'custody',
    answers: { 200: { schema: keysSchema } },
  })
  @Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
  @Get()
  async list(@Param('id', { schema: agencyIdSchema }) id: string): Promise<z.infer<typeof keysSchema>> {
    const { kid, jwk } = await this.seal.key();
    return { keys: (await this.keys.of(id as AgencyId)).map(keyView), hub: { kid, jwk } };
  }

  @Operation({
    id: 'registerAgencyKey',
    summary: 'Đăng ký khóa ký riêng của cơ quan (khóa trước được thay thế)',
    summaryEn: 'Register a signing key of the agency’s own; the one before it is rotated out',
    notes:
      'The body is proof of possession, signed with the new key. The same key again changes nothing, so no idempotency key is needed. From the first own key on, every act of custody of the agency must carry a receipt.',
    tag: 'custody',
    answers: { 201: { schema: keySchema } },
    problems: ['actor-not-entitled', 'key-proof-invalid', 'key-registered-elsewhere'],
  })
  @Access({ roles: ['clerk', 'admin'] })
  @Post()
  async register(
    @CallerOf() caller: Caller,
    @Param('id', { schema: agencyIdSchema }) id: string,
    @Body({ schema: registrationSchema }) { proof }: z.infer<typeof registrationSchema>,
  ): Promise<KeyView> {
    return keyView(await this.keys.register(ownAgency(caller, id), proof));
  }

  @Operation({
    id: 'revokeAgencyKey',
    summary: 'Thu hồi một khóa ký riêng của cơ quan, có hiệu lực ngay',
    summaryEn: 'Revoke a signing key of the agency’s own, at once',
    notes: 'Again changes nothing. Receipts it signed before stay valid; it signs no more.',
    tag: 'custody',
    answers: { 200: { schema: keySchema } },
    problems: ['actor-not-entitled', 'not-found'],
  })
  @Access({ roles: ['clerk', 'admin'] })
  @Post(':kid/revoke')
  @HttpCode(200)
  async revoke(
    @CallerOf() caller: Caller,
    @Param('id', { schema: agencyIdSchema }) id: string,
    @Param('kid', { schema: kidSchema }) kid: string,
    @Body({ schema: revocationSchema }) { reason }: z.infer<typeof revocationSchema>,
  ): Promise<KeyView> {
    return keyView(await this.keys.revoke(ownAgency(caller, id), kid, reason));
  }
}

/** Throws `actor-not-entitled` for the keys of another agency. */
function ownAgency({ agencyId }: Caller, id: string): AgencyId {
  if (agencyId !== id) throw new Problem('actor-not-entitled', { needs: ['ownAgency'] });
  return agencyId;
}
