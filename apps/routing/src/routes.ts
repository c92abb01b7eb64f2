import type { Type } from '@nestjs/common';
import { CalendarsModule } from './calendars/calendars.module.js';
import { CustodyRoutesModule } from './custody/custody-routes.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { DossiersModule } from './dossiers/dossiers.module.js';
import { FeasibilityModule } from './feasibility/feasibility.module.js';
import { FeedModule } from './feed/feed.module.js';
import { ProceduresModule } from './procedures/procedures.module.js';
import { TrackModule } from './track/track.module.js';

/** Modules with the routes of the API. Each route says who may call it. */
export const ROUTES: readonly Type[] = [
  DossiersModule,
  CustodyRoutesModule,
  DirectoryModule,
  ProceduresModule,
  FeasibilityModule,
  FeedModule,
  CalendarsModule,
  TrackModule,
];
