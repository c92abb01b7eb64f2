import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { procedureCodeSchema } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import { z } from 'zod';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';
import { procedureEntrySchema } from './catalogue-view.js';
import type { ProcedureEntryView } from './catalogue-view.js';
import { GetMachine, machineSchema } from './get-machine.js';
import type { MachineView } from './get-machine.js';
import { GetVersion, versionViewSchema } from './get-version.js';
import { GetProcedure, ListProcedures, proceduresQuerySchema, proceduresSchema } from './list-procedures.js';

const versionSchema = z.coerce.number().int().min(1).max(100_000);
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
    id: 'readProcedureVersion',
    summary: 'Một bản đã công bố: thời hạn, chặng, bước, căn cứ',
    summaryEn: 'A published version: limits, legs, steps, legal basis',
    tag: 'procedures',
    answers: { 200: { schema: versionViewSchema } },
    problems: ['not-found'],
    example: EXAMPLE,
  })
  @Get(':code/versions/:version')
  version(
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionSchema }) version: number,
  ): Promise<ProcedureVersion> {
    return this.queries.execute(new GetVersion(code, version));
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
    @Param('code', { schema: procedureCodeSchema }) code: string,
    @Param('version', { schema: versionSchema }) version: number,
  ): Promise<MachineView> {
    return this.queries.execute(new GetMachine(code, version));
  }
}
