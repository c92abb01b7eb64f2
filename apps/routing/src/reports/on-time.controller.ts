import { Controller, Get, Query } from '@nestjs/common';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { OnTime } from './on-time.js';
import { onTimeListQuerySchema, onTimeListSchema, onTimeQuerySchema, onTimeSchema } from './on-time-view.js';
import type { OnTimeAsked, OnTimeListAsked, OnTimeListView, OnTimeView } from './on-time-view.js';

@Controller('v1/reports/on-time')
@Access({ roles: ['clerk', 'supervisor', 'auditor'] })
export class OnTimeController {
  constructor(private readonly onTime: OnTime) {}

  @Operation({
    id: 'readOnTime',
    summary: 'Giải quyết đúng hạn theo lĩnh vực, cơ quan, thủ tục hoặc tháng, có mẫu số',
    summaryEn: 'On-time figures by field, agency, procedure or month, with their denominators',
    notes:
      'Every dossier of the period is counted once: as received or carried over, and in one state at its end (or now, where it has not ended). By month, each month is a period of its own.',
    tag: 'reports',
    answers: { 200: { schema: onTimeSchema } },
    example: { as: 'haiphong-hai-an', query: { by: 'field' }, status: 200 },
  })
  @Get()
  report(@CallerOf() caller: Caller, @Query({ schema: onTimeQuerySchema }) query: OnTimeAsked): Promise<OnTimeView> {
    return this.onTime.report(caller, query);
  }

  @Operation({
    id: 'listOnTimeDossiers',
    summary: 'Những hồ sơ đứng sau một con số của báo cáo đúng hạn',
    summaryEn: 'The dossiers behind a number of the on-time report',
    tag: 'reports',
    answers: { 200: { schema: onTimeListSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', query: { measure: 'received' }, status: 200 },
  })
  @Get('dossiers')
  dossiers(
    @CallerOf() caller: Caller,
    @Query({ schema: onTimeListQuerySchema }) query: OnTimeListAsked,
  ): Promise<OnTimeListView> {
    return this.onTime.dossiers(caller, query);
  }
}
