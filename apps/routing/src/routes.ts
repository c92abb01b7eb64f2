import type { Type } from '@nestjs/common';
import { PeopleJournalModule } from './administration/people-journal.module.js';
import { AlertsRoutesModule } from './alerts/alerts-routes.module.js';
import { AmendmentsModule } from './amendments/amendments.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { CompetencesModule } from './competences/competences.module.js';
import { ConflictsModule } from './conflicts/conflicts.module.js';
import { CustodyRoutesModule } from './custody/custody-routes.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { DossiersModule } from './dossiers/dossiers.module.js';
import { FeasibilityModule } from './feasibility/feasibility.module.js';
import { FeedModule } from './feed/feed.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { OfficersModule } from './officers/officers.module.js';
import { OutagesModule } from './outages/outages.module.js';
import { ProceduresModule } from './procedures/procedures.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { TrackModule } from './track/track.module.js';

/** Modules with the routes of the API. Each route says who may call it. */
export const ROUTES: readonly Type[] = [
  DossiersModule,
  InboxModule,
  AlertsRoutesModule,
  ConflictsModule,
  CustodyRoutesModule,
  DirectoryModule,
  CompetencesModule,
  OfficersModule,
  PeopleJournalModule,
  ProceduresModule,
  AmendmentsModule,
  FeasibilityModule,
  FeedModule,
  CalendarsModule,
  OutagesModule,
  ReportsModule,
  TrackModule,
];
