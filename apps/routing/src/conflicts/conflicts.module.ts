import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReferenceModule } from '../reference/reference.module.js';
import { ConflictsController } from './conflicts.controller.js';
import { ListConflictsHandler } from './list-conflicts.js';

/** Claims that contradict a journal, wherever the caller may see them. */
@Module({
  imports: [CqrsModule, ReferenceModule],
  controllers: [ConflictsController],
  providers: [ListConflictsHandler],
})
export class ConflictsModule {}
