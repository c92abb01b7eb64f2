import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module.js';
import { TrackAsAsked } from './track-as-asked.js';
import { TrackDossierHandler } from './track-dossier.js';
import { TrackGate } from './track-gate.js';
import { TrackController } from './track.controller.js';

/** The public page of one dossier. */
@Module({
  imports: [DossiersModule],
  controllers: [TrackController],
  providers: [TrackGate, TrackDossierHandler, TrackAsAsked],
})
export class TrackModule {}
