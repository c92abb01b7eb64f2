import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { JURISDICTION_PROBLEMS } from '../dossiers/act-problems.js';
import { Operation } from '../openapi/operation.js';
import { ResolveJurisdiction, resolutionSchema, resolveSchema } from './resolve-jurisdiction.js';
import type { ResolutionView } from './resolve-jurisdiction.js';

@Controller('v1/routing')
@Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
export class RoutingController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'resolveJurisdiction',
    summary: 'Tìm cơ quan có thẩm quyền giải quyết',
    summaryEn: 'Find the agency that is competent to decide',
    tag: 'directory',
    answers: { 200: { schema: resolutionSchema } },
    problems: JURISDICTION_PROBLEMS,
    example: {
      as: 'haiphong-hai-an',
      body: {
        procedureCode: '1.004873',
        jurisdiction: { residence: { name: 'Phường Đông Hải 1', provinceCode: '31' } },
      },
      status: 200,
    },
  })
  @Post('resolve')
  @HttpCode(200)
  resolve(
    @CallerOf() caller: Caller,
    @Body({ schema: resolveSchema }) body: z.infer<typeof resolveSchema>,
  ): Promise<ResolutionView> {
    return this.queries.execute(new ResolveJurisdiction(caller.agencyId, body));
  }
}
