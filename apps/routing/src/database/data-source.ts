import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { CreateAreasAndAgencies1763683201000 } from './migrations/1763683201000-create-areas-and-agencies.js';
import { CreateProceduresAndCalendars1763683202000 } from './migrations/1763683202000-create-procedures-and-calendars.js';
import { CreateIdentities1763683203000 } from './migrations/1763683203000-create-identities.js';
import { CreateDossiers1763683204000 } from './migrations/1763683204000-create-dossiers.js';
import { CreateJournal1763683205000 } from './migrations/1763683205000-create-journal.js';
import { CreateFeedsAndKeys1763683206000 } from './migrations/1763683206000-create-feeds-and-keys.js';
import { CreatePrivateData1763683207000 } from './migrations/1763683207000-create-private-data.js';
import { ForceRowLevelSecurity1763683208000 } from './migrations/1763683208000-force-row-level-security.js';
import { CreateSessions1763683209000 } from './migrations/1763683209000-create-sessions.js';
import { CreateSignedCustody1763683212000 } from './migrations/1763683212000-create-signed-custody.js';
import { LightenTheLedger1763683213000 } from './migrations/1763683213000-lighten-the-ledger.js';
import { AdministerProcedures1763683214000 } from './migrations/1763683214000-administer-procedures.js';
import { RecutSubDeadlines1763683216000 } from './migrations/1763683216000-recut-sub-deadlines.js';
import { AdministerCalendars1763683215000 } from './migrations/1763683215000-administer-calendars.js';
import { PublishOnAProof1763683218000 } from './migrations/1763683218000-publish-on-a-proof.js';
import { FollowTheFeeds1763683219000 } from './migrations/1763683219000-follow-the-feeds.js';
import { RememberLowRungs1763683220000 } from './migrations/1763683220000-remember-low-rungs.js';
import { RaiseAlerts1763683222000 } from './migrations/1763683222000-raise-alerts.js';
import { AccountForLateness1763683223000 } from './migrations/1763683223000-account-for-lateness.js';
import { RecordOutages1763683225000 } from './migrations/1763683225000-record-outages.js';
import { AmendOpenDossiers1763683226000 } from './migrations/1763683226000-amend-open-dossiers.js';
import { LookThroughLists1763683227000 } from './migrations/1763683227000-look-through-lists.js';
import { AdministerPeople1763683228000 } from './migrations/1763683228000-administer-people.js';
import { JournalPeople1763683229000 } from './migrations/1763683229000-journal-people.js';
import { LearnOfThePastLate1763683224000 } from './migrations/1763683224000-learn-of-the-past-late.js';
import { AgencyRow, CompetenceRow } from './rows/agencies.row.js';
import { CommuneRow, OldUnitRow, OldUnitSuccessorRow, ProvinceRow } from './rows/areas.row.js';
import { CalendarVersionRow, HolidayRow } from './rows/calendars.row.js';
import { AccountRoleRow, AccountRow, ApiKeyRow, OfficerRow, SupervisedAreaRow } from './rows/identities.row.js';
import { EventRow, InstallationRow } from './rows/journal.row.js';
import { CatalogueProcedureRow, ProcedureVersionRow } from './rows/procedures.row.js';

/** In the order they are run. A released one never changes. */
const MIGRATIONS = [
  CreateAreasAndAgencies1763683201000,
  CreateProceduresAndCalendars1763683202000,
  CreateIdentities1763683203000,
  CreateDossiers1763683204000,
  CreateJournal1763683205000,
  CreateFeedsAndKeys1763683206000,
  CreatePrivateData1763683207000,
  ForceRowLevelSecurity1763683208000,
  CreateSessions1763683209000,
  CreateSignedCustody1763683212000,
  LightenTheLedger1763683213000,
  AdministerProcedures1763683214000,
  AdministerCalendars1763683215000,
  RecutSubDeadlines1763683216000,
  PublishOnAProof1763683218000,
  FollowTheFeeds1763683219000,
  RememberLowRungs1763683220000,
  RaiseAlerts1763683222000,
  AccountForLateness1763683223000,
  LearnOfThePastLate1763683224000,
  RecordOutages1763683225000,
  AmendOpenDossiers1763683226000,
  LookThroughLists1763683227000,
  AdministerPeople1763683228000,
  JournalPeople1763683229000,
];

/** Tables of administration and the journal; the fold's tables are the ledger's alone and have statements of their own. */
const ENTITIES = [
  ProvinceRow,
  CommuneRow,
  OldUnitRow,
  OldUnitSuccessorRow,
  AgencyRow,
  CompetenceRow,
  ProcedureVersionRow,
  CatalogueProcedureRow,
  CalendarVersionRow,
  HolidayRow,
  OfficerRow,
  AccountRow,
  AccountRoleRow,
  SupervisedAreaRow,
  ApiKeyRow,
  EventRow,
  InstallationRow,
];

/** Names as the table `migration` keeps them. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);

/** TypeORM over that login; used for migrations (as `migrator`) and administration, never on the ledger's path. */
export function createDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    applicationName: 'lien-thong-migrate',
    // A migration waits briefly for a lock and gives up: behind it every write would wait too.
    extra: { options: '-c lock_timeout=2s', max: 1 },
  });
}
