import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import type { OperationFacts } from '../openapi/operation.js';
import { codeSchema } from './dossiers.controller.js';
import { ExplainClock, explanationSchema } from './explain-clock.js';
import type { ExplanationView } from './explain-clock.js';
import { GetClocks, clocksSchema } from './get-clocks.js';
import { asOfSchema } from './get-dossier.js';
import { GetTimeline } from './get-timeline.js';
import { timelineSchema } from './timeline-view.js';
import type { TimelineView } from './timeline-view.js';

type AsOf = z.infer<typeof asOfSchema>;
const clockIdSchema = z
  .string()
  .regex(/^[a-zA-Z0-9:-]{1,60}$/)
  .describe('`id` của đồng hồ · id of a clock of the dossier');

/** What the reading routes of a dossier have in common. */
function Reading(facts: Omit<OperationFacts, 'tag'>): MethodDecorator {
  const { problems = [] } = facts;
  return Operation({ ...facts, tag: 'dossiers', problems: ['dossier-not-found', 'actor-not-entitled', ...problems] });
}

@Controller('v1/dossiers/:code')
@Access({ roles: ['clerk', 'supervisor', 'auditor'] })
export class TimelineController {
  constructor(private readonly queries: QueryBus) {}

  @Reading({
    id: 'readTimeline',
    summary: 'Dòng thời gian: từng chặng, ai giữ từng phút, nhật ký',
    summaryEn: 'The timeline: legs, who owned every minute, the journal',
    answers: { 200: { schema: timelineSchema } },
  })
  @Get('timeline')
  timeline(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: asOfSchema }) { asOf }: AsOf,
  ): Promise<TimelineView> {
    return this.queries.execute(new GetTimeline({ caller, code, asOf }));
  }

  @Reading({
    id: 'readClocks',
    summary: 'Các đồng hồ của hồ sơ, với số phút còn lại',
    summaryEn: 'The clocks of the dossier, with the minutes left',
    answers: { 200: { schema: clocksSchema } },
  })
  @Get('clocks')
  clocks(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: asOfSchema }) { asOf }: AsOf,
  ): Promise<z.infer<typeof clocksSchema>> {
    return this.queries.execute(new GetClocks({ caller, code, asOf }));
  }

  @Reading({
    id: 'explainClock',
    summary: 'Vì sao đồng hồ chỉ như vậy: từng đoạn chạy, từng lần nghỉ, từng ngày được tính',
    summaryEn: 'Why a clock says what it says: every stretch, every rest, every day counted',
    answers: { 200: { schema: explanationSchema } },
    problems: ['not-found'],
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
