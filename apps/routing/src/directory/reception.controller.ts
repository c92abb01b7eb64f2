import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { agencyIdSchema } from '@lien-thong/domain';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { ListOfficers, officersOfAgencySchema } from './list-officers.js';
import type { OfficersOfAgencyView } from './list-officers.js';
import { ReadReception } from './read-reception.js';
import { receptionSchema } from './reception-view.js';
import type { ReceptionView } from './reception-view.js';

@Controller('v1/agencies')
export class ReceptionController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'listAgencyOfficers',
    summary: 'Công chức của đơn vị mình và số hồ sơ đang giao cho mỗi người',
    summaryEn: 'Officers of the caller’s agency, and how many open dossiers are assigned to each',
    tag: 'directory',
    answers: { 200: { schema: officersOfAgencySchema } },
    example: { as: 'haiphong-hai-an', status: 200 },
  })
  @Access({ roles: ['clerk', 'supervisor', 'admin'] })
  @Get('me/officers')
  officers(@CallerOf() caller: Caller): Promise<OfficersOfAgencyView> {
    return this.queries.execute(new ListOfficers(caller));
  }

  @Operation({
    id: 'readReception',
    summary: 'Trước khi chuyển: nơi nhận đang mở cửa không, thường nhận sau bao lâu, còn bao nhiêu hồ sơ chờ',
    summaryEn: 'Before sending: is the receiver open, how long does it take to receive and accept, how much is waiting',
    notes:
      'Counted over all transfers to the agency in the last 90 days, whoever sent them; nothing of any dossier is told. What is not known is null.',
    tag: 'directory',
    answers: { 200: { schema: receptionSchema } },
    problems: ['not-found'],
    example: { as: 'haiphong-hai-an', path: { id: 'haiphong-dong-hai' }, status: 200 },
  })
  @Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
  @Get(':id/reception')
  reception(@Param('id', { schema: agencyIdSchema }) id: string): Promise<ReceptionView> {
    return this.queries.execute(new ReadReception(id));
  }
}
