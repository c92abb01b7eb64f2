import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DossiersModule } from '../dossiers/dossiers.module.js';
import { PrivateReader } from '../dossiers/private-reader.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { InboxController } from './inbox.controller.js';
import { ReadInboxHandler } from './read-inbox.js';

/** The work list of an agency. */
@Module({
  imports: [CqrsModule.forRoot(), DossiersModule, ReferenceModule],
  controllers: [InboxController],
  providers: [PrivateReader, ReadInboxHandler],
})
export class InboxModule {}
