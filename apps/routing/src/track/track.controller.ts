import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';
import { TrackAsAsked } from './track-as-asked.js';
import { TrackDossier } from './track-dossier.js';
import { trackSchema } from './track-view.js';
import type { TrackView } from './track-view.js';

const codeSchema = z.string().regex(/^[A-Za-z0-9.-]{1,60}$/);
const secretSchema = z.strictObject({
  k: z.string().min(1).max(40).describe('Mã tra cứu in trên giấy tiếp nhận · the secret printed on the receipt'),
});

@Controller('track')
@Access({ public: true })
export class TrackController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'trackDossier',
    summary: 'Tra cứu hồ sơ bằng mã in trên giấy tiếp nhận: JSON, hoặc trang web cho trình duyệt',
    summaryEn: 'Track a dossier by the secret printed on its receipt: JSON, or a page for a browser',
    tag: 'track',
    answers: { 200: { schema: trackSchema, orAs: 'text/html' } },
    problems: ['dossier-not-found'],
    problemsOrAs: 'text/html',
  })
  @Get(':code')
  @UseInterceptors(TrackAsAsked)
  track(
    @Param('code', { schema: codeSchema }) code: string,
    @Query({ schema: secretSchema }) { k }: z.infer<typeof secretSchema>,
  ): Promise<TrackView> {
    return this.queries.execute(new TrackDossier(code, k));
  }
}
