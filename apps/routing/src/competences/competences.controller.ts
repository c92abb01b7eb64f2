import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { KeyOf } from '../procedures/administration-call.js';
import { competenceBodySchema, competenceEndSchema, competenceIdSchema } from './competence-body.js';
import type { CompetenceBody, CompetenceEnd } from './competence-body.js';
import { CompetenceDesk } from './competence-desk.js';
import {
  ListCompetences,
  actedCompetenceSchema,
  competencesQuerySchema,
  competencesSchema,
} from './list-competences.js';
import type { ActedCompetenceView, CompetencesAsked, CompetencesView } from './list-competences.js';

@Controller('v1/competences')
export class CompetencesController {
  constructor(
    private readonly listing: ListCompetences,
    private readonly desk: CompetenceDesk,
  ) {}

  @Operation({
    id: 'listCompetences',
    summary: 'Ai có thẩm quyền việc gì: quy định, địa bàn, căn cứ, hiệu lực từ ngày nào',
    summaryEn: 'Who is competent for what: the rules, their areas, the text they rest on, from when to when',
    tag: 'directory',
    answers: { 200: { schema: competencesSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', query: { procedure: '1.004873', limit: '10' }, status: 200 },
  })
  @Get()
  @Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
  list(@Query({ schema: competencesQuerySchema }) query: CompetencesAsked): Promise<CompetencesView> {
    return this.listing.asked(query);
  }

  @Operation({
    id: 'addCompetence',
    summary: 'Thêm quy định thẩm quyền, có hiệu lực sớm nhất từ ngày mai',
    summaryEn: 'Add a rule of competence, in force from tomorrow at the earliest',
    notes:
      'Dossiers already transferred stay where they are; the rule is asked for the next one. Two rules for the same on the same day are refused: end the former one first.',
    tag: 'directory',
    answers: { 201: { schema: actedCompetenceSchema } },
    problems: [
      ...(['agency-unknown', 'area-unknown', 'procedure-unknown', 'competence-too-early'] as const),
      ...(['competence-overlaps', 'key-reused'] as const),
    ],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post()
  @Access({ roles: ['admin'] })
  add(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Body({ schema: competenceBodySchema }) body: CompetenceBody,
  ): Promise<ActedCompetenceView> {
    return this.desk.add({ caller, key }, body);
  }

  @Operation({
    id: 'endCompetence',
    summary: 'Kết thúc quy định thẩm quyền vào cuối một ngày, sớm nhất là hôm nay',
    summaryEn: 'End a rule of competence with a day, today at the earliest',
    notes:
      'Another day may be said until that day is over. Nothing is deleted: what held on a day is told for that day.',
    tag: 'directory',
    answers: { 200: { schema: actedCompetenceSchema } },
    problems: ['not-found', 'competence-too-early', 'competence-ended', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post(':competence/end')
  @HttpCode(200)
  @Access({ roles: ['admin'] })
  end(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Param('competence', { schema: competenceIdSchema }) id: string,
    @Body({ schema: competenceEndSchema }) body: CompetenceEnd,
  ): Promise<ActedCompetenceView> {
    return this.desk.end({ caller, key }, id, body);
  }
}
