import { Controller, Get, Param, UseInterceptors, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { AnswerHeaders } from '../dossiers/answer-headers.js';
import { codeSchema } from '../dossiers/dossiers.controller.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { evidenceSchema, receiptsSchema } from './custody-view.js';
import type { EvidenceView, ReceiptsView } from './custody-view.js';
import { GetEvidence } from './get-evidence.js';
import { ListReceipts } from './list-receipts.js';

/** Both are of the journal as it is, of which every former state is a beginning: `asOf` is refused, never passed over. */
const presentOnlySchema = z.strictObject({});

@Controller('v1/dossiers/:code')
@Access({ roles: ['clerk', 'supervisor', 'auditor'] })
@UseInterceptors(AnswerHeaders)
export class CustodyController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'readReceipts',
    summary: 'Biên nhận giao nhận đã ký của hồ sơ, và điều biên nhận kế tiếp phải nêu',
    summaryEn: 'Signed receipts of the custody of a dossier, and what the next one must name',
    notes:
      'The hub signs for agencies without a key of their own; whatever it has still to sign is signed before it answers.',
    tag: 'custody',
    answers: { 200: { schema: receiptsSchema, headers: ['etag'] } },
    problems: ['dossier-not-found', 'actor-not-entitled'],
  })
  @Get('receipts')
  receipts(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: presentOnlySchema }) _: object,
  ): Promise<ReceiptsView> {
    return this.queries.execute(new ListReceipts({ caller, code }));
  }

  @Operation({
    id: 'exportEvidence',
    summary: 'Xuất chứng cứ của hồ sơ để kiểm tra ngoại tuyến bằng lệnh lienthong verify',
    summaryEn: 'Export the evidence of a dossier, to be checked offline with `lienthong verify`',
    notes:
      'Journal, receipts, public keys, the procedure version and calendars they were reckoned by, clocks and segments. No personal data. Keep the answer byte for byte or as JSON: the seal stands for its canonical form.',
    tag: 'custody',
    answers: { 200: { schema: evidenceSchema } },
    problems: ['dossier-not-found', 'actor-not-entitled'],
  })
  @Get('evidence')
  evidence(
    @CallerOf() caller: Caller,
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: presentOnlySchema }) _: object,
  ): Promise<EvidenceView> {
    return this.queries.execute(new GetEvidence({ caller, code }));
  }
}
