import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { JournalReader } from './journal-reader.js';
import { PeopleJournalController } from './journal.controller.js';

/** The journal of people, keys and competences, to be read. */
@Module({ imports: [ReferenceModule], controllers: [PeopleJournalController], providers: [JournalReader] })
export class PeopleJournalModule {}
