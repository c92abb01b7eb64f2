import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { instantSchema } from '@lien-thong/domain';
import type { DossierId, Instant } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';
import { READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { KeyRing } from '../store/private-crypto.js';
import { privatePayloadSchema } from '../store/private-payload.js';
import { openPrivates } from '../store/private-store.js';
import { DossierReader } from './dossier-reader.js';
import { dossierView } from './dossier-view.js';
import type { DossierView } from './dossier-view.js';

export const asOfSchema = z.strictObject({
  asOf: instantSchema
    .optional()
    .describe('Như đã biết vào thời điểm đó · as it was known at that moment (recorded time)'),
});

export const dossierQuerySchema = asOfSchema.extend({
  persons: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Mở phần riêng tư; mỗi lần mở được ghi lại · opens persons and free text; each opening is recorded'),
});

export interface DossierAsked {
  readonly caller: Caller;
  readonly code: string;
  readonly asOf: Instant | undefined;
  readonly persons: boolean;
}

export class GetDossier extends Query<DossierView> {
  constructor(readonly asked: DossierAsked) {
    super();
  }
}

@QueryHandler(GetDossier)
export class GetDossierHandler implements IQueryHandler<GetDossier> {
  constructor(
    private readonly reader: DossierReader,
    private readonly ring: KeyRing,
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  async execute({ asked }: GetDossier): Promise<DossierView> {
    const seen = await this.reader.read(asked);
    const view = dossierView(seen, asked.caller, this.reference.directory);
    return asked.persons ? { ...view, private: await this.opened(seen.file.dossier.id, asked.caller) } : view;
  }

  /** Persons are shown to clerks of the agencies in charge; every opening is noted with the reader. */
  private async opened(dossierId: DossierId, caller: Caller): Promise<DossierView['private']> {
    if (!caller.roles.has('clerk')) return null;
    const reader = { ...caller, reader: caller.officerId ?? caller.id, purpose: 'dossier-view' };
    const opened = await openPrivates({ pool: this.pool, ring: this.ring }, dossierId, reader);
    if (opened === null) return null;
    return { erased: opened.erased, records: opened.records.map(({ payload }) => privatePayloadSchema.parse(payload)) };
  }
}
