import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CustodyModule } from '../custody/custody.module.js';
import { ReliefModule } from '../outages/relief.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ActOnDossier } from './act-on-dossier.js';
import { AnswerHeaders } from './answer-headers.js';
import { CommandsController } from './commands.controller.js';
import { DossierReader } from './dossier-reader.js';
import { DossiersController } from './dossiers.controller.js';
import { ExplainClockHandler } from './explain-clock.js';
import { ExplainPromiseHandler } from './explain-promise.js';
import { GetApologiesHandler } from './get-apologies.js';
import { GetClocksHandler } from './get-clocks.js';
import { GetDossierHandler } from './get-dossier.js';
import { GetTimelineHandler } from './get-timeline.js';
import { ListDossiersHandler } from './list-dossiers.js';
import { PreviewCommandHandler } from './preview-command.js';
import { PrivateReader } from './private-reader.js';
import { RiskRulesController } from './risk-rules.controller.js';
import { SubmitBatch } from './submit-batch.js';
import { SubmitCommandHandler } from './submit-command.js';
import { TimelineController } from './timeline.controller.js';

/** Dossiers: acts go through the command bus to the ledger, reads through the query bus to SQL. */
@Module({
  imports: [CqrsModule.forRoot(), CustodyModule, ReferenceModule, ReliefModule],
  controllers: [DossiersController, TimelineController, CommandsController, RiskRulesController],
  providers: [
    ActOnDossier,
    SubmitBatch,
    SubmitCommandHandler,
    PreviewCommandHandler,
    AnswerHeaders,
    DossierReader,
    PrivateReader,
    GetDossierHandler,
    ListDossiersHandler,
    GetTimelineHandler,
    GetClocksHandler,
    GetApologiesHandler,
    ExplainClockHandler,
    ExplainPromiseHandler,
  ],
  exports: [DossierReader],
})
export class DossiersModule {}
