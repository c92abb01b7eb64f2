import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';
import { CallOf } from './call.js';
import type { Call } from './call.js';
import { SubmitBatch, batchBodySchema, batchResultSchema, batchSchema } from './submit-batch.js';
import type { BatchResult } from './submit-batch.js';

@Controller('v1/commands')
@Access({ roles: ['clerk', 'supervisor'] })
export class CommandsController {
  constructor(private readonly batch: SubmitBatch) {}

  @Operation({
    id: 'submitBatch',
    summary: 'Gửi nhiều hành vi trong một yêu cầu (JSON hoặc NDJSON), mỗi mục một kết quả',
    summaryEn: 'Send many acts in one request (JSON or NDJSON), each with its own result',
    notes:
      'Results stand in the order of the items; acts of one dossier are applied in that order, and a refused one harms no other. The status is 200 whenever the batch could be read: look at each result. At most 1,000 items and 1 MB; no dry run. One item that is no JSON refuses the whole batch, with `facts.line` for NDJSON.',
    tag: 'dossiers',
    answers: { 200: { schema: batchResultSchema } },
    problems: ['batch-too-large', 'invalid-query'],
    headers: { 'Idempotency-Key': 'required' },
    body: batchSchema,
    bodyTypes: ['application/json', 'application/x-ndjson'],
  })
  @Post()
  @HttpCode(200)
  submit(@CallOf() call: Call, @Body({ schema: batchBodySchema }) items: unknown[]): Promise<BatchResult> {
    return this.batch.execute(call, items);
  }
}
