import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { procedureVersionSchema } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import { PublishedVersions } from './published.js';

/** A published version as its schema defines it. */
export const versionViewSchema = procedureVersionSchema.meta({ id: 'ProcedureVersion' });

export class GetVersion extends Query<ProcedureVersion> {
  constructor(
    readonly code: string,
    readonly version: number,
  ) {
    super();
  }
}

@QueryHandler(GetVersion)
export class GetVersionHandler implements IQueryHandler<GetVersion> {
  constructor(private readonly published: PublishedVersions) {}

  execute({ code, version }: GetVersion): Promise<ProcedureVersion> {
    return this.published.version(code, version);
  }
}
