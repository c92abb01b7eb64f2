import { Module } from '@nestjs/common';
import { ProofsModule } from '../feasibility/proofs.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { AdministrationController } from './administration.controller.js';
import { Administration } from './administration.js';
import { DraftVersion } from './draft-version.js';
import { GetDiffHandler } from './get-diff.js';
import { GetLintHandler } from './get-lint.js';
import { GetMachineHandler } from './get-machine.js';
import { GetVersionHandler } from './get-version.js';
import { GetProcedureHandler, ListProceduresHandler } from './list-procedures.js';
import { ListVersionsHandler } from './list-versions.js';
import { ProceduresController } from './procedures.controller.js';
import { PublishVersion } from './publish-version.js';
import { PublishedVersions } from './published.js';

/** The national list, the versions to be read, and their administration. */
@Module({
  imports: [ReferenceModule, ProofsModule],
  controllers: [ProceduresController, AdministrationController],
  providers: [
    PublishedVersions,
    ListProceduresHandler,
    GetProcedureHandler,
    ListVersionsHandler,
    GetVersionHandler,
    GetMachineHandler,
    GetLintHandler,
    GetDiffHandler,
    Administration,
    DraftVersion,
    PublishVersion,
  ],
  exports: [PublishedVersions],
})
export class ProceduresModule {}
