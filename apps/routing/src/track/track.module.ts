import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { TrackAsAsked } from './track-as-asked.js';
import { TrackDossierHandler } from './track-dossier.js';
import { TrackController } from './track.controller.js';

/** The public page of one dossier. */
@Module({ imports: [ReferenceModule], controllers: [TrackController], providers: [TrackDossierHandler, TrackAsAsked] })
export class TrackModule {}
