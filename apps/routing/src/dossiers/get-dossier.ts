import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { instantSchema } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';
import { DossierReader } from './dossier-reader.js';
import { dossierView } from './dossier-view.js';
import type { DossierView } from './dossier-view.js';
import { PrivateReader } from './private-reader.js';

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
    private readonly privates: PrivateReader,
  ) {}

  async execute({ asked }: GetDossier): Promise<DossierView> {
    const seen = await this.reader.read(asked);
    const view = dossierView(seen, asked.caller, this.reader.directory);
    return asked.persons ? { ...view, private: await this.privates.open(seen.file.dossier.id, asked.caller) } : view;
  }
}
