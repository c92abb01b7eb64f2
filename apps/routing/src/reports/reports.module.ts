import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReferenceModule } from '../reference/reference.module.js';
import { LateEntry } from './late-entry.js';
import { LateEntryController } from './late-entry.controller.js';
import { ListBehindHandler } from './list-behind.js';
import { ReadReportHandler } from './read-report.js';
import { OnTime } from './on-time.js';
import { OnTimeController } from './on-time.controller.js';
import { ReportsController } from './reports.controller.js';
import { Slack } from './slack.js';
import { SlackController } from './slack.controller.js';

/** Reports: SQL over rows that the journal gives, with the caller's eyes. */
@Module({
  imports: [CqrsModule.forRoot(), ReferenceModule],
  controllers: [ReportsController, LateEntryController, SlackController, OnTimeController],
  providers: [LateEntry, Slack, OnTime, ReadReportHandler, ListBehindHandler],
})
export class ReportsModule {}
