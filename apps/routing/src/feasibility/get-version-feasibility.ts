import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { IsoDate } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';
import { earliestEffectiveFrom, isBefore } from '../procedures/effective-day.js';
import { PublishedVersions } from '../procedures/published.js';
import { CLOCK } from '../runtime/tokens.js';
import { proofSchema, proofView } from './feasibility-view.js';
import { yearFrom } from './proof-range.js';
import { versionVerdictSchema, versionVerdictView } from './version-verdict-view.js';
import { VersionVerdicts, keptVerdict } from './version-verdicts.js';
import type { RouteVerdict, VersionVerdict } from './version-verdicts.js';

export const versionFeasibilityQuerySchema = z.strictObject({
  effectiveFrom: z.iso
    .date()
    .optional()
    .describe(
      'Ngày dự định có hiệu lực · the first day that is meant; that of the definition, or tomorrow, when absent',
    ),
  proofs: z
    .enum(['worst', 'all', 'none'])
    .default('worst')
    .describe('Chứng minh đầy đủ của tuyến nào · of which routes the whole proof is shown'),
});
type Asked = z.infer<typeof versionFeasibilityQuerySchema>;

export const versionFeasibilitySchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    revision: z.int().nullable().describe('Of a draft'),
    current: versionVerdictSchema.describe('Tính trên lịch hiện hành · on the calendars as they stand now'),
    published: versionVerdictSchema
      .nullable()
      .describe('Khi công bố · as it was published; null for a draft or a seeded version'),
    proofs: z.array(
      z.strictObject({
        digest: z.string().describe('Of the route it proves'),
        caseKey: z.string(),
        route: z.string(),
        receiver: z.string(),
        decider: z.string(),
        proof: proofSchema,
      }),
    ),
  })
  .meta({ id: 'VersionFeasibility' });
export type VersionFeasibilityView = z.infer<typeof versionFeasibilitySchema>;

export class GetVersionFeasibility extends Query<VersionFeasibilityView> {
  constructor(
    readonly caller: Caller,
    readonly which: { readonly code: string; readonly version: number },
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(GetVersionFeasibility)
export class GetVersionFeasibilityHandler implements IQueryHandler<GetVersionFeasibility> {
  constructor(
    private readonly published: PublishedVersions,
    private readonly verdicts: VersionVerdicts,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Throws not-found, and what the proofs refuse. */
  async execute({ caller, which, asked }: GetVersionFeasibility): Promise<VersionFeasibilityView> {
    const { definition, revision } = await this.published.shownTo(caller, which.code, which.version);
    const earliest = earliestEffectiveFrom(this.clock.now());
    const { effectiveFrom: own } = definition;
    const day = asked.effectiveFrom ?? (isBefore(own, earliest) ? earliest : own);
    const plan = this.verdicts.plan(definition, yearFrom(day as IsoDate));
    const current = await this.verdicts.prove(caller.agencyId, plan);
    const kept = await this.published.verdictOf(which.code, which.version);
    return {
      ...{ code: which.code, version: which.version, revision },
      current: versionVerdictView(keptVerdict(current)),
      published: kept === null ? null : versionVerdictView(kept),
      proofs: shownProofs(current, asked.proofs),
    };
  }
}

function shownProofs({ routes, verdict }: VersionVerdict, which: Asked['proofs']): VersionFeasibilityView['proofs'] {
  if (which === 'none') return [];
  const worst = routes.filter((route) => route.verdict === verdict).slice(0, 1);
  return (which === 'all' ? routes : worst).map(proofOf);
}

function proofOf({ digest, caseKey, route, receiver, decider, feasibility }: RouteVerdict) {
  return { digest, caseKey, route, receiver, decider, proof: proofView(feasibility) };
}
