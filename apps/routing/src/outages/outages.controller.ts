import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { KeyOf } from '../procedures/administration-call.js';
import { ApproveOutage } from './approve-outage.js';
import {
  approveOutageSchema,
  cancelOutageSchema,
  correctOutageSchema,
  outageIdSchema,
  recordOutageSchema,
} from './outage-body.js';
import type { ApproveOutageBody, CancelOutageBody, CorrectOutageBody, RecordOutageBody } from './outage-body.js';
import {
  outagePreviewSchema,
  outageSchema,
  outagesQuerySchema,
  outagesSchema,
  proposedOutageSchema,
} from './outage-views.js';
import type { OutagePreviewView, OutageView, OutagesQuery, OutagesView, ProposedOutageView } from './outage-views.js';
import { PreviewOutage } from './preview-outage.js';
import { ProposeOutage } from './propose-outage.js';
import { ReadOutages } from './read-outages.js';

/** Outages of shared systems: recorded once, by two persons, for every dossier they concern (ADR 0028). */
@Controller('v1/outages')
export class OutagesController {
  constructor(
    private readonly proposals: ProposeOutage,
    private readonly approval: ApproveOutage,
    private readonly reads: ReadOutages,
    private readonly previews: PreviewOutage,
  ) {}

  @Operation({
    id: 'listOutages',
    summary: 'Sự cố hệ thống dùng chung đã ghi nhận, và các hệ thống mà thủ tục cần',
    summaryEn: 'Outages of shared systems, the newest first, and the systems published procedures require',
    tag: 'outages',
    answers: { 200: { schema: outagesSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', status: 200 },
  })
  @Get()
  @Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
  list(@Query({ schema: outagesQuerySchema }) query: OutagesQuery): Promise<OutagesView> {
    return this.reads.list(query);
  }

  @Operation({
    id: 'readOutage',
    summary: 'Một sự cố: các bản ghi, người duyệt, tiến độ và số phút được trừ theo cơ quan',
    summaryEn: 'One outage: its revisions, who approved them, progress, and minutes relieved by agency',
    tag: 'outages',
    answers: { 200: { schema: outageSchema } },
    problems: ['not-found'],
  })
  @Get(':outage')
  @Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
  one(@Param('outage', { schema: outageIdSchema }) outageId: string): Promise<OutageView> {
    return this.reads.one(outageId);
  }

  @Operation({
    id: 'recordOutage',
    summary: 'Ghi nhận sự cố; có hiệu lực khi người thứ hai duyệt',
    summaryEn: 'Record an outage; it holds once a second person approves it',
    notes:
      'Without `to` the system is down until further notice: risks and alerts say so at once, and nothing is given back before the end is recorded (POST …/correct).',
    tag: 'outages',
    answers: { 201: { schema: proposedOutageSchema } },
    problems: ['outage-system-unknown', 'outage-not-over', 'outage-interval-empty', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post()
  @Access({ roles: ['admin'] })
  record(
    @CallerOf() caller: Caller,
    @KeyOf() idempotencyKey: string,
    @Body({ schema: recordOutageSchema }) body: RecordOutageBody,
  ): Promise<ProposedOutageView> {
    return this.proposals.record({ caller, idempotencyKey }, body);
  }

  @Operation({
    id: 'correctOutage',
    summary: 'Đề nghị khoảng thời gian khác, thay cho đề nghị đang chờ',
    summaryEn: 'Propose another interval, in the place of whatever is proposed',
    notes:
      'Approved, it takes the place of the interval before it in every dossier; breaches that come back fire again.',
    tag: 'outages',
    answers: { 200: { schema: proposedOutageSchema } },
    problems: [
      ...(['not-found', 'outage-cancelled', 'outage-not-over', 'outage-interval-empty'] as const),
      ...(['outage-end-missing', 'key-reused'] as const),
    ],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post(':outage/correct')
  @HttpCode(200)
  @Access({ roles: ['admin'] })
  correct(
    @CallerOf() caller: Caller,
    @KeyOf() idempotencyKey: string,
    @Param('outage', { schema: outageIdSchema }) outageId: string,
    @Body({ schema: correctOutageSchema }) body: CorrectOutageBody,
  ): Promise<ProposedOutageView> {
    return this.proposals.correct({ caller, idempotencyKey }, outageId, body);
  }

  @Operation({
    id: 'cancelOutage',
    summary: 'Đề nghị hủy sự cố đã duyệt; bỏ ngay đề nghị chưa ai duyệt',
    summaryEn: 'Propose to take an approved outage back; what nobody has approved is dropped at once',
    tag: 'outages',
    answers: { 200: { schema: proposedOutageSchema } },
    problems: ['not-found', 'outage-cancelled', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post(':outage/cancel')
  @HttpCode(200)
  @Access({ roles: ['admin'] })
  cancel(
    @CallerOf() caller: Caller,
    @KeyOf() idempotencyKey: string,
    @Param('outage', { schema: outageIdSchema }) outageId: string,
    @Body({ schema: cancelOutageSchema }) body: CancelOutageBody,
  ): Promise<ProposedOutageView> {
    return this.proposals.cancel({ caller, idempotencyKey }, outageId, body);
  }

  @Operation({
    id: 'previewOutage',
    summary: 'Xem trước khi duyệt: bao nhiêu hồ sơ, hạn nào dời, phút của ai, vi phạm nào được rút',
    summaryEn: 'Before approval: dossiers, due minutes, minutes by owner and breaches that would change',
    notes: 'Nothing is written. `complete` is false where there are more dossiers than were looked at.',
    tag: 'outages',
    answers: { 200: { schema: outagePreviewSchema } },
    problems: ['not-found', 'outage-nothing-proposed'],
  })
  @Get(':outage/preview')
  @Access({ roles: ['admin'] })
  preview(@Param('outage', { schema: outageIdSchema }) outageId: string): Promise<OutagePreviewView> {
    return this.previews.of(outageId);
  }

  @Operation({
    id: 'approveOutage',
    summary: 'Duyệt đề nghị, do người thứ hai; hồ sơ liên quan được tính lại theo từng đợt',
    summaryEn: 'Approve what is proposed, as a second person; the dossiers concerned are told in batches',
    notes:
      'Whoever proposed it is refused. The digest is that of the proposal which was read. Each dossier it concerns gets one journalled event; the others are not touched.',
    tag: 'outages',
    answers: { 200: { schema: proposedOutageSchema } },
    problems: [
      ...(['not-found', 'outage-nothing-proposed', 'outage-proposal-changed'] as const),
      ...(['second-person-required', 'key-reused'] as const),
    ],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post(':outage/approve')
  @HttpCode(200)
  @Access({ roles: ['admin'] })
  approve(
    @CallerOf() caller: Caller,
    @KeyOf() idempotencyKey: string,
    @Param('outage', { schema: outageIdSchema }) outageId: string,
    @Body({ schema: approveOutageSchema }) body: ApproveOutageBody,
  ): Promise<ProposedOutageView> {
    return this.approval.approve({ caller, idempotencyKey }, outageId, body);
  }
}
