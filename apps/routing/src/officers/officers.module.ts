import { Module } from '@nestjs/common';
import { PeopleJournal } from '../administration/people-journal.js';
import { Administration } from '../procedures/administration.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { AccountDesk } from './account-desk.js';
import { ApiKeyDesk } from './api-key-desk.js';
import { ApiKeysController } from './api-keys.controller.js';
import { OfficerDesk } from './officer-desk.js';
import { OfficerReader } from './officer-reader.js';
import { OfficersController } from './officers.controller.js';
import { PeopleDesk } from './people-desk.js';

/** Who works where, what he signs in with, and what software signs in with. */
@Module({
  imports: [ReferenceModule],
  controllers: [OfficersController, ApiKeysController],
  providers: [Administration, PeopleJournal, PeopleDesk, OfficerReader, OfficerDesk, AccountDesk, ApiKeyDesk],
})
export class OfficersModule {}
