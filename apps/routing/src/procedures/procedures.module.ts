import { Module } from '@nestjs/common';
import { GetMachineHandler } from './get-machine.js';
import { GetVersionHandler } from './get-version.js';
import { GetProcedureHandler, ListProceduresHandler } from './list-procedures.js';
import { ProceduresController } from './procedures.controller.js';
import { PublishedVersions } from './published.js';

/** The national list and the published versions, to be read. */
@Module({
  controllers: [ProceduresController],
  providers: [PublishedVersions, ListProceduresHandler, GetProcedureHandler, GetVersionHandler, GetMachineHandler],
})
export class ProceduresModule {}
