import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { canonicalJson, procedureVersionSchema } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import type { Caller } from '../identity/caller.js';
import { PublishedVersions } from './published.js';
import type { ShownVersion } from './published.js';

/** A version as its schema defines it. */
export const versionViewSchema = procedureVersionSchema.meta({ id: 'ProcedureVersion' });

export class GetVersion extends Query<ShownVersion> {
  constructor(
    readonly caller: Caller,
    readonly code: string,
    readonly version: number,
  ) {
    super();
  }
}

/** The export of a version is canonical JSON: the same version gives the same bytes, whoever asks when. */
@QueryHandler(GetVersion)
export class GetVersionHandler implements IQueryHandler<GetVersion> {
  constructor(private readonly published: PublishedVersions) {}

  async execute({ caller, code, version }: GetVersion): Promise<ShownVersion> {
    const { definition, revision } = await this.published.shownTo(caller, code, version);
    return { definition: JSON.parse(canonicalJson(definition)) as ProcedureVersion, revision };
  }
}
