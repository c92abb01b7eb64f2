import { Module } from '@nestjs/common';
import { PeopleJournal } from '../administration/people-journal.js';
import { PeopleDesk } from '../officers/people-desk.js';
import { Administration } from '../procedures/administration.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { CompetenceDesk } from './competence-desk.js';
import { CompetencesController } from './competences.controller.js';
import { ListCompetences } from './list-competences.js';

/** The rules of competence, to be read by everybody and written by admins. */
@Module({
  imports: [ReferenceModule],
  controllers: [CompetencesController],
  providers: [ListCompetences, CompetenceDesk, PeopleDesk, PeopleJournal, Administration],
})
export class CompetencesModule {}
