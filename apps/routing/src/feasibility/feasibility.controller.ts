import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { procedureCodeSchema } from '@lien-thong/domain';
import type { z } from 'zod';
import type { ProblemCode } from '../http/problem-codes.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { versionNumberSchema } from '../procedures/version-number.js';
import { AskFeasibility } from './ask-feasibility.js';
import { documentedBodySchema, feasibilityAnswerSchema, feasibilityBodySchema } from './feasibility-body.js';
import type { FeasibilityAnswer, FeasibilityBody } from './feasibility-body.js';
import {
  GetVersionFeasibility,
  versionFeasibilityQuerySchema,
  versionFeasibilitySchema,
} from './get-version-feasibility.js';
import type { VersionFeasibilityView } from './get-version-feasibility.js';
import { LeavingOf } from './leaving.js';

const PROVER: readonly ProblemCode[] = ['feasibility-busy', 'feasibility-too-large', 'feasibility-too-long'];

@Controller('v1')
@Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
export class FeasibilityController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'askFeasibility',
    summary: 'Chứng minh mốc thời gian có giữ được không, cho từng phút tiếp nhận; kèm cách sửa nếu cần',
    summaryEn: 'Prove whether a timeline can be kept, for every minute of reception; with the ways out, if wanted',
    notes:
      'The definition need not be drafted. It is linted first: an error is answered as lint-failed with each finding named and placed. A timeline that cannot be computed is answered with 200, `computable: false` and the reason, never with a number. Proofs run beside the service in a thread of their own, one after the other; the same question is answered from memory. With `grid` the breaching starts are told by day and hour; a cell of it is explained by the same question about the hours of that one day, whose witness is its worst minute.',
    tag: 'procedures',
    answers: { 200: { schema: feasibilityAnswerSchema } },
    problems: ['not-found', 'lint-failed', 'agency-unknown', ...PROVER],
    body: documentedBodySchema,
    example: {
      as: 'haiphong-hai-an',
      body: {
        version: { code: '1.004873', version: 1 },
        route: 'crosses',
        agencies: { receiver: 'haiphong-hai-an', decider: 'haiphong-dong-hai' },
        range: { from: '2026-03-02', to: '2026-03-08' },
      },
      status: 200,
    },
  })
  @Post('feasibility')
  @HttpCode(200)
  ask(
    @CallerOf() caller: Caller,
    @Body({ schema: feasibilityBodySchema }) body: FeasibilityBody,
    @LeavingOf() leaving: AbortSignal,
  ): Promise<FeasibilityAnswer> {
    return this.queries.execute(new AskFeasibility(caller, body, leaving));
  }

  @Operation({
    id: 'readVersionFeasibility',
    summary: 'Kết luận về một bản, cả bản nháp: mọi tuyến, mọi giờ làm việc của các cơ quan liên quan',
    summaryEn: 'The verdict on a version or a draft: every route, at all the hours that agencies keep',
    notes:
      'Every case, channel and route class is proved for twelve months of receptions at each pair of hours that a receiver and a competent agency keep. Publishing rests on the same verdict and names its digest. When it takes longer than a request may wait the answer is feasibility-underway: the work goes on, ask again.',
    tag: 'procedures',
    answers: { 200: { schema: versionFeasibilitySchema } },
    problems: ['not-found', 'feasibility-underway', ...PROVER],
  })
  @Get('procedures/:code/versions/:version/feasibility')
  version(
    @CallerOf() caller: Caller,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
    @Query({ schema: versionFeasibilityQuerySchema }) asked: z.infer<typeof versionFeasibilityQuerySchema>,
  ): Promise<VersionFeasibilityView> {
    return this.queries.execute(new GetVersionFeasibility(caller, { code, version }, asked));
  }
}
