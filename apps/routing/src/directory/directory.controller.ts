import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { agencyIdSchema } from '@lien-thong/domain';
import type { Agency } from '@lien-thong/domain';
import { z } from 'zod';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';
import { FindAreas, areasQuerySchema, areasSchema } from './find-areas.js';
import { GetAgency, ListAgencies, agenciesQuerySchema, agenciesSchema, agencyViewSchema } from './list-agencies.js';

@Controller('v1')
@Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
export class DirectoryController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'findAreas',
    summary: 'Tìm địa bàn: tỉnh, xã, phường hiện nay và đơn vị cũ',
    summaryEn: 'Find areas: provinces, communes of now, units of before 1 July 2025',
    tag: 'directory',
    answers: { 200: { schema: areasSchema } },
    example: { as: 'haiphong-hai-an', query: { q: 'dong hai', province: '31' }, status: 200 },
  })
  @Get('areas')
  areas(
    @Query({ schema: areasQuerySchema }) query: z.infer<typeof areasQuerySchema>,
  ): Promise<z.infer<typeof areasSchema>> {
    return this.queries.execute(new FindAreas(query));
  }

  @Operation({
    id: 'listAgencies',
    summary: 'Danh sách cơ quan tham gia liên thông',
    summaryEn: 'Agencies of the exchange',
    tag: 'directory',
    answers: { 200: { schema: agenciesSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', query: { province: '31' }, status: 200 },
  })
  @Get('agencies')
  agencies(
    @Query({ schema: agenciesQuerySchema }) query: z.infer<typeof agenciesQuerySchema>,
  ): Promise<z.infer<typeof agenciesSchema>> {
    return this.queries.execute(new ListAgencies(query));
  }

  @Operation({
    id: 'readAgency',
    summary: 'Một cơ quan: bộ phận một cửa, giờ làm việc, mã định danh',
    summaryEn: 'One agency: its one-stop unit, desk hours, identifier',
    tag: 'directory',
    answers: { 200: { schema: agencyViewSchema } },
    problems: ['not-found'],
    example: { as: 'haiphong-hai-an', path: { id: 'haiphong-hai-an' }, status: 200 },
  })
  @Get('agencies/:id')
  agency(@Param('id', { schema: agencyIdSchema }) id: string): Promise<Agency> {
    return this.queries.execute(new GetAgency(id));
  }
}
