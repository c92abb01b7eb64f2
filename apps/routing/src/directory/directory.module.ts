import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { DirectoryController } from './directory.controller.js';
import { FindAreasHandler } from './find-areas.js';
import { GetAgencyHandler, ListAgenciesHandler } from './list-agencies.js';
import { ListOfficersHandler } from './list-officers.js';
import { ReadReceptionHandler } from './read-reception.js';
import { ReceptionController } from './reception.controller.js';
import { ResolveJurisdictionHandler } from './resolve-jurisdiction.js';
import { RoutingController } from './routing.controller.js';

/** Areas, agencies, and who is competent. */
@Module({
  imports: [ReferenceModule],
  controllers: [RoutingController, ReceptionController, DirectoryController],
  providers: [
    ResolveJurisdictionHandler,
    FindAreasHandler,
    ListAgenciesHandler,
    GetAgencyHandler,
    ListOfficersHandler,
    ReadReceptionHandler,
  ],
})
export class DirectoryModule {}
