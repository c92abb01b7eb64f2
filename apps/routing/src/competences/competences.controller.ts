import { Controller, Get, Query } from '@nestjs/common';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';
import { ListCompetences, competencesQuerySchema, competencesSchema } from './list-competences.js';
import type { CompetencesAsked, CompetencesView } from './list-competences.js';

@Controller('v1/competences')
@Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
export class CompetencesController {
  constructor(private readonly listing: ListCompetences) {}

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
  list(@Query({ schema: competencesQuerySchema }) query: CompetencesAsked): Promise<CompetencesView> {
    return this.listing.asked(query);
  }
}
