import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { AskFeasibilityHandler } from './ask-feasibility.js';
import { FeasibilityController } from './feasibility.controller.js';
import { GetVersionFeasibilityHandler } from './get-version-feasibility.js';
import { ProofsModule } from './proofs.module.js';

/** Proofs to be asked for, of anything that might become a version and of any version there is. */
@Module({
  imports: [ReferenceModule, ProofsModule, ProceduresModule],
  controllers: [FeasibilityController],
  providers: [AskFeasibilityHandler, GetVersionFeasibilityHandler],
})
export class FeasibilityModule {}
