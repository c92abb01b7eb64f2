import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { instantSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import type { OperationFacts } from '../openapi/operation.js';
import { codeSchema } from './dossiers.controller.js';
import { ExplainClock, explanationSchema } from './explain-clock.js';
import { GetApologies, apologiesSchema } from './get-apologies.js';
import type { ApologiesView } from './get-apologies.js';
import type { ExplanationView } from './explain-clock.js';
import { ExplainPromise, promiseExplanationSchema } from './explain-promise.js';
import type { PromiseExplanationView } from './explain-promise.js';
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

const minuteAskedSchema = asOfSchema.extend({
  minute: instantSchema
    .optional()
    .describe('Phút cần giải thích · the minute to be explained: counted, and as which, or why not'),
});

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
    id: 'readApologies',
    summary: 'Dữ liệu in văn bản xin lỗi (mẫu 04): lý do, chậm bao nhiêu, hẹn lại khi nào, đã giao chưa',
    summaryEn:
      'The letters of apology (form 04), for printing: reason, how much later, the new date, whether handed over',
    answers: { 200: { schema: apologiesSchema } },
  })
  @Get('apologies')
  apologies(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: asOfSchema }) { asOf }: AsOf,
  ): Promise<ApologiesView> {
    return this.queries.execute(new GetApologies({ caller, code, asOf }));
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
    @Query({ schema: minuteAskedSchema }) { asOf, minute }: z.infer<typeof minuteAskedSchema>,
  ): Promise<ExplanationView> {
    return this.queries.execute(new ExplainClock({ caller, code, clockId, asOf, minute }));
  }

  @Reading({
    id: 'explainPromise',
    summary: 'Vì sao hẹn trả vào lúc đó: từng phần, từng ngày, từng khối giờ',
    summaryEn: 'Why the receipt says this date: every part, every day, every block of hours',
    answers: { 200: { schema: promiseExplanationSchema } },
    problems: ['not-found'],
  })
  @Get('promise/explain')
  promise(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: asOfSchema }) { asOf }: AsOf,
  ): Promise<PromiseExplanationView> {
    return this.queries.execute(new ExplainPromise({ caller, code, asOf }));
  }
}
