import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { DirectoryController } from './directory.controller.js';
import { FindAreasHandler } from './find-areas.js';
import { GetAgencyHandler, ListAgenciesHandler } from './list-agencies.js';
import { ResolveJurisdictionHandler } from './resolve-jurisdiction.js';
import { RoutingController } from './routing.controller.js';

/** Areas, agencies, and who is competent. */
@Module({
  imports: [ReferenceModule],
  controllers: [RoutingController, DirectoryController],
  providers: [ResolveJurisdictionHandler, FindAreasHandler, ListAgenciesHandler, GetAgencyHandler],
})
export class DirectoryModule {}
