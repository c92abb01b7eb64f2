import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';
import { CHECKS, DEGRADATIONS, Readiness } from './readiness.js';

const liveSchema = z.strictObject({ status: z.literal('live') });
const readySchema = z.strictObject({
  status: z.literal('ready'),
  checks: z.array(z.enum(CHECKS)),
  degraded: z
    .array(z.enum(DEGRADATIONS))
    .describe('What does not work as it should, without keeping anybody from his work'),
});

/** Asked by whatever watches the process: is it alive, may it be sent requests. */
@Controller('health')
@Access({ public: true, unlimited: true })
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Operation({
    id: 'isLive',
    summary: 'Tiến trình còn chạy',
    summaryEn: 'The process is alive',
    tag: 'operation',
    answers: { 200: { schema: liveSchema } },
    example: { status: 200 },
  })
  @Get('live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Operation({
    id: 'isReady',
    summary: 'Sẵn sàng phục vụ: cơ sở dữ liệu, lược đồ, lịch của năm, bộ quét hạn, mọi mốc đều có nơi báo',
    summaryEn: 'Ready to serve: database, schema, calendars of the year, a live sweep, every rung one that fires',
    tag: 'operation',
    answers: { 200: { schema: readySchema } },
    problems: ['unavailable'],
    example: { status: 200 },
  })
  @Get('ready')
  async ready(): Promise<z.infer<typeof readySchema>> {
    const { checks, unfired } = await this.readiness.checks();
    const failed = checks.filter(({ ok }) => !ok).map(({ name }) => name);
    const facts = { failed, ...(unfired.length === 0 ? {} : { unfired }) };
    if (failed.length > 0) throw new Problem('unavailable', facts).with({ 'retry-after': '2' });
    return { status: 'ready', checks: checks.map(({ name }) => name), degraded: [...this.readiness.degradations()] };
  }
}
