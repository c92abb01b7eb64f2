import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { lintProcedure } from '@lien-thong/domain';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';
import { findingSchema } from './draft-body.js';
import { inWords } from './lint-sentences.js';
import { PublishedVersions } from './published.js';

export const lintSchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    publishable: z.boolean().describe('Không có lỗi chặn công bố · no finding that keeps it from being published'),
    findings: z.array(findingSchema),
  })
  .meta({ id: 'Lint' });
export type LintView = z.infer<typeof lintSchema>;

export class GetLint extends Query<LintView> {
  constructor(
    readonly caller: Caller,
    readonly code: string,
    readonly version: number,
  ) {
    super();
  }
}

@QueryHandler(GetLint)
export class GetLintHandler implements IQueryHandler<GetLint> {
  constructor(private readonly published: PublishedVersions) {}

  /** Throws `not-found`. */
  async execute({ caller, code, version }: GetLint): Promise<LintView> {
    const { definition } = await this.published.shownTo(caller, code, version);
    const others = await this.published.periodsBeside(definition);
    const findings = lintProcedure({ definition, others });
    const publishable = findings.every(({ severity }) => severity === 'warning');
    return { code, version, publishable, findings: findings.map(inWords) };
  }
}
