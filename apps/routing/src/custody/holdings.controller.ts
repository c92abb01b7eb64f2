import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { CompareHoldings, comparedSchema, comparisonSchema } from './compare-holdings.js';
import type { Compared } from './compare-holdings.js';

@Controller('v1/holdings')
@Access({ roles: ['clerk'] })
export class HoldingsController {
  constructor(private readonly comparing: CompareHoldings) {}

  @Operation({
    id: 'compareHoldings',
    summary: 'Đối chiếu hồ sơ đang giữ: gửi mã băm trước, rồi chỉ gửi các nhóm khác nhau',
    summaryEn: 'Compare what you hold with what the hub takes you to hold: digests first, then the buckets that differ',
    notes: 'Reads only; asking twice is harmless. Holdings are of your own agency.',
    tag: 'custody',
    answers: { 200: { schema: comparedSchema } },
  })
  @Post('compare')
  @HttpCode(200)
  compare(
    @CallerOf() caller: Caller,
    @Body({ schema: comparisonSchema }) asked: z.infer<typeof comparisonSchema>,
  ): Promise<Compared> {
    return this.comparing.execute(caller, asked);
  }
}
