import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { instantSchema } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import { z } from 'zod';
import { REFERENCE } from '../runtime/tokens.js';
import { clockView, clockViewSchema } from './clock-view.js';
import { DossierReader } from './dossier-reader.js';
import type { Glance } from './dossier-reader.js';

export const clocksSchema = z
  .strictObject({ code: z.string(), at: instantSchema, clocks: z.array(clockViewSchema) })
  .meta({ id: 'Clocks' });
type ClocksView = z.infer<typeof clocksSchema>;

export class GetClocks extends Query<ClocksView> {
  constructor(readonly glance: Glance) {
    super();
  }
}

@QueryHandler(GetClocks)
export class GetClocksHandler implements IQueryHandler<GetClocks> {
  constructor(
    private readonly reader: DossierReader,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  async execute({ glance }: GetClocks): Promise<ClocksView> {
    const { file, rules, at } = await this.reader.read(glance);
    const look = { at, legal: rules.legal, directory: this.reference.directory };
    return { code: file.dossier.code, at, clocks: file.clocks.map((clock) => clockView(clock, look)) };
  }
}
