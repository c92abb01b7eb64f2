import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Env } from '../env.js';
import { Access } from '../identity/access.js';
import { ENV } from '../runtime/tokens.js';
import { docsPage, problemsPage } from './docs-page.js';
import { asyncApiDocument } from '../asyncapi/document.js';
import type { AsyncApiDocument } from '../asyncapi/document.js';
import type { OpenApiDocument } from './document.js';
import { Operation } from './operation.js';
import { PublishedDocument } from './published-document.js';

/** Pages without scripts; their style stands in them. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const HTML = 'text/html; charset=utf-8';

@Controller('docs')
@Access({ public: true })
export class DocsController {
  private readonly asyncApi = asyncApiDocument();

  constructor(
    private readonly published: PublishedDocument,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Operation({
    id: 'readDocs',
    summary: 'Tài liệu API',
    summaryEn: 'The operations, with requests that work as printed',
    tag: 'operation',
    answers: { 200: { mediaType: 'text/html' } },
  })
  @Get()
  @Header('content-type', HTML)
  page(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.header('content-security-policy', PAGE_POLICY);
    return docsPage(this.published.get(), new URL(this.env.PUBLIC_URL).origin);
  }

  @Operation({
    id: 'readProblemCatalogue',
    summary: 'Danh mục lỗi',
    summaryEn: 'Every problem: what it means and what to do',
    tag: 'operation',
    answers: { 200: { mediaType: 'text/html' } },
  })
  @Get('problems')
  @Header('content-type', HTML)
  problems(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.header('content-security-policy', PAGE_POLICY);
    return problemsPage();
  }

  @Operation({
    id: 'readOpenApi',
    summary: 'Tài liệu OpenAPI 3.1',
    summaryEn: 'This document',
    tag: 'operation',
    answers: { 200: { schema: z.looseObject({ openapi: z.literal('3.1.0') }) } },
  })
  @Get('openapi.json')
  document(): OpenApiDocument {
    return this.published.get();
  }

  @Operation({
    id: 'readAsyncApi',
    summary: 'Tài liệu AsyncAPI 3',
    summaryEn: 'The events: channels, messages, schemas',
    tag: 'operation',
    answers: { 200: { schema: z.looseObject({ asyncapi: z.literal('3.0.0') }) } },
  })
  @Get('asyncapi.json')
  events(): AsyncApiDocument {
    return this.asyncApi;
  }
}
