import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { instantSchema } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import { z } from 'zod';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';
import { SweepLoop } from '../runtime/sweep-loop.js';
import { CLOCK } from '../runtime/tokens.js';

const clockSchema = z.strictObject({ now: instantSchema });
const advancedSchema = z.strictObject({
  now: instantSchema,
  facts: z.int().describe('Số sự kiện bộ quét ghi · facts the sweep wrote on the way'),
  stuck: z.int().describe('Hồ sơ không tính được · dossiers nothing could be done for'),
});
const advanceSchema = z.strictObject({
  now: instantSchema.describe('Thời điểm mới của đồng hồ · the instant to go on to'),
});

/** The stepped clock of the demonstration; this controller does not exist in any other profile. */
@Controller('demo/clock')
@Access({ public: true })
export class DemoClockController {
  constructor(
    @Inject(CLOCK) private readonly clock: ClockPort,
    private readonly loop: SweepLoop,
  ) {}

  @Operation({
    id: 'readDemoClock',
    summary: 'Giờ của bản trình diễn',
    summaryEn: 'Time of the demonstration',
    tag: 'demo',
    answers: { 200: { schema: clockSchema } },
    example: { status: 200 },
  })
  @Get()
  read(): z.infer<typeof clockSchema> {
    return { now: this.clock.now() };
  }

  /** Goes on to an instant, stopping at every minute at which a clock is due; an instant that has passed changes nothing. */
  @Operation({
    id: 'advanceDemoClock',
    summary: 'Cho đồng hồ trình diễn chạy tới một thời điểm',
    summaryEn: 'Let the time of the demonstration go on to an instant',
    tag: 'demo',
    answers: { 200: { schema: advancedSchema } },
  })
  @Post()
  @HttpCode(200)
  async advance(
    @Body({ schema: advanceSchema }) { now }: z.infer<typeof advanceSchema>,
  ): Promise<z.infer<typeof advancedSchema>> {
    const { facts, stuck } = await this.loop.advanceTo(now);
    return { now: this.clock.now(), facts, stuck: stuck.length };
  }
}
