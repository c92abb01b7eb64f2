import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { ActOnDossier } from './act-on-dossier.js';
import { COMMAND_PROBLEMS, OPENING_PROBLEMS } from './act-problems.js';
import { AnswerHeaders } from './answer-headers.js';
import { answerSchema, commandBodySchema, foreseenSchema, openedSchema, openingBodySchema } from './bodies.js';
import type { AnswerView, ForeseenView, OpenedView } from './bodies.js';
import { CallOf, dryRunSchema } from './call.js';
import type { Call } from './call.js';
import { dossierViewSchema } from './dossier-view.js';
import type { DossierView } from './dossier-view.js';
import { OPENING_EXAMPLE } from './examples.js';
import { GetDossier, dossierQuerySchema } from './get-dossier.js';
import { ListDossiers } from './list-dossiers.js';
import { listQuerySchema, listSchema } from './listed-view.js';
import type { ListView } from './listed-view.js';

export const codeSchema = z
  .string()
  .regex(/^[A-Za-z0-9.-]{1,60}$/)
  .describe('Mã hồ sơ, kể cả mã tạm đã thay · the code of a dossier, or a provisional one it had');

@Controller('v1/dossiers')
@UseInterceptors(AnswerHeaders)
export class DossiersController {
  constructor(
    private readonly acting: ActOnDossier,
    private readonly queries: QueryBus,
  ) {}

  @Operation({
    id: 'openDossier',
    summary: 'Nộp hoặc tiếp nhận một hồ sơ',
    summaryEn: 'Submit a dossier, or receive one at the counter',
    notes:
      '201 with the address and the secret of the receipt; 200 for a dry run. Repeated under the same key it is 201 again, with `replayed: true`.',
    tag: 'dossiers',
    answers: { 201: { schema: openedSchema, headers: ['etag', 'location'] }, 200: { schema: foreseenSchema } },
    problems: OPENING_PROBLEMS,
    headers: { 'Idempotency-Key': 'required' },
    query: dryRunSchema,
    example: OPENING_EXAMPLE,
  })
  @Access({ roles: ['clerk'] })
  @Post()
  open(
    @CallOf() call: Call,
    @Body({ schema: openingBodySchema }) body: z.infer<typeof openingBodySchema>,
  ): Promise<OpenedView | ForeseenView> {
    return this.acting.open(call, body);
  }

  @Operation({
    id: 'actOnDossier',
    summary: 'Thực hiện một hành vi trên hồ sơ: chuyển, tiếp nhận, yêu cầu bổ sung, quyết định, trả kết quả…',
    summaryEn: 'Act on a dossier: transfer, accept, request a supplement, decide, return the result…',
    notes: 'The answer carries an ETag, except for a dry run, which has a `dryRun` field in its body instead.',
    tag: 'dossiers',
    answers: { 200: { schema: z.union([answerSchema, foreseenSchema]) } },
    problems: COMMAND_PROBLEMS,
    headers: { 'Idempotency-Key': 'required', 'If-Match': 'optional' },
    query: dryRunSchema,
  })
  @Access({ roles: ['clerk', 'supervisor'] })
  @Post(':code/commands')
  @HttpCode(200)
  act(
    @CallOf() call: Call,
    @Param('code', { schema: codeSchema }) code: string,
    @Body({ schema: commandBodySchema }) body: z.infer<typeof commandBodySchema>,
  ): Promise<AnswerView | ForeseenView> {
    return this.acting.act(call, code, body);
  }

  @Operation({
    id: 'listDossiers',
    summary: 'Hồ sơ của cơ quan: lọc, tìm, sắp theo thời gian còn lại',
    summaryEn: 'Dossiers of the agency: filtered, searched, those with the least time left first',
    tag: 'dossiers',
    answers: { 200: { schema: listSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', query: { state: 'open', sort: 'due' }, status: 200 },
  })
  @Access({ roles: ['clerk', 'supervisor', 'auditor'] })
  @Get()
  list(
    @CallerOf() caller: Caller,
    @Query({ schema: listQuerySchema }) query: z.infer<typeof listQuerySchema>,
  ): Promise<ListView> {
    return this.queries.execute(new ListDossiers(caller, query));
  }

  @Operation({
    id: 'readDossier',
    summary: 'Xem hồ sơ: đang ở đâu, ai giữ, đồng hồ nào đang chạy, được làm gì',
    summaryEn: 'Read a dossier: where it is, who holds it, which clocks run, what the caller may do',
    tag: 'dossiers',
    answers: { 200: { schema: dossierViewSchema, headers: ['etag'] } },
    problems: ['dossier-not-found', 'actor-not-entitled'],
  })
  @Access({ roles: ['clerk', 'supervisor', 'auditor'] })
  @Get(':code')
  read(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: dossierQuerySchema }) { asOf, persons }: z.infer<typeof dossierQuerySchema>,
  ): Promise<DossierView> {
    return this.queries.execute(new GetDossier({ caller, code, asOf, persons: persons === 'true' }));
  }
}
