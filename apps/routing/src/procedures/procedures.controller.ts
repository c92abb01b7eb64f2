import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { procedureCodeSchema } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { etagOf } from '../http/etag.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { procedureEntrySchema } from './catalogue-view.js';
import type { ProcedureEntryView } from './catalogue-view.js';
import { GetMachine, machineSchema } from './get-machine.js';
import type { MachineView } from './get-machine.js';
import { GetVersion, versionViewSchema } from './get-version.js';
import { GetProcedure, ListProcedures, proceduresQuerySchema, proceduresSchema } from './list-procedures.js';
import { ListVersions, versionsSchema } from './list-versions.js';
import type { VersionsView } from './list-versions.js';
import { versionNumberSchema } from './version-number.js';

const EXAMPLE = { as: 'haiphong-hai-an', path: { code: '1.004873', version: '1' }, status: 200 };

@Controller('v1/procedures')
@Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
export class ProceduresController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'listProcedures',
    summary: 'Danh mục thủ tục hành chính, thời hạn đã biết hay chưa và vì sao',
    summaryEn: 'Administrative procedures: whether their limit is known, and why not',
    tag: 'procedures',
    answers: { 200: { schema: proceduresSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', query: { published: 'true' }, status: 200 },
  })
  @Get()
  list(
    @Query({ schema: proceduresQuerySchema }) query: z.infer<typeof proceduresQuerySchema>,
  ): Promise<z.infer<typeof proceduresSchema>> {
    return this.queries.execute(new ListProcedures(query));
  }

  @Operation({
    id: 'readProcedure',
    summary: 'Một thủ tục và các bản đã công bố',
    summaryEn: 'One procedure and its published versions',
    tag: 'procedures',
    answers: { 200: { schema: procedureEntrySchema } },
    problems: ['not-found'],
    example: { as: 'haiphong-hai-an', path: { code: '1.004873' }, status: 200 },
  })
  @Get(':code')
  read(@Param('code', { schema: procedureCodeSchema }) code: string): Promise<ProcedureEntryView> {
    return this.queries.execute(new GetProcedure(code));
  }

  @Operation({
    id: 'listVersions',
    summary: 'Các bản của một thủ tục: ai soạn, ai công bố, hiệu lực từ ngày nào',
    summaryEn: 'Versions of a procedure: who drafted and published them, and when they are in force',
    notes: 'Drafts are listed to admins only. A procedure without any version has an empty list.',
    tag: 'procedures',
    answers: { 200: { schema: versionsSchema } },
    example: { as: 'haiphong-hai-an', path: { code: '1.004873' }, status: 200 },
  })
  @Get(':code/versions')
  versions(
    @CallerOf() caller: Caller,
    @Param('code', { schema: procedureCodeSchema }) code: string,
  ): Promise<VersionsView> {
    return this.queries.execute(new ListVersions(caller, code));
  }

  @Operation({
    id: 'readProcedureVersion',
    summary: 'Một bản: thời hạn, chặng, bước, căn cứ; cũng là tệp JSON để xuất',
    summaryEn: 'A version: limits, legs, steps, legal basis; also its export',
    notes:
      'Canonical JSON: the same version gives the same bytes. It can be sent to POST /v1/procedures/{code}/versions as it is. A draft is shown to admins only, with the ETag its next change must name.',
    tag: 'procedures',
    answers: { 200: { schema: versionViewSchema } },
    problems: ['not-found'],
    example: EXAMPLE,
  })
  @Get(':code/versions/:version')
  async version(
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
  ): Promise<ProcedureVersion> {
    const { definition, revision } = await this.queries.execute(new GetVersion(caller, code, version));
    if (revision !== null) void reply.header('etag', etagOf(revision));
    return definition;
  }

  @Operation({
    id: 'readMachine',
    summary: 'Máy trạng thái của một bản, kèm sơ đồ Mermaid',
    summaryEn: 'The state machine of a version, with a Mermaid diagram',
    tag: 'procedures',
    answers: { 200: { schema: machineSchema } },
    problems: ['not-found'],
    example: EXAMPLE,
  })
  @Get(':code/versions/:version/machine')
  machine(
    @CallerOf() caller: Caller,
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionNumberSchema }) version: number,
  ): Promise<MachineView> {
    return this.queries.execute(new GetMachine(caller, code, version));
  }
}
