import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { Proofs } from './proofs.js';
import { VersionVerdicts } from './version-verdicts.js';

/** The prover's thread, and the verdicts on versions. */
@Module({
  imports: [ReferenceModule],
  providers: [Proofs, VersionVerdicts],
  exports: [Proofs, VersionVerdicts],
})
export class ProofsModule {}
