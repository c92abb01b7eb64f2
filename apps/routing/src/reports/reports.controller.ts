import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { ListBehind } from './list-behind.js';
import { ReadReport } from './read-report.js';
import {
  latenessListQuerySchema,
  latenessQuerySchema,
  minutesListQuerySchema,
  minutesQuerySchema,
} from './report-query.js';
import { LATENESS, MINUTES } from './report-sources.js';
import { behindSchema, reportSchema } from './report-view.js';
import type { BehindView, ReportView } from './report-view.js';

const AS_HAI_AN = { as: 'haiphong-hai-an', status: 200 };

@Controller('v1/reports')
@Access({ roles: ['clerk', 'supervisor', 'auditor'] })
export class ReportsController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'reportMinutes',
    summary: 'Phút làm việc của hồ sơ đã kết thúc: theo đơn vị, cặp chuyển – nhận, thủ tục, trạng thái, kỳ',
    summaryEn: 'Working minutes of dossiers that have ended: by agency, pair, procedure, phase, period',
    notes:
      'Over the dossiers the caller may see as a whole. A period is the one in which the dossier ended, so all its minutes stand in one.',
    tag: 'reports',
    answers: { 200: { schema: reportSchema } },
    example: { ...AS_HAI_AN, query: { by: 'agency' } },
  })
  @Get('minutes')
  minutes(
    @CallerOf() caller: Caller,
    @Query({ schema: minutesQuerySchema }) query: z.infer<typeof minutesQuerySchema>,
  ): Promise<ReportView> {
    return this.queries.execute(new ReadReport(MINUTES, caller, query));
  }

  @Operation({
    id: 'listMinutesBehind',
    summary: 'Những hồ sơ đứng sau một con số của báo cáo phút làm việc',
    summaryEn: 'The dossiers behind a number of the report on minutes',
    tag: 'reports',
    answers: { 200: { schema: behindSchema } },
    problems: ['cursor-invalid'],
  })
  @Get('minutes/dossiers')
  minutesBehind(
    @CallerOf() caller: Caller,
    @Query({ schema: minutesListQuerySchema }) query: z.infer<typeof minutesListQuerySchema>,
  ): Promise<BehindView> {
    return this.queries.execute(new ListBehind(MINUTES, caller, query));
  }

  @Operation({
    id: 'reportLateness',
    summary: 'Phút trễ hạn do đâu: theo đơn vị, cặp chuyển – nhận, thủ tục, nguyên nhân, kỳ',
    summaryEn: 'Whose the late minutes are: by agency, pair, procedure, cause, period',
    notes:
      'Over dossiers whose limit has ended; open ones stand under `excluded`, those overdue now by themselves. A period is the one in which the limit ended.',
    tag: 'reports',
    answers: { 200: { schema: reportSchema } },
    example: { ...AS_HAI_AN, query: { by: 'cause' } },
  })
  @Get('lateness')
  lateness(
    @CallerOf() caller: Caller,
    @Query({ schema: latenessQuerySchema }) query: z.infer<typeof latenessQuerySchema>,
  ): Promise<ReportView> {
    return this.queries.execute(new ReadReport(LATENESS, caller, query));
  }

  @Operation({
    id: 'listLatenessBehind',
    summary: 'Những hồ sơ đứng sau một con số của báo cáo trễ hạn',
    summaryEn: 'The dossiers behind a number of the report on lateness',
    tag: 'reports',
    answers: { 200: { schema: behindSchema } },
    problems: ['cursor-invalid'],
  })
  @Get('lateness/dossiers')
  latenessBehind(
    @CallerOf() caller: Caller,
    @Query({ schema: latenessListQuerySchema }) query: z.infer<typeof latenessListQuerySchema>,
  ): Promise<BehindView> {
    return this.queries.execute(new ListBehind(LATENESS, caller, query));
  }
}
