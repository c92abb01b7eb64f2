import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { codeSchema } from './dossiers.controller.js';
import { ExplainClock, explanationSchema } from './explain-clock.js';
import type { ExplanationView } from './explain-clock.js';
import { GetClocks, clocksSchema } from './get-clocks.js';
import { asOfSchema } from './get-dossier.js';
import { GetTimeline } from './get-timeline.js';
import { timelineSchema } from './timeline-view.js';
import type { TimelineView } from './timeline-view.js';

type AsOf = z.infer<typeof asOfSchema>;
const clockIdSchema = z.string().regex(/^[a-zA-Z0-9:-]{1,60}$/);

@Controller('v1/dossiers/:code')
@Access({ roles: ['clerk', 'supervisor', 'auditor'] })
export class TimelineController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'readTimeline',
    summary: 'Dòng thời gian: từng chặng, ai giữ từng phút, nhật ký',
    summaryEn: 'The timeline: legs, who owned every minute, the journal',
    tag: 'dossiers',
    answers: { 200: { schema: timelineSchema } },
    problems: ['dossier-not-found', 'actor-not-entitled'],
  })
  @Get('timeline')
  timeline(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: asOfSchema }) { asOf }: AsOf,
  ): Promise<TimelineView> {
    return this.queries.execute(new GetTimeline({ caller, code, asOf }));
  }

  @Operation({
    id: 'readClocks',
    summary: 'Các đồng hồ của hồ sơ, với số phút còn lại',
    summaryEn: 'The clocks of the dossier, with the minutes left',
    tag: 'dossiers',
    answers: { 200: { schema: clocksSchema } },
    problems: ['dossier-not-found', 'actor-not-entitled'],
  })
  @Get('clocks')
  clocks(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: asOfSchema }) { asOf }: AsOf,
  ): Promise<z.infer<typeof clocksSchema>> {
    return this.queries.execute(new GetClocks({ caller, code, asOf }));
  }

  @Operation({
    id: 'explainClock',
    summary: 'Vì sao đồng hồ chỉ như vậy: từng đoạn chạy, từng lần nghỉ, từng ngày được tính',
    summaryEn: 'Why a clock says what it says: every stretch, every rest, every day counted',
    tag: 'dossiers',
    answers: { 200: { schema: explanationSchema } },
    problems: ['dossier-not-found', 'not-found', 'actor-not-entitled'],
  })
  @Get('clocks/:clockId/explain')
  explain(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Param('clockId', { schema: clockIdSchema }) clockId: string,
  ): Promise<ExplanationView> {
    return this.queries.execute(new ExplainClock({ caller, code, clockId }));
  }
}
