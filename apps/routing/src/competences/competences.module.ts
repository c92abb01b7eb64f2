import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { CompetencesController } from './competences.controller.js';
import { ListCompetences } from './list-competences.js';

/** The rules of competence, to be read. */
@Module({ imports: [ReferenceModule], controllers: [CompetencesController], providers: [ListCompetences] })
export class CompetencesModule {}
