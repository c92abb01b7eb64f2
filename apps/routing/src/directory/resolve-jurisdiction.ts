import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import {
  agencyIdSchema,
  areaFactsSchema,
  areaLabel,
  dayFromIso,
  dayOf,
  isRefusal,
  isoDateSchema,
  isoOfDay,
  minuteOf,
  procedureCodeSchema,
  resolve,
} from '@lien-thong/domain';
import type { AgencyId, Directory, Resolution } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import type { ClockPort } from '@lien-thong/engine';
import { z } from 'zod';
import { problemOf } from '../http/refusal-problem.js';
import { CLOCK, REFERENCE } from '../runtime/tokens.js';
import { agencyRef, agencyRefSchema } from './agency-ref.js';

export const resolveSchema = z.strictObject({
  procedureCode: procedureCodeSchema,
  jurisdiction: areaFactsSchema.default({}).describe('The same facts as an intake takes down'),
  receivingAgency: agencyIdSchema.optional().describe('Mặc định: cơ quan của người hỏi · left out: the caller’s own'),
  day: isoDateSchema.optional().describe('Ngày tiếp nhận, mặc định hôm nay · day of reception, today when left out'),
});

export const resolutionSchema = z
  .strictObject({
    agency: agencyRefSchema,
    crossesBoundary: z.boolean().describe('The dossier will travel: another agency decides it'),
    ruleId: z.string(),
    legalBasis: z.string(),
    area: z
      .strictObject({ code: z.string(), name: z.string() })
      .nullable()
      .describe('The commune the facts lead to; null where the criterion asks for no place'),
    viaOldUnit: z
      .strictObject({ code: z.string(), name: z.string() })
      .nullable()
      .describe('The unit before 1 July 2025 it was reached by'),
    procedure: z.strictObject({ code: z.string(), version: z.int(), name: z.string(), nameEn: z.string() }),
    day: isoDateSchema,
  })
  .meta({ id: 'Resolution' });
export type ResolutionView = z.infer<typeof resolutionSchema>;

export class ResolveJurisdiction extends Query<ResolutionView> {
  constructor(
    readonly asker: AgencyId,
    readonly question: z.infer<typeof resolveSchema>,
  ) {
    super();
  }
}

@QueryHandler(ResolveJurisdiction)
export class ResolveJurisdictionHandler implements IQueryHandler<ResolveJurisdiction> {
  constructor(
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Throws the `Problem` a refusal of `procedureInForce` or `resolve` stands for. */
  async execute({ asker, question }: ResolveJurisdiction): Promise<ResolutionView> {
    const day = question.day ?? isoOfDay(dayOf(minuteOf(this.clock.now())));
    const receivingAgency = question.receivingAgency ?? asker;
    const procedure = this.reference.procedureInForce(question.procedureCode, dayFromIso(day));
    if (isRefusal(procedure)) throw problemOf(procedure);
    const { directory } = this.reference;
    const found = resolve(directory, { procedure, facts: question.jurisdiction, receivingAgency, day });
    if (isRefusal(found)) throw problemOf(found);
    const { code, version, name, nameEn } = procedure;
    return {
      agency: agencyRef(directory, found.agencyId),
      crossesBoundary: found.agencyId !== receivingAgency,
      ruleId: found.ruleId,
      legalBasis: found.legalBasis,
      ...placesOf(directory, found),
      procedure: { code, version, name, nameEn },
      day,
    };
  }
}

function placesOf(
  { areas }: Directory,
  { areaCode, viaOldUnit }: Resolution,
): Pick<ResolutionView, 'area' | 'viaOldUnit'> {
  const commune = areaCode === null ? undefined : areas.communes.get(areaCode)?.at(-1);
  const old = viaOldUnit === null ? undefined : areas.oldUnits.get(viaOldUnit);
  return {
    area: commune === undefined ? null : { code: commune.code, name: areaLabel(areas, commune) },
    viaOldUnit:
      old === undefined ? null : { code: old.code, name: `${old.fullName}, ${old.district}, ${old.province}` },
  };
}
