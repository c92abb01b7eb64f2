import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { procedureCodeSchema } from '@lien-thong/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { etagOf } from '../http/etag.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { KeyOf, RevisionSeen } from './administration-call.js';
import { draftBodySchema, draftSchema } from './draft-body.js';
import type { DraftBody, DraftView } from './draft-body.js';
import { DraftVersion } from './draft-version.js';
import { GetDiff, diffQuerySchema, diffSchema } from './get-diff.js';
import type { DiffView } from './get-diff.js';
import { GetLint, lintSchema } from './get-lint.js';
import type { LintView } from './get-lint.js';
import {
  PublishVersion,
  publishBodySchema,
  publishedSchema,
  retireBodySchema,
  retiredSchema,
} from './publish-version.js';
import type { PublishBody, PublishedView, RetiredView } from './publish-version.js';
import { versionNumberSchema } from './version-number.js';

/** Drafting, publishing and retiring versions. */
@Controller('v1/procedures/:code/versions')
@Access({ roles: ['admin'] })
export class AdministrationController {
  constructor(
    private readonly drafting: DraftVersion,
    private readonly publishing: PublishVersion,
    private readonly queries: QueryBus,
  ) {}

  @Operation({
    id: 'draftVersion',
    summary: 'Soạn bản nháp mới của một thủ tục; cũng dùng để nhập tệp JSON đã xuất',
    summaryEn: 'Draft a version of a procedure; an exported JSON file is imported the same way',
    notes:
      'The number is given by the service, one more than any before; a `version` in the body is passed over. A draft may have lint errors: they are listed, and keep it from being published.',
    tag: 'procedures',
    answers: { 201: { schema: draftSchema, headers: ['etag', 'location'] } },
    problems: ['key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post()
  async draft(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Body({ schema: draftBodySchema }) body: DraftBody,
  ): Promise<DraftView> {
    const view = await this.drafting.make({ caller, code, key }, body);
    void reply.header('etag', etagOf(view.revision));
    void reply.header('location', `/v1/procedures/${code}/versions/${view.version}`);
    return view;
  }

  @Operation({
    id: 'replaceDraft',
    summary: 'Thay nội dung bản nháp',
    summaryEn: 'Replace the contents of a draft',
    tag: 'procedures',
    answers: { 200: { schema: draftSchema, headers: ['etag'] } },
    problems: ['not-found', 'version-published'],
    headers: { 'If-Match': 'required' },
  })
  @Put(':version')
  async replace(
    @CallerOf() caller: Caller,
    @RevisionSeen() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
    @Body({ schema: draftBodySchema }) body: DraftBody,
  ): Promise<DraftView> {
    const view = await this.drafting.replace({ caller, code, version, seen }, body);
    void reply.header('etag', etagOf(view.revision));
    return view;
  }

  @Operation({
    id: 'dropDraft',
    summary: 'Bỏ bản nháp; số bản không dùng lại',
    summaryEn: 'Drop a draft; its number is not given again',
    tag: 'procedures',
    answers: { 204: { none: true } },
    problems: ['not-found', 'version-published'],
    headers: { 'If-Match': 'required' },
  })
  @Delete(':version')
  @HttpCode(204)
  async drop(
    @CallerOf() caller: Caller,
    @RevisionSeen() seen: number | null,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
  ): Promise<void> {
    await this.drafting.drop({ caller, code, version, seen });
  }

  @Operation({
    id: 'lintVersion',
    summary: 'Kiểm tra một bản: từng lỗi có tên, vị trí và câu giải thích',
    summaryEn: 'Lint a version: every finding with its name, its place and a sentence',
    tag: 'procedures',
    answers: { 200: { schema: lintSchema } },
    problems: ['not-found'],
  })
  @Get(':version/lint')
  lint(
    @CallerOf() caller: Caller,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
  ): Promise<LintView> {
    return this.queries.execute(new GetLint(caller, code, version));
  }

  @Operation({
    id: 'diffVersions',
    summary: 'So hai bản bằng lời, kèm số hồ sơ đang mở theo bản cũ',
    summaryEn: 'The difference of two versions in words, and how many open dossiers are pinned to the older one',
    tag: 'procedures',
    answers: { 200: { schema: diffSchema } },
    problems: ['not-found'],
  })
  @Get(':version/diff')
  diff(
    @CallerOf() caller: Caller,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
    @Query({ schema: diffQuerySchema }) { against }: z.infer<typeof diffQuerySchema>,
  ): Promise<DiffView> {
    return this.queries.execute(new GetDiff(caller, code, { version, against }));
  }

  @Operation({
    id: 'publishVersion',
    summary: 'Công bố bản nháp, do người thứ hai; hiệu lực sớm nhất từ ngày mai',
    summaryEn: 'Publish a draft, as a second person; it takes effect tomorrow at the earliest',
    notes:
      'Refused to whoever drafted it or changed it last, with lint errors, and, while the timeline is not proved safe, without an approval: its reason and the digest of the verdict that was read (GET …/feasibility). The caller then stands for it; a verdict that has changed since is refused. Everybody names in If-Match the revision he has read. Once published a version never changes; dossiers that are open stay on theirs.',
    tag: 'procedures',
    answers: { 200: { schema: publishedSchema } },
    problems: [
      'not-found',
      'version-published',
      'second-person-required',
      'effective-too-early',
      'lint-failed',
      'approval-required',
      'verdict-stale',
      'feasibility-underway',
      'feasibility-busy',
      'feasibility-too-large',
      'feasibility-too-long',
      'key-reused',
    ],
    headers: { 'Idempotency-Key': 'required', 'If-Match': 'required' },
  })
  @Post(':version/publish')
  @HttpCode(200)
  publish(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @RevisionSeen() seen: number | null,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
    @Body({ schema: publishBodySchema }) body: PublishBody,
  ): Promise<PublishedView> {
    return this.publishing.publish({ caller, key, code, version, seen }, body);
  }

  @Operation({
    id: 'retireVersion',
    summary: 'Ngừng dùng một bản: sau ngày đó không tiếp nhận hồ sơ mới theo bản này',
    summaryEn: 'Retire a version: it takes in no dossier after that day',
    notes:
      'Open dossiers stay on it. The version it took over from does not come back. A version that is retired before its first day never comes into force.',
    tag: 'procedures',
    answers: { 200: { schema: retiredSchema } },
    problems: ['not-found', 'version-not-published', 'version-retired', 'effective-too-early', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post(':version/retire')
  @HttpCode(200)
  retire(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
    @Body({ schema: retireBodySchema }) body: z.infer<typeof retireBodySchema>,
  ): Promise<RetiredView> {
    return this.publishing.retire({ caller, key, code, version }, body);
  }
}
