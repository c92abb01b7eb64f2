import { Module } from '@nestjs/common';
import { Administration } from '../procedures/administration.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { AmendingModule } from './amending.module.js';
import { AmendmentDesk } from './amendment-desk.js';
import { AmendmentsController } from './amendments.controller.js';
import { ReadAmendments } from './read-amendments.js';

/** Amendments of open dossiers over HTTP. */
@Module({
  imports: [ReferenceModule, AmendingModule],
  controllers: [AmendmentsController],
  providers: [Administration, AmendmentDesk, ReadAmendments],
})
export class AmendmentsModule {}
