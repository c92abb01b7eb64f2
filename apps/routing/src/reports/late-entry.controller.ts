import { Controller, Get, Query } from '@nestjs/common';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { LateEntry } from './late-entry.js';
import { lateEntryQuerySchema, lateEntrySchema, lateFactsQuerySchema, lateFactsSchema } from './late-entry-view.js';
import type { LateEntryAsked, LateEntryView, LateFactsAsked, LateFactsView } from './late-entry-view.js';

@Controller('v1/reports/late-entry')
@Access({ roles: ['clerk', 'supervisor', 'auditor'] })
export class LateEntryController {
  constructor(private readonly late: LateEntry) {}

  @Operation({
    id: 'reportLateEntry',
    summary: 'Ghi muộn: sự việc được ghi bao lâu sau khi xảy ra, theo đơn vị, thủ tục, kỳ',
    summaryEn: 'Late entry: how long after they happened facts were recorded, by agency, procedure, period',
    notes:
      'Of every fact a party declared: the time from when it says it happened to when it was recorded. A period is the one in which it was recorded, so a closed one never changes.',
    tag: 'reports',
    answers: { 200: { schema: lateEntrySchema } },
    example: { as: 'haiphong-hai-an', query: { by: 'agency' }, status: 200 },
  })
  @Get()
  report(
    @CallerOf() caller: Caller,
    @Query({ schema: lateEntryQuerySchema }) query: LateEntryAsked,
  ): Promise<LateEntryView> {
    return this.late.report(caller, query);
  }

  @Operation({
    id: 'listLateEntries',
    summary: 'Những sự việc đứng sau một con số của báo cáo ghi muộn',
    summaryEn: 'The facts behind a number of the report on late entry',
    tag: 'reports',
    answers: { 200: { schema: lateFactsSchema } },
    problems: ['cursor-invalid'],
  })
  @Get('facts')
  facts(
    @CallerOf() caller: Caller,
    @Query({ schema: lateFactsQuerySchema }) query: LateFactsAsked,
  ): Promise<LateFactsView> {
    return this.late.facts(caller, query);
  }
}
