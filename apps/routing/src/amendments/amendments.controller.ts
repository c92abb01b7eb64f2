import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { etagOf } from '../http/etag.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { KeyOf, RevisionSeen } from '../procedures/administration-call.js';
import {
  amendmentBodySchema,
  approvalBodySchema,
  dryRunBodySchema,
  revertApprovalBodySchema,
  revertBodySchema,
} from './amendment-body.js';
import type { AmendmentBody, ApprovalBody, RevertApprovalBody } from './amendment-body.js';
import { AmendmentDesk } from './amendment-desk.js';
import { affectedPageSchema, amendmentSchema } from './amendment-view.js';
import type { AffectedPageView, AmendmentView } from './amendment-view.js';
import { ReadAmendments, affectedQuerySchema, amendmentsQuerySchema, amendmentsSchema } from './read-amendments.js';
import type { AffectedQuery, AmendmentsView } from './read-amendments.js';

const idSchema = z.uuid();

/** Open dossiers brought under another version of their procedure (ADR 0029). */
@Controller('v1/amendments')
@Access({ roles: ['admin'] })
export class AmendmentsController {
  constructor(
    private readonly desk: AmendmentDesk,
    private readonly reading: ReadAmendments,
  ) {}

  @Operation({
    id: 'draftAmendment',
    summary: 'Soạn việc chuyển hồ sơ đang mở sang bản thủ tục khác',
    summaryEn: 'Draft an amendment of open dossiers to another version of their procedure',
    notes:
      'Versions must be published and the one to come under in force today. `mostFavourable` takes of the old and the new limit the one that ends earlier for the applicant.',
    tag: 'procedures',
    answers: { 201: { schema: amendmentSchema, headers: ['etag', 'location'] } },
    problems: ['amendment-versions-unknown', 'amendment-version-same', 'amendment-target-not-in-force', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post()
  async draft(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: amendmentBodySchema }) body: AmendmentBody,
  ): Promise<AmendmentView> {
    const view = await this.desk.draft({ caller, key }, body);
    void reply.header('location', `/v1/amendments/${view.id}`);
    return withTag(reply, view);
  }

  @Operation({
    id: 'listAmendments',
    summary: 'Các lần chuyển bản, mới nhất trước',
    summaryEn: 'Amendments, the newest first',
    tag: 'procedures',
    answers: { 200: { schema: amendmentsSchema } },
    problems: ['cursor-invalid'],
  })
  @Get()
  list(
    @Query({ schema: amendmentsQuerySchema }) query: z.infer<typeof amendmentsQuerySchema>,
  ): Promise<AmendmentsView> {
    return this.reading.list(query);
  }

  @Operation({
    id: 'getAmendment',
    summary: 'Một lần chuyển bản: ai, tới đâu, bao nhiêu hồ sơ đổi hạn',
    summaryEn: 'One amendment: who, how far, how many dossiers move and how many stay, with the reasons',
    tag: 'procedures',
    answers: { 200: { schema: amendmentSchema, headers: ['etag'] } },
    problems: ['not-found'],
  })
  @Get(':amendment')
  async one(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('amendment', { schema: idSchema }) id: string,
  ): Promise<AmendmentView> {
    return withTag(reply, await this.reading.one(id));
  }

  @Operation({
    id: 'replaceAmendment',
    summary: 'Thay nội dung; lần chạy thử trước bị bỏ',
    summaryEn: 'Replace the draft; a dry run of it is gone',
    tag: 'procedures',
    answers: { 200: { schema: amendmentSchema, headers: ['etag'] } },
    problems: [
      ...(['not-found', 'amendment-not-open', 'amendment-versions-unknown', 'amendment-version-same'] as const),
      ...(['amendment-target-not-in-force', 'amendment-procedure-differs'] as const),
    ],
    headers: { 'If-Match': 'required' },
  })
  @Put(':amendment')
  async replace(
    @CallerOf() caller: Caller,
    @RevisionSeen() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('amendment', { schema: idSchema }) id: string,
    @Body({ schema: amendmentBodySchema }) body: AmendmentBody,
  ): Promise<AmendmentView> {
    return withTag(reply, await this.desk.replace({ caller, id, seen }, body));
  }

  @Operation({
    id: 'lookAtAmendment',
    summary: 'Chạy thử: từng hồ sơ cũ, mới, vì sao ở lại, có thành quá hạn không; không đổi gì',
    summaryEn:
      'Dry run: of every dossier the old and the new due minute, its state there, or why it stays; nothing is changed',
    notes:
      'Goes on in the background: the state is `looking`, then `looked` with a digest. Dossiers of every agency are looked at; codes and minutes are told, no persons.',
    tag: 'procedures',
    answers: { 202: { schema: amendmentSchema } },
    problems: [
      ...(['not-found', 'amendment-not-open', 'amendment-versions-unknown', 'amendment-target-not-in-force'] as const),
      'key-reused',
    ],
    headers: { 'Idempotency-Key': 'required', 'If-Match': 'required' },
  })
  @Post(':amendment/dry-run')
  @HttpCode(202)
  look(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @RevisionSeen() seen: number | null,
    @Param('amendment', { schema: idSchema }) id: string,
    @Body({ schema: dryRunBodySchema }) _: z.infer<typeof dryRunBodySchema>,
  ): Promise<AmendmentView> {
    return this.desk.look({ caller, key, id, seen });
  }

  @Operation({
    id: 'listAmendedDossiers',
    summary: 'Kết quả của từng hồ sơ: lúc chạy thử, rồi lúc chạy thật',
    summaryEn: 'What it makes of each dossier: by the dry run, then in the run',
    tag: 'procedures',
    answers: { 200: { schema: affectedPageSchema } },
    problems: ['not-found', 'cursor-invalid'],
  })
  @Get(':amendment/dossiers')
  dossiers(
    @Param('amendment', { schema: idSchema }) id: string,
    @Query({ schema: affectedQuerySchema }) query: AffectedQuery,
  ): Promise<AffectedPageView> {
    return this.reading.dossiers(id, query);
  }

  @Operation({
    id: 'approveAmendment',
    summary: 'Duyệt theo lần chạy thử đã xem, do người thứ hai; bắt đầu chạy',
    summaryEn: 'Approve the dry run that was read, as a second person; the run begins',
    notes:
      'Refused while a dossier would become overdue by the change alone and is not named. Each dossier is judged again at its turn; one that has moved on is left out with the reason.',
    tag: 'procedures',
    answers: { 202: { schema: amendmentSchema } },
    problems: [
      ...(['not-found', 'amendment-not-open', 'second-person-required', 'amendment-dry-run-stale'] as const),
      ...(['amendment-target-not-in-force', 'amendment-crossing', 'amendment-named-unknown'] as const),
      ...(['amendment-overdue-unnamed', 'key-reused'] as const),
    ],
    headers: { 'Idempotency-Key': 'required', 'If-Match': 'required' },
  })
  @Post(':amendment/approve')
  @HttpCode(202)
  approve(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @RevisionSeen() seen: number | null,
    @Param('amendment', { schema: idSchema }) id: string,
    @Body({ schema: approvalBodySchema }) body: ApprovalBody,
  ): Promise<AmendmentView> {
    return this.desk.approve({ caller, key, id, seen }, body);
  }

  @Operation({
    id: 'revertAmendment',
    summary: 'Đề nghị hoàn lại, trong số ngày đã định',
    summaryEn: 'Ask for the amendment to be taken back, within its days',
    tag: 'procedures',
    answers: { 200: { schema: amendmentSchema } },
    problems: ['not-found', 'amendment-not-open', 'amendment-revert-too-late', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post(':amendment/revert')
  @HttpCode(200)
  revert(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Param('amendment', { schema: idSchema }) id: string,
    @Body({ schema: revertBodySchema }) body: z.infer<typeof revertBodySchema>,
  ): Promise<AmendmentView> {
    return this.desk.askBack({ caller, key, id, seen: null }, body);
  }

  @Operation({
    id: 'approveRevert',
    summary: 'Duyệt hoàn lại, do người thứ hai: đồng hồ đứng như chưa từng chuyển',
    summaryEn: 'Approve it as a second person: clocks stand as if the amendment had never been',
    notes: 'A dossier that has been decided since, or was amended again, is left out with the reason.',
    tag: 'procedures',
    answers: { 202: { schema: amendmentSchema } },
    problems: [
      ...(['not-found', 'amendment-not-open', 'amendment-revert-too-late', 'second-person-required'] as const),
      ...(['amendment-named-unknown', 'key-reused'] as const),
    ],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post(':amendment/revert/approve')
  @HttpCode(202)
  approveRevert(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Param('amendment', { schema: idSchema }) id: string,
    @Body({ schema: revertApprovalBodySchema }) body: RevertApprovalBody,
  ): Promise<AmendmentView> {
    return this.desk.approveBack({ caller, key, id, seen: null }, body);
  }
}

function withTag(reply: FastifyReply, view: AmendmentView): AmendmentView {
  void reply.header('etag', etagOf(view.revision));
  return view;
}
