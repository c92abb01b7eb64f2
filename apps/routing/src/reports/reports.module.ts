import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReferenceModule } from '../reference/reference.module.js';
import { LateEntry } from './late-entry.js';
import { LateEntryController } from './late-entry.controller.js';
import { ListBehindHandler } from './list-behind.js';
import { ReadReportHandler } from './read-report.js';
import { ReportsController } from './reports.controller.js';

/** Reports: SQL over rows that the journal gives, with the caller's eyes. */
@Module({
  imports: [CqrsModule.forRoot(), ReferenceModule],
  controllers: [ReportsController, LateEntryController],
  providers: [LateEntry, ReadReportHandler, ListBehindHandler],
})
export class ReportsModule {}
