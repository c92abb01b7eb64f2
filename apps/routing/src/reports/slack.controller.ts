import { Controller, Get, Query } from '@nestjs/common';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { Slack } from './slack.js';
import { slackListQuerySchema, slackListSchema, slackQuerySchema, slackSchema } from './slack-view.js';
import type { SlackAsked, SlackListAsked, SlackListView, SlackView } from './slack-view.js';

@Controller('v1/reports/slack')
@Access({ roles: ['clerk', 'supervisor', 'auditor'] })
export class SlackController {
  constructor(private readonly slack: Slack) {}

  @Operation({
    id: 'readSlack',
    summary: 'Bản đồ nhiệt: hồ sơ đang mở theo cơ quan giữ, thủ tục và thời gian còn lại',
    summaryEn: 'Heat map: open dossiers by holder, procedure and time left',
    notes: 'Over the dossiers the caller may see as a whole, of his agency and of those he supervises.',
    tag: 'reports',
    answers: { 200: { schema: slackSchema } },
    example: { as: 'haiphong-hai-an', status: 200 },
  })
  @Get()
  report(@CallerOf() caller: Caller, @Query({ schema: slackQuerySchema }) query: SlackAsked): Promise<SlackView> {
    return this.slack.report(caller, query);
  }

  @Operation({
    id: 'listSlackDossiers',
    summary: 'Những hồ sơ đứng sau một ô của bản đồ nhiệt',
    summaryEn: 'The dossiers behind a cell of the heat map',
    tag: 'reports',
    answers: { 200: { schema: slackListSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', query: { band: 'more' }, status: 200 },
  })
  @Get('dossiers')
  dossiers(
    @CallerOf() caller: Caller,
    @Query({ schema: slackListQuerySchema }) query: SlackListAsked,
  ): Promise<SlackListView> {
    return this.slack.dossiers(caller, query);
  }
}
