// Made of apps/routing/openapi.json by `npm run generate -w @lien-thong/client`; a difference fails a test.

import type {
  AccountBody,
  AccountChange,
  ActedCompetence,
  ActedOfficer,
  ActedOnAlert,
  AdministrationJournal,
  Agencies,
  Agency,
  AgencyKey,
  AgencyKeys,
  AlertEventPage,
  AlertList,
  AlertWithMembers,
  AmendedDossiers,
  Amendment,
  AmendmentBody,
  Amendments,
  Answer,
  ApiKey,
  ApiKeyBody,
  ApiKeys,
  Apologies,
  ApproveOutage,
  AreaFacts,
  Areas,
  BatchResult,
  BusAccess,
  CalendarDefinition,
  CalendarDraft,
  CalendarPreview,
  CalendarPublication,
  CalendarVersion,
  CalendarVersions,
  Calendars,
  CancelOutage,
  ClockExplanation,
  Clocks,
  Command,
  CompetenceBody,
  CompetenceEnd,
  Competences,
  ConflictList,
  CorrectOutage,
  Dossier,
  DossierList,
  EventPage,
  Evidence,
  FeasibilityAnswer,
  FeasibilityQuestion,
  Foreseen,
  HoldingsCompared,
  HoldingsComparison,
  Inbox,
  KeyRegistration,
  KeyRevocation,
  LateEntryReport,
  LateFactList,
  Lint,
  Machine,
  MadeApiKey,
  Officer,
  OfficerBody,
  OfficerChange,
  Officers,
  OfficersOfAgency,
  OnTimeDossiers,
  OnTimeReport,
  Opened,
  Opening,
  Outage,
  OutagePreview,
  Outages,
  Procedure,
  ProcedureDefinition,
  ProcedureDraft,
  ProcedureVersion,
  ProcedureVersions,
  Procedures,
  PromiseExplanation,
  ProposedOutage,
  Publication,
  Receipts,
  Reception,
  RecordOutage,
  Report,
  ReportDossiers,
  Resolution,
  Restatement,
  Retirement,
  RiskRules,
  Slack,
  SlackDossiers,
  Timeline,
  Track,
  VersionDiff,
  VersionFeasibility,
  Phase,
} from './schemas.generated.js';

/** Arguments and answer of every operation. */
export interface OperationShapes {
  /** GET /auth/callback · Take the officer back from the identity provider */
  completeSignIn: {
    readonly args: { readonly code?: string | undefined; readonly state?: string | undefined };
    readonly value: { readonly location: string };
  };
  /** GET /auth/login · Sign in: send the browser to the identity provider */
  beginSignIn: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: { readonly location: string };
  };
  /** POST /auth/logout · Sign out: the session ends at once, everywhere */
  signOut: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: undefined;
  };
  /** GET /auth/me · Who I am: agency, title, roles, agencies I supervise */
  readMe: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: {
      readonly kind: 'person' | 'software';
      readonly id: string;
      readonly agencyId: string;
      readonly agency: { readonly id: string; readonly name: string; readonly nameEn: string };
      readonly officerId: string | null;
      /** Chức danh của cán bộ · of the officer; null for software */
      readonly title: string | null;
      readonly titleEn: string | null;
      readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
      readonly supervises: readonly string[];
      /** Bản trình diễn · the demonstration: its clock is stepped, and anybody may sign in */
      readonly demo: boolean;
      /** Giờ của hệ thống · the time of the engine */
      readonly at: string;
    };
  };
  /** GET /demo/clock · Time of the demonstration */
  readDemoClock: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: { readonly now: string };
  };
  /** POST /demo/clock · Let the time of the demonstration go on to an instant */
  advanceDemoClock: {
    readonly args: {
      readonly body: {
        /** Thời điểm mới của đồng hồ · the instant to go on to */
        readonly now: string;
      };
    };
    readonly value: {
      readonly now: string;
      /** Số sự kiện bộ quét ghi · facts the sweep wrote on the way */
      readonly facts: number;
      /** Hồ sơ không tính được · dossiers nothing could be done for */
      readonly stuck: number;
    };
  };
  /** GET /demo/identities · Built-in accounts and keys of the demonstration */
  listDemoIdentities: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: {
      readonly accounts: readonly {
        readonly id: string;
        readonly agencyId: string;
        readonly title: string;
        readonly titleEn: string;
        readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
      }[];
      readonly keys: readonly {
        readonly agencyId: string;
        readonly key: string;
        readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
      }[];
    };
  };
  /** POST /demo/sign-in · Sign in as a built-in account */
  signInToDemo: {
    readonly args: {
      readonly body: {
        /** Tài khoản dựng sẵn · a built-in account */
        readonly account: string;
      };
    };
    readonly value: undefined;
  };
  /** GET /docs · The operations, with requests that work as printed */
  readDocs: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: string;
  };
  /** GET /docs/asyncapi.json · The events: channels, messages, schemas */
  readAsyncApi: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: { readonly asyncapi: '3.0.0' };
  };
  /** GET /docs/openapi.json · This document */
  readOpenApi: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: { readonly openapi: '3.1.0' };
  };
  /** GET /docs/problems · Every problem: what it means and what to do */
  readProblemCatalogue: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: string;
  };
  /** GET /health/live · The process is alive */
  isLive: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: { readonly status: 'live' };
  };
  /** GET /health/ready · Ready to serve: database, schema, calendars of the year, a live sweep, every rung one that fires */
  isReady: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: {
      readonly status: 'ready';
      readonly checks: readonly (
        'database' | 'migrations' | 'calendars' | 'sweep' | 'sweep-holder' | 'armed-clocks' | 'rungs'
      )[];
      /** What does not work as it should, without keeping anybody from his work */
      readonly degraded: readonly ('bus-away' | 'bus-filling' | 'clock-regressed')[];
    };
  };
  /** GET /metrics · Metrics in the text format of Prometheus */
  readMetrics: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: string;
  };
  /** GET /track/{code} · Track a dossier by the secret printed on its receipt: JSON, or a page for a browser */
  trackDossier: {
    readonly args: { readonly code: string; readonly k: string };
    readonly value: Track;
  };
  /** GET /v1/administration/journal · Journal of administration: who did what to which officer, account, key or competence, and when  The newest first. Written with the act itself and never changed. Admins read all of it, auditors what concerns their own agency and those they watch over. No secret is in it. */
  readAdministrationJournal: {
    readonly args: {
      readonly kind?: 'officer' | 'account' | 'apiKey' | 'competence' | undefined;
      readonly subject?: string | undefined;
      readonly agency?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly value: AdministrationJournal;
  };
  /** GET /v1/agencies · Agencies of the exchange */
  listAgencies: {
    readonly args: {
      readonly q?: string | undefined;
      readonly province?: string | undefined;
      readonly commune?: string | undefined;
      readonly kind?:
        | 'peoplesCommittee'
        | 'communePolice'
        | 'department'
        | 'landRegistrationOffice'
        | 'taxAuthority'
        | 'inspectionStation'
        | 'publicServiceCentre'
        | 'supervisor'
        | undefined;
      readonly cursor?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly value: Agencies;
  };
  /** GET /v1/agencies/me/bus · What the agency’s software needs to receive its events over NATS  The bus only makes events arrive sooner: messages are the CloudEvents of `GET /v1/events` (without `history`), at least once, and on every connection and gap in `n` the feed is read. The user may pull and acknowledge this one consumer and nothing else. */
  readBusAccess: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: BusAccess;
  };
  /** GET /v1/agencies/me/officers · Officers of the caller’s agency, and how many open dossiers are assigned to each */
  listAgencyOfficers: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: OfficersOfAgency;
  };
  /** GET /v1/agencies/{id} · One agency: its one-stop unit, desk hours, identifier */
  readAgency: {
    readonly args: { readonly id: string };
    readonly value: Agency;
  };
  /** GET /v1/agencies/{id}/api-keys · Keys of an agency’s software, those that have ended included */
  listApiKeys: {
    readonly args: { readonly id: string };
    readonly value: ApiKeys;
  };
  /** POST /v1/agencies/{id}/api-keys · Make a key; its secret is shown once  Only a hash of the secret is kept. Whoever did not read the answer revokes the key and makes another. */
  makeApiKey: {
    readonly args: { readonly id: string; readonly idempotencyKey?: string | undefined; readonly body: ApiKeyBody };
    readonly value: MadeApiKey;
  };
  /** POST /v1/agencies/{id}/api-keys/{key}/revoke · Revoke a key, at once  Again changes nothing, so no idempotency key is needed. Access tokens that were given out for it end with it. */
  revokeApiKey: {
    readonly args: { readonly key: string; readonly id: string };
    readonly value: ApiKey;
  };
  /** GET /v1/agencies/{id}/keys · Keys an agency signs receipts with, those that have ended included */
  listAgencyKeys: {
    readonly args: { readonly id: string };
    readonly value: AgencyKeys;
  };
  /** POST /v1/agencies/{id}/keys · Register a signing key of the agency’s own; the one before it is rotated out  The body is proof of possession, signed with the new key. The same key again changes nothing, so no idempotency key is needed. From the first own key on, every act of custody of the agency must carry a receipt. */
  registerAgencyKey: {
    readonly args: { readonly id: string; readonly body: KeyRegistration };
    readonly value: AgencyKey;
  };
  /** POST /v1/agencies/{id}/keys/{kid}/revoke · Revoke a signing key of the agency’s own, at once  Again changes nothing. Receipts it signed before stay valid; it signs no more. */
  revokeAgencyKey: {
    readonly args: { readonly kid: string; readonly id: string; readonly body: KeyRevocation };
    readonly value: AgencyKey;
  };
  /** GET /v1/agencies/{id}/officers · Officers of an agency, with their accounts and roles */
  listOfficers: {
    readonly args: { readonly id: string; readonly cursor?: string | undefined; readonly limit?: number | undefined };
    readonly value: Officers;
  };
  /** POST /v1/agencies/{id}/officers · Add an officer  The journal names officers by the id given here, never by name. */
  addOfficer: {
    readonly args: { readonly id: string; readonly idempotencyKey?: string | undefined; readonly body: OfficerBody };
    readonly value: ActedOfficer;
  };
  /** GET /v1/agencies/{id}/officers/{officer} · One officer */
  readOfficer: {
    readonly args: { readonly officer: string; readonly id: string };
    readonly value: Officer;
  };
  /** PUT /v1/agencies/{id}/officers/{officer} · Change an officer’s name, title, or whether he works there  Who no longer works there cannot sign in, and what he is signed in with ends at once. */
  changeOfficer: {
    readonly args: {
      readonly officer: string;
      readonly id: string;
      readonly ifMatch?: string | number | undefined;
      readonly body: OfficerChange;
    };
    readonly value: ActedOfficer;
  };
  /** DELETE /v1/agencies/{id}/officers/{officer}/account · Withdraw an account; its open sessions end at once  The officer stays, for the journal names him. */
  withdrawAccount: {
    readonly args: { readonly officer: string; readonly id: string; readonly ifMatch?: string | number | undefined };
    readonly value: ActedOfficer;
  };
  /** POST /v1/agencies/{id}/officers/{officer}/account · Give an officer an account to sign in with  A withdrawn account comes back under what is said here. In the demonstration, without an identity provider, the account joins the built-in ones. */
  giveAccount: {
    readonly args: {
      readonly officer: string;
      readonly id: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: AccountBody;
    };
    readonly value: ActedOfficer;
  };
  /** PUT /v1/agencies/{id}/officers/{officer}/account · Give an account other roles; its open sessions end at once */
  changeRoles: {
    readonly args: {
      readonly officer: string;
      readonly id: string;
      readonly ifMatch?: string | number | undefined;
      readonly body: AccountChange;
    };
    readonly value: ActedOfficer;
  };
  /** GET /v1/agencies/{id}/reception · Before sending: is the receiver open, how long does it take to receive and accept, how much is waiting  Counted over all transfers to the agency in the last 90 days, whoever sent them; nothing of any dossier is told. What is not known is null. */
  readReception: {
    readonly args: { readonly id: string };
    readonly value: Reception;
  };
  /** GET /v1/alerts · Alerts of the area: what threatens, who has to act, what can be done; the gravest first  One alert for each common cause, with the dossiers under it counted as far as the caller may know of them. `counts` is of all alerts that fit the filters and comes from the same snapshot as the page. With `asOf` everything is as it was known at that moment. */
  listAlerts: {
    readonly args: {
      readonly state?: string | undefined;
      readonly level?: string | undefined;
      readonly rule?: string | undefined;
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly decision?:
        | 'hurry'
        | 'remind'
        | 'restoreSystem'
        | 'find'
        | 'submit'
        | 'receive'
        | 'refuseReception'
        | 'resolveJurisdiction'
        | 'transfer'
        | 'confirmDelivery'
        | 'acceptTransfer'
        | 'refuseTransfer'
        | 'recallTransfer'
        | 'redirectTransfer'
        | 'assign'
        | 'startStep'
        | 'completeStep'
        | 'requestConsultation'
        | 'answerConsultation'
        | 'cancelConsultation'
        | 'requestSupplement'
        | 'provideSupplement'
        | 'requestPayment'
        | 'confirmPayment'
        | 'suspend'
        | 'resume'
        | 'decide'
        | 'dispatchResult'
        | 'confirmResultArrival'
        | 'notifyApplicant'
        | 'returnResult'
        | 'withdraw'
        | 'close'
        | 'extend'
        | 'apologise'
        | 'deliverApology'
        | 'correctReception'
        | 'correctTime'
        | 'enterLate'
        | 'resolveConflict'
        | undefined;
      readonly stage?: 'unit' | 'commune' | 'province' | undefined;
      readonly assigned?: 'me' | undefined;
      readonly asOf?: string | undefined;
      readonly sort?: 'loudest' | 'newest' | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: AlertList;
  };
  /** GET /v1/alerts/events · What happened to alerts after a number, complete and in order  Numbers are those of all alerts, in the order of commits; what does not concern the caller is left out, so his have gaps. Keep `next`, also of an empty page. 410 alert-numbers-restarted: a backup was restored, read again from the beginning. */
  readAlertEvents: {
    readonly args: { readonly after?: 'now' | number | undefined; readonly limit?: number | undefined };
    readonly value: AlertEventPage;
  };
  /** GET /v1/alerts/stream · What happens to alerts, sent as it happens (server-sent events)  Events `alert` hold what an event of GET /v1/alerts/events holds, their `id` is its number: with Last-Event-ID nothing is missed and nothing comes twice. `end` says why the stream ends (signed-out, over, too-many, closing, fault). Comments keep the line open. It begins now unless Last-Event-ID or `after` says otherwise. */
  streamAlerts: {
    readonly args: { readonly after?: number | undefined; readonly seconds?: number | undefined };
    readonly value: string;
  };
  /** GET /v1/alerts/{id} · Read an alert: its dossiers and their clocks, who has to act, what happened to it */
  readAlert: {
    readonly args: {
      readonly id: string;
      readonly members?: 'open' | 'all' | undefined;
      readonly asOf?: string | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: AlertWithMembers;
  };
  /** POST /v1/alerts/{id}/acknowledge · Take an alert in hand: it goes no further up the chain unless it gets worse */
  acknowledgeAlert: {
    readonly args: {
      readonly id: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: {
        /** Mã lý do theo danh mục của đơn vị, không phải câu văn · a code of your own list, never a sentence */
        readonly reason?: string | undefined;
      };
    };
    readonly value: ActedOnAlert;
  };
  /** POST /v1/alerts/{id}/assign · Charge an officer whom it concerns with an alert */
  assignAlert: {
    readonly args: {
      readonly id: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: { readonly officerId: string };
    };
    readonly value: ActedOnAlert;
  };
  /** POST /v1/alerts/{id}/resolve · Settle an alert although its facts stand; it comes back when they get worse or more dossiers join */
  resolveAlert: {
    readonly args: {
      readonly id: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: {
        /** Mã lý do theo danh mục của đơn vị, không phải câu văn · a code of your own list, never a sentence */
        readonly reason: string;
      };
    };
    readonly value: ActedOnAlert;
  };
  /** POST /v1/alerts/{id}/snooze · Put an alert off until a time within a week  A breach under it ends that at once. */
  snoozeAlert: {
    readonly args: {
      readonly id: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: {
        readonly until: string;
        /** Mã lý do theo danh mục của đơn vị, không phải câu văn · a code of your own list, never a sentence */
        readonly reason?: string | undefined;
      };
    };
    readonly value: ActedOnAlert;
  };
  /** POST /v1/alerts/{id}/unsnooze · Let an alert that was put off call again at once */
  unsnoozeAlert: {
    readonly args: {
      readonly id: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: Readonly<Record<string, never>>;
    };
    readonly value: ActedOnAlert;
  };
  /** GET /v1/amendments · Amendments, the newest first */
  listAmendments: {
    readonly args: { readonly cursor?: string | undefined; readonly limit?: number | undefined };
    readonly value: Amendments;
  };
  /** POST /v1/amendments · Draft an amendment of open dossiers to another version of their procedure  Versions must be published and the one to come under in force today. `mostFavourable` takes of the old and the new limit the one that ends earlier for the applicant. */
  draftAmendment: {
    readonly args: { readonly idempotencyKey?: string | undefined; readonly body: AmendmentBody };
    readonly value: Amendment;
  };
  /** GET /v1/amendments/{amendment} · One amendment: who, how far, how many dossiers move and how many stay, with the reasons */
  getAmendment: {
    readonly args: { readonly amendment: string };
    readonly value: Amendment;
  };
  /** PUT /v1/amendments/{amendment} · Replace the draft; a dry run of it is gone */
  replaceAmendment: {
    readonly args: {
      readonly amendment: string;
      readonly ifMatch?: string | number | undefined;
      readonly body: AmendmentBody;
    };
    readonly value: Amendment;
  };
  /** POST /v1/amendments/{amendment}/approve · Approve the dry run that was read, as a second person; the run begins  Refused while a dossier would become overdue by the change alone and is not named. Each dossier is judged again at its turn; one that has moved on is left out with the reason. */
  approveAmendment: {
    readonly args: {
      readonly amendment: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: {
        /** Của lần chạy thử đã xem · of the dry run that was read */
        readonly digest: string;
        /** Mã hồ sơ được phép quá hạn chỉ vì thay đổi này · dossiers that may become overdue by the change alone */
        readonly named?: readonly string[] | undefined;
      };
    };
    readonly value: Amendment;
  };
  /** GET /v1/amendments/{amendment}/dossiers · What it makes of each dossier: by the dry run, then in the run */
  listAmendedDossiers: {
    readonly args: {
      readonly amendment: string;
      readonly cursor?: string | undefined;
      readonly limit?: number | undefined;
      readonly state?:
        | 'moves'
        | 'stays'
        | 'pending'
        | 'amended'
        | 'leftOut'
        | 'stuck'
        | 'reverting'
        | 'reverted'
        | 'notReverted'
        | undefined;
      readonly becomesOverdue?: 'true' | undefined;
    };
    readonly value: AmendedDossiers;
  };
  /** POST /v1/amendments/{amendment}/dry-run · Dry run: of every dossier the old and the new due minute, its state there, or why it stays; nothing is changed  Goes on in the background: the state is `looking`, then `looked` with a digest. Dossiers of every agency are looked at; codes and minutes are told, no persons. */
  lookAtAmendment: {
    readonly args: {
      readonly amendment: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: Readonly<Record<string, never>>;
    };
    readonly value: Amendment;
  };
  /** POST /v1/amendments/{amendment}/revert · Ask for the amendment to be taken back, within its days */
  revertAmendment: {
    readonly args: {
      readonly amendment: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: { readonly reason: string };
    };
    readonly value: Amendment;
  };
  /** POST /v1/amendments/{amendment}/revert/approve · Approve it as a second person: clocks stand as if the amendment had never been  A dossier that has been decided since, or was amended again, is left out with the reason. */
  approveRevert: {
    readonly args: {
      readonly amendment: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: {
        /** Mã hồ sơ được phép quá hạn chỉ vì thay đổi này · dossiers that may become overdue by the change alone */
        readonly named?: readonly string[] | undefined;
      };
    };
    readonly value: Amendment;
  };
  /** GET /v1/areas · Find areas: provinces, communes of now, units of before 1 July 2025 */
  findAreas: {
    readonly args: {
      readonly q?: string | undefined;
      readonly province?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly value: Areas;
  };
  /** GET /v1/calendars · Calendars: of the country, the hours of each province, closures of agencies */
  listCalendars: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: Calendars;
  };
  /** POST /v1/calendars/{calendar}/preview · Before saving: which due minutes of open dossiers would move, what would become overdue or cease to be  Clocks that move alike are counted together, by kind, agency and due minutes; worst first. Closures of a desk move no due minute: `workingMinutes` is then what the desk loses until it. */
  previewCalendar: {
    readonly args: {
      readonly calendar: string;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
      readonly body: CalendarDefinition;
    };
    readonly value: CalendarPreview;
  };
  /** GET /v1/calendars/{calendar}/versions · Versions of a calendar with the notice each rests on: number, date, issuer  Drafts are listed to admins only. A calendar without any version has an empty list. */
  listCalendarVersions: {
    readonly args: { readonly calendar: string };
    readonly value: CalendarVersions;
  };
  /** POST /v1/calendars/{calendar}/versions · Draft a version of a calendar, with the notice it rests on  A version holds all days of its layer, not only what is new. Numbers are given by the service. What contradicts itself or the law is refused with every finding. */
  draftCalendar: {
    readonly args: {
      readonly calendar: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: CalendarDefinition;
    };
    readonly value: CalendarDraft;
  };
  /** DELETE /v1/calendars/{calendar}/versions/{version} · Drop a draft; its number is not given again */
  dropCalendarDraft: {
    readonly args: {
      readonly version: number;
      readonly calendar: string;
      readonly ifMatch?: string | number | undefined;
    };
    readonly value: undefined;
  };
  /** GET /v1/calendars/{calendar}/versions/{version} · A version: holidays, swaps, make-up days, hours  A draft is shown to admins only, with the ETag its next change must name. */
  readCalendarVersion: {
    readonly args: { readonly version: number; readonly calendar: string };
    readonly value: CalendarVersion;
  };
  /** PUT /v1/calendars/{calendar}/versions/{version} · Replace the contents of a draft */
  replaceCalendarDraft: {
    readonly args: {
      readonly version: number;
      readonly calendar: string;
      readonly ifMatch?: string | number | undefined;
      readonly body: CalendarDefinition;
    };
    readonly value: CalendarDraft;
  };
  /** GET /v1/calendars/{calendar}/versions/{version}/preview · The same of a draft, for whoever is to publish it */
  previewCalendarDraft: {
    readonly args: {
      readonly version: number;
      readonly calendar: string;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: CalendarPreview;
  };
  /** POST /v1/calendars/{calendar}/versions/{version}/publish · Publish a draft, as a second person; open dossiers are restated in batches  Refused to whoever drafted it or changed it last, and when another version was published since it was written. Everybody names in If-Match the revision he has read. Each open dossier gets one journalled event with the notice and its old and new due minutes; those that have ended stay as they are. */
  publishCalendar: {
    readonly args: {
      readonly version: number;
      readonly calendar: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: Readonly<Record<string, never>>;
    };
    readonly value: CalendarPublication;
  };
  /** GET /v1/calendars/{calendar}/versions/{version}/restatement · How far the restatement of open dossiers after a publication came  It goes on in batches, survives a process that is killed, and is taken over by another. `settling` until every process knows the version; `incomplete` when some dossiers could not be restated. */
  readRestatement: {
    readonly args: { readonly version: number; readonly calendar: string };
    readonly value: Restatement;
  };
  /** POST /v1/commands · Send many acts in one request (JSON or NDJSON), each with its own result  Results stand in the order of the items; acts of one dossier are applied in that order, and a refused one harms no other. The status is 200 whenever the batch could be read: look at each result. At most 1,000 items and 1 MB; no dry run. One item that is no JSON refuses the whole batch, with `facts.line` for NDJSON. */
  submitBatch: {
    readonly args: {
      readonly idempotencyKey?: string | undefined;
      readonly body: readonly (
        | {
            /** Left out, it follows from the key of the request and the number of the item: repeat the batch as it was */
            readonly key?: string | undefined;
            /** As the header If-Match */
            readonly ifMatch?: string | undefined;
            readonly body: Opening;
          }
        | {
            /** Mã hồ sơ · the code of the dossier; left out, the item opens one */
            readonly dossier: string;
            /** Left out, it follows from the key of the request and the number of the item: repeat the batch as it was */
            readonly key?: string | undefined;
            /** As the header If-Match */
            readonly ifMatch?: string | undefined;
            readonly body: Command;
          }
      )[];
    };
    readonly value: BatchResult;
  };
  /** GET /v1/competences · Who is competent for what: the rules, their areas, the text they rest on, from when to when */
  listCompetences: {
    readonly args: {
      readonly procedure?: string | undefined;
      readonly area?: string | undefined;
      readonly agency?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly value: Competences;
  };
  /** POST /v1/competences · Add a rule of competence, in force from tomorrow at the earliest  Dossiers already transferred stay where they are; the rule is asked for the next one. Two rules for the same on the same day are refused: end the former one first. */
  addCompetence: {
    readonly args: { readonly idempotencyKey?: string | undefined; readonly body: CompetenceBody };
    readonly value: ActedCompetence;
  };
  /** POST /v1/competences/{competence}/end · End a rule of competence with a day, today at the earliest  Another day may be said until that day is over. Nothing is deleted: what held on a day is told for that day. */
  endCompetence: {
    readonly args: {
      readonly competence: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: CompetenceEnd;
    };
    readonly value: ActedCompetence;
  };
  /** GET /v1/conflicts · Conflicts to be settled: claims about the past that contradict a later fact  The oldest first. Nothing of a claim has taken effect; it is settled with the act resolveConflict on its dossier, by a second person. With `asOf` the list is as it was known at that moment. */
  listConflicts: {
    readonly args: {
      readonly state?: 'open' | 'settled' | 'all' | undefined;
      readonly asOf?: string | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: ConflictList;
  };
  /** GET /v1/dossiers · Dossiers of the agency: filtered, searched, those with the least time left first */
  listDossiers: {
    readonly args: {
      readonly phase?: string | undefined;
      readonly state?: 'open' | 'ended' | undefined;
      readonly holder?: string | undefined;
      readonly procedure?: string | undefined;
      readonly overdue?: 'true' | 'false' | undefined;
      readonly dueBefore?: string | undefined;
      readonly q?: string | undefined;
      readonly sort?: 'due' | 'received' | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: DossierList;
  };
  /** POST /v1/dossiers · Submit a dossier, or receive one at the counter  201 with the address and the secret of the receipt; 200 for a dry run. Repeated under the same key it is 201 again, with `replayed: true`. */
  openDossier: {
    readonly args: {
      readonly dryRun?: 'true' | 'false' | undefined;
      readonly idempotencyKey?: string | undefined;
      readonly body: Opening;
    };
    readonly value: Foreseen | Opened;
  };
  /** GET /v1/dossiers/{code} · Read a dossier: where it is, who holds it, which clocks run, what the caller may do */
  readDossier: {
    readonly args: {
      readonly code: string;
      readonly asOf?: string | undefined;
      readonly persons?: 'true' | 'false' | undefined;
    };
    readonly value: Dossier;
  };
  /** GET /v1/dossiers/{code}/apologies · The letters of apology (form 04), for printing: reason, how much later, the new date, whether handed over */
  readApologies: {
    readonly args: { readonly code: string; readonly asOf?: string | undefined };
    readonly value: Apologies;
  };
  /** GET /v1/dossiers/{code}/clocks · The clocks of the dossier, with the minutes left */
  readClocks: {
    readonly args: { readonly code: string; readonly asOf?: string | undefined };
    readonly value: Clocks;
  };
  /** GET /v1/dossiers/{code}/clocks/{clockId}/explain · Why a clock says what it says: every stretch, every rest, every day counted */
  explainClock: {
    readonly args: {
      readonly clockId: string;
      readonly code: string;
      readonly asOf?: string | undefined;
      readonly minute?: string | undefined;
    };
    readonly value: ClockExplanation;
  };
  /** POST /v1/dossiers/{code}/commands · Act on a dossier: transfer, accept, request a supplement, decide, return the result…  The answer carries an ETag, except for a dry run, which has a `dryRun` field in its body instead. */
  actOnDossier: {
    readonly args: {
      readonly code: string;
      readonly dryRun?: 'true' | 'false' | undefined;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: Command;
    };
    readonly value: Answer | Foreseen;
  };
  /** GET /v1/dossiers/{code}/evidence · Export the evidence of a dossier, to be checked offline with `lienthong verify`  Journal, receipts, public keys, the procedure version and calendars they were reckoned by, clocks and segments. No personal data. Keep the answer byte for byte or as JSON: the seal stands for its canonical form. */
  exportEvidence: {
    readonly args: { readonly code: string };
    readonly value: Evidence;
  };
  /** GET /v1/dossiers/{code}/promise/explain · Why the receipt says this date: every part, every day, every block of hours */
  explainPromise: {
    readonly args: { readonly code: string; readonly asOf?: string | undefined };
    readonly value: PromiseExplanation;
  };
  /** GET /v1/dossiers/{code}/receipts · Signed receipts of the custody of a dossier, and what the next one must name  The hub signs for agencies without a key of their own; whatever it has still to sign is signed before it answers. */
  readReceipts: {
    readonly args: { readonly code: string };
    readonly value: Receipts;
  };
  /** GET /v1/dossiers/{code}/timeline · The timeline: legs, who owned every minute, the journal */
  readTimeline: {
    readonly args: { readonly code: string; readonly asOf?: string | undefined };
    readonly value: Timeline;
  };
  /** GET /v1/events · Events that concern the caller’s agency, complete and in order  With `wait` an empty page is answered as soon as there is something, or after that many seconds: ask again at once, with `next`. This is how an agency without a bus hears of its events within milliseconds. */
  readEvents: {
    readonly args: {
      readonly after?: string | undefined;
      readonly limit?: number | undefined;
      readonly wait?: number | undefined;
    };
    readonly value: EventPage;
  };
  /** POST /v1/feasibility · Prove whether a timeline can be kept, for every minute of reception; with the ways out, if wanted  The definition need not be drafted. It is linted first: an error is answered as lint-failed with each finding named and placed. A timeline that cannot be computed is answered with 200, `computable: false` and the reason, never with a number. Proofs run beside the service in a thread of their own, one after the other; the same question is answered from memory. With `grid` the breaching starts are told by day and hour; a cell of it is explained by the same question about the hours of that one day, whose witness is its worst minute. */
  askFeasibility: {
    readonly args: { readonly body: FeasibilityQuestion };
    readonly value: FeasibilityAnswer;
  };
  /** POST /v1/holdings/compare · Compare what you hold with what the hub takes you to hold: digests first, then the buckets that differ  Reads only; asking twice is harmless. Holdings are of your own agency. */
  compareHoldings: {
    readonly args: { readonly body: HoldingsComparison };
    readonly value: HoldingsCompared;
  };
  /** GET /v1/inbox · The work list of the caller’s agency: queues with counts, what is due first on its own leg at the head  Open dossiers only. Each stands in exactly one of eight queues; `overdue` and `runningLow` cut across them. Sorted by the working minutes left on the agency’s own running clock; those without one after them by the legal limit; resting and unknown ones last. */
  readInbox: {
    readonly args: {
      readonly queue?:
        | 'toReceive'
        | 'toTransfer'
        | 'awaitingReceipt'
        | 'toAccept'
        | 'processing'
        | 'waiting'
        | 'results'
        | 'elsewhere'
        | 'overdue'
        | 'runningLow'
        | undefined;
      readonly assignee?: 'me' | 'none' | string | undefined;
      readonly q?: string | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: Inbox;
  };
  /** POST /v1/oauth/token · Issue a short-lived access token to the software of an agency */
  issueToken: {
    readonly args: {
      readonly body: {
        readonly grant_type: 'client_credentials';
        readonly client_id?: string | undefined;
        readonly client_secret?: string | undefined;
      };
    };
    readonly value: { readonly access_token: string; readonly token_type: 'Bearer'; readonly expires_in: number };
  };
  /** GET /v1/outages · Outages of shared systems, the newest first, and the systems published procedures require */
  listOutages: {
    readonly args: { readonly limit?: number | undefined; readonly cursor?: string | undefined };
    readonly value: Outages;
  };
  /** POST /v1/outages · Record an outage; it holds once a second person approves it  Without `to` the system is down until further notice: risks and alerts say so at once, and nothing is given back before the end is recorded (POST …/correct). */
  recordOutage: {
    readonly args: { readonly idempotencyKey?: string | undefined; readonly body: RecordOutage };
    readonly value: ProposedOutage;
  };
  /** GET /v1/outages/{outage} · One outage: its revisions, who approved them, progress, and minutes relieved by agency */
  readOutage: {
    readonly args: { readonly outage: string };
    readonly value: Outage;
  };
  /** POST /v1/outages/{outage}/approve · Approve what is proposed, as a second person; the dossiers concerned are told in batches  Whoever proposed it is refused. The digest is that of the proposal which was read. Each dossier it concerns gets one journalled event; the others are not touched. */
  approveOutage: {
    readonly args: {
      readonly outage: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: ApproveOutage;
    };
    readonly value: ProposedOutage;
  };
  /** POST /v1/outages/{outage}/cancel · Propose to take an approved outage back; what nobody has approved is dropped at once */
  cancelOutage: {
    readonly args: {
      readonly outage: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: CancelOutage;
    };
    readonly value: ProposedOutage;
  };
  /** POST /v1/outages/{outage}/correct · Propose another interval, in the place of whatever is proposed  Approved, it takes the place of the interval before it in every dossier; breaches that come back fire again. */
  correctOutage: {
    readonly args: {
      readonly outage: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: CorrectOutage;
    };
    readonly value: ProposedOutage;
  };
  /** GET /v1/outages/{outage}/preview · Before approval: dossiers, due minutes, minutes by owner and breaches that would change  Nothing is written. `complete` is false where there are more dossiers than were looked at. */
  previewOutage: {
    readonly args: { readonly outage: string };
    readonly value: OutagePreview;
  };
  /** GET /v1/procedures · Administrative procedures: whether their limit is known, and why not */
  listProcedures: {
    readonly args: {
      readonly q?: string | undefined;
      readonly field?: string | undefined;
      readonly published?: 'true' | 'false' | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: Procedures;
  };
  /** GET /v1/procedures/{code} · One procedure and its published versions */
  readProcedure: {
    readonly args: { readonly code: string };
    readonly value: Procedure;
  };
  /** GET /v1/procedures/{code}/versions · Versions of a procedure: who drafted and published them, and when they are in force  Drafts are listed to admins only. A procedure without any version has an empty list. */
  listVersions: {
    readonly args: { readonly code: string };
    readonly value: ProcedureVersions;
  };
  /** POST /v1/procedures/{code}/versions · Draft a version of a procedure; an exported JSON file is imported the same way  The number is given by the service, one more than any before; a `version` in the body is passed over. A draft may have lint errors: they are listed, and keep it from being published. */
  draftVersion: {
    readonly args: {
      readonly code: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: ProcedureDefinition;
    };
    readonly value: ProcedureDraft;
  };
  /** DELETE /v1/procedures/{code}/versions/{version} · Drop a draft; its number is not given again */
  dropDraft: {
    readonly args: { readonly version: number; readonly code: string; readonly ifMatch?: string | number | undefined };
    readonly value: undefined;
  };
  /** GET /v1/procedures/{code}/versions/{version} · A version: limits, legs, steps, legal basis; also its export  Canonical JSON: the same version gives the same bytes. It can be sent to POST /v1/procedures/{code}/versions as it is. A draft is shown to admins only, with the ETag its next change must name. */
  readProcedureVersion: {
    readonly args: { readonly version: number; readonly code: string };
    readonly value: ProcedureVersion;
  };
  /** PUT /v1/procedures/{code}/versions/{version} · Replace the contents of a draft */
  replaceDraft: {
    readonly args: {
      readonly version: number;
      readonly code: string;
      readonly ifMatch?: string | number | undefined;
      readonly body: ProcedureDefinition;
    };
    readonly value: ProcedureDraft;
  };
  /** GET /v1/procedures/{code}/versions/{version}/diff · The difference of two versions in words, and how many open dossiers are pinned to the older one */
  diffVersions: {
    readonly args: { readonly version: number; readonly code: string; readonly against: number };
    readonly value: VersionDiff;
  };
  /** GET /v1/procedures/{code}/versions/{version}/feasibility · The verdict on a version or a draft: every route, at all the hours that agencies keep  Every case, channel and route class is proved for twelve months of receptions at each pair of hours that a receiver and a competent agency keep. Publishing rests on the same verdict and names its digest. When it takes longer than a request may wait the answer is feasibility-underway: the work goes on, ask again. */
  readVersionFeasibility: {
    readonly args: {
      readonly version: number;
      readonly code: string;
      readonly effectiveFrom?: string | undefined;
      readonly proofs?: 'worst' | 'all' | 'none' | undefined;
    };
    readonly value: VersionFeasibility;
  };
  /** GET /v1/procedures/{code}/versions/{version}/lint · Lint a version: every finding with its name, its place and a sentence */
  lintVersion: {
    readonly args: { readonly version: number; readonly code: string };
    readonly value: Lint;
  };
  /** GET /v1/procedures/{code}/versions/{version}/machine · The state machine of a version, with a Mermaid diagram */
  readMachine: {
    readonly args: { readonly version: number; readonly code: string };
    readonly value: Machine;
  };
  /** POST /v1/procedures/{code}/versions/{version}/publish · Publish a draft, as a second person; it takes effect tomorrow at the earliest  Refused to whoever drafted it or changed it last, with lint errors, and, while the timeline is not proved safe, without an approval: its reason and the digest of the verdict that was read (GET …/feasibility). The caller then stands for it; a verdict that has changed since is refused. Everybody names in If-Match the revision he has read. Once published a version never changes; dossiers that are open stay on theirs. */
  publishVersion: {
    readonly args: {
      readonly version: number;
      readonly code: string;
      readonly idempotencyKey?: string | undefined;
      readonly ifMatch?: string | number | undefined;
      readonly body: {
        /** Ngày có hiệu lực, sớm nhất là ngày mai · first day, tomorrow at the earliest */
        readonly effectiveFrom: string;
        /** Cần có, kèm digest, khi kết luận không phải SAFE · needed, with the digest, where the verdict is not SAFE: see GET …/feasibility */
        readonly approval?:
          | {
              readonly reason: string;
              /** Digest của kết luận đã đọc · digest of the verdict that was read */
              readonly verdict?: string | undefined;
            }
          | undefined;
      };
    };
    readonly value: Publication;
  };
  /** POST /v1/procedures/{code}/versions/{version}/retire · Retire a version: it takes in no dossier after that day  Open dossiers stay on it. The version it took over from does not come back. A version that is retired before its first day never comes into force. */
  retireVersion: {
    readonly args: {
      readonly version: number;
      readonly code: string;
      readonly idempotencyKey?: string | undefined;
      readonly body: {
        /** Ngày cuối còn tiếp nhận, sớm nhất là hôm nay · the last day, today at the earliest */
        readonly effectiveTo: string;
      };
    };
    readonly value: Retirement;
  };
  /** GET /v1/reports/late-entry · Late entry: how long after they happened facts were recorded, by agency, procedure, period  Of every fact a party declared: the time from when it says it happened to when it was recorded. A period is the one in which it was recorded, so a closed one never changes. */
  reportLateEntry: {
    readonly args: {
      readonly by?: 'agency' | 'procedure' | 'period' | undefined;
      readonly period?: 'day' | 'week' | 'month' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly procedure?: string | undefined;
      readonly agency?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly value: LateEntryReport;
  };
  /** GET /v1/reports/late-entry/facts · The facts behind a number of the report on late entry */
  listLateEntries: {
    readonly args: {
      readonly by?: 'agency' | 'procedure' | 'period' | undefined;
      readonly period?: 'day' | 'week' | 'month' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly procedure?: string | undefined;
      readonly agency?: string | undefined;
      readonly key?: string | undefined;
      readonly band?: 'atOnce' | 'sameDay' | 'nextWorkingDay' | 'later' | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: LateFactList;
  };
  /** GET /v1/reports/lateness · Whose the late minutes are: by agency, pair, procedure, cause, period  Over dossiers whose limit has ended; open ones stand under `excluded`, those overdue now by themselves. A period is the one in which the limit ended. */
  reportLateness: {
    readonly args: {
      readonly by?: 'agency' | 'pair' | 'sender' | 'receiver' | 'procedure' | 'cause' | 'period' | undefined;
      readonly period?: 'day' | 'week' | 'month' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly sender?: string | undefined;
      readonly receiver?: string | undefined;
      readonly owner?: string | undefined;
      readonly limit?: number | undefined;
      readonly cause?: 'ownExcess' | 'inherited' | 'structural' | 'outside' | undefined;
    };
    readonly value: Report;
  };
  /** GET /v1/reports/lateness/dossiers · The dossiers behind a number of the report on lateness */
  listLatenessBehind: {
    readonly args: {
      readonly by?: 'agency' | 'pair' | 'sender' | 'receiver' | 'procedure' | 'cause' | 'period' | undefined;
      readonly period?: 'day' | 'week' | 'month' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly sender?: string | undefined;
      readonly receiver?: string | undefined;
      readonly owner?: string | undefined;
      readonly key?: string | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
      readonly cause?: 'ownExcess' | 'inherited' | 'structural' | 'outside' | undefined;
    };
    readonly value: ReportDossiers;
  };
  /** GET /v1/reports/minutes · Working minutes of dossiers that have ended: by agency, pair, procedure, phase, period  Over the dossiers the caller may see as a whole. A period is the one in which the dossier ended, so all its minutes stand in one. */
  reportMinutes: {
    readonly args: {
      readonly by?: 'agency' | 'pair' | 'sender' | 'receiver' | 'procedure' | 'cause' | 'period' | undefined;
      readonly period?: 'day' | 'week' | 'month' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly sender?: string | undefined;
      readonly receiver?: string | undefined;
      readonly owner?: string | undefined;
      readonly limit?: number | undefined;
      readonly cause?: Phase | undefined;
    };
    readonly value: Report;
  };
  /** GET /v1/reports/minutes/dossiers · The dossiers behind a number of the report on minutes */
  listMinutesBehind: {
    readonly args: {
      readonly by?: 'agency' | 'pair' | 'sender' | 'receiver' | 'procedure' | 'cause' | 'period' | undefined;
      readonly period?: 'day' | 'week' | 'month' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly sender?: string | undefined;
      readonly receiver?: string | undefined;
      readonly owner?: string | undefined;
      readonly key?: string | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
      readonly cause?: Phase | undefined;
    };
    readonly value: ReportDossiers;
  };
  /** GET /v1/reports/on-time · On-time figures by field, agency, procedure or month, with their denominators  Every dossier of the period is counted once: as received or carried over, and in one state at its end (or now, where it has not ended). By month, each month is a period of its own. */
  readOnTime: {
    readonly args: {
      readonly by?: 'field' | 'agency' | 'procedure' | 'month' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly field?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly value: OnTimeReport;
  };
  /** GET /v1/reports/on-time/dossiers · The dossiers behind a number of the on-time report */
  listOnTimeDossiers: {
    readonly args: {
      readonly by?: 'field' | 'agency' | 'procedure' | 'month' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly field?: string | undefined;
      readonly key?: string | undefined;
      readonly measure?:
        | 'received'
        | 'carriedOver'
        | 'resolvedEarly'
        | 'resolvedOnTime'
        | 'resolvedOverdue'
        | 'resolvedUnknown'
        | 'withdrawn'
        | 'closed'
        | 'openInTime'
        | 'openOverdue'
        | 'openResting'
        | 'openUnknown'
        | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: OnTimeDossiers;
  };
  /** GET /v1/reports/slack · Heat map: open dossiers by holder, procedure and time left  Over the dossiers the caller may see as a whole, of his agency and of those he supervises. */
  readSlack: {
    readonly args: {
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly value: Slack;
  };
  /** GET /v1/reports/slack/dossiers · The dossiers behind a cell of the heat map */
  listSlackDossiers: {
    readonly args: {
      readonly agency?: string | undefined;
      readonly procedure?: string | undefined;
      readonly band?: 'overdue' | 'under4h' | 'underDay' | 'under3Days' | 'more' | 'resting' | 'unknown' | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };
    readonly value: SlackDossiers;
  };
  /** GET /v1/risk-rules · The list of risk rules: what each reads, what it says at which level, and which acts it advises */
  listRiskRules: {
    readonly args: Readonly<Record<string, never>>;
    readonly value: RiskRules;
  };
  /** POST /v1/routing/resolve · Find the agency that is competent to decide */
  resolveJurisdiction: {
    readonly args: {
      readonly body: {
        readonly procedureCode: string;
        /** The same facts as an intake takes down */
        readonly jurisdiction?: AreaFacts | undefined;
        /** Mặc định: cơ quan của người hỏi · left out: the caller’s own */
        readonly receivingAgency?: string | undefined;
        /** Ngày tiếp nhận, mặc định hôm nay · day of reception, today when left out */
        readonly day?: string | undefined;
      };
    };
    readonly value: Resolution;
  };
}

/** How each operation is asked over HTTP. */
export const OPERATIONS = {
  completeSignIn: { method: 'GET', path: '/auth/callback', query: ['code', 'state'], keyed: false, open: true },
  beginSignIn: { method: 'GET', path: '/auth/login', query: [], keyed: false, open: true },
  signOut: { method: 'POST', path: '/auth/logout', query: [], keyed: false, open: false },
  readMe: { method: 'GET', path: '/auth/me', query: [], keyed: false, open: false },
  readDemoClock: { method: 'GET', path: '/demo/clock', query: [], keyed: false, open: true },
  advanceDemoClock: { method: 'POST', path: '/demo/clock', query: [], keyed: false, open: true },
  listDemoIdentities: { method: 'GET', path: '/demo/identities', query: [], keyed: false, open: true },
  signInToDemo: { method: 'POST', path: '/demo/sign-in', query: [], keyed: false, open: true },
  readDocs: { method: 'GET', path: '/docs', query: [], keyed: false, open: true },
  readAsyncApi: { method: 'GET', path: '/docs/asyncapi.json', query: [], keyed: false, open: true },
  readOpenApi: { method: 'GET', path: '/docs/openapi.json', query: [], keyed: false, open: true },
  readProblemCatalogue: { method: 'GET', path: '/docs/problems', query: [], keyed: false, open: true },
  isLive: { method: 'GET', path: '/health/live', query: [], keyed: false, open: true },
  isReady: { method: 'GET', path: '/health/ready', query: [], keyed: false, open: true },
  readMetrics: { method: 'GET', path: '/metrics', query: [], keyed: false, open: true },
  trackDossier: { method: 'GET', path: '/track/{code}', query: ['k'], keyed: false, open: true },
  readAdministrationJournal: {
    method: 'GET',
    path: '/v1/administration/journal',
    query: ['kind', 'subject', 'agency', 'cursor', 'limit'],
    keyed: false,
    open: false,
  },
  listAgencies: {
    method: 'GET',
    path: '/v1/agencies',
    query: ['q', 'province', 'commune', 'kind', 'cursor', 'limit'],
    keyed: false,
    open: false,
  },
  readBusAccess: { method: 'GET', path: '/v1/agencies/me/bus', query: [], keyed: false, open: false },
  listAgencyOfficers: { method: 'GET', path: '/v1/agencies/me/officers', query: [], keyed: false, open: false },
  readAgency: { method: 'GET', path: '/v1/agencies/{id}', query: [], keyed: false, open: false },
  listApiKeys: { method: 'GET', path: '/v1/agencies/{id}/api-keys', query: [], keyed: false, open: false },
  makeApiKey: { method: 'POST', path: '/v1/agencies/{id}/api-keys', query: [], keyed: true, open: false },
  revokeApiKey: {
    method: 'POST',
    path: '/v1/agencies/{id}/api-keys/{key}/revoke',
    query: [],
    keyed: false,
    open: false,
  },
  listAgencyKeys: { method: 'GET', path: '/v1/agencies/{id}/keys', query: [], keyed: false, open: false },
  registerAgencyKey: { method: 'POST', path: '/v1/agencies/{id}/keys', query: [], keyed: false, open: false },
  revokeAgencyKey: {
    method: 'POST',
    path: '/v1/agencies/{id}/keys/{kid}/revoke',
    query: [],
    keyed: false,
    open: false,
  },
  listOfficers: {
    method: 'GET',
    path: '/v1/agencies/{id}/officers',
    query: ['cursor', 'limit'],
    keyed: false,
    open: false,
  },
  addOfficer: { method: 'POST', path: '/v1/agencies/{id}/officers', query: [], keyed: true, open: false },
  readOfficer: { method: 'GET', path: '/v1/agencies/{id}/officers/{officer}', query: [], keyed: false, open: false },
  changeOfficer: { method: 'PUT', path: '/v1/agencies/{id}/officers/{officer}', query: [], keyed: false, open: false },
  withdrawAccount: {
    method: 'DELETE',
    path: '/v1/agencies/{id}/officers/{officer}/account',
    query: [],
    keyed: false,
    open: false,
  },
  giveAccount: {
    method: 'POST',
    path: '/v1/agencies/{id}/officers/{officer}/account',
    query: [],
    keyed: true,
    open: false,
  },
  changeRoles: {
    method: 'PUT',
    path: '/v1/agencies/{id}/officers/{officer}/account',
    query: [],
    keyed: false,
    open: false,
  },
  readReception: { method: 'GET', path: '/v1/agencies/{id}/reception', query: [], keyed: false, open: false },
  listAlerts: {
    method: 'GET',
    path: '/v1/alerts',
    query: [
      'state',
      'level',
      'rule',
      'agency',
      'procedure',
      'decision',
      'stage',
      'assigned',
      'asOf',
      'sort',
      'limit',
      'cursor',
    ],
    keyed: false,
    open: false,
  },
  readAlertEvents: { method: 'GET', path: '/v1/alerts/events', query: ['after', 'limit'], keyed: false, open: false },
  streamAlerts: { method: 'GET', path: '/v1/alerts/stream', query: ['after', 'seconds'], keyed: false, open: false },
  readAlert: {
    method: 'GET',
    path: '/v1/alerts/{id}',
    query: ['members', 'asOf', 'limit', 'cursor'],
    keyed: false,
    open: false,
  },
  acknowledgeAlert: { method: 'POST', path: '/v1/alerts/{id}/acknowledge', query: [], keyed: true, open: false },
  assignAlert: { method: 'POST', path: '/v1/alerts/{id}/assign', query: [], keyed: true, open: false },
  resolveAlert: { method: 'POST', path: '/v1/alerts/{id}/resolve', query: [], keyed: true, open: false },
  snoozeAlert: { method: 'POST', path: '/v1/alerts/{id}/snooze', query: [], keyed: true, open: false },
  unsnoozeAlert: { method: 'POST', path: '/v1/alerts/{id}/unsnooze', query: [], keyed: true, open: false },
  listAmendments: { method: 'GET', path: '/v1/amendments', query: ['cursor', 'limit'], keyed: false, open: false },
  draftAmendment: { method: 'POST', path: '/v1/amendments', query: [], keyed: true, open: false },
  getAmendment: { method: 'GET', path: '/v1/amendments/{amendment}', query: [], keyed: false, open: false },
  replaceAmendment: { method: 'PUT', path: '/v1/amendments/{amendment}', query: [], keyed: false, open: false },
  approveAmendment: { method: 'POST', path: '/v1/amendments/{amendment}/approve', query: [], keyed: true, open: false },
  listAmendedDossiers: {
    method: 'GET',
    path: '/v1/amendments/{amendment}/dossiers',
    query: ['cursor', 'limit', 'state', 'becomesOverdue'],
    keyed: false,
    open: false,
  },
  lookAtAmendment: { method: 'POST', path: '/v1/amendments/{amendment}/dry-run', query: [], keyed: true, open: false },
  revertAmendment: { method: 'POST', path: '/v1/amendments/{amendment}/revert', query: [], keyed: true, open: false },
  approveRevert: {
    method: 'POST',
    path: '/v1/amendments/{amendment}/revert/approve',
    query: [],
    keyed: true,
    open: false,
  },
  findAreas: { method: 'GET', path: '/v1/areas', query: ['q', 'province', 'limit'], keyed: false, open: false },
  listCalendars: { method: 'GET', path: '/v1/calendars', query: [], keyed: false, open: false },
  previewCalendar: {
    method: 'POST',
    path: '/v1/calendars/{calendar}/preview',
    query: ['limit', 'cursor'],
    keyed: false,
    open: false,
  },
  listCalendarVersions: {
    method: 'GET',
    path: '/v1/calendars/{calendar}/versions',
    query: [],
    keyed: false,
    open: false,
  },
  draftCalendar: { method: 'POST', path: '/v1/calendars/{calendar}/versions', query: [], keyed: true, open: false },
  dropCalendarDraft: {
    method: 'DELETE',
    path: '/v1/calendars/{calendar}/versions/{version}',
    query: [],
    keyed: false,
    open: false,
  },
  readCalendarVersion: {
    method: 'GET',
    path: '/v1/calendars/{calendar}/versions/{version}',
    query: [],
    keyed: false,
    open: false,
  },
  replaceCalendarDraft: {
    method: 'PUT',
    path: '/v1/calendars/{calendar}/versions/{version}',
    query: [],
    keyed: false,
    open: false,
  },
  previewCalendarDraft: {
    method: 'GET',
    path: '/v1/calendars/{calendar}/versions/{version}/preview',
    query: ['limit', 'cursor'],
    keyed: false,
    open: false,
  },
  publishCalendar: {
    method: 'POST',
    path: '/v1/calendars/{calendar}/versions/{version}/publish',
    query: [],
    keyed: true,
    open: false,
  },
  readRestatement: {
    method: 'GET',
    path: '/v1/calendars/{calendar}/versions/{version}/restatement',
    query: [],
    keyed: false,
    open: false,
  },
  submitBatch: { method: 'POST', path: '/v1/commands', query: [], keyed: true, open: false },
  listCompetences: {
    method: 'GET',
    path: '/v1/competences',
    query: ['procedure', 'area', 'agency', 'cursor', 'limit'],
    keyed: false,
    open: false,
  },
  addCompetence: { method: 'POST', path: '/v1/competences', query: [], keyed: true, open: false },
  endCompetence: { method: 'POST', path: '/v1/competences/{competence}/end', query: [], keyed: true, open: false },
  listConflicts: {
    method: 'GET',
    path: '/v1/conflicts',
    query: ['state', 'asOf', 'limit', 'cursor'],
    keyed: false,
    open: false,
  },
  listDossiers: {
    method: 'GET',
    path: '/v1/dossiers',
    query: ['phase', 'state', 'holder', 'procedure', 'overdue', 'dueBefore', 'q', 'sort', 'limit', 'cursor'],
    keyed: false,
    open: false,
  },
  openDossier: { method: 'POST', path: '/v1/dossiers', query: ['dryRun'], keyed: true, open: false },
  readDossier: { method: 'GET', path: '/v1/dossiers/{code}', query: ['asOf', 'persons'], keyed: false, open: false },
  readApologies: { method: 'GET', path: '/v1/dossiers/{code}/apologies', query: ['asOf'], keyed: false, open: false },
  readClocks: { method: 'GET', path: '/v1/dossiers/{code}/clocks', query: ['asOf'], keyed: false, open: false },
  explainClock: {
    method: 'GET',
    path: '/v1/dossiers/{code}/clocks/{clockId}/explain',
    query: ['asOf', 'minute'],
    keyed: false,
    open: false,
  },
  actOnDossier: { method: 'POST', path: '/v1/dossiers/{code}/commands', query: ['dryRun'], keyed: true, open: false },
  exportEvidence: { method: 'GET', path: '/v1/dossiers/{code}/evidence', query: [], keyed: false, open: false },
  explainPromise: {
    method: 'GET',
    path: '/v1/dossiers/{code}/promise/explain',
    query: ['asOf'],
    keyed: false,
    open: false,
  },
  readReceipts: { method: 'GET', path: '/v1/dossiers/{code}/receipts', query: [], keyed: false, open: false },
  readTimeline: { method: 'GET', path: '/v1/dossiers/{code}/timeline', query: ['asOf'], keyed: false, open: false },
  readEvents: { method: 'GET', path: '/v1/events', query: ['after', 'limit', 'wait'], keyed: false, open: false },
  askFeasibility: { method: 'POST', path: '/v1/feasibility', query: [], keyed: false, open: false },
  compareHoldings: { method: 'POST', path: '/v1/holdings/compare', query: [], keyed: false, open: false },
  readInbox: {
    method: 'GET',
    path: '/v1/inbox',
    query: ['queue', 'assignee', 'q', 'limit', 'cursor'],
    keyed: false,
    open: false,
  },
  issueToken: { method: 'POST', path: '/v1/oauth/token', query: [], keyed: false, open: true },
  listOutages: { method: 'GET', path: '/v1/outages', query: ['limit', 'cursor'], keyed: false, open: false },
  recordOutage: { method: 'POST', path: '/v1/outages', query: [], keyed: true, open: false },
  readOutage: { method: 'GET', path: '/v1/outages/{outage}', query: [], keyed: false, open: false },
  approveOutage: { method: 'POST', path: '/v1/outages/{outage}/approve', query: [], keyed: true, open: false },
  cancelOutage: { method: 'POST', path: '/v1/outages/{outage}/cancel', query: [], keyed: true, open: false },
  correctOutage: { method: 'POST', path: '/v1/outages/{outage}/correct', query: [], keyed: true, open: false },
  previewOutage: { method: 'GET', path: '/v1/outages/{outage}/preview', query: [], keyed: false, open: false },
  listProcedures: {
    method: 'GET',
    path: '/v1/procedures',
    query: ['q', 'field', 'published', 'limit', 'cursor'],
    keyed: false,
    open: false,
  },
  readProcedure: { method: 'GET', path: '/v1/procedures/{code}', query: [], keyed: false, open: false },
  listVersions: { method: 'GET', path: '/v1/procedures/{code}/versions', query: [], keyed: false, open: false },
  draftVersion: { method: 'POST', path: '/v1/procedures/{code}/versions', query: [], keyed: true, open: false },
  dropDraft: {
    method: 'DELETE',
    path: '/v1/procedures/{code}/versions/{version}',
    query: [],
    keyed: false,
    open: false,
  },
  readProcedureVersion: {
    method: 'GET',
    path: '/v1/procedures/{code}/versions/{version}',
    query: [],
    keyed: false,
    open: false,
  },
  replaceDraft: {
    method: 'PUT',
    path: '/v1/procedures/{code}/versions/{version}',
    query: [],
    keyed: false,
    open: false,
  },
  diffVersions: {
    method: 'GET',
    path: '/v1/procedures/{code}/versions/{version}/diff',
    query: ['against'],
    keyed: false,
    open: false,
  },
  readVersionFeasibility: {
    method: 'GET',
    path: '/v1/procedures/{code}/versions/{version}/feasibility',
    query: ['effectiveFrom', 'proofs'],
    keyed: false,
    open: false,
  },
  lintVersion: {
    method: 'GET',
    path: '/v1/procedures/{code}/versions/{version}/lint',
    query: [],
    keyed: false,
    open: false,
  },
  readMachine: {
    method: 'GET',
    path: '/v1/procedures/{code}/versions/{version}/machine',
    query: [],
    keyed: false,
    open: false,
  },
  publishVersion: {
    method: 'POST',
    path: '/v1/procedures/{code}/versions/{version}/publish',
    query: [],
    keyed: true,
    open: false,
  },
  retireVersion: {
    method: 'POST',
    path: '/v1/procedures/{code}/versions/{version}/retire',
    query: [],
    keyed: true,
    open: false,
  },
  reportLateEntry: {
    method: 'GET',
    path: '/v1/reports/late-entry',
    query: ['by', 'period', 'from', 'to', 'procedure', 'agency', 'limit'],
    keyed: false,
    open: false,
  },
  listLateEntries: {
    method: 'GET',
    path: '/v1/reports/late-entry/facts',
    query: ['by', 'period', 'from', 'to', 'procedure', 'agency', 'key', 'band', 'limit', 'cursor'],
    keyed: false,
    open: false,
  },
  reportLateness: {
    method: 'GET',
    path: '/v1/reports/lateness',
    query: ['by', 'period', 'from', 'to', 'agency', 'procedure', 'sender', 'receiver', 'owner', 'limit', 'cause'],
    keyed: false,
    open: false,
  },
  listLatenessBehind: {
    method: 'GET',
    path: '/v1/reports/lateness/dossiers',
    query: [
      'by',
      'period',
      'from',
      'to',
      'agency',
      'procedure',
      'sender',
      'receiver',
      'owner',
      'key',
      'limit',
      'cursor',
      'cause',
    ],
    keyed: false,
    open: false,
  },
  reportMinutes: {
    method: 'GET',
    path: '/v1/reports/minutes',
    query: ['by', 'period', 'from', 'to', 'agency', 'procedure', 'sender', 'receiver', 'owner', 'limit', 'cause'],
    keyed: false,
    open: false,
  },
  listMinutesBehind: {
    method: 'GET',
    path: '/v1/reports/minutes/dossiers',
    query: [
      'by',
      'period',
      'from',
      'to',
      'agency',
      'procedure',
      'sender',
      'receiver',
      'owner',
      'key',
      'limit',
      'cursor',
      'cause',
    ],
    keyed: false,
    open: false,
  },
  readOnTime: {
    method: 'GET',
    path: '/v1/reports/on-time',
    query: ['by', 'from', 'to', 'agency', 'procedure', 'field', 'limit'],
    keyed: false,
    open: false,
  },
  listOnTimeDossiers: {
    method: 'GET',
    path: '/v1/reports/on-time/dossiers',
    query: ['by', 'from', 'to', 'agency', 'procedure', 'field', 'key', 'measure', 'limit', 'cursor'],
    keyed: false,
    open: false,
  },
  readSlack: {
    method: 'GET',
    path: '/v1/reports/slack',
    query: ['agency', 'procedure', 'limit'],
    keyed: false,
    open: false,
  },
  listSlackDossiers: {
    method: 'GET',
    path: '/v1/reports/slack/dossiers',
    query: ['agency', 'procedure', 'band', 'limit', 'cursor'],
    keyed: false,
    open: false,
  },
  listRiskRules: { method: 'GET', path: '/v1/risk-rules', query: [], keyed: false, open: false },
  resolveJurisdiction: { method: 'POST', path: '/v1/routing/resolve', query: [], keyed: false, open: false },
} as const;
