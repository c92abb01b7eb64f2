// Made of apps/routing/openapi.json by `npm run generate -w @lien-thong/client`; a difference fails a test.

export type Phase =
  | 'submitted'
  | 'received'
  | 'jurisdictionPending'
  | 'inTransfer'
  | 'awaitingAcceptance'
  | 'transferReturned'
  | 'processing'
  | 'awaitingSupplement'
  | 'awaitingPayment'
  | 'suspended'
  | 'decided'
  | 'resultInTransfer'
  | 'readyForReturn'
  | 'receptionRefused'
  | 'returned'
  | 'withdrawn'
  | 'closed';

export type EventType =
  | 'dossier.submitted.v1'
  | 'dossier.received.v1'
  | 'dossier.receptionRefused.v1'
  | 'dossier.jurisdictionResolved.v1'
  | 'dossier.transferDispatched.v1'
  | 'dossier.transferDelivered.v1'
  | 'dossier.transferAccepted.v1'
  | 'dossier.transferRefused.v1'
  | 'dossier.transferRecalled.v1'
  | 'dossier.transferRedirected.v1'
  | 'dossier.assigned.v1'
  | 'dossier.stepStarted.v1'
  | 'dossier.stepCompleted.v1'
  | 'dossier.consultationRequested.v1'
  | 'dossier.consultationAnswered.v1'
  | 'dossier.consultationCancelled.v1'
  | 'dossier.supplementRequested.v1'
  | 'dossier.supplementProvided.v1'
  | 'dossier.paymentRequested.v1'
  | 'dossier.paymentConfirmed.v1'
  | 'dossier.suspended.v1'
  | 'dossier.resumed.v1'
  | 'dossier.decided.v1'
  | 'dossier.resultDispatched.v1'
  | 'dossier.resultArrived.v1'
  | 'dossier.applicantNotified.v1'
  | 'dossier.resultReturned.v1'
  | 'dossier.withdrawn.v1'
  | 'dossier.closed.v1'
  | 'dossier.limitExtended.v1'
  | 'dossier.apologyIssued.v1'
  | 'dossier.apologyDelivered.v1'
  | 'dossier.receptionCorrected.v1'
  | 'dossier.calendarRestated.v1'
  | 'dossier.versionAmended.v1'
  | 'dossier.outageRelieved.v1'
  | 'dossier.subDeadlinesRecut.v1'
  | 'dossier.clockWarned.v1'
  | 'dossier.clockRunsLow.v1'
  | 'dossier.clockBreached.v1'
  | 'dossier.transferLapsed.v1'
  | 'dossier.timeCorrected.v1'
  | 'dossier.lateFactsEntered.v1'
  | 'dossier.conflictFound.v1'
  | 'dossier.conflictResolved.v1';

export type CommandName =
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
  | 'resolveConflict';

/** Tiếp nhận hồ sơ được chuyển tới · awaitingAcceptance → processing; by the competent agency, which has custody from then on. */
export interface AcceptTransferCommand {
  readonly type: 'acceptTransfer';
  readonly occurredAt?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface AccountBody {
  /** Mặc định: nơi hệ thống đang dùng · left out: the provider in use */
  readonly issuer?: string | undefined;
  readonly subject: string;
  readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
}

export interface AccountChange {
  readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
}

export interface ActedCompetence {
  readonly id: string;
  readonly agency: AgencyRef;
  /** Null: cả lĩnh vực · for the whole field */
  readonly procedureCode: string | null;
  readonly field: string | null;
  readonly level: 'commune' | 'province';
  /** Null: mọi địa bàn · everywhere */
  readonly areas: readonly { readonly code: string; readonly name: string }[] | null;
  readonly validFrom: string;
  /** Last day in force */
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly verified: 'yes' | 'partial' | 'inferred' | 'no';
  /** Answered before under this key */
  readonly replayed: boolean;
}

export interface ActedOfficer {
  readonly id: string;
  readonly agency: AgencyRef;
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  readonly active: boolean;
  /** ETag là "v<revision>" · one more with each change of the officer or of his account */
  readonly revision: number;
  readonly account: OfficerAccount | null;
  /** Answered before under this key */
  readonly replayed: boolean;
}

export interface ActedOnAlert {
  readonly id: string;
  /** Acts of persons on it: the ETag is made of it */
  readonly version: number;
  readonly state: 'open' | 'acknowledged' | 'snoozed' | 'settled' | 'resolved' | 'withdrawn';
  /** Number of the event that was written */
  readonly n: number;
  /** The same request under the same key was done before */
  readonly replayed: boolean;
}

export interface AdministrationAct {
  readonly kind: 'person' | 'software';
  /** Mã cán bộ, hoặc mã cơ quan của phần mềm · an officer id, or the agency whose software it was */
  readonly id: string;
  /** Giờ của hệ thống · domain time, RFC 3339, UTC */
  readonly at: string;
}

export interface AdministrationEntry {
  /** Thứ tự · in the order of commits */
  readonly n: number;
  /** Giờ của hệ thống · domain time */
  readonly at: string;
  /** Giờ máy chủ · time of the machine */
  readonly recordedAt: string;
  readonly actor: {
    readonly kind: 'person' | 'software';
    /** Mã cán bộ, hoặc phần công khai của khóa · officer id, or the public part of the key */
    readonly id: string;
    /** Họ tên hiện nay của cán bộ · as he is called now; null for software */
    readonly name: string | null;
    readonly agency: AgencyRef;
  };
  readonly action:
    | 'officerAdded'
    | 'officerChanged'
    | 'accountGiven'
    | 'rolesChanged'
    | 'accountWithdrawn'
    | 'keyMade'
    | 'keyRevoked'
    | 'competenceAdded'
    | 'competenceEnded';
  readonly subject: {
    readonly kind: 'officer' | 'account' | 'apiKey' | 'competence';
    readonly id: string;
    /** Họ tên cán bộ, hoặc tên phần mềm · of the officer, or of the software */
    readonly name: string | null;
  };
  readonly agency: AgencyRef;
  /** Như trước đó · as it was; null: it was not there */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

export interface AdministrationJournal {
  readonly entries: readonly AdministrationEntry[];
  readonly next: string | null;
}

export interface Agencies {
  readonly agencies: readonly Agency[];
  readonly next: string | null;
}

export interface Agency {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly nameEn: string;
  readonly level: 'ministry' | 'province' | 'commune';
  readonly kind:
    | 'peoplesCommittee'
    | 'communePolice'
    | 'department'
    | 'landRegistrationOffice'
    | 'taxAuthority'
    | 'inspectionStation'
    | 'publicServiceCentre'
    | 'supervisor';
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly oneStopUnit: { readonly name: string; readonly nameEn: string } | null;
  readonly consoleOnly: boolean;
  readonly deskHours:
    | readonly {
        readonly from?: string | undefined;
        readonly week: {
          readonly mon: readonly { readonly from: string; readonly to: string }[];
          readonly tue: readonly { readonly from: string; readonly to: string }[];
          readonly wed: readonly { readonly from: string; readonly to: string }[];
          readonly thu: readonly { readonly from: string; readonly to: string }[];
          readonly fri: readonly { readonly from: string; readonly to: string }[];
          readonly sat: readonly { readonly from: string; readonly to: string }[];
          readonly sun: readonly { readonly from: string; readonly to: string }[];
        };
        readonly notice: string;
      }[]
    | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly verified: 'yes' | 'partial' | 'inferred' | 'no';
}

export interface AgencyKey {
  /** JWK thumbprint (RFC 7638) */
  readonly kid: string;
  readonly agencyId: string;
  /** `hub`: the service signs for the agency and names the person */
  readonly heldBy: 'agency' | 'hub';
  readonly jwk: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly rotatedAt: string | null;
  readonly revokedAt: string | null;
}

export interface AgencyKeys {
  readonly keys: readonly AgencyKey[];
  /** Khóa niêm phong hồ sơ chứng cứ · the key exported evidence is sealed with */
  readonly hub: {
    readonly kid: string;
    readonly jwk: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };
  };
}

export interface AgencyRef {
  readonly id: string;
  /** Mã định danh điện tử · electronic identifier, at the head of its dossier codes */
  readonly identifier: string;
  readonly name: string;
  readonly nameEn: string;
}

export interface Alert {
  readonly id: string;
  /** Acts of persons on it: the ETag is made of it */
  readonly version: number;
  readonly state: 'open' | 'acknowledged' | 'snoozed' | 'settled' | 'resolved' | 'withdrawn';
  /** Of the gravest open finding under it */
  readonly level: 'unknown' | 'warning' | 'high' | 'breached';
  readonly rule:
    | 'structuralInfeasibility'
    | 'deliveryPending'
    | 'acceptancePending'
    | 'clockRunsOut'
    | 'remainingPlanExceedsRemainingTime'
    | 'bouncedTwice'
    | 'supplementAboutToLapse'
    | 'deskClosesBeforeDue'
    | 'systemOutage'
    | 'openConflict'
    | 'cannotBeComputed';
  readonly cause:
    | 'infeasible'
    | 'transitStuck'
    | 'receiverSlow'
    | 'holderSlow'
    | 'planTooLong'
    | 'sentToAndFro'
    | 'applicantAwaited'
    | 'deskCloses'
    | 'systemDown'
    | 'conflictUnsettled'
    | 'calendarDoesNotReach'
    | 'jurisdictionUnknown'
    | 'noPromise';
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly owner: {
    /** Whose minutes they are */
    readonly kind: 'agency' | 'exchange' | 'publicPost' | 'applicant' | 'system' | 'external' | 'nobody';
    /** Cơ quan có người xử lý được · whose people can do something about it */
    readonly agency: AgencyRef | null;
  };
  readonly decision: {
    /** A command, or the duty of the owner */
    readonly act:
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
      | 'resolveConflict';
    readonly isCommand: boolean;
    readonly name: string;
    readonly nameEn: string;
    /** Ai được làm · who may: relations to the dossier, owner or supervisor */
    readonly by: readonly (
      | 'receiving'
      | 'competent'
      | 'addressed'
      | 'consulted'
      | 'holder'
      | 'supervisorOverBoth'
      | 'coordinator'
      | 'engine'
      | 'owner'
      | 'supervisor'
    )[];
  };
  readonly system: string | null;
  /** Procedure version or calendar that it is about */
  readonly about: string | null;
  /** Còn đang mở, trong phạm vi được biết · open ones, of dossiers the caller may know of */
  readonly members: {
    readonly dossiers: number;
    readonly findings: number;
    /** Null in a former view: the levels of then are not kept one by one */
    readonly byLevel: {
      readonly unknown: number;
      readonly warning: number;
      readonly high: number;
      readonly breached: number;
    } | null;
  };
  readonly openedAt: string;
  readonly changedAt: string;
  /** Where in the chain it stands */
  readonly stage: {
    readonly stage: 'unit' | 'commune' | 'province';
    readonly name: string;
    readonly nameEn: string;
    readonly agencies: readonly AgencyRef[];
  } | null;
  readonly chain: readonly {
    readonly stage: 'unit' | 'commune' | 'province';
    readonly name: string;
    readonly nameEn: string;
    readonly agencies: readonly AgencyRef[];
  }[];
  /** When the next in the chain is told unless somebody reacts */
  readonly escalatesAt: string | null;
  /** Id of the officer */
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: string | null;
  readonly snoozedUntil: string | null;
  readonly assignedTo: string | null;
  readonly closedAt: string | null;
  /** facts, byHand, or what took its ground away */
  readonly closeReason: string | null;
}

export interface AlertEvent {
  /** Số thứ tự; dùng để đọc tiếp · number in the order of what happened: go on after it */
  readonly n: number;
  readonly alertId: string;
  readonly kind:
    | 'opened'
    | 'joined'
    | 'changed'
    | 'left'
    | 'reopened'
    | 'escalated'
    | 'acknowledged'
    | 'snoozed'
    | 'assigned'
    | 'settled'
    | 'resolved'
    | 'withdrawn';
  readonly at: string;
  /** Người thực hiện; null: hệ thống · the person, or null for the system */
  readonly by: { readonly officerId: string; readonly agency: AgencyRef } | null;
  /** Codes of those that joined, moved or left by it and that the caller may know of; 20 at most */
  readonly dossiers: readonly string[];
  /** Why it was reopened, put off, settled or withdrawn */
  readonly reason: string | null;
  /** Put off until */
  readonly until: string | null;
  readonly assignedTo: string | null;
  /** `dueAt`: the true minute at which it went up the chain */
  readonly escalated: {
    readonly stage: 'unit' | 'commune' | 'province';
    readonly to: readonly AgencyRef[];
    readonly dueAt: string;
  } | null;
  /** The last it had, when the facts resolved it */
  readonly level: 'unknown' | 'warning' | 'high' | 'breached' | null;
}

export interface AlertEventPage {
  readonly events: readonly AlertNews[];
  /** Where to go on, also when there was nothing new for the caller */
  readonly next: number;
  /** The page was full: there may be more */
  readonly more: boolean;
}

export interface AlertList {
  /** The moment it was reckoned to: now, or the one asked for */
  readonly at: string;
  readonly alerts: readonly Alert[];
  readonly next: string | null;
  /** Của mọi cảnh báo khớp bộ lọc, không chỉ trang này · of all that fits the filters, not of the page */
  readonly counts: {
    readonly total: number;
    readonly byLevel: Readonly<Record<string, number>>;
    readonly byState: Readonly<Record<string, number>>;
    readonly byRule: Readonly<Record<string, number>>;
    readonly byCause: Readonly<Record<string, number>>;
    readonly byDecision: Readonly<Record<string, number>>;
  };
}

export interface AlertMember {
  /** Mã hồ sơ · code of the dossier */
  readonly code: string;
  /** Id of the clock it rests on */
  readonly clock: string | null;
  /** 0 without a clock */
  readonly epoch: number;
  readonly level: 'unknown' | 'warning' | 'high' | 'breached';
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly cause: {
    readonly code: string;
    readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  };
  /** True first minute of the finding at this level, whenever it was noticed */
  readonly rungAt: string | null;
  /** Rungs of the clock told so far */
  readonly told: readonly string[];
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closeReason: string | null;
}

export interface AlertNews {
  readonly event: AlertEvent;
  readonly alert: Alert;
}

export interface AlertWithMembers {
  readonly id: string;
  /** Acts of persons on it: the ETag is made of it */
  readonly version: number;
  readonly state: 'open' | 'acknowledged' | 'snoozed' | 'settled' | 'resolved' | 'withdrawn';
  /** Of the gravest open finding under it */
  readonly level: 'unknown' | 'warning' | 'high' | 'breached';
  readonly rule:
    | 'structuralInfeasibility'
    | 'deliveryPending'
    | 'acceptancePending'
    | 'clockRunsOut'
    | 'remainingPlanExceedsRemainingTime'
    | 'bouncedTwice'
    | 'supplementAboutToLapse'
    | 'deskClosesBeforeDue'
    | 'systemOutage'
    | 'openConflict'
    | 'cannotBeComputed';
  readonly cause:
    | 'infeasible'
    | 'transitStuck'
    | 'receiverSlow'
    | 'holderSlow'
    | 'planTooLong'
    | 'sentToAndFro'
    | 'applicantAwaited'
    | 'deskCloses'
    | 'systemDown'
    | 'conflictUnsettled'
    | 'calendarDoesNotReach'
    | 'jurisdictionUnknown'
    | 'noPromise';
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly owner: {
    /** Whose minutes they are */
    readonly kind: 'agency' | 'exchange' | 'publicPost' | 'applicant' | 'system' | 'external' | 'nobody';
    /** Cơ quan có người xử lý được · whose people can do something about it */
    readonly agency: AgencyRef | null;
  };
  readonly decision: {
    /** A command, or the duty of the owner */
    readonly act:
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
      | 'resolveConflict';
    readonly isCommand: boolean;
    readonly name: string;
    readonly nameEn: string;
    /** Ai được làm · who may: relations to the dossier, owner or supervisor */
    readonly by: readonly (
      | 'receiving'
      | 'competent'
      | 'addressed'
      | 'consulted'
      | 'holder'
      | 'supervisorOverBoth'
      | 'coordinator'
      | 'engine'
      | 'owner'
      | 'supervisor'
    )[];
  };
  readonly system: string | null;
  /** Procedure version or calendar that it is about */
  readonly about: string | null;
  /** Còn đang mở, trong phạm vi được biết · open ones, of dossiers the caller may know of */
  readonly members: {
    readonly dossiers: number;
    readonly findings: number;
    /** Null in a former view: the levels of then are not kept one by one */
    readonly byLevel: {
      readonly unknown: number;
      readonly warning: number;
      readonly high: number;
      readonly breached: number;
    } | null;
  };
  readonly openedAt: string;
  readonly changedAt: string;
  /** Where in the chain it stands */
  readonly stage: {
    readonly stage: 'unit' | 'commune' | 'province';
    readonly name: string;
    readonly nameEn: string;
    readonly agencies: readonly AgencyRef[];
  } | null;
  readonly chain: readonly {
    readonly stage: 'unit' | 'commune' | 'province';
    readonly name: string;
    readonly nameEn: string;
    readonly agencies: readonly AgencyRef[];
  }[];
  /** When the next in the chain is told unless somebody reacts */
  readonly escalatesAt: string | null;
  /** Id of the officer */
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: string | null;
  readonly snoozedUntil: string | null;
  readonly assignedTo: string | null;
  readonly closedAt: string | null;
  /** facts, byHand, or what took its ground away */
  readonly closeReason: string | null;
  /** The moment it was reckoned to: now, or the one asked for */
  readonly at: string;
  /** Hồ sơ dưới cảnh báo · dossiers under it, in the order in which they joined */
  readonly findings: readonly AlertMember[];
  /** Cursor of the next page of findings */
  readonly next: string | null;
  /** What happened to it, newest first, 100 at most */
  readonly journal: readonly AlertEvent[];
}

export interface AmendedDossier {
  /** Mã hồ sơ · dossier code */
  readonly dossier: string;
  readonly fromVersion: number;
  readonly phase: Phase;
  readonly limitBefore: string;
  readonly limitAfter: string | null;
  readonly limitBy: 'kept' | 'rebaselined' | 'rescaled' | null;
  /** Nếu thời hạn chạy từ lúc xem · if the limit ran from the look on */
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
  /** Đồng hồ thành quá hạn chỉ vì thay đổi · clocks overdue by the change alone */
  readonly becomesOverdue: readonly string[];
  /** Việc không còn được làm · commands no longer allowed */
  readonly loses: readonly string[];
  /** Chỗ đứng ở bản mới · where it would stand */
  readonly image: Readonly<Record<string, unknown>> | null;
  /** Vì sao ở lại bản cũ · why it stays */
  readonly stays: {
    readonly code: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly sentence: string;
    readonly sentenceEn: string;
  } | null;
  readonly named: boolean;
  readonly state:
    'moves' | 'stays' | 'pending' | 'amended' | 'leftOut' | 'stuck' | 'reverting' | 'reverted' | 'notReverted';
  /** Vì sao bị bỏ lại khi chạy · why it was left out */
  readonly result: {
    readonly code: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly sentence: string;
    readonly sentenceEn: string;
  } | null;
  readonly settledAt: string | null;
}

export interface AmendedDossiers {
  readonly amendment: string;
  readonly dossiers: readonly AmendedDossier[];
  readonly next: string | null;
}

export interface Amendment {
  readonly procedure: string;
  readonly fromVersions: readonly number[];
  readonly toVersion: number;
  /** grandfather: giữ bản cũ; rebaseline: thời hạn mới từ lúc bắt đầu; rescale: giữ tỷ lệ còn lại; mostFavourable: hạn nào sớm hơn cho người nộp · see ADR 0029 */
  readonly policy: 'grandfather' | 'rebaseline' | 'rescale' | 'mostFavourable';
  readonly selection: AmendmentSelection;
  /** Quy định chuyển tiếp · the transitional rule it rests on */
  readonly legalBasis: string;
  readonly reason: string;
  /** Số ngày được hoàn lại sau khi xong · days in which it may be taken back */
  readonly revertDays: number;
  readonly id: string;
  /** ETag là "v<revision>" · what If-Match compares */
  readonly revision: number;
  readonly state: 'draft' | 'looking' | 'looked' | 'running' | 'done' | 'incomplete' | 'reverting' | 'reverted';
  readonly drafted: AdministrationAct;
  readonly changed: AdministrationAct;
  readonly dryRun: { readonly at: string; readonly digest: string } | null;
  readonly approved: AdministrationAct | null;
  readonly finishedAt: string | null;
  readonly revertUntil: string | null;
  readonly revert: {
    readonly requested: AdministrationAct;
    readonly reason: string;
    readonly approved: AdministrationAct | null;
    readonly revertedAt: string | null;
  } | null;
  readonly counts: readonly {
    readonly state:
      'moves' | 'stays' | 'pending' | 'amended' | 'leftOut' | 'stuck' | 'reverting' | 'reverted' | 'notReverted';
    readonly dossiers: number;
    /** Quá hạn chỉ vì thay đổi này · overdue by the change alone */
    readonly becomeOverdue: number;
    readonly earlier: number;
    readonly later: number;
  }[];
  readonly reasons: readonly {
    readonly code: string;
    readonly dossiers: number;
    readonly sentence: string;
    readonly sentenceEn: string;
  }[];
  readonly replayed: boolean;
}

export interface AmendmentBody {
  readonly procedure: string;
  readonly fromVersions: readonly number[];
  readonly toVersion: number;
  /** grandfather: giữ bản cũ; rebaseline: thời hạn mới từ lúc bắt đầu; rescale: giữ tỷ lệ còn lại; mostFavourable: hạn nào sớm hơn cho người nộp · see ADR 0029 */
  readonly policy: 'grandfather' | 'rebaseline' | 'rescale' | 'mostFavourable';
  readonly selection?: AmendmentSelection | undefined;
  /** Quy định chuyển tiếp · the transitional rule it rests on */
  readonly legalBasis: string;
  readonly reason: string;
  /** Số ngày được hoàn lại sau khi xong · days in which it may be taken back */
  readonly revertDays: number;
}

export interface AmendmentSelection {
  readonly receivingAgencies?: readonly string[] | undefined;
  readonly phases?:
    | readonly (
        | 'submitted'
        | 'received'
        | 'jurisdictionPending'
        | 'inTransfer'
        | 'awaitingAcceptance'
        | 'transferReturned'
        | 'processing'
        | 'awaitingSupplement'
        | 'awaitingPayment'
        | 'suspended'
        | 'decided'
        | 'resultInTransfer'
        | 'readyForReturn'
      )[]
    | undefined;
  /** Tiếp nhận từ · received at or after */
  readonly receivedFrom?: string | undefined;
  /** Tiếp nhận trước · received before */
  readonly receivedBefore?: string | undefined;
}

export interface Amendments {
  readonly amendments: readonly Amendment[];
  readonly next: string | null;
}

export interface Answer {
  /** Mã hồ sơ; được đổi một lần khi hồ sơ mang mã tạm · changes once, where it was provisional */
  readonly code: string;
  /** Số hành vi của các bên; ETag là "v<version>" · acts of parties so far; the ETag is "v<version>" */
  readonly version: number;
  /** Number of the last event in the journal of the dossier */
  readonly seq: number;
  readonly phase: Phase;
  readonly eventIds: readonly string[];
  /** Đã trả lời trước đó · answered before under this key, and answered the same again */
  readonly replayed: boolean;
}

/** Trả lời lấy ý kiến · Closes an open consultation; by the consulted agency. */
export interface AnswerConsultationCommand {
  readonly type: 'answerConsultation';
  readonly occurredAt?: string | undefined;
  readonly consultation: string;
  readonly outcome: 'agreed' | 'disagreed' | 'noOpinion';
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface ApiKey {
  /** Phần công khai của khóa · the public part */
  readonly id: string;
  readonly agencyId: string;
  readonly label: string;
  readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
  readonly state: 'active' | 'expired' | 'revoked';
  /** Giờ thật · real time, like all instants of a key */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Lần dùng gần nhất, làm tròn theo giờ · last used, to the hour; null: never */
  readonly usedAt: string | null;
  /** Built in: refused outside the demonstration */
  readonly demo: boolean;
}

export interface ApiKeyBody {
  /** Phần mềm nào dùng · which software uses it */
  readonly label: string;
  readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
  /** Hết hạn lúc · when it ends by itself; left out: not by itself */
  readonly expiresAt?: string | undefined;
}

export interface ApiKeys {
  readonly keys: readonly ApiKey[];
}

export interface Apologies {
  readonly dossier: string;
  readonly form: { readonly number: '04'; readonly name: string; readonly nameEn: string };
  readonly legalBasis: readonly string[];
  /** Nơi giao cho người nộp · hands it to the applicant */
  readonly receivingAgency: AgencyRef;
  readonly receivedAt: string | null;
  readonly limitDueAt: string | null;
  readonly letters: readonly {
    readonly seq: number;
    readonly issuedAt: string;
    /** Cơ quan giải quyết · the competent agency */
    readonly issuedBy: { readonly agency: AgencyRef | null; readonly officerId: string | null };
    /** Mã lý do chậm · reason code */
    readonly reason: string;
    readonly promisedBefore: string | null;
    readonly newPromise: string;
    /** Số phút làm việc chậm so với ngày hẹn cũ · working minutes behind the former date */
    readonly laterByMinutes: number | null;
    /** Số phút làm việc ngày hẹn mới vượt thời hạn giải quyết · working minutes the new date lies behind the limit */
    readonly pastLimitMinutes: number | null;
    readonly delivered: {
      readonly at: string;
      readonly by: { readonly agency: AgencyRef | null; readonly officerId: string | null };
      readonly means: string;
    } | null;
  }[];
}

/** Xin lỗi và hẹn lại · A later date is promised, with a letter of apology; by the competent agency. */
export interface ApologiseCommand {
  readonly type: 'apologise';
  readonly occurredAt?: string | undefined;
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly newPromise: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface ApproveOutage {
  /** digest của đề nghị đã đọc · of the proposal that was read */
  readonly digest: string;
}

/** The places a rule of competence may ask for */
export interface AreaFacts {
  readonly residence?: Place | undefined;
  readonly assetLocation?: Place | undefined;
  readonly headOffice?: Place | undefined;
}

export interface Areas {
  readonly areas: readonly {
    readonly kind: 'province' | 'commune' | 'oldUnit';
    readonly code: string;
    readonly fullName: string;
    /** Of an old unit */
    readonly district: string | null;
    readonly province: string;
    readonly provinceCode: string;
    /** Xã, phường hiện nay · communes an old unit belongs to now; several: it was divided */
    readonly communeCodes: readonly string[];
  }[];
}

/** Phân công cán bộ · Open phases, unchanged; by the agency with custody. */
export interface AssignCommand {
  readonly type: 'assign';
  readonly occurredAt?: string | undefined;
  readonly officerId: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface BatchResult {
  readonly results: readonly ({ readonly answer: Opened | Answer } | { readonly problem: Problem })[];
  readonly accepted: number;
  readonly refused: number;
}

export interface Breaches {
  readonly starts: number;
  readonly breaching: number;
  /** Tỷ lệ phút tiếp nhận bị quá hạn, 0 đến 1 · share of the starts that breach */
  readonly share: number;
  /** Còn lại ở phút xấu nhất; âm là quá hạn · left at the worst start; negative: exceeded */
  readonly worstSlack: number;
  /** RFC 3339, UTC */
  readonly worstStart: string;
  /** Starts that have the worst slack */
  readonly worstStarts: number;
  /** 0–23, Asia/Ho_Chi_Minh */
  readonly hours: readonly { readonly hour: number; readonly starts: number; readonly breaching: number }[];
  /** 1 = Monday to 7 = Sunday */
  readonly weekdays: readonly { readonly weekday: number; readonly starts: number; readonly breaching: number }[];
  /** Days with at least one breaching start */
  readonly dates: readonly { readonly date: string; readonly starts: number; readonly breaching: number }[];
}

export type Budget =
  | { readonly unit: 'work'; readonly minutes: number }
  | { readonly unit: 'calendarDays'; readonly days: number }
  | { readonly unit: 'none' };

export interface BudgetSynthesis {
  readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome';
  readonly outcome: 'alreadySafe' | 'cut' | 'noBudgetsAreSafe' | 'notComputable';
  readonly changes: readonly { readonly leg: string; readonly fromMinutes: number; readonly toMinutes: number }[];
  /** Minutes taken from all legs together */
  readonly cutMinutes: number;
  /** The definition with it taken, to be drafted; null where no definition says it */
  readonly definition: ProcedureVersion | null;
  readonly proof: TimelineProof;
}

export interface BusAccess {
  /** Address of the broker; several of one cluster are separated by commas */
  readonly url: string;
  readonly user: string;
  /** Keep it like the API key; it changes when the operator renews all of them */
  readonly password: string;
  readonly stream: string;
  /** Durable pull consumer that is there already; explicit acknowledgement */
  readonly consumer: string;
  /** Beginning of the only subjects this user may listen on */
  readonly inboxPrefix: string;
}

export interface CalendarDefinition {
  readonly notice: CalendarNotice;
  /** Cần có khi ngày đã qua thay đổi · needed where days of the past change */
  readonly reason?: string | undefined;
  /** Chỉ của lịch quốc gia: năm đã có thông báo; các năm khác là tạm tính · years that are final */
  readonly noticedYears?: readonly number[] | undefined;
  /** Chỉ của lịch tỉnh · of a province only */
  readonly hours?:
    | readonly {
        readonly from?: string | undefined;
        readonly week: {
          readonly mon: readonly { readonly from: string; readonly to: string }[];
          readonly tue: readonly { readonly from: string; readonly to: string }[];
          readonly wed: readonly { readonly from: string; readonly to: string }[];
          readonly thu: readonly { readonly from: string; readonly to: string }[];
          readonly fri: readonly { readonly from: string; readonly to: string }[];
          readonly sat: readonly { readonly from: string; readonly to: string }[];
          readonly sun: readonly { readonly from: string; readonly to: string }[];
        };
        readonly notice: string;
      }[]
    | undefined;
  /** Toàn bộ, không chỉ phần thêm · all of them */
  readonly exceptions: readonly {
    readonly date: string;
    readonly kind: 'holiday' | 'compensatory' | 'swap' | 'makeup' | 'closure';
    readonly name: string;
    readonly notice: string;
    readonly provisional: boolean;
    readonly closed?: { readonly from: string; readonly to: string } | undefined;
  }[];
}

export interface CalendarDraft {
  readonly calendar: string;
  readonly version: number;
  /** Số lần sửa; ETag là "v<revision>" · what If-Match compares */
  readonly revision: number;
  /** Bản mới nhất khi soạn · the newest version when it was written */
  readonly basedOn: number | null;
  readonly replayed: boolean;
}

export interface CalendarNotice {
  /** Số, ký hiệu · number and symbol: 9441/TB-BNV */
  readonly number: string;
  /** Ngày ban hành · date of issue */
  readonly issuedOn: string;
  /** Cơ quan ban hành · who issued it */
  readonly issuer: string;
  /** Nơi đọc toàn văn · where it can be read */
  readonly link?: string | undefined;
}

export interface CalendarPreview {
  readonly calendar: string;
  readonly basedOn: number | null;
  /** Thời điểm tính · domain time at which it was reckoned */
  readonly at: string;
  /** Ngày khác với bản hiện hành, tối đa 400 · days that differ, at most 400 */
  readonly days: readonly string[];
  /** Hồ sơ đang mở đã xem · looked at */
  readonly openDossiers: number;
  readonly movedClocks: number;
  readonly earlier: number;
  readonly later: number;
  readonly becomeOverdue: number;
  readonly ceaseOverdue: number;
  readonly noLongerComputable: number;
  /** Nặng nhất trước · worst first */
  readonly changes: readonly MovedClocks[];
  readonly next: string | null;
}

export interface CalendarPublication {
  readonly calendar: string;
  readonly version: number;
  readonly notice: CalendarNotice;
  readonly published: AdministrationAct;
  /** Đợt tính lại hồ sơ đang mở; null khi không có gì phải tính lại · null where nothing has to be restated */
  readonly restatement: string | null;
  readonly replayed: boolean;
}

export interface CalendarVersion {
  readonly calendar: string;
  readonly version: number;
  readonly notice: CalendarNotice | null;
  readonly reason: string | null;
  readonly noticedYears: readonly number[] | null;
  readonly hours:
    | readonly {
        readonly from?: string | undefined;
        readonly week: {
          readonly mon: readonly { readonly from: string; readonly to: string }[];
          readonly tue: readonly { readonly from: string; readonly to: string }[];
          readonly wed: readonly { readonly from: string; readonly to: string }[];
          readonly thu: readonly { readonly from: string; readonly to: string }[];
          readonly fri: readonly { readonly from: string; readonly to: string }[];
          readonly sat: readonly { readonly from: string; readonly to: string }[];
          readonly sun: readonly { readonly from: string; readonly to: string }[];
        };
        readonly notice: string;
      }[]
    | null;
  readonly exceptions: readonly {
    readonly date: string;
    readonly kind: 'holiday' | 'compensatory' | 'swap' | 'makeup' | 'closure';
    readonly name: string;
    readonly notice: string;
    readonly provisional: boolean;
    readonly closed?: { readonly from: string; readonly to: string } | undefined;
  }[];
}

export interface CalendarVersions {
  readonly calendar: string;
  readonly versions: readonly {
    readonly version: number;
    /** Bản nháp chỉ hiện với quản trị · drafts are shown to admins only */
    readonly state: 'draft' | 'published';
    /** Null với bản có sẵn khi cài đặt: mỗi ngày nêu căn cứ riêng · null for what came with the installation */
    readonly notice: CalendarNotice | null;
    readonly reason: string | null;
    readonly revision: number | null;
    readonly basedOn: number | null;
    readonly drafted: AdministrationAct | null;
    readonly changed: AdministrationAct | null;
    readonly published: AdministrationAct | null;
  }[];
}

export interface Calendars {
  readonly calendars: readonly {
    readonly calendar: string;
    readonly kind: 'national' | 'province' | 'desk';
    /** Bản mới nhất đã công bố · the newest published version */
    readonly version: number;
    /** Số ngày khác với tuần thường · days that differ from their week */
    readonly days: number;
    /** Năm đã có thông báo · of the national calendar */
    readonly finalYears: readonly number[] | null;
  }[];
}

/** Hủy lấy ý kiến · Cancels an open consultation that the decision does not require; by the competent agency. */
export interface CancelConsultationCommand {
  readonly type: 'cancelConsultation';
  readonly occurredAt?: string | undefined;
  readonly consultation: string;
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface CancelOutage {
  readonly evidence: OutageEvidence;
  readonly reason: string;
}

export type CatalogueLimit =
  | {
      readonly known: true;
      readonly basis: 'portal' | 'override';
      /** As the portal shows it */
      readonly amount: string | null;
      readonly unit: 'workingDay' | 'day' | 'hour' | 'month' | null;
      /** 1.5wd · 12wh · 30cd · sameDay; null where no clock can run on it */
      readonly duration: string | null;
      /** Assumed for demonstration */
      readonly illustration: boolean;
      readonly source: string | null;
    }
  | {
      readonly known: false;
      readonly reason: 'portal_unit_missing' | 'text_only' | 'none';
      readonly why: string;
      readonly whyEn: string;
      /** What the portal shows in its place */
      readonly shown: string | null;
    };

export interface Clock {
  readonly id: string;
  readonly kind:
    | 'reception'
    | 'legal'
    | 'transfer'
    | 'delivery'
    | 'acceptance'
    | 'step'
    | 'consultation'
    | 'supplement'
    | 'payment'
    | 'resultTransfer'
    | 'collection';
  /** Ai phải làm · who must act; null for the legal clock */
  readonly owner: Owner | null;
  readonly epoch: number;
  readonly budget: Budget;
  /** Minutes of the budget that extensions added */
  readonly extendedBy: number;
  readonly granularity: 'minute' | 'halfDay' | 'day';
  readonly status: 'running' | 'paused' | 'stopped';
  readonly startedAt: string;
  readonly countsFrom: string;
  readonly runningSince: string | null;
  readonly pausedSince: string | null;
  readonly pausedDays: number;
  readonly stoppedAt: string | null;
  /** Phút làm việc đã dùng · working minutes used by then; null: no calendar */
  readonly usedMinutes: number | null;
  /** Negative once used up; null without a budget in working minutes */
  readonly remainingMinutes: number | null;
  /** Null while it rests */
  readonly dueAt: string | null;
  readonly warnsAt: string | null;
  /** First instant at which it is, was or will be overdue */
  readonly breachesAt: string | null;
  readonly overdue: boolean;
  readonly warnedPercents: readonly number[];
  /** Mốc đã báo trong kỳ này · told in this epoch beside the shares: remaining:120 (minutes left), risk:high */
  readonly ranLow: readonly string[];
  /** The breach stands in the journal */
  readonly breachRecorded: boolean;
  readonly outcome: 'early' | 'onTime' | 'overdue' | null;
  readonly certainty: 'certain' | 'provisional' | 'notComputable';
}

export interface ClockExplanation {
  readonly code: string;
  readonly at: string;
  readonly clockId: string;
  readonly epochs: readonly {
    readonly startedBy: Reason;
    readonly stoppedBy: Reason | null;
    readonly cutoff: { readonly rule: 'transferCutoff' | 'limitCutoff'; readonly time: string } | null;
    readonly stretches: readonly {
      readonly from: string;
      readonly to: string | null;
      readonly days:
        | readonly {
            readonly date: string;
            readonly because: string;
            readonly name: string | null;
            readonly notice: string | null;
            readonly provisional: boolean;
            readonly blocks: readonly {
              readonly from: string;
              readonly to: string;
              readonly minutes: number;
              readonly total: number;
            }[];
          }[]
        | null;
    }[];
    readonly rests: readonly {
      readonly from: string;
      readonly to: string | null;
      readonly because: Reason;
      readonly grounds: readonly { readonly code: string }[];
    }[];
    readonly extensions: readonly { readonly because: Reason; readonly by: string; readonly legalBasis: string }[];
    /** Các lần chuyển sang bản thủ tục khác · versions the dossier came under while the clock lived */
    readonly amendments: readonly {
      readonly because: Reason;
      readonly fromVersion: number;
      readonly toVersion: number;
      readonly policy: 'grandfather' | 'rebaseline' | 'rescale' | 'mostFavourable';
      readonly limitBefore: string;
      readonly limit: string;
    }[];
    /** Vì sao ngân sách khác với thủ tục · why its budget is not the one the procedure gives */
    readonly recuts: readonly {
      readonly because: Reason;
      readonly cause: { readonly seq: number; readonly type: string };
      readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome';
      /** Working minutes left of the limit then */
      readonly remainingMinutes: number;
      readonly fromMinutes: number;
      readonly toMinutes: number;
    }[];
    /** Tổng số phút của mọi khối giờ · sum of the minutes of all blocks */
    readonly minutes: number | null;
    /** Overdue with the first working minute used after `to`, early when it ends before `from` */
    readonly granule: { readonly from: string; readonly to: string } | null;
    /** Vì sao đến hạn lúc đó · why it is due then; null unless it runs */
    readonly due: {
      readonly at: string;
      /** Từ lúc xem đến hạn · from then to the due instant; the total ends with the budget */
      readonly days: readonly {
        readonly date: string;
        readonly because: string;
        readonly name: string | null;
        readonly notice: string | null;
        readonly provisional: boolean;
        readonly blocks: readonly {
          readonly from: string;
          readonly to: string;
          readonly minutes: number;
          readonly total: number;
        }[];
      }[];
      readonly calendarDays: {
        /** The day it counts from, itself not counted */
        readonly notCounted: string;
        readonly days: number;
        readonly pausedDays: number;
        readonly last: string;
        /** Closed days it rolls over */
        readonly rolledOver: readonly {
          readonly date: string;
          readonly because: string;
          readonly name: string | null;
          readonly notice: string | null;
          readonly provisional: boolean;
          readonly blocks: readonly {
            readonly from: string;
            readonly to: string;
            readonly minutes: number;
            readonly total: number;
          }[];
        }[];
      } | null;
    } | null;
    readonly clock: Clock;
  }[];
  readonly minute: ExplainedMinute | null;
}

export interface Clocks {
  readonly code: string;
  readonly at: string;
  readonly clocks: readonly Clock[];
}

/** Dừng giải quyết · Any phase before decided → closed, on a ground; by the agency with custody. */
export interface CloseCommand {
  readonly type: 'close';
  readonly occurredAt?: string | undefined;
  readonly ground: 'supplementTimeout' | 'paymentTimeout' | 'courtOrder' | 'legalGround';
  readonly legalBasis: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface CloudEvent {
  readonly specversion: '1.0';
  /** Same fact, same id: what came twice is recognised by it */
  readonly id: string;
  readonly source: string;
  readonly type: EventType;
  /** Id of the dossier */
  readonly subject: string;
  /** When it happened at the counter */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Place in the feed of this agency: what to go on after */
  readonly cursor: string;
  /** Number in the feed, without gaps */
  readonly n: number;
  readonly view: 'full' | 'snapshot' | 'part';
  readonly data: {
    readonly dossierId: string;
    /** Number in the journal of the dossier: apply in this order */
    readonly seq: number;
    readonly occurredAt: string;
    readonly recordedAt: string;
    /** State after it */
    readonly phase: Phase;
    readonly actor: {
      readonly kind: 'clerk' | 'supervisor' | 'engine';
      readonly agencyId: string | null;
      readonly officerId: string | null;
    };
    /** What this type of event defines */
    readonly fact: Readonly<Record<string, unknown>>;
    readonly prevHash: string;
    readonly hash: string;
    /** With view `snapshot`: the facts before it, for an agency that did not get them when they happened */
    readonly history?: readonly PastFact[] | undefined;
  };
}

export type Command =
  | ReceiveCommand
  | RefuseReceptionCommand
  | ResolveJurisdictionCommand
  | TransferCommand
  | ConfirmDeliveryCommand
  | AcceptTransferCommand
  | RefuseTransferCommand
  | RecallTransferCommand
  | RedirectTransferCommand
  | AssignCommand
  | StartStepCommand
  | CompleteStepCommand
  | RequestConsultationCommand
  | AnswerConsultationCommand
  | CancelConsultationCommand
  | RequestSupplementCommand
  | ProvideSupplementCommand
  | RequestPaymentCommand
  | ConfirmPaymentCommand
  | SuspendCommand
  | ResumeCommand
  | DecideCommand
  | DispatchResultCommand
  | ConfirmResultArrivalCommand
  | NotifyApplicantCommand
  | ReturnResultCommand
  | WithdrawCommand
  | CloseCommand
  | ExtendCommand
  | ApologiseCommand
  | DeliverApologyCommand
  | CorrectReceptionCommand
  | CorrectTimeCommand
  | EnterLateCommand
  | ResolveConflictCommand;

export interface Competence {
  readonly id: string;
  readonly agency: AgencyRef;
  /** Null: cả lĩnh vực · for the whole field */
  readonly procedureCode: string | null;
  readonly field: string | null;
  readonly level: 'commune' | 'province';
  /** Null: mọi địa bàn · everywhere */
  readonly areas: readonly { readonly code: string; readonly name: string }[] | null;
  readonly validFrom: string;
  /** Last day in force */
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly verified: 'yes' | 'partial' | 'inferred' | 'no';
}

export interface CompetenceBody {
  readonly agencyId: string;
  /** Một thủ tục · one procedure; or field */
  readonly procedureCode?: string | undefined;
  /** Cả lĩnh vực · a whole field; one of the two is said */
  readonly field?: string | undefined;
  /** Mã xã hoặc tỉnh · codes of communes or provinces; null: everywhere */
  readonly areas: readonly string[] | null;
  readonly level: 'commune' | 'province';
  /** Ngày đầu, sớm nhất là ngày mai · first day, tomorrow at the earliest */
  readonly validFrom: string;
  /** Ngày cuối · last day in force; null: open */
  readonly validTo?: string | null | undefined;
  readonly legalBasis: string;
  /** Đã đối chiếu với văn bản · compared with the text it rests on */
  readonly verified?: boolean | undefined;
}

export interface CompetenceEnd {
  /** Ngày cuối còn hiệu lực, sớm nhất là hôm nay · last day, today at the earliest */
  readonly lastDay: string;
}

export interface Competences {
  readonly competences: readonly Competence[];
  readonly next: string | null;
}

/** Hoàn thành một bước xử lý · processing, unchanged; by the competent agency. */
export interface CompleteStepCommand {
  readonly type: 'completeStep';
  readonly occurredAt?: string | undefined;
  readonly step: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Xác nhận hồ sơ đã tới · inTransfer → awaitingAcceptance; by the competent agency (its receipt). Delivered is not accepted. `version` does not change. */
export interface ConfirmDeliveryCommand {
  readonly type: 'confirmDelivery';
  readonly occurredAt?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Xác nhận đã nộp · awaitingPayment → processing; by the competent agency. */
export interface ConfirmPaymentCommand {
  readonly type: 'confirmPayment';
  readonly occurredAt?: string | undefined;
  readonly receiptNumber: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Xác nhận kết quả đã về · resultInTransfer → readyForReturn; by the receiving agency. `version` does not change. */
export interface ConfirmResultArrivalCommand {
  readonly type: 'confirmResultArrival';
  readonly occurredAt?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface ConflictList {
  readonly at: string;
  readonly conflicts: readonly {
    /** Mã hồ sơ · code of the dossier */
    readonly dossier: string;
    /** Number of the conflict in the journal of the dossier, for resolveConflict */
    readonly conflict: number;
    readonly foundAt: string;
    readonly claimedBy: AgencyRef | null;
    readonly claim:
      | {
          readonly kind: 'lateFacts';
          readonly facts: readonly (
            | {
                readonly type: 'dossier.assigned.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: { readonly officerId: string };
              }
            | {
                readonly type: 'dossier.stepStarted.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: { readonly step: string };
              }
            | {
                readonly type: 'dossier.stepCompleted.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: { readonly step: string };
              }
            | {
                readonly type: 'dossier.consultationRequested.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: { readonly consultation: string; readonly agencyId: string };
              }
            | {
                readonly type: 'dossier.consultationAnswered.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: {
                  readonly consultation: string;
                  readonly outcome: 'agreed' | 'disagreed' | 'noOpinion';
                };
              }
            | {
                readonly type: 'dossier.consultationCancelled.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: { readonly consultation: string; readonly reason: string };
              }
            | {
                readonly type: 'dossier.supplementRequested.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: {
                  readonly round: number;
                  readonly components: readonly string[];
                  readonly reason: string;
                };
              }
            | {
                readonly type: 'dossier.supplementProvided.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: {
                  readonly round: number;
                  readonly at: 'counter' | 'competent';
                  readonly copy: 'electronic' | 'paper';
                  readonly documents: readonly Document[];
                };
              }
            | {
                readonly type: 'dossier.suspended.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: {
                  readonly ground: 'systemOutage' | 'courtOrder' | 'forceMajeure';
                  readonly system: string | null;
                  readonly evidence: string;
                };
              }
            | {
                readonly type: 'dossier.resumed.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: { readonly evidence?: string | undefined };
              }
            | {
                readonly type: 'dossier.applicantNotified.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: { readonly means: string };
              }
            | {
                readonly type: 'dossier.transferDelivered.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: { readonly attempt: number; readonly leg: 'transfer' | 'supplement' };
              }
            | {
                readonly type: 'dossier.resultArrived.v1';
                readonly occurredAt: string;
                readonly phase: Phase;
                readonly after: number;
                readonly data: Readonly<Record<string, never>>;
              }
          )[];
          readonly reason: string | null;
        }
      | {
          readonly kind: 'timeCorrection';
          readonly seq: number;
          readonly part: number | null;
          readonly type: string;
          readonly from: string;
          readonly to: string;
          readonly reason: string;
        };
    readonly contradicts: { readonly seq: number; readonly type: string };
    /** The code by which the later fact would have been refused */
    readonly rule: string;
    readonly settledAt: string | null;
    readonly settled: 'kept' | 'superseded' | null;
  }[];
  readonly next: string | null;
}

export interface CorrectOutage {
  readonly from: string;
  /** Bỏ trống khi sự cố chưa kết thúc · left out while it lasts */
  readonly to?: string | undefined;
  readonly evidence: OutageEvidence;
  readonly reason: string;
}

/** Sửa thời điểm tiếp nhận · Any phase, unchanged; by the receiving agency. Beyond eight hours a second person signs (`approvedBy`). */
export interface CorrectReceptionCommand {
  readonly type: 'correctReception';
  readonly occurredAt?: string | undefined;
  readonly receivedAt: string;
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly approvedBy?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Sửa thời điểm của một sự việc đã ghi · Any phase, unchanged; by the agency that recorded the fact `seq`. Beyond eight hours from the time vouched for a second person signs (`approvedBy`). Where a later fact could not have followed: 409 conflict-recorded. */
export interface CorrectTimeCommand {
  readonly type: 'correctTime';
  readonly occurredAt?: string | undefined;
  readonly seq: number;
  readonly part?: number | undefined;
  readonly to: string;
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly approvedBy?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Biên nhận kế tiếp phải nêu · what the next receipt must name */
export interface CustodyHead {
  readonly dossierId: string;
  readonly code: string;
  /** Transfers begun so far; an offer names the next */
  readonly attempt: number;
  readonly position: { readonly seq: number; readonly hash: string };
  /** SHA-256 of the newest receipt */
  readonly previous: string | null;
  readonly documents: readonly string[];
}

/** Quyết định · processing → decided, or readyForReturn when the receiver is competent; by the competent agency, after every required consultation is answered. */
export interface DecideCommand {
  readonly type: 'decide';
  readonly occurredAt?: string | undefined;
  readonly outcome: 'granted' | 'refused';
  readonly documents?: readonly Document[] | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Giao văn bản xin lỗi cho người nộp · Open phases, unchanged; by the receiving agency, once for each letter the competent agency has issued. */
export interface DeliverApologyCommand {
  readonly type: 'deliverApology';
  readonly occurredAt?: string | undefined;
  readonly means: 'counter' | 'post' | 'sms' | 'email' | 'phone' | 'portal';
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Gửi kết quả về nơi tiếp nhận · decided → resultInTransfer; by the competent agency. */
export interface DispatchResultCommand {
  readonly type: 'dispatchResult';
  readonly occurredAt?: string | undefined;
  readonly copy: 'electronic' | 'paper';
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Named by its digest; `size` in bytes. The bytes stay with you. */
export interface Document {
  readonly component: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

export interface Dossier {
  readonly id: string;
  readonly code: string;
  readonly codeProvisional: boolean;
  readonly aliases: readonly string[];
  /** The moment everything below is reckoned to */
  readonly at: string;
  readonly version: number;
  readonly seq: number;
  readonly phase: Phase;
  readonly phaseName: string;
  readonly phaseNameEn: string;
  readonly procedure: {
    readonly code: string;
    readonly version: number;
    readonly name: string;
    readonly nameEn: string;
    readonly case: { readonly key: string; readonly name: string; readonly nameEn: string };
    readonly channel: 'counter' | 'online' | 'post';
    /** 1.5wd · 12wh · 30cd · sameDay */
    readonly limit: string;
    /** Số liệu giả định để minh họa · figures assumed for demonstration; to be shown wherever the procedure is */
    readonly illustration: { readonly why: string; readonly whyEn: string } | null;
  };
  readonly receivingAgency: AgencyRef;
  readonly competentAgency: AgencyRef | null;
  readonly accepted: boolean;
  readonly holder: AgencyRef;
  readonly assignee: string | null;
  readonly jurisdiction: AreaFacts;
  readonly resolution: {
    readonly ruleId: string;
    readonly legalBasis: string;
    readonly areaCode: string | null;
  } | null;
  readonly transfer: {
    readonly attempt: number;
    readonly to: AgencyRef;
    readonly copy: 'electronic' | 'paper';
    readonly lapsed: boolean;
    readonly refusedFor: string | null;
  } | null;
  readonly bounces: number;
  readonly redirects: number;
  readonly openSteps: readonly string[];
  readonly completedSteps: readonly string[];
  readonly consultations: readonly {
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly state: 'open' | 'answered' | 'cancelled';
    readonly agency: AgencyRef;
    readonly requestedAt: string;
  }[];
  readonly supplementRounds: number;
  readonly supplementForwarding: boolean;
  readonly suspension: { readonly ground: string; readonly system: string | null; readonly resumeTo: Phase } | null;
  readonly resultCopy: 'electronic' | 'paper' | null;
  readonly outcome: 'granted' | 'refused' | null;
  readonly notified: boolean;
  readonly promise: {
    readonly at: string;
    /** Dự kiến · the legal clock starts at the competent agency only */
    readonly estimate: boolean;
    /** Tạm tính · rests on a year whose holidays are not published */
    readonly provisional: boolean;
  } | null;
  readonly apologies: number;
  /** Việc còn nợ · obligations that are open: an apology not handed over yet, a suspension to be lifted */
  readonly tasks: readonly {
    readonly task: 'deliverApology' | 'resume';
    /** Ai phải làm · who has to */
    readonly agency: AgencyRef | null;
    readonly sentence: string;
    readonly sentenceEn: string;
  }[];
  readonly extensions: number;
  /** Điều khai trái với nhật ký, chưa giải quyết · claims that contradict the journal; see GET /v1/conflicts */
  readonly openConflicts: readonly {
    readonly conflict: number;
    readonly foundAt: string;
    readonly claimedBy: AgencyRef | null;
    readonly contradicts: { readonly seq: number; readonly type: string };
    readonly rule: string;
  }[];
  readonly submittedAt: string | null;
  readonly receivedAt: string | null;
  readonly endedAt: string | null;
  readonly lastFactAt: string;
  readonly recordedAt: string;
  readonly clocks: readonly Clock[];
  /** What the time limit leaves, by arithmetic alone; null: in calendar days */
  readonly feasibility: Feasibility | null;
  /** Null where the procedure does not re-cut, no limit is to be divided, or only a part is seen */
  readonly subDeadlines: SubDeadlines | null;
  readonly risks: readonly Risk[];
  /** Null for a former moment: nothing can be done to it */
  readonly commands:
    | readonly {
        readonly command: CommandName;
        readonly allowed: boolean;
        readonly code?:
          | 'command-not-allowed'
          | 'actor-not-entitled'
          | 'dossier-not-found'
          | 'version-stale'
          | 'key-reused'
          | 'occurred-in-future'
          | 'occurred-before-last-fact'
          | 'outside-calendar'
          | 'procedure-unknown'
          | 'procedure-not-effective'
          | 'procedure-limit-unknown'
          | 'case-unknown'
          | 'jurisdiction-none'
          | 'jurisdiction-several'
          | 'jurisdiction-fact-missing'
          | 'outside-boundary-scope'
          | 'area-unknown'
          | 'area-ambiguous'
          | 'area-split-needs-fact'
          | 'agency-unknown'
          | 'agency-not-competent'
          | 'supplement-rounds-exhausted'
          | 'supplement-timeout-passed'
          | 'payment-timeout-passed'
          | 'transfer-attempts-exhausted'
          | 'redirects-exhausted'
          | 'transfer-not-lapsed'
          | 'consultation-unknown'
          | 'consultation-not-idle'
          | 'consultation-not-open'
          | 'consultation-of-itself'
          | 'consultations-unanswered'
          | 'step-unknown'
          | 'step-already-open'
          | 'step-not-open'
          | 'step-already-completed'
          | 'payment-not-foreseen'
          | 'close-ground-not-met'
          | 'suspension-system-mismatch'
          | 'extension-not-foreseen'
          | 'extension-not-in-working-time'
          | 'extension-unit-differs'
          | 'extension-exhausted'
          | 'extension-too-long'
          | 'extension-after-due'
          | 'apology-already-issued'
          | 'apology-after-promise'
          | 'apology-date-not-later'
          | 'apology-not-issued'
          | 'apology-already-delivered'
          | 'reception-correction-illegal'
          | 'second-person-required'
          | 'fact-not-declared'
          | 'fact-not-yours'
          | 'time-unchanged'
          | 'time-correction-illegal'
          | 'late-facts-not-in-order'
          | 'late-facts-mixed'
          | 'late-fact-not-late'
          | 'late-fact-illegal'
          | 'conflict-already-open'
          | 'conflict-not-open'
          | 'conflict-not-superseded'
          | 'amendment-version-same'
          | 'amendment-procedure-differs'
          | 'amendment-builder-differs'
          | 'amendment-dossier-ended'
          | 'amendment-dossier-decided'
          | 'amendment-limit-unknown'
          | 'amendment-criterion-differs'
          | 'amendment-clock-start-differs'
          | 'amendment-state-without-image'
          | 'amendment-cannot-be-completed'
          | 'amendment-citizen-act-lost'
          | 'amendment-units-differ'
          | 'amendment-not-computable'
          | 'amendment-moved-on'
          | 'amendment-overdue-unnamed'
          | 'amendment-not-in-force'
          | 'amendment-followed'
          | 'receipt-required'
          | 'receipt-malformed'
          | 'receipt-forged'
          | 'receipt-key-expired'
          | 'receipt-key-rotated'
          | 'receipt-key-revoked'
          | 'receipt-foreign'
          | 'receipt-stale'
          | 'receipt-from-future'
          | 'receipt-from-past'
          | 'receipt-replayed'
          | undefined;
        readonly reason?: string | undefined;
        readonly reasonEn?: string | undefined;
        readonly consultations?: readonly string[] | undefined;
      }[]
    | null;
  /** Persons and free text; null unless asked for by an agency in charge of the dossier */
  readonly private: {
    readonly records: readonly {
      readonly persons: readonly {
        readonly role: 'applicant' | 'representative' | 'other';
        /** Họ và tên; không để trống · full name; not blank */
        readonly name: string;
        readonly identityNumber?: string | undefined;
        readonly phone?: string | undefined;
        readonly email?: string | undefined;
        readonly birthDate?: string | undefined;
        readonly address?: string | undefined;
      }[];
      readonly texts: Readonly<Record<string, string>>;
    }[];
    readonly erased: boolean;
  } | null;
}

export interface DossierList {
  readonly at: string;
  readonly dossiers: readonly {
    readonly code: string;
    readonly version: number;
    readonly phase: Phase;
    readonly phaseName: string;
    readonly phaseNameEn: string;
    readonly procedure: {
      readonly code: string;
      readonly name: string;
      readonly nameEn: string;
      readonly illustration: boolean;
    };
    readonly receivingAgency: AgencyRef;
    readonly competentAgency: AgencyRef | null;
    readonly holder: AgencyRef;
    /** What the caller’s agency is to it */
    readonly roles: readonly ('receiving' | 'competent' | 'addressed' | 'consulted')[];
    readonly receivedAt: string | null;
    readonly promise: { readonly at: string; readonly estimate: boolean; readonly provisional: boolean } | null;
    /** The legal clock; null before it starts, and for who is only consulted */
    readonly legal: Clock | null;
    readonly risks: readonly Risk[];
  }[];
  readonly next: string | null;
  /** Of all that fits the filters, not of the page */
  readonly counts: {
    readonly total: number;
    readonly overdue: number;
    readonly byPhase: Readonly<Record<string, number>>;
  };
}

/** Bổ sung sự việc biết muộn, trước các sự việc đã ghi · Any phase, unchanged: acts that were done before the last fact, each decided in the state of its time by the agency that could have done it then. Not for custody, decision, result, payment, extension and ends. Where a later fact could not have followed: 409 conflict-recorded. */
export interface EnterLateCommand {
  readonly type: 'enterLate';
  readonly occurredAt?: string | undefined;
  readonly facts: readonly (
    | { readonly type: 'assign'; readonly occurredAt: string; readonly officerId: string }
    | { readonly type: 'startStep'; readonly occurredAt: string; readonly step: string }
    | { readonly type: 'completeStep'; readonly occurredAt: string; readonly step: string }
    | {
        readonly type: 'requestConsultation';
        readonly occurredAt: string;
        readonly consultation: string;
        readonly agencyId: string;
      }
    | {
        readonly type: 'cancelConsultation';
        readonly occurredAt: string;
        readonly consultation: string;
        /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
        readonly reason: string;
      }
    | {
        readonly type: 'requestSupplement';
        readonly occurredAt: string;
        readonly components: readonly string[];
        /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
        readonly reason: string;
      }
    | {
        readonly type: 'provideSupplement';
        readonly occurredAt: string;
        readonly copy: 'electronic' | 'paper';
        readonly documents?: readonly Document[] | undefined;
      }
    | {
        readonly type: 'suspend';
        readonly occurredAt: string;
        readonly ground: 'systemOutage' | 'courtOrder' | 'forceMajeure';
        readonly system?: string | undefined;
        readonly evidence: string;
      }
    | { readonly type: 'resume'; readonly occurredAt: string; readonly evidence?: string | undefined }
    | {
        readonly type: 'notifyApplicant';
        readonly occurredAt: string;
        readonly means: 'sms' | 'email' | 'phone' | 'portal' | 'counter';
      }
  )[];
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly approvedBy?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface EventPage {
  readonly events: readonly CloudEvent[];
  /** Where to go on, also when there was nothing new */
  readonly next: string;
  /** The page was full: there may be more */
  readonly more: boolean;
}

export interface Evidence {
  readonly format: 'lien-thong-evidence/1';
  readonly dossier: { readonly id: string; readonly code: string; readonly seq: number; readonly hash: string };
  readonly journal: readonly JournalledEvent[];
  readonly receipts: readonly { readonly seq: number; readonly jws: string }[];
  readonly keys: readonly AgencyKey[];
  readonly rules: {
    readonly procedure: {
      readonly code: string;
      readonly version: number;
      readonly builderVersion: 1;
      readonly name: string;
      readonly nameEn: string;
      readonly field: string;
      readonly level: 'ministry' | 'province' | 'commune';
      readonly legalBasis: readonly string[];
      readonly effectiveFrom: string;
      readonly effectiveTo: string | null;
      readonly illustration: { readonly why: string; readonly whyEn: string } | null;
      readonly boundaryScope: 'none' | 'province' | 'nation';
      readonly competence: {
        readonly criterion: 'residence' | 'assetLocation' | 'headOffice' | 'any';
        readonly level: 'commune' | 'province';
      };
      readonly cases: readonly {
        readonly key: string;
        readonly name: string;
        readonly nameEn: string;
        readonly limits: {
          readonly counter: string | null;
          readonly online: string | null;
          readonly post: string | null;
        };
      }[];
      readonly clockStart: 'reception' | 'competentReceipt';
      readonly transferExcluded: boolean;
      readonly transferCutoff: string | null;
      readonly limitCutoff: string | null;
      readonly legalEnd: 'decided' | 'readyForReturn';
      readonly promiseGranularity: 'minute' | 'halfDay' | 'day';
      readonly legs: {
        readonly reception: {
          readonly budget: string;
          readonly minimumWorkMinutes: number;
          readonly requires: readonly string[];
        };
        readonly transfer: {
          readonly budget: string;
          readonly minimumWorkMinutes: number;
          readonly requires: readonly string[];
        };
        readonly delivery: {
          readonly budget: string;
          readonly minimumWorkMinutes: number;
          readonly requires: readonly string[];
        };
        readonly acceptance: {
          readonly budget: string;
          readonly minimumWorkMinutes: number;
          readonly requires: readonly string[];
        };
        readonly resultTransfer: {
          readonly budget: string;
          readonly minimumWorkMinutes: number;
          readonly requires: readonly string[];
        };
      };
      readonly steps: readonly {
        readonly budget: string;
        readonly minimumWorkMinutes: number;
        readonly requires: readonly string[];
        readonly key: string;
        readonly name: string;
        readonly nameEn: string;
      }[];
      readonly consultations: readonly {
        readonly budget: string;
        readonly minimumWorkMinutes: number;
        readonly requires: readonly string[];
        readonly key: string;
        readonly name: string;
        readonly nameEn: string;
        readonly pausesLegalClock: boolean;
        readonly requiredForDecision: boolean;
      }[];
      readonly payment: { readonly timeout: string; readonly pausesLegalClock: boolean } | null;
      readonly supplement: {
        readonly policy: 'pause' | 'restart' | 'run';
        readonly maxRounds: number;
        readonly timeout: string;
      };
      readonly extension: {
        readonly times: number;
        readonly maximum: string;
        readonly legalBasis: string;
        readonly secondPerson?: boolean | undefined;
      } | null;
      readonly subDeadlines?: { readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome' } | undefined;
      readonly outageRelief?: { readonly scope: 'leg' | 'legAndLimit'; readonly legalBasis: string } | undefined;
      readonly warnPercents: readonly number[];
      readonly warnRungs?:
        | {
            readonly remainingMinutes: readonly number[];
            readonly risk: readonly ('warning' | 'high')[];
            readonly perClock: readonly {
              readonly clock:
                | 'reception'
                | 'legal'
                | 'transfer'
                | 'delivery'
                | 'acceptance'
                | 'step'
                | 'consultation'
                | 'supplement'
                | 'payment'
                | 'resultTransfer';
              readonly percents?: readonly number[] | undefined;
              readonly remainingMinutes?: readonly number[] | undefined;
            }[];
          }
        | undefined;
    };
    readonly formerVersions?:
      | readonly {
          readonly code: string;
          readonly version: number;
          readonly builderVersion: 1;
          readonly name: string;
          readonly nameEn: string;
          readonly field: string;
          readonly level: 'ministry' | 'province' | 'commune';
          readonly legalBasis: readonly string[];
          readonly effectiveFrom: string;
          readonly effectiveTo: string | null;
          readonly illustration: { readonly why: string; readonly whyEn: string } | null;
          readonly boundaryScope: 'none' | 'province' | 'nation';
          readonly competence: {
            readonly criterion: 'residence' | 'assetLocation' | 'headOffice' | 'any';
            readonly level: 'commune' | 'province';
          };
          readonly cases: readonly {
            readonly key: string;
            readonly name: string;
            readonly nameEn: string;
            readonly limits: {
              readonly counter: string | null;
              readonly online: string | null;
              readonly post: string | null;
            };
          }[];
          readonly clockStart: 'reception' | 'competentReceipt';
          readonly transferExcluded: boolean;
          readonly transferCutoff: string | null;
          readonly limitCutoff: string | null;
          readonly legalEnd: 'decided' | 'readyForReturn';
          readonly promiseGranularity: 'minute' | 'halfDay' | 'day';
          readonly legs: {
            readonly reception: {
              readonly budget: string;
              readonly minimumWorkMinutes: number;
              readonly requires: readonly string[];
            };
            readonly transfer: {
              readonly budget: string;
              readonly minimumWorkMinutes: number;
              readonly requires: readonly string[];
            };
            readonly delivery: {
              readonly budget: string;
              readonly minimumWorkMinutes: number;
              readonly requires: readonly string[];
            };
            readonly acceptance: {
              readonly budget: string;
              readonly minimumWorkMinutes: number;
              readonly requires: readonly string[];
            };
            readonly resultTransfer: {
              readonly budget: string;
              readonly minimumWorkMinutes: number;
              readonly requires: readonly string[];
            };
          };
          readonly steps: readonly {
            readonly budget: string;
            readonly minimumWorkMinutes: number;
            readonly requires: readonly string[];
            readonly key: string;
            readonly name: string;
            readonly nameEn: string;
          }[];
          readonly consultations: readonly {
            readonly budget: string;
            readonly minimumWorkMinutes: number;
            readonly requires: readonly string[];
            readonly key: string;
            readonly name: string;
            readonly nameEn: string;
            readonly pausesLegalClock: boolean;
            readonly requiredForDecision: boolean;
          }[];
          readonly payment: { readonly timeout: string; readonly pausesLegalClock: boolean } | null;
          readonly supplement: {
            readonly policy: 'pause' | 'restart' | 'run';
            readonly maxRounds: number;
            readonly timeout: string;
          };
          readonly extension: {
            readonly times: number;
            readonly maximum: string;
            readonly legalBasis: string;
            readonly secondPerson?: boolean | undefined;
          } | null;
          readonly subDeadlines?: { readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome' } | undefined;
          readonly outageRelief?: { readonly scope: 'leg' | 'legAndLimit'; readonly legalBasis: string } | undefined;
          readonly warnPercents: readonly number[];
          readonly warnRungs?:
            | {
                readonly remainingMinutes: readonly number[];
                readonly risk: readonly ('warning' | 'high')[];
                readonly perClock: readonly {
                  readonly clock:
                    | 'reception'
                    | 'legal'
                    | 'transfer'
                    | 'delivery'
                    | 'acceptance'
                    | 'step'
                    | 'consultation'
                    | 'supplement'
                    | 'payment'
                    | 'resultTransfer';
                  readonly percents?: readonly number[] | undefined;
                  readonly remainingMinutes?: readonly number[] | undefined;
                }[];
              }
            | undefined;
        }[]
      | undefined;
    readonly national: {
      readonly level: 'national';
      readonly noticedYears: readonly number[];
      readonly id: string;
      readonly version: number;
      readonly exceptions: readonly {
        readonly date: string;
        readonly kind: 'holiday' | 'compensatory' | 'swap' | 'makeup' | 'closure';
        readonly name: string;
        readonly notice: string;
        readonly provisional: boolean;
        readonly closed?: { readonly from: string; readonly to: string } | undefined;
      }[];
    };
    readonly province: {
      readonly level: 'province';
      readonly hours: readonly {
        readonly from?: string | undefined;
        readonly week: {
          readonly mon: readonly { readonly from: string; readonly to: string }[];
          readonly tue: readonly { readonly from: string; readonly to: string }[];
          readonly wed: readonly { readonly from: string; readonly to: string }[];
          readonly thu: readonly { readonly from: string; readonly to: string }[];
          readonly fri: readonly { readonly from: string; readonly to: string }[];
          readonly sat: readonly { readonly from: string; readonly to: string }[];
          readonly sun: readonly { readonly from: string; readonly to: string }[];
        };
        readonly notice: string;
      }[];
      readonly id: string;
      readonly version: number;
      readonly exceptions: readonly {
        readonly date: string;
        readonly kind: 'holiday' | 'compensatory' | 'swap' | 'makeup' | 'closure';
        readonly name: string;
        readonly notice: string;
        readonly provisional: boolean;
        readonly closed?: { readonly from: string; readonly to: string } | undefined;
      }[];
    };
    readonly desks: Readonly<
      Record<
        string,
        {
          readonly province: {
            readonly level: 'province';
            readonly hours: readonly {
              readonly from?: string | undefined;
              readonly week: {
                readonly mon: readonly { readonly from: string; readonly to: string }[];
                readonly tue: readonly { readonly from: string; readonly to: string }[];
                readonly wed: readonly { readonly from: string; readonly to: string }[];
                readonly thu: readonly { readonly from: string; readonly to: string }[];
                readonly fri: readonly { readonly from: string; readonly to: string }[];
                readonly sat: readonly { readonly from: string; readonly to: string }[];
                readonly sun: readonly { readonly from: string; readonly to: string }[];
              };
              readonly notice: string;
            }[];
            readonly id: string;
            readonly version: number;
            readonly exceptions: readonly {
              readonly date: string;
              readonly kind: 'holiday' | 'compensatory' | 'swap' | 'makeup' | 'closure';
              readonly name: string;
              readonly notice: string;
              readonly provisional: boolean;
              readonly closed?: { readonly from: string; readonly to: string } | undefined;
            }[];
          };
          readonly agency: {
            readonly level: 'agency';
            readonly hours?:
              | readonly {
                  readonly from?: string | undefined;
                  readonly week: {
                    readonly mon: readonly { readonly from: string; readonly to: string }[];
                    readonly tue: readonly { readonly from: string; readonly to: string }[];
                    readonly wed: readonly { readonly from: string; readonly to: string }[];
                    readonly thu: readonly { readonly from: string; readonly to: string }[];
                    readonly fri: readonly { readonly from: string; readonly to: string }[];
                    readonly sat: readonly { readonly from: string; readonly to: string }[];
                    readonly sun: readonly { readonly from: string; readonly to: string }[];
                  };
                  readonly notice: string;
                }[]
              | undefined;
            readonly id: string;
            readonly version: number;
            readonly exceptions: readonly {
              readonly date: string;
              readonly kind: 'holiday' | 'compensatory' | 'swap' | 'makeup' | 'closure';
              readonly name: string;
              readonly notice: string;
              readonly provisional: boolean;
              readonly closed?: { readonly from: string; readonly to: string } | undefined;
            }[];
          };
          readonly closures: readonly {
            readonly level: 'closure';
            readonly id: string;
            readonly version: number;
            readonly exceptions: readonly {
              readonly date: string;
              readonly kind: 'holiday' | 'compensatory' | 'swap' | 'makeup' | 'closure';
              readonly name: string;
              readonly notice: string;
              readonly provisional: boolean;
              readonly closed?: { readonly from: string; readonly to: string } | undefined;
            }[];
            readonly knownFrom?: string | undefined;
          }[];
        } | null
      >
    >;
  };
  readonly clocks: readonly Readonly<Record<string, unknown>>[];
  readonly segments: readonly Readonly<Record<string, unknown>>[];
  readonly exportedAt: string;
  readonly hub: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };
  /** JWS over the SHA-256 of the canonical JSON (RFC 8785) of everything else */
  readonly seal: string;
}

export interface ExamplePromise {
  readonly example: 'monday0900' | 'friday1655' | 'eveOfTet' | 'eveOfMakeUpSaturday';
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly receivedAt: string;
  /** Null: lịch chưa tới · the calendar does not reach */
  readonly promisedAt: string | null;
  readonly estimate: boolean;
}

export interface ExplainedMinute {
  readonly from: string;
  readonly verdict:
    'counted' | 'closed' | 'outsideHours' | 'rests' | 'cutoff' | 'notStarted' | 'stopped' | 'ahead' | 'unknown';
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly epoch: number | null;
  /** Phút thứ mấy được tính · its number among the counted minutes of the epoch */
  readonly nth: number | null;
  readonly rest: {
    readonly from: string;
    readonly to: string | null;
    readonly because: Reason;
    readonly grounds: readonly { readonly code: string }[];
  } | null;
  /** The whole day, with the notice it rests on */
  readonly day: {
    readonly date: string;
    readonly because: string;
    readonly name: string | null;
    readonly notice: string | null;
    readonly provisional: boolean;
    readonly blocks: readonly {
      readonly from: string;
      readonly to: string;
      readonly minutes: number;
      readonly total: number;
    }[];
  } | null;
}

/** Gia hạn · Adds `by`, in the unit of the limit (1wd, 4wh; 10cd for a limit in calendar days), where and as often as the procedure allows, before it has run out; by the competent agency. `approvedBy`: a second person, where the procedure asks for one. What was promised moves as far. */
export interface ExtendCommand {
  readonly type: 'extend';
  readonly occurredAt?: string | undefined;
  readonly by: string;
  readonly legalBasis: string;
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason?: string | undefined;
  readonly approvedBy?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Feasibility {
  readonly limit: number;
  /** Lost to a transfer cut-off before the transfer counts */
  readonly cutoffWait: number;
  readonly transferOut: number;
  readonly acceptance: number;
  /** Các bước giải quyết theo ngân sách · the steps at their budgets */
  readonly processing: number;
  readonly resultBack: number;
  readonly competentKeeps: number;
  /** Số phút làm việc còn lại; âm: trễ hạn từ đầu · minutes left; negative: overdue by construction */
  readonly slack: number;
  readonly promiseSlack: number;
  readonly infeasible: 'limit' | 'promise' | null;
}

export interface FeasibilityAnswer {
  /** Of definition, route class, calendars and range: the same digest, the same proof */
  readonly digest: string;
  readonly code: string;
  /** Null for a definition that came with the question */
  readonly version: number | null;
  readonly caseKey: string;
  readonly channel: 'counter' | 'online' | 'post';
  readonly route: 'sameAgency' | 'crosses' | 'crossesByPost';
  readonly proof: TimelineProof;
  /** Null where it was not asked for, or where nothing can be computed */
  readonly grid: StartGrid | null;
  readonly promises: readonly ExamplePromise[];
  readonly synthesis: readonly BudgetSynthesis[];
  readonly waysOut: readonly WayOut[];
}

export interface FeasibilityQuestion {
  readonly definition?: ProcedureDefinition | undefined;
  readonly version?: { readonly code: string; readonly version: number } | undefined;
  /** The first case when absent */
  readonly caseKey?: string | undefined;
  readonly channel?: 'counter' | 'online' | 'post' | undefined;
  readonly route: 'sameAgency' | 'crosses' | 'crossesByPost';
  readonly agencies: {
    /** Giờ của tỉnh nơi này là lịch pháp định · its province gives the legal calendar */
    readonly receiver: string;
    /** The receiver itself when absent */
    readonly decider?: string | undefined;
    /** Whose desk the post keeps; the legal hours when absent */
    readonly carrier?: string | undefined;
    /** By key of the consultation; the legal hours when absent */
    readonly consulted?: Readonly<Record<string, string>> | undefined;
  };
  /** Twelve months from this month on when absent */
  readonly range?:
    | {
        /** Ngày tiếp nhận đầu tiên · first day of reception */
        readonly from: string;
        /** Ngày cuối, nhiều nhất 366 ngày · last day, 366 days at the most */
        readonly to: string;
        /** Các năm có lịch; không đường nào được ra ngoài · years whose days are loaded; no path may leave them */
        readonly years?: readonly number[] | undefined;
        /** Chỉ xét các giờ này trong ngày · only receptions from this hour on and before that, Asia/Ho_Chi_Minh */
        readonly hours?: { readonly from: number; readonly to: number } | undefined;
      }
    | undefined;
  /** Thay đổi nhỏ nhất để an toàn, theo từng cách chia · the smallest safe change, per policy */
  readonly synthesis?: readonly ('proportional' | 'reserveForDecider' | 'firstCome')[] | undefined;
  /** Các lối ra, ngân sách chia theo cách này · the ways out, budgets split by this policy */
  readonly waysOut?: 'proportional' | 'reserveForDecider' | 'firstCome' | null | undefined;
  /** Kèm số phút quá hạn theo từng ngày, từng giờ · with the breaching starts by day and hour */
  readonly grid?: boolean | undefined;
}

export interface FeasibilityWitness {
  readonly start: string;
  /** Where the limit that is worst kept begins to count */
  readonly limitFrom: string;
  readonly end: string;
  readonly steps: readonly {
    /** transfer, acceptance, step:…, consultation:…, resultTransfer, supplement, payment */
    readonly key: string;
    readonly owner: string;
    readonly from: string;
    readonly to: string;
    readonly legalMinutes: number;
    /** Minutes of them the limit was charged with */
    readonly charged: number;
    /** Of several branches that run together */
    readonly branch: number | null;
  }[];
  readonly allowed: number;
  readonly used: number;
  readonly slack: number;
}

export interface Foreseen {
  readonly dryRun: true;
  readonly phase: Phase;
  readonly facts: readonly {
    readonly type: string;
    readonly occurredAt: string;
    readonly phase: Phase;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

export type HoldingsCompared =
  | { readonly at: string; readonly differing: readonly number[] }
  | {
      readonly at: string;
      /** Of your rows, those the hub does not have */
      readonly onlyHere: readonly {
        readonly dossierId: string;
        readonly code: string;
        readonly place: 'holds' | 'offers' | 'offered' | 'sendsResult' | 'resultOffered';
        readonly attempt: number;
      }[];
      /** What the hub has and you do not */
      readonly onlyThere: readonly {
        readonly dossierId: string;
        readonly code: string;
        readonly place: 'holds' | 'offers' | 'offered' | 'sendsResult' | 'resultOffered';
        readonly attempt: number;
      }[];
      readonly differs: readonly {
        readonly here: {
          readonly dossierId: string;
          readonly code: string;
          readonly place: 'holds' | 'offers' | 'offered' | 'sendsResult' | 'resultOffered';
          readonly attempt: number;
        };
        readonly there: {
          readonly dossierId: string;
          readonly code: string;
          readonly place: 'holds' | 'offers' | 'offered' | 'sendsResult' | 'resultOffered';
          readonly attempt: number;
        };
      }[];
    };

export type HoldingsComparison =
  | {
      /** Chỉ những hồ sơ đang giao nhận với cơ quan này · only dossiers on the way between you and this agency */
      readonly counterpart?: string | undefined;
      /** SHA-256 of the canonical JSON of each bucket, by the last byte of the dossier id */
      readonly digests: readonly string[];
    }
  | {
      /** Chỉ những hồ sơ đang giao nhận với cơ quan này · only dossiers on the way between you and this agency */
      readonly counterpart?: string | undefined;
      readonly buckets: readonly number[];
      /** Your rows of these buckets */
      readonly holdings: readonly {
        readonly dossierId: string;
        readonly code: string;
        readonly place: 'holds' | 'offers' | 'offered' | 'sendsResult' | 'resultOffered';
        readonly attempt: number;
      }[];
    };

export interface Inbox {
  readonly at: string;
  /** Null: all that is to be acted on now */
  readonly queue:
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
    | null;
  readonly dossiers: readonly InboxDossier[];
  readonly next: string | null;
  /** Với bộ lọc hiện tại · of each queue under the same filters; the eight are disjoint, the last two cut across */
  readonly counts: {
    readonly toReceive: number;
    readonly toTransfer: number;
    readonly awaitingReceipt: number;
    readonly toAccept: number;
    readonly processing: number;
    readonly waiting: number;
    readonly results: number;
    readonly elsewhere: number;
    readonly overdue: number;
    readonly runningLow: number;
  };
}

export interface InboxDossier {
  readonly code: string;
  readonly version: number;
  readonly phase: Phase;
  readonly phaseName: string;
  readonly phaseNameEn: string;
  readonly procedure: {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string;
    readonly illustration: boolean;
  };
  readonly receivingAgency: AgencyRef;
  readonly competentAgency: AgencyRef | null;
  readonly holder: AgencyRef;
  /** What the caller’s agency is to it */
  readonly roles: readonly ('receiving' | 'competent' | 'addressed' | 'consulted')[];
  readonly receivedAt: string | null;
  readonly promise: { readonly at: string; readonly estimate: boolean; readonly provisional: boolean } | null;
  /** The legal clock; null before it starts, and for who is only consulted */
  readonly legal: Clock | null;
  readonly risks: readonly Risk[];
  /** Hàng việc của hồ sơ này · which of the eight it stands in */
  readonly queue:
    'toReceive' | 'toTransfer' | 'awaitingReceipt' | 'toAccept' | 'processing' | 'waiting' | 'results' | 'elsewhere';
  /** Người được giao · titles are null for one who has left the directory */
  readonly assignee: { readonly id: string; readonly title: string | null; readonly titleEn: string | null } | null;
  /** Chặng của đơn vị · the running clock this agency must act on that is due first */
  readonly leg: Clock | null;
  /** Đang trên đường hoặc chờ nhận · on its way or waiting to be accepted */
  readonly transfer: { readonly from: AgencyRef; readonly to: AgencyRef } | null;
}

export interface JournalEntry {
  readonly id: string;
  readonly seq: number;
  readonly type: EventType;
  /** Xảy ra · at the counter */
  readonly occurredAt: string;
  /** Ghi nhận · when this system learnt of it */
  readonly recordedAt: string;
  readonly actor: {
    readonly kind: 'clerk' | 'supervisor' | 'engine';
    readonly agency: AgencyRef | null;
    readonly officerId: string | null;
  };
  readonly phase: Phase;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string;
  readonly prevHash: string;
}

export interface JournalledEvent {
  readonly id: string;
  readonly dossierId: string;
  readonly seq: number;
  readonly type: EventType;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: {
    readonly kind: 'clerk' | 'supervisor' | 'engine';
    readonly agencyId: string | null;
    readonly officerId: string | null;
  };
  readonly phase: Phase;
  readonly data: Readonly<Record<string, unknown>>;
  readonly prevHash: string;
  readonly hash: string;
}

export interface KeyRegistration {
  /** Compact JWS with typ lien-thong-key+jwt: {iss, jwk, exp, iat}, signed with the very key it names */
  readonly proof: string;
}

export interface KeyRevocation {
  readonly reason: 'compromised' | 'lost' | 'superseded' | 'ceased';
}

export interface LateEntryReport {
  readonly at: string;
  readonly by: 'agency' | 'procedure' | 'period';
  readonly period: 'day' | 'week' | 'month';
  readonly whole: {
    /** Mẫu số · all facts declared: what the others add up to */
    readonly facts: number;
    /** Trong hai phút · entered within two minutes */
    readonly atOnce: number;
    /** Cùng ngày · later on the same day */
    readonly sameDay: number;
    /** Đến ngày làm việc kế tiếp · up to the end of the next working day */
    readonly nextWorkingDay: number;
    readonly later: number;
    /** Minutes of the clock on the wall, of all facts; null where there is none */
    readonly median: number | null;
    readonly ninetieth: number | null;
    readonly longest: number | null;
  };
  readonly groups: readonly {
    readonly key: string;
    /** Mẫu số · all facts declared: what the others add up to */
    readonly facts: number;
    /** Trong hai phút · entered within two minutes */
    readonly atOnce: number;
    /** Cùng ngày · later on the same day */
    readonly sameDay: number;
    /** Đến ngày làm việc kế tiếp · up to the end of the next working day */
    readonly nextWorkingDay: number;
    readonly later: number;
    /** Minutes of the clock on the wall, of all facts; null where there is none */
    readonly median: number | null;
    readonly ninetieth: number | null;
    readonly longest: number | null;
  }[];
  /** There are more groups than were asked for; the whole counts them */
  readonly more: boolean;
}

export interface LateFactList {
  readonly at: string;
  readonly facts: readonly {
    readonly dossier: string;
    readonly seq: number;
    /** Of several entered together: which */
    readonly part: number | null;
    readonly type: string;
    readonly agency: AgencyRef | null;
    readonly occurredAt: string;
    readonly recordedAt: string;
    readonly minutes: number;
    readonly band: 'atOnce' | 'sameDay' | 'nextWorkingDay' | 'later';
  }[];
  readonly next: string | null;
}

export interface Lateness {
  readonly state: 'noLimit' | 'unknown' | 'inTime' | 'late';
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly reason: 'calendar-does-not-reach' | null;
  /** Whether the limit has stopped; otherwise the account is open */
  readonly ended: boolean | null;
  readonly provisional: boolean;
  /** Beginning of the first late minute */
  readonly since: string | null;
  /** Working minutes the limit counted after its granule; null where unknown */
  readonly minutes: number | null;
  /** The first four columns add up to `minutes` */
  readonly shares: readonly {
    readonly owner: Owner;
    /** Late though all others had kept their sub-deadlines */
    readonly ownExcess: number;
    /** Held by him, in time had others kept theirs */
    readonly inherited: number;
    /** Late though nobody exceeded anything */
    readonly structural: number;
    /** Of the applicant, an outage or an external ground */
    readonly outside: number;
    /** Held by others and late because of him: not in the sum, they stand there under `inherited` */
    readonly passedOn: number;
  }[];
  readonly stretches: readonly {
    readonly from: string;
    readonly to: string;
    readonly minutes: number;
    readonly owner: Owner;
    /** transfer, acceptance:1, processing, consultation:tax, resultTransfer, cutoff, unplanned */
    readonly leg: string;
    readonly kind: 'ownExcess' | 'inherited' | 'structural' | 'outside';
    /** Whose excess made it late; null where it is nobody’s */
    readonly dueTo: Owner | null;
  }[];
}

export interface Lint {
  readonly code: string;
  readonly version: number;
  /** Không có lỗi chặn công bố · no finding that keeps it from being published */
  readonly publishable: boolean;
  readonly findings: readonly LintFinding[];
}

export interface LintFinding {
  /** Tên ổn định của lỗi · stable name */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Nơi có lỗi · the place, joined by dots: legs.transfer.budget */
  readonly path: string;
  readonly sentence: string;
  readonly sentenceEn: string;
}

export interface Machine {
  readonly code: string;
  readonly version: number;
  readonly builderVersion: number;
  readonly states: readonly {
    readonly phase: Phase;
    readonly phaseName: string;
    readonly phaseNameEn: string;
    readonly final: boolean;
  }[];
  readonly edges: readonly {
    readonly command: CommandName;
    readonly from:
      | 'start'
      | 'submitted'
      | 'received'
      | 'jurisdictionPending'
      | 'inTransfer'
      | 'awaitingAcceptance'
      | 'transferReturned'
      | 'processing'
      | 'awaitingSupplement'
      | 'awaitingPayment'
      | 'suspended'
      | 'decided'
      | 'resultInTransfer'
      | 'readyForReturn'
      | 'receptionRefused'
      | 'returned'
      | 'withdrawn'
      | 'closed';
    readonly to: Phase;
    readonly guards: readonly (
      | 'dossierIsHeld'
      | 'receiverIsCompetent'
      | 'dossierWasReceived'
      | 'bouncesAreLeft'
      | 'bouncesAreExhausted'
      | 'transferLapsed'
      | 'redirectsAreLeft'
      | 'redirectGoesHome'
      | 'redirectGoesOn'
      | 'roundsAreLeft'
      | 'supplementIsOnItsWay'
      | 'askedBeforeReception'
      | 'askedInProcessing'
      | 'requiredConsultationsAreAnswered'
      | 'resumesToAcceptance'
      | 'resumesToProcessing'
      | 'resumesToSupplement'
      | 'resumesToPayment'
    )[];
  }[];
  readonly consultations: readonly {
    readonly command: CommandName;
    readonly consultation: string;
    readonly from: 'idle' | 'open' | 'answered' | 'cancelled';
    readonly to: 'idle' | 'open' | 'answered' | 'cancelled';
    readonly phases: readonly (
      | 'start'
      | 'submitted'
      | 'received'
      | 'jurisdictionPending'
      | 'inTransfer'
      | 'awaitingAcceptance'
      | 'transferReturned'
      | 'processing'
      | 'awaitingSupplement'
      | 'awaitingPayment'
      | 'suspended'
      | 'decided'
      | 'resultInTransfer'
      | 'readyForReturn'
      | 'receptionRefused'
      | 'returned'
      | 'withdrawn'
      | 'closed'
    )[];
  }[];
  /** The same as a Mermaid state diagram, in Vietnamese */
  readonly mermaid: string;
  readonly diagram: MachineDiagram;
}

export interface MachineDiagram {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly {
    /** Mã trạng thái · the phase; `start`; or consultation:<key>, consultation:<key>:<state> */
    readonly id: string;
    readonly label: string;
    readonly labelEn: string;
    /** Khung chứa nó · the frame of its consultation */
    readonly parent: string | null;
    /** Góc trên bên trái, điểm ảnh · of the upper left corner, pixels */
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly final: boolean;
    /** Việc làm được mà trạng thái giữ nguyên · what may be done there and leaves it as it is */
    readonly stays: readonly { readonly command: CommandName; readonly label: string; readonly labelEn: string }[];
  }[];
  readonly edges: readonly {
    readonly command: CommandName;
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly labelEn: string;
    /** From the rim of one box to that of the other */
    readonly points: readonly (readonly number[])[];
    /** Middle of the label */
    readonly labelAt: readonly number[];
  }[];
}

export interface MadeApiKey {
  /** Phần công khai của khóa · the public part */
  readonly id: string;
  readonly agencyId: string;
  readonly label: string;
  readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
  readonly state: 'active' | 'expired' | 'revoked';
  /** Giờ thật · real time, like all instants of a key */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Lần dùng gần nhất, làm tròn theo giờ · last used, to the hour; null: never */
  readonly usedAt: string | null;
  /** Built in: refused outside the demonstration */
  readonly demo: boolean;
  /** Chỉ hiện một lần này · lt_<id>_<secret>, shown this once; null when the request comes again */
  readonly key: string | null;
  /** Answered before under this key */
  readonly replayed: boolean;
}

export interface MovedClocks {
  /** Loại đồng hồ · kind of clock */
  readonly clock: string;
  /** Cơ quan phải làm · the agency that must act; null for others */
  readonly owner: string | null;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
  /** Phút làm việc được thêm (dương) hay mất (âm), theo lịch mới · gained or lost, by the new calendar */
  readonly workingMinutes: number | null;
  readonly becomesOverdue: boolean;
  readonly ceasesOverdue: boolean;
  readonly clocks: number;
}

/** Báo người nộp tới nhận kết quả · readyForReturn, unchanged; by the receiving agency. */
export interface NotifyApplicantCommand {
  readonly type: 'notifyApplicant';
  readonly occurredAt?: string | undefined;
  readonly means: 'sms' | 'email' | 'phone' | 'portal' | 'counter';
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Officer {
  readonly id: string;
  readonly agency: AgencyRef;
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  readonly active: boolean;
  /** ETag là "v<revision>" · one more with each change of the officer or of his account */
  readonly revision: number;
  readonly account: OfficerAccount | null;
}

export interface OfficerAccount {
  readonly id: string;
  /** Nơi cấp danh tính · the OpenID Connect provider; demo: built in */
  readonly issuer: string;
  /** Mã của người đó ở nơi cấp danh tính · what that provider calls him */
  readonly subject: string;
  readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
  /** False once withdrawn */
  readonly active: boolean;
  /** Các cơ quan được giám sát · agencies he watches over; empty unless he is a supervisor or auditor */
  readonly supervises: readonly string[];
  /** Built in or made in the demonstration: refused elsewhere */
  readonly demo: boolean;
}

export interface OfficerBody {
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
}

export interface OfficerChange {
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  /** False: không còn làm việc ở đây · he no longer works here, and cannot sign in */
  readonly active: boolean;
}

export interface Officers {
  readonly officers: readonly Officer[];
  readonly next: string | null;
}

export interface OfficersOfAgency {
  readonly officers: readonly {
    readonly id: string;
    /** Như trong danh sách công chức · as the register of officers has it */
    readonly name: string;
    readonly title: string;
    readonly titleEn: string;
    readonly roles: readonly ('clerk' | 'supervisor' | 'admin' | 'auditor')[];
    /** False for one who has left and still has dossiers assigned to him */
    readonly active: boolean;
    /** Hồ sơ đang giao cho người này · open dossiers held by this agency and assigned to him */
    readonly open: number;
  }[];
  /** Chưa giao cho ai · open dossiers held by this agency and assigned to nobody */
  readonly unassigned: number;
}

export interface OnTimeDossiers {
  readonly at: string;
  /** Of the whole list, not of the page */
  readonly total: number;
  readonly dossiers: readonly {
    readonly code: string;
    readonly agency: AgencyRef;
    readonly procedure: ProcedureRef;
    readonly taken: 'received' | 'carriedOver';
    /** At the end of the period, or now */
    readonly state:
      | 'resolvedEarly'
      | 'resolvedOnTime'
      | 'resolvedOverdue'
      | 'resolvedUnknown'
      | 'withdrawn'
      | 'closed'
      | 'openInTime'
      | 'openOverdue'
      | 'openResting'
      | 'openUnknown';
    readonly receivedAt: string;
    /** When its limit or the dossier ended; null while it is open */
    readonly doneAt: string | null;
  }[];
  readonly next: string | null;
}

export interface OnTimeReport {
  readonly at: string;
  readonly by: 'field' | 'agency' | 'procedure' | 'month';
  readonly from: string;
  readonly to: string;
  /** Of the whole period. Months add up in what was done, not in what was carried over */
  readonly whole: {
    /** Tiếp nhận trong kỳ · received in the period */
    readonly received: number;
    /** Kỳ trước chuyển qua · received before it and not done with then */
    readonly carriedOver: number;
    /** Giải quyết trước hạn */
    readonly resolvedEarly: number;
    /** Giải quyết đúng hạn */
    readonly resolvedOnTime: number;
    /** Giải quyết quá hạn */
    readonly resolvedOverdue: number;
    /** Đã giải quyết, không tính được · cannot be computed; never counted as on time */
    readonly resolvedUnknown: number;
    /** Rút hồ sơ */
    readonly withdrawn: number;
    /** Dừng giải quyết · ended without a decision */
    readonly closed: number;
    /** Đang giải quyết, trong hạn, cuối kỳ · at the end of the period, or now */
    readonly openInTime: number;
    /** Đang giải quyết, quá hạn */
    readonly openOverdue: number;
    /** Tạm dừng hoặc chưa bắt đầu tính · the limit rests or has not begun */
    readonly openResting: number;
    /** Không tính được · cannot be computed */
    readonly openUnknown: number;
    /** Received and carried over: what the other ten add up to */
    readonly total: number;
    /** Trước hoặc đúng hạn trên số đã giải quyết · early or on time, of all resolved */
    readonly resolvedInTime: Share;
    /** Trong hạn trên số đang giải quyết · in time, of all that are open */
    readonly openInTimeShare: Share;
  };
  readonly groups: readonly {
    readonly key: string;
    readonly label: string;
    readonly labelEn: string;
    /** Tiếp nhận trong kỳ · received in the period */
    readonly received: number;
    /** Kỳ trước chuyển qua · received before it and not done with then */
    readonly carriedOver: number;
    /** Giải quyết trước hạn */
    readonly resolvedEarly: number;
    /** Giải quyết đúng hạn */
    readonly resolvedOnTime: number;
    /** Giải quyết quá hạn */
    readonly resolvedOverdue: number;
    /** Đã giải quyết, không tính được · cannot be computed; never counted as on time */
    readonly resolvedUnknown: number;
    /** Rút hồ sơ */
    readonly withdrawn: number;
    /** Dừng giải quyết · ended without a decision */
    readonly closed: number;
    /** Đang giải quyết, trong hạn, cuối kỳ · at the end of the period, or now */
    readonly openInTime: number;
    /** Đang giải quyết, quá hạn */
    readonly openOverdue: number;
    /** Tạm dừng hoặc chưa bắt đầu tính · the limit rests or has not begun */
    readonly openResting: number;
    /** Không tính được · cannot be computed */
    readonly openUnknown: number;
    /** Received and carried over: what the other ten add up to */
    readonly total: number;
    /** Trước hoặc đúng hạn trên số đã giải quyết · early or on time, of all resolved */
    readonly resolvedInTime: Share;
    /** Trong hạn trên số đang giải quyết · in time, of all that are open */
    readonly openInTimeShare: Share;
  }[];
  /** There are more groups than were asked for; the whole counts them */
  readonly more: boolean;
}

export interface Opened {
  /** Mã hồ sơ; được đổi một lần khi hồ sơ mang mã tạm · changes once, where it was provisional */
  readonly code: string;
  /** Số hành vi của các bên; ETag là "v<version>" · acts of parties so far; the ETag is "v<version>" */
  readonly version: number;
  /** Number of the last event in the journal of the dossier */
  readonly seq: number;
  readonly phase: Phase;
  readonly eventIds: readonly string[];
  /** Đã trả lời trước đó · answered before under this key, and answered the same again */
  readonly replayed: boolean;
  /** In trên giấy tiếp nhận, để tra cứu · printed on the receipt; opens /track/{code} with ?k= */
  readonly trackingSecret: string;
}

export type Opening = SubmitOpening | ReceiveOpening;

export interface Outage {
  readonly id: string;
  readonly system: string;
  readonly state: 'proposed' | 'down' | 'over' | 'cancelled' | 'dropped';
  /** Bản đang có hiệu lực · what holds */
  readonly held: OutageRevision | null;
  /** Đề nghị chờ duyệt · what waits for approval */
  readonly proposed: OutageRevision | null;
  readonly revisions: readonly OutageRevision[];
  readonly runs: readonly OutageRun[];
}

export interface OutageEvidence {
  /** Số, ký hiệu biên bản hoặc mã sự cố; không nêu tên người · of the record or ticket; no personal data */
  readonly reference: string;
  /** SHA-256 của tài liệu · of the document */
  readonly sha256?: string | undefined;
}

export interface OutagePreview {
  readonly id: string;
  readonly revision: number;
  readonly digest: string;
  /** RFC 3339, UTC */
  readonly at: string;
  readonly candidates: number;
  /** Hồ sơ đã xem trong lần này · looked at this time */
  readonly looked: number;
  /** false: còn hồ sơ chưa xem · there are more than were looked at */
  readonly complete: boolean;
  /** Hồ sơ được ghi sự kiện · dossiers that were told something */
  readonly dossiers: number;
  readonly movedClocks: number;
  /** Vi phạm được rút vì thực ra chưa xảy ra · breaches that have not happened after all */
  readonly withdrawnBreaches: number;
  readonly movedMinutes: readonly {
    /** Cơ quan, hoặc loại bên giữ phút · an agency, or a kind of owner */
    readonly from: string;
    readonly to: string;
    readonly minutes: number;
  }[];
}

export interface OutageRevision {
  readonly revision: number;
  readonly kind: 'record' | 'correct' | 'cancel';
  readonly state: 'proposed' | 'approved' | 'dropped';
  /** RFC 3339, UTC */
  readonly from: string;
  /** null: chưa kết thúc · not over yet */
  readonly to: string | null;
  readonly evidence: { readonly reference: string; readonly sha256: string | null };
  readonly reason: string;
  /** SHA-256 của toàn bộ nội dung; người duyệt nêu lại · what the approver names */
  readonly digest: string;
  readonly proposed: AdministrationAct;
  readonly approved: AdministrationAct | null;
}

export interface OutageRun {
  readonly revision: number;
  readonly state: 'running' | 'done' | 'incomplete' | 'superseded';
  /** Hồ sơ phải xem · dossiers to be looked at */
  readonly candidates: number;
  /** Hồ sơ được ghi sự kiện · dossiers that were told something */
  readonly dossiers: number;
  readonly movedClocks: number;
  /** Vi phạm được rút vì thực ra chưa xảy ra · breaches that have not happened after all */
  readonly withdrawnBreaches: number;
  readonly movedMinutes: readonly {
    /** Cơ quan, hoặc loại bên giữ phút · an agency, or a kind of owner */
    readonly from: string;
    readonly to: string;
    readonly minutes: number;
  }[];
  readonly stuck: number;
  readonly batches: number;
  /** RFC 3339, UTC */
  readonly requestedAt: string;
  readonly lastBatchAt: string | null;
  readonly finishedAt: string | null;
}

export interface Outages {
  readonly outages: readonly {
    readonly id: string;
    readonly system: string;
    readonly state: 'proposed' | 'down' | 'over' | 'cancelled' | 'dropped';
    /** Bản đang có hiệu lực · what holds */
    readonly held: OutageRevision | null;
    /** Đề nghị chờ duyệt · what waits for approval */
    readonly proposed: OutageRevision | null;
  }[];
  /** Hệ thống mà thủ tục đã công bố cần · systems published procedures require */
  readonly systems: readonly string[];
  readonly next: string | null;
}

export interface Owner {
  readonly kind: 'agency' | 'exchange' | 'publicPost' | 'applicant' | 'system' | 'external';
  /** Set where the owner is an agency */
  readonly agency: AgencyRef | null;
}

export interface PastFact {
  readonly id: string;
  readonly type: EventType;
  /** Number in the journal of the dossier: apply in this order */
  readonly seq: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** State after it */
  readonly phase: Phase;
  readonly actor: {
    readonly kind: 'clerk' | 'supervisor' | 'engine';
    readonly agencyId: string | null;
    readonly officerId: string | null;
  };
  /** What this type of event defines */
  readonly fact: Readonly<Record<string, unknown>>;
  readonly prevHash: string;
  readonly hash: string;
}

/** Nơi chốn: mã xã hiện nay, hoặc mã hay tên cũ trước 01/7/2025 · a place: the code of a commune of now, or a code or name of before 1 July 2025 */
export interface Place {
  readonly communeCode?: string | undefined;
  readonly oldCode?: string | undefined;
  readonly newCommuneCode?: string | undefined;
  readonly name?: string | undefined;
  readonly district?: string | undefined;
  readonly provinceCode?: string | undefined;
}

/** Người và lời văn: mã hóa, không vào sự kiện · persons and free text: encrypted, never part of an event */
export interface PrivatePart {
  readonly persons?:
    | readonly {
        readonly role: 'applicant' | 'representative' | 'other';
        /** Họ và tên; không để trống · full name; not blank */
        readonly name: string;
        readonly identityNumber?: string | undefined;
        readonly phone?: string | undefined;
        readonly email?: string | undefined;
        readonly birthDate?: string | undefined;
        readonly address?: string | undefined;
      }[]
    | undefined;
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

export interface Problem {
  /** Where the code is explained, relative to this service */
  readonly type: string;
  readonly title: string;
  readonly titleEn: string;
  readonly status: number;
  readonly code:
    | 'unreadable-request'
    | 'request-timeout'
    | 'address-too-long'
    | 'headers-too-large'
    | 'malformed-json'
    | 'invalid-body'
    | 'invalid-query'
    | 'forbidden-characters'
    | 'body-too-large'
    | 'body-too-deep'
    | 'unsupported-media-type'
    | 'not-found'
    | 'method-not-allowed'
    | 'unauthenticated'
    | 'forbidden'
    | 'origin-refused'
    | 'sign-in-refused'
    | 'sign-in-not-configured'
    | 'idempotency-key-required'
    | 'idempotency-key-invalid'
    | 'if-match-required'
    | 'if-match-invalid'
    | 'cursor-invalid'
    | 'cursor-epoch-stale'
    | 'bus-not-offered'
    | 'batch-too-large'
    | 'key-proof-invalid'
    | 'key-registered-elsewhere'
    | 'rate-limited'
    | 'version-published'
    | 'version-not-published'
    | 'version-retired'
    | 'effective-too-early'
    | 'lint-failed'
    | 'approval-required'
    | 'verdict-stale'
    | 'feasibility-busy'
    | 'feasibility-underway'
    | 'feasibility-too-large'
    | 'feasibility-too-long'
    | 'calendar-unsound'
    | 'calendar-outdated'
    | 'conflict-recorded'
    | 'outage-system-unknown'
    | 'outage-interval-empty'
    | 'outage-not-over'
    | 'outage-end-missing'
    | 'outage-nothing-proposed'
    | 'outage-proposal-changed'
    | 'outage-cancelled'
    | 'amendment-versions-unknown'
    | 'amendment-target-not-in-force'
    | 'amendment-not-open'
    | 'amendment-dry-run-stale'
    | 'amendment-crossing'
    | 'amendment-named-unknown'
    | 'amendment-revert-too-late'
    | 'alert-not-found'
    | 'alert-not-entitled'
    | 'alert-needs-person'
    | 'alert-closed'
    | 'alert-already-acknowledged'
    | 'alert-already-snoozed'
    | 'alert-already-assigned'
    | 'alert-not-snoozed'
    | 'alert-snooze-in-past'
    | 'alert-snooze-too-long'
    | 'alert-officer-unknown'
    | 'alert-changed'
    | 'alert-numbers-restarted'
    | 'own-admin-role'
    | 'last-admin'
    | 'account-exists'
    | 'subject-taken'
    | 'issuer-unknown'
    | 'expires-in-past'
    | 'competence-too-early'
    | 'competence-overlaps'
    | 'competence-ended'
    | 'unavailable'
    | 'commit-unknown'
    | 'internal-fault'
    | 'command-not-allowed'
    | 'actor-not-entitled'
    | 'dossier-not-found'
    | 'version-stale'
    | 'key-reused'
    | 'occurred-in-future'
    | 'occurred-before-last-fact'
    | 'outside-calendar'
    | 'procedure-unknown'
    | 'procedure-not-effective'
    | 'procedure-limit-unknown'
    | 'case-unknown'
    | 'jurisdiction-none'
    | 'jurisdiction-several'
    | 'jurisdiction-fact-missing'
    | 'outside-boundary-scope'
    | 'area-unknown'
    | 'area-ambiguous'
    | 'area-split-needs-fact'
    | 'agency-unknown'
    | 'agency-not-competent'
    | 'supplement-rounds-exhausted'
    | 'supplement-timeout-passed'
    | 'payment-timeout-passed'
    | 'transfer-attempts-exhausted'
    | 'redirects-exhausted'
    | 'transfer-not-lapsed'
    | 'consultation-unknown'
    | 'consultation-not-idle'
    | 'consultation-not-open'
    | 'consultation-of-itself'
    | 'consultations-unanswered'
    | 'step-unknown'
    | 'step-already-open'
    | 'step-not-open'
    | 'step-already-completed'
    | 'payment-not-foreseen'
    | 'close-ground-not-met'
    | 'suspension-system-mismatch'
    | 'extension-not-foreseen'
    | 'extension-not-in-working-time'
    | 'extension-unit-differs'
    | 'extension-exhausted'
    | 'extension-too-long'
    | 'extension-after-due'
    | 'apology-already-issued'
    | 'apology-after-promise'
    | 'apology-date-not-later'
    | 'apology-not-issued'
    | 'apology-already-delivered'
    | 'reception-correction-illegal'
    | 'second-person-required'
    | 'fact-not-declared'
    | 'fact-not-yours'
    | 'time-unchanged'
    | 'time-correction-illegal'
    | 'late-facts-not-in-order'
    | 'late-facts-mixed'
    | 'late-fact-not-late'
    | 'late-fact-illegal'
    | 'conflict-already-open'
    | 'conflict-not-open'
    | 'conflict-not-superseded'
    | 'amendment-version-same'
    | 'amendment-procedure-differs'
    | 'amendment-builder-differs'
    | 'amendment-dossier-ended'
    | 'amendment-dossier-decided'
    | 'amendment-limit-unknown'
    | 'amendment-criterion-differs'
    | 'amendment-clock-start-differs'
    | 'amendment-state-without-image'
    | 'amendment-cannot-be-completed'
    | 'amendment-citizen-act-lost'
    | 'amendment-units-differ'
    | 'amendment-not-computable'
    | 'amendment-moved-on'
    | 'amendment-overdue-unnamed'
    | 'amendment-not-in-force'
    | 'amendment-followed'
    | 'receipt-required'
    | 'receipt-malformed'
    | 'receipt-forged'
    | 'receipt-key-expired'
    | 'receipt-key-rotated'
    | 'receipt-key-revoked'
    | 'receipt-foreign'
    | 'receipt-stale'
    | 'receipt-from-future'
    | 'receipt-from-past'
    | 'receipt-replayed';
  /** Việc cần làm · what to do about it */
  readonly todo: string;
  readonly todoEn: string;
  /** What is known beyond the code: the commands allowed, the candidates, the version… */
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly errors: readonly {
    /** JSON path with dots, or the name of a header or parameter; empty: the body as a whole */
    readonly field: string;
    readonly reason: string;
    readonly reasonEn: string;
  }[];
  readonly requestId?: string | undefined;
}

export interface Procedure {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** Null for a procedure that is not on the national list */
  readonly ministry: string | null;
  readonly levels: readonly string[];
  /** Of the national list */
  readonly limit: CatalogueLimit | null;
  /** Các bản đã công bố, vận hành được · versions that drive clocks here */
  readonly versions: readonly {
    readonly version: number;
    readonly effectiveFrom: string;
    readonly effectiveTo: string | null;
    readonly boundaryScope: 'none' | 'province' | 'nation';
    readonly illustration: { readonly why: string; readonly whyEn: string } | null;
  }[];
}

export interface ProcedureDefinition {
  readonly code: string;
  /** Không cần; số bản do hệ thống cấp · passed over: the number is given by the service */
  readonly version?: number | undefined;
  readonly builderVersion: 1;
  readonly name: string;
  readonly nameEn: string;
  readonly field: string;
  readonly level: 'ministry' | 'province' | 'commune';
  readonly legalBasis: readonly string[];
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly illustration: { readonly why: string; readonly whyEn: string } | null;
  readonly boundaryScope: 'none' | 'province' | 'nation';
  readonly competence: {
    readonly criterion: 'residence' | 'assetLocation' | 'headOffice' | 'any';
    readonly level: 'commune' | 'province';
  };
  readonly cases: readonly {
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly limits: { readonly counter: string | null; readonly online: string | null; readonly post: string | null };
  }[];
  readonly clockStart: 'reception' | 'competentReceipt';
  readonly transferExcluded: boolean;
  readonly transferCutoff: string | null;
  readonly limitCutoff: string | null;
  readonly legalEnd: 'decided' | 'readyForReturn';
  readonly promiseGranularity: 'minute' | 'halfDay' | 'day';
  readonly legs: {
    readonly reception: {
      readonly budget: string;
      readonly minimumWorkMinutes?: number | undefined;
      readonly requires?: readonly string[] | undefined;
    };
    readonly transfer: {
      readonly budget: string;
      readonly minimumWorkMinutes?: number | undefined;
      readonly requires?: readonly string[] | undefined;
    };
    readonly delivery: {
      readonly budget: string;
      readonly minimumWorkMinutes?: number | undefined;
      readonly requires?: readonly string[] | undefined;
    };
    readonly acceptance: {
      readonly budget: string;
      readonly minimumWorkMinutes?: number | undefined;
      readonly requires?: readonly string[] | undefined;
    };
    readonly resultTransfer: {
      readonly budget: string;
      readonly minimumWorkMinutes?: number | undefined;
      readonly requires?: readonly string[] | undefined;
    };
  };
  readonly steps: readonly {
    readonly budget: string;
    readonly minimumWorkMinutes?: number | undefined;
    readonly requires?: readonly string[] | undefined;
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
  }[];
  readonly consultations: readonly {
    readonly budget: string;
    readonly minimumWorkMinutes?: number | undefined;
    readonly requires?: readonly string[] | undefined;
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly pausesLegalClock: boolean;
    readonly requiredForDecision: boolean;
  }[];
  readonly payment: { readonly timeout: string; readonly pausesLegalClock: boolean } | null;
  readonly supplement: {
    readonly policy: 'pause' | 'restart' | 'run';
    readonly maxRounds: number;
    readonly timeout: string;
  };
  readonly extension: {
    readonly times: number;
    readonly maximum: string;
    readonly legalBasis: string;
    readonly secondPerson?: boolean | undefined;
  } | null;
  readonly subDeadlines?: { readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome' } | undefined;
  readonly outageRelief?: { readonly scope: 'leg' | 'legAndLimit'; readonly legalBasis: string } | undefined;
  readonly warnPercents?: readonly number[] | undefined;
  readonly warnRungs?:
    | {
        readonly remainingMinutes?: readonly number[] | undefined;
        readonly risk?: readonly ('warning' | 'high')[] | undefined;
        readonly perClock?:
          | readonly {
              readonly clock:
                | 'reception'
                | 'legal'
                | 'transfer'
                | 'delivery'
                | 'acceptance'
                | 'step'
                | 'consultation'
                | 'supplement'
                | 'payment'
                | 'resultTransfer';
              readonly percents?: readonly number[] | undefined;
              readonly remainingMinutes?: readonly number[] | undefined;
            }[]
          | undefined;
      }
    | undefined;
}

export interface ProcedureDraft {
  readonly code: string;
  readonly version: number;
  /** Số lần sửa; ETag là "v<revision>" · what If-Match compares */
  readonly revision: number;
  /** Kết quả kiểm tra · what lint says of it; an error keeps it from being published */
  readonly findings: readonly LintFinding[];
  readonly replayed: boolean;
}

export interface ProcedureRef {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

export interface ProcedureVersion {
  readonly code: string;
  readonly version: number;
  readonly builderVersion: 1;
  readonly name: string;
  readonly nameEn: string;
  readonly field: string;
  readonly level: 'ministry' | 'province' | 'commune';
  readonly legalBasis: readonly string[];
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly illustration: { readonly why: string; readonly whyEn: string } | null;
  readonly boundaryScope: 'none' | 'province' | 'nation';
  readonly competence: {
    readonly criterion: 'residence' | 'assetLocation' | 'headOffice' | 'any';
    readonly level: 'commune' | 'province';
  };
  readonly cases: readonly {
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly limits: { readonly counter: string | null; readonly online: string | null; readonly post: string | null };
  }[];
  readonly clockStart: 'reception' | 'competentReceipt';
  readonly transferExcluded: boolean;
  readonly transferCutoff: string | null;
  readonly limitCutoff: string | null;
  readonly legalEnd: 'decided' | 'readyForReturn';
  readonly promiseGranularity: 'minute' | 'halfDay' | 'day';
  readonly legs: {
    readonly reception: {
      readonly budget: string;
      readonly minimumWorkMinutes: number;
      readonly requires: readonly string[];
    };
    readonly transfer: {
      readonly budget: string;
      readonly minimumWorkMinutes: number;
      readonly requires: readonly string[];
    };
    readonly delivery: {
      readonly budget: string;
      readonly minimumWorkMinutes: number;
      readonly requires: readonly string[];
    };
    readonly acceptance: {
      readonly budget: string;
      readonly minimumWorkMinutes: number;
      readonly requires: readonly string[];
    };
    readonly resultTransfer: {
      readonly budget: string;
      readonly minimumWorkMinutes: number;
      readonly requires: readonly string[];
    };
  };
  readonly steps: readonly {
    readonly budget: string;
    readonly minimumWorkMinutes: number;
    readonly requires: readonly string[];
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
  }[];
  readonly consultations: readonly {
    readonly budget: string;
    readonly minimumWorkMinutes: number;
    readonly requires: readonly string[];
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly pausesLegalClock: boolean;
    readonly requiredForDecision: boolean;
  }[];
  readonly payment: { readonly timeout: string; readonly pausesLegalClock: boolean } | null;
  readonly supplement: {
    readonly policy: 'pause' | 'restart' | 'run';
    readonly maxRounds: number;
    readonly timeout: string;
  };
  readonly extension: {
    readonly times: number;
    readonly maximum: string;
    readonly legalBasis: string;
    readonly secondPerson?: boolean | undefined;
  } | null;
  readonly subDeadlines?: { readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome' } | undefined;
  readonly outageRelief?: { readonly scope: 'leg' | 'legAndLimit'; readonly legalBasis: string } | undefined;
  readonly warnPercents: readonly number[];
  readonly warnRungs?:
    | {
        readonly remainingMinutes: readonly number[];
        readonly risk: readonly ('warning' | 'high')[];
        readonly perClock: readonly {
          readonly clock:
            | 'reception'
            | 'legal'
            | 'transfer'
            | 'delivery'
            | 'acceptance'
            | 'step'
            | 'consultation'
            | 'supplement'
            | 'payment'
            | 'resultTransfer';
          readonly percents?: readonly number[] | undefined;
          readonly remainingMinutes?: readonly number[] | undefined;
        }[];
      }
    | undefined;
}

export interface ProcedureVersions {
  readonly versions: readonly {
    readonly version: number;
    /** Bản nháp chỉ hiện với quản trị · drafts are shown to admins only */
    readonly state: 'draft' | 'published' | 'retired';
    readonly effectiveFrom: string;
    readonly effectiveTo: string | null;
    /** Của bản nháp; ETag là "v<revision>" · of a draft */
    readonly revision: number | null;
    readonly drafted: AdministrationAct | null;
    readonly changed: AdministrationAct | null;
    /** Null với bản có sẵn khi cài đặt · null for what came with the installation */
    readonly published: AdministrationAct | null;
    readonly retired: AdministrationAct | null;
    readonly approvalReason: string | null;
    /** Khi công bố · when it was published */
    readonly verdict:
      | 'IMPOSSIBLE'
      | 'OVERDUE_BY_CONSTRUCTION'
      | 'START_DEPENDENT'
      | 'SAFE_IF_DYNAMIC'
      | 'NOT_COMPUTABLE'
      | 'SAFE'
      | null;
  }[];
}

export interface Procedures {
  readonly procedures: readonly Procedure[];
  readonly next: string | null;
}

export interface PromiseExplanation {
  readonly code: string;
  readonly at: string;
  readonly promise: { readonly at: string; readonly estimate: boolean; readonly provisional: boolean };
  readonly receivedAt: string;
  /** Null where the calendar does not reach */
  readonly parts:
    | readonly {
        readonly part: 'transfer' | 'acceptance' | 'limit';
        readonly from: string;
        readonly countsFrom: string;
        readonly cutoff: { readonly rule: 'transferCutoff' | 'limitCutoff'; readonly time: string } | null;
        readonly to: string;
        /** Sum of the blocks; null where calendar days are counted */
        readonly minutes: number | null;
        readonly days:
          | readonly {
              readonly date: string;
              readonly because: string;
              readonly name: string | null;
              readonly notice: string | null;
              readonly provisional: boolean;
              readonly blocks: readonly {
                readonly from: string;
                readonly to: string;
                readonly minutes: number;
                readonly total: number;
              }[];
            }[]
          | null;
        readonly calendarDays: {
          /** The day it counts from, itself not counted */
          readonly notCounted: string;
          readonly days: number;
          readonly pausedDays: number;
          readonly last: string;
          /** Closed days it rolls over */
          readonly rolledOver: readonly {
            readonly date: string;
            readonly because: string;
            readonly name: string | null;
            readonly notice: string | null;
            readonly provisional: boolean;
            readonly blocks: readonly {
              readonly from: string;
              readonly to: string;
              readonly minutes: number;
              readonly total: number;
            }[];
          }[];
        } | null;
      }[]
    | null;
  readonly computed: string | null;
  /** False where a fact of movedBy moved it, or the calendar has changed since it was printed */
  readonly agrees: boolean | null;
  readonly movedBy: readonly Reason[];
}

export interface ProposedOutage {
  readonly id: string;
  readonly revision: number;
  readonly kind: 'record' | 'correct' | 'cancel';
  readonly state: 'proposed' | 'approved' | 'dropped';
  readonly system: string;
  /** RFC 3339, UTC */
  readonly from: string;
  readonly to: string | null;
  readonly digest: string;
  readonly replayed: boolean;
}

/** Nhận phần bổ sung · awaitingSupplement → the phase it came from; by the receiving agency at its counter, or the competent one. */
export interface ProvideSupplementCommand {
  readonly type: 'provideSupplement';
  readonly occurredAt?: string | undefined;
  readonly copy: 'electronic' | 'paper';
  readonly documents?: readonly Document[] | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Publication {
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly published: AdministrationAct;
  readonly approval: { readonly by: AdministrationAct; readonly reason: string } | null;
  readonly verdict: VersionVerdict;
  /** Cảnh báo · warnings of lint */
  readonly findings: readonly LintFinding[];
  readonly replayed: boolean;
}

export interface Reason {
  readonly seq: number;
  readonly type: EventType;
  readonly at: string;
}

/** Rút lại hồ sơ đang chuyển · inTransfer, awaitingAcceptance → received; by the receiving agency. */
export interface RecallTransferCommand {
  readonly type: 'recallTransfer';
  readonly occurredAt?: string | undefined;
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Receipt {
  /** Place of the fact it proves */
  readonly seq: number;
  readonly kind: 'offer' | 'delivery' | 'acceptance' | 'refusal' | 'result' | 'arrival' | 'return';
  readonly kid: string;
  readonly digest: string;
  readonly claims: {
    readonly iss: string;
    readonly sub: string;
    readonly kind: 'offer' | 'delivery' | 'acceptance' | 'refusal' | 'result' | 'arrival' | 'return';
    readonly code: string;
    readonly attempt: number;
    readonly position: { readonly seq: number; readonly hash: string };
    readonly previous: string | null;
    readonly documents: readonly string[];
    readonly officer: string | null;
    readonly occurredAt: string;
    readonly iat: number;
    readonly jti: string;
  };
  /** Compact JWS (RFC 7515), Ed25519 (RFC 8037) */
  readonly jws: string;
}

export interface Receipts {
  readonly code: string;
  readonly version: number;
  /** Domain time: what `iat` of a receipt is held against */
  readonly at: string;
  readonly phase: Phase;
  readonly head: CustodyHead;
  readonly receipts: readonly Receipt[];
}

/** Tiếp nhận hồ sơ · Receive: – (with `intake`) or submitted → received when another agency decides, processing when the receiver itself does, jurisdictionPending with `holdForJurisdiction`; by the receiving agency. */
export interface ReceiveCommand {
  readonly type: 'receive';
  readonly occurredAt?: string | undefined;
  readonly holdForJurisdiction?:
    | {
        /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
        readonly reason: string;
      }
    | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Tiếp nhận hồ sơ · Receive: – (with `intake`) or submitted → received when another agency decides, processing when the receiver itself does, jurisdictionPending with `holdForJurisdiction`; by the receiving agency. */
export interface ReceiveOpening {
  readonly type: 'receive';
  readonly occurredAt?: string | undefined;
  readonly intake: {
    readonly procedureCode: string;
    readonly caseKey?: string | undefined;
    readonly channel: 'counter' | 'online' | 'post';
    readonly jurisdiction?: AreaFacts | undefined;
    readonly documents?: readonly Document[] | undefined;
  };
  readonly holdForJurisdiction?:
    | {
        /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
        readonly reason: string;
      }
    | undefined;
  readonly private?: PrivatePart | undefined;
}

export interface Reception {
  readonly agency: AgencyRef;
  readonly at: string;
  /** Null where the calendar does not reach */
  readonly openNow: boolean | null;
  /** Lần mở cửa kế tiếp khi đang đóng · when the desk opens next; null while it is open, or unknown */
  readonly opensAt: string | null;
  /** As in the view of the agency; null: the legal hours of its province */
  readonly desk:
    | readonly {
        readonly from?: string | undefined;
        readonly week: {
          readonly mon: readonly { readonly from: string; readonly to: string }[];
          readonly tue: readonly { readonly from: string; readonly to: string }[];
          readonly wed: readonly { readonly from: string; readonly to: string }[];
          readonly thu: readonly { readonly from: string; readonly to: string }[];
          readonly fri: readonly { readonly from: string; readonly to: string }[];
          readonly sat: readonly { readonly from: string; readonly to: string }[];
          readonly sun: readonly { readonly from: string; readonly to: string }[];
        };
        readonly notice: string;
      }[]
    | null;
  /** console: chỉ dùng giao diện web; feed, bus: có phần mềm riêng · its own software confirmed a delivery lately, and is offered a broker (bus) or not (feed); null: not known */
  readonly line: 'bus' | 'feed' | 'console' | null;
  /** Lấy từ các đồng hồ đã dừng · of clocks that have stopped; nothing of any dossier is told */
  readonly receipts: {
    readonly days: number;
    /** Hồ sơ điện tử đã đến · electronic transfers that were delivered in these days */
    readonly count: number;
    /** Working minutes from dispatch to delivery; null without any */
    readonly medianMinutes: number | null;
    /** Transfers it accepted in these days */
    readonly accepted: number;
    /** Working minutes from delivery to acceptance */
    readonly medianAcceptanceMinutes: number | null;
    /** The latest delivery in these days */
    readonly lastAt: string | null;
  };
  /** Đang chuyển đến, chưa tiếp nhận · transfers on their way to it that it has not accepted */
  readonly waiting: number;
}

export interface RecordOutage {
  readonly system: string;
  readonly from: string;
  /** Bỏ trống khi sự cố chưa kết thúc · left out while it lasts */
  readonly to?: string | undefined;
  readonly evidence: OutageEvidence;
  readonly reason: string;
}

/** Điều chuyển hồ sơ · After a lapse or a third return: inTransfer, awaitingAcceptance, transferReturned → inTransfer to `to`, or received when `to` is null; by a supervisor over both agencies. */
export interface RedirectTransferCommand {
  readonly type: 'redirectTransfer';
  readonly occurredAt?: string | undefined;
  readonly to: string | null;
  readonly copy?: 'electronic' | 'paper' | undefined;
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Từ chối tiếp nhận · submitted → receptionRefused; by the receiving agency. */
export interface RefuseReceptionCommand {
  readonly type: 'refuseReception';
  readonly occurredAt?: string | undefined;
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Trả lại hồ sơ được chuyển tới · awaitingAcceptance → transferReturned; by the competent agency. No minute is given back. */
export interface RefuseTransferCommand {
  readonly type: 'refuseTransfer';
  readonly occurredAt?: string | undefined;
  readonly reason: 'wrongJurisdiction' | 'incompleteCopy' | 'unreadable' | 'duplicate';
  readonly suggestedAgency?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Report {
  readonly at: string;
  readonly by: 'agency' | 'pair' | 'sender' | 'receiver' | 'procedure' | 'cause' | 'period';
  readonly period: 'day' | 'week' | 'month';
  /** Cộng mọi nhóm · what the minutes of all groups add up to; `ended` is the denominator */
  readonly whole: {
    readonly dossiers: number;
    readonly ended: number;
    readonly minutes: number;
    /** Trung vị · of the minutes of one dossier; null where no dossier has any */
    readonly median: number | null;
    /** Chín phần mười số hồ sơ không quá · nine of ten dossiers have no more */
    readonly ninetieth: number | null;
  };
  readonly groups: readonly {
    /** For the list of dossiers behind the group */
    readonly key: string;
    readonly label: string;
    readonly labelEn: string;
    /** Có phút trong nhóm · dossiers with minutes in the group: the length of the list behind it */
    readonly dossiers: number;
    /** Mẫu số · all dossiers of the group that count, late or not; null where groups are of minutes, not of dossiers */
    readonly ended: number | null;
    readonly minutes: number;
    /** Trung vị · of the minutes of one dossier; null where no dossier has any */
    readonly median: number | null;
    /** Chín phần mười số hồ sơ không quá · nine of ten dossiers have no more */
    readonly ninetieth: number | null;
    readonly causes: readonly {
      readonly cause: string;
      readonly label: string;
      readonly labelEn: string;
      readonly minutes: number;
    }[];
  }[];
  /** Minutes of the groups beyond the limit; null where all are shown */
  readonly rest: { readonly minutes: number } | null;
  /** Không tính, và vì sao · dossiers that fit but are not counted, with the reason */
  readonly excluded: readonly {
    readonly reason: string;
    readonly label: string;
    readonly labelEn: string;
    readonly dossiers: number;
  }[];
}

export interface ReportDossiers {
  readonly at: string;
  /** Of the whole list, not of the page */
  readonly total: { readonly dossiers: number; readonly minutes: number };
  readonly dossiers: readonly {
    readonly code: string;
    readonly procedure: string;
    readonly sender: AgencyRef;
    readonly receiver: AgencyRef | null;
    readonly endedAt: string;
    /** Minutes of this dossier that the number is made of */
    readonly minutes: number;
  }[];
  readonly next: string | null;
}

/** Lấy ý kiến cơ quan khác · Opens a consultation of the procedure version beside the processing; by the competent agency. */
export interface RequestConsultationCommand {
  readonly type: 'requestConsultation';
  readonly occurredAt?: string | undefined;
  readonly consultation: string;
  readonly agencyId: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Yêu cầu nộp nghĩa vụ tài chính · processing → awaitingPayment; by the competent agency, where the procedure foresees it. `amountVnd`: whole đồng. */
export interface RequestPaymentCommand {
  readonly type: 'requestPayment';
  readonly occurredAt?: string | undefined;
  readonly feeCode: string;
  readonly amountVnd: number;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Yêu cầu bổ sung hồ sơ · submitted, processing → awaitingSupplement; by the agency with custody. `components`: what is missing. */
export interface RequestSupplementCommand {
  readonly type: 'requestSupplement';
  readonly occurredAt?: string | undefined;
  readonly components: readonly string[];
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Resolution {
  readonly agency: AgencyRef;
  /** The dossier will travel: another agency decides it */
  readonly crossesBoundary: boolean;
  readonly ruleId: string;
  readonly legalBasis: string;
  /** The commune the facts lead to; null where the criterion asks for no place */
  readonly area: { readonly code: string; readonly name: string } | null;
  /** The unit before 1 July 2025 it was reached by */
  readonly viaOldUnit: { readonly code: string; readonly name: string } | null;
  readonly procedure: {
    readonly code: string;
    readonly version: number;
    readonly name: string;
    readonly nameEn: string;
  };
  readonly day: string;
}

/** Giải quyết một mâu thuẫn của nhật ký · Any phase, unchanged: closes the conflict of that number, `kept` (the journal was right) or `superseded` (it has been put right since); by a second person of the receiving or competent agency, or its supervisor. */
export interface ResolveConflictCommand {
  readonly type: 'resolveConflict';
  readonly occurredAt?: string | undefined;
  readonly conflict: number;
  readonly resolution: 'kept' | 'superseded';
  /** Mã lý do theo danh mục của đơn vị, không phải câu văn; lời văn để ở private.texts · a code of your own list, never a sentence; words go to private.texts */
  readonly reason: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

/** Xác định cơ quan có thẩm quyền · jurisdictionPending → received or processing; by the receiving agency (with better facts) or the provincial coordinator (with `decision`). */
export interface ResolveJurisdictionCommand {
  readonly type: 'resolveJurisdiction';
  readonly occurredAt?: string | undefined;
  readonly jurisdiction?: AreaFacts | undefined;
  readonly decision?: { readonly agencyId: string; readonly legalBasis: string } | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Restatement {
  readonly id: string;
  readonly calendar: string;
  readonly version: number;
  /** settling: đã xong, chờ mọi tiến trình biết bản mới rồi xem lại; incomplete: còn hồ sơ không tính lại được · once more when every process knows; done but for `stuck` */
  readonly state: 'running' | 'settling' | 'done' | 'incomplete';
  /** Hồ sơ đang mở phải xem khi bắt đầu · to look at when it began */
  readonly openDossiers: number | null;
  /** Đã tính lại · restated */
  readonly dossiers: number;
  readonly clocks: number;
  /** Đồng hồ có hạn thay đổi · whose due minute is another */
  readonly movedClocks: number;
  /** Lần quá hạn không còn đúng · breaches that have not happened by the new calendar */
  readonly withdrawnBreaches: number;
  /** Không tính lại được · could not be restated */
  readonly stuck: number;
  readonly batches: number;
  readonly requestedAt: string;
  readonly lastBatchAt: string | null;
  readonly finishedAt: string | null;
}

/** Tiếp tục sau tạm dừng · suspended → the phase it came from; by the competent agency, or the one the dossier is addressed to. */
export interface ResumeCommand {
  readonly type: 'resume';
  readonly occurredAt?: string | undefined;
  readonly evidence?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Retirement {
  readonly code: string;
  readonly version: number;
  readonly effectiveTo: string;
  readonly retired: AdministrationAct;
  readonly replayed: boolean;
}

/** Trả kết quả · readyForReturn → returned; by the receiving agency. */
export interface ReturnResultCommand {
  readonly type: 'returnResult';
  readonly occurredAt?: string | undefined;
  readonly means: 'counter' | 'post' | 'electronic';
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Risk {
  readonly rule:
    | 'structuralInfeasibility'
    | 'deliveryPending'
    | 'acceptancePending'
    | 'legAt50'
    | 'legAt75'
    | 'legAt100'
    | 'remainingPlanExceedsRemainingTime'
    | 'bouncedTwice'
    | 'supplementAboutToLapse'
    | 'deskClosesBeforeDue'
    | 'calendarProvisional'
    | 'systemOutage'
    | 'openConflict'
    | 'cannotBeComputed';
  readonly level: 'info' | 'warning' | 'high' | 'breached' | 'unknown';
  readonly cause: {
    readonly code: string;
    readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  };
  /** Nguyên nhân bằng lời · the cause in words */
  readonly sentence: string;
  readonly sentenceEn: string;
  /** Who can do something about it */
  readonly owner: Owner | null;
  /** Clocks it rests on */
  readonly evidence: readonly string[];
  /** The act that would help */
  readonly decision: CommandName | null;
}

export interface RiskRules {
  readonly rules: readonly {
    readonly rule:
      | 'structuralInfeasibility'
      | 'deliveryPending'
      | 'acceptancePending'
      | 'legAt50'
      | 'legAt75'
      | 'legAt100'
      | 'remainingPlanExceedsRemainingTime'
      | 'bouncedTwice'
      | 'supplementAboutToLapse'
      | 'deskClosesBeforeDue'
      | 'calendarProvisional'
      | 'systemOutage'
      | 'openConflict'
      | 'cannotBeComputed';
    readonly name: string;
    readonly nameEn: string;
    /** Mọi dữ liệu quy tắc xem xét · all that the rule looks at */
    readonly reads: readonly (
      | 'now'
      | 'systemsDown'
      | 'clocks'
      | 'procedure'
      | 'legalCalendar'
      | 'deskCalendars'
      | 'dossier.accepted'
      | 'dossier.apologies'
      | 'dossier.bounces'
      | 'dossier.competentAgency'
      | 'dossier.completedSteps'
      | 'dossier.consultations'
      | 'dossier.extensions'
      | 'dossier.holder'
      | 'dossier.notified'
      | 'dossier.openConflicts'
      | 'dossier.openSteps'
      | 'dossier.outcome'
      | 'dossier.phase'
      | 'dossier.pin'
      | 'dossier.promise'
      | 'dossier.receivedAt'
      | 'dossier.resultCopy'
      | 'dossier.subDeadlines'
      | 'dossier.supplementForwarding'
      | 'dossier.supplementFrom'
      | 'dossier.suspension'
      | 'dossier.transfer'
    )[];
    readonly causes: readonly {
      readonly code: string;
      readonly levels: readonly ('info' | 'warning' | 'high' | 'breached' | 'unknown')[];
      /** `{tên:loại}` là số liệu · `{name:kind}` stands for a fact of the cause */
      readonly sentence: string;
      readonly sentenceEn: string;
    }[];
    readonly decisions: readonly CommandName[];
  }[];
}

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Biên nhận đã ký (JWS rút gọn, Ed25519), khi cơ quan có khóa riêng và việc này là giao nhận · signed receipt (compact JWS, Ed25519), where the agency has a key of its own and the act moves custody */
export type SignedReceipt = string;

export interface Slack {
  readonly at: string;
  /** Mẫu số · all open dossiers in scope: what the cells add up to */
  readonly total: number;
  /** Only those that are not empty */
  readonly cells: readonly {
    readonly agency: AgencyRef;
    readonly procedure: ProcedureRef;
    /** Phút làm việc còn lại của thời hạn · of the legal clock: overdue; up to 4 hours; up to 1 working day; up to 3; more; resting (paused, not begun, or the limit has ended); unknown (cannot be computed) */
    readonly band: 'overdue' | 'under4h' | 'underDay' | 'under3Days' | 'more' | 'resting' | 'unknown';
    readonly count: number;
  }[];
  /** Cộng theo cơ quan giữ */
  readonly agencies: readonly { readonly agency: AgencyRef; readonly total: number }[];
  readonly procedures: readonly { readonly procedure: ProcedureRef; readonly total: number }[];
  /** All seven, in order */
  readonly bands: readonly {
    /** Phút làm việc còn lại của thời hạn · of the legal clock: overdue; up to 4 hours; up to 1 working day; up to 3; more; resting (paused, not begun, or the limit has ended); unknown (cannot be computed) */
    readonly band: 'overdue' | 'under4h' | 'underDay' | 'under3Days' | 'more' | 'resting' | 'unknown';
    readonly total: number;
  }[];
  /** Cells beyond the limit; null where all are shown */
  readonly rest: { readonly cells: number; readonly dossiers: number } | null;
}

export interface SlackDossiers {
  readonly at: string;
  /** Of the whole list, not of the page */
  readonly total: number;
  readonly dossiers: readonly {
    readonly code: string;
    readonly phase: Phase;
    readonly phaseName: string;
    readonly phaseNameEn: string;
    readonly agency: AgencyRef;
    readonly procedure: ProcedureRef;
    /** Phút làm việc còn lại của thời hạn · of the legal clock: overdue; up to 4 hours; up to 1 working day; up to 3; more; resting (paused, not begun, or the limit has ended); unknown (cannot be computed) */
    readonly band: 'overdue' | 'under4h' | 'underDay' | 'under3Days' | 'more' | 'resting' | 'unknown';
    readonly receivedAt: string | null;
    /** Null while the legal clock does not run */
    readonly dueAt: string | null;
  }[];
  readonly next: string | null;
}

export interface StartGrid {
  /** Các cột: giờ có người tiếp nhận · the columns: hours in which somebody receives, Asia/Ho_Chi_Minh */
  readonly hours: readonly number[];
  /** Mọi ngày có tiếp nhận; ngày không có là ngày đóng cửa · every day with receptions; others are closed */
  readonly days: readonly {
    readonly date: string;
    /** Số phút tiếp nhận, theo từng cột · minutes of reception, by column */
    readonly starts: readonly number[];
    /** Có thể quá hạn · of these: from which it may be overdue */
    readonly breaching: readonly number[];
    /** Chắc chắn quá hạn · of these: from which it is, however quick everybody is */
    readonly unavoidable: readonly number[];
    /** Beside the starts: paths leave the loaded years, nothing is known */
    readonly excluded: readonly number[];
  }[];
}

/** Bắt đầu một bước xử lý · processing, unchanged; by the competent agency. `step`: a key of the procedure version. */
export interface StartStepCommand {
  readonly type: 'startStep';
  readonly occurredAt?: string | undefined;
  readonly step: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface SubDeadlines {
  readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome';
  /** Working minutes left of the limit; negative: overrun */
  readonly remainingMinutes: number;
  readonly legs: readonly {
    /** transfer · acceptance · step:<key> · consultation:<key> · resultTransfer */
    readonly leg: string;
    /** Ai phải giữ hạn này · null: nobody was asked for this opinion yet */
    readonly owner: Owner | null;
    /** As the procedure gives it */
    readonly publishedMinutes: number;
    /** Số phút làm việc được dùng · as it stands now, minutes already used included */
    readonly budgetMinutes: number;
    readonly minimumWorkMinutes: number;
    readonly usedMinutes: number;
    /** If every leg before it takes all it may; null while the limit rests */
    readonly dueAt: string | null;
  }[];
}

/** Ghi nhận hồ sơ nộp trực tuyến hoặc qua bưu chính · A dossier came in online or by post: – → submitted; by the receiving agency. */
export interface SubmitOpening {
  readonly type: 'submit';
  readonly occurredAt?: string | undefined;
  readonly intake: {
    readonly procedureCode: string;
    readonly caseKey?: string | undefined;
    readonly channel: 'counter' | 'online' | 'post';
    readonly jurisdiction?: AreaFacts | undefined;
    readonly documents?: readonly Document[] | undefined;
  };
  readonly private?: PrivatePart | undefined;
}

/** Tạm dừng vì lý do khách quan · processing and the awaiting phases → suspended; by the competent agency, or the one the dossier is addressed to. `system`: with ground systemOutage. */
export interface SuspendCommand {
  readonly type: 'suspend';
  readonly occurredAt?: string | undefined;
  readonly ground: 'systemOutage' | 'courtOrder' | 'forceMajeure';
  readonly system?: string | undefined;
  readonly evidence: string;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface Timeline {
  readonly code: string;
  readonly at: string;
  /** False for an agency that is only consulted: it sees its part */
  readonly whole: boolean;
  readonly legs: readonly {
    readonly clock: string;
    readonly kind:
      | 'reception'
      | 'legal'
      | 'transfer'
      | 'delivery'
      | 'acceptance'
      | 'step'
      | 'consultation'
      | 'supplement'
      | 'payment'
      | 'resultTransfer'
      | 'collection';
    readonly owner: Owner | null;
    readonly from: string;
    readonly to: string | null;
    readonly usedMinutes: number | null;
    readonly overdue: boolean;
    readonly outcome: 'early' | 'onTime' | 'overdue' | null;
  }[];
  readonly segments: readonly {
    readonly n: number;
    readonly from: string;
    /** The moment looked at, where it is still open */
    readonly to: string;
    readonly open: boolean;
    readonly owner: Owner;
    readonly phase: Phase;
    /** Phút làm việc tính cho người giữ · working minutes the owner is charged with */
    readonly legalMinutes: number | null;
    /** Minutes of the owner’s own desk, for information */
    readonly deskMinutes: number | null;
    /** Thời gian không tính vào thời hạn, kèm căn cứ · when the limit rested within it and on what grounds; null for whoever sees a part */
    readonly rests:
      | readonly {
          readonly from: string;
          readonly to: string;
          readonly because: Reason;
          readonly grounds: readonly { readonly code: string }[];
        }[]
      | null;
  }[];
  /** Các buổi làm việc từ lúc tiếp nhận tới hạn · working blocks of every day from reception to the end, the promise or the due instant, whichever is last; null before reception and where the calendar does not reach */
  readonly axis: readonly { readonly from: string; readonly to: string }[] | null;
  /** Blocks are left out: the span is too long, or the calendar ends */
  readonly axisCut: boolean;
  readonly attribution: readonly {
    readonly owner: Owner;
    readonly legalMinutes: number | null;
    readonly deskMinutes: number | null;
    readonly segments: number;
  }[];
  /** Trễ hạn do ai · whose the late minutes are; null for whoever sees a part */
  readonly lateness: Lateness | null;
  /** Null before reception, and for whoever sees a part */
  readonly total: {
    readonly from: string;
    readonly to: string;
    /** Working minutes from reception to then, counted on the calendar by themselves */
    readonly legalMinutes: number | null;
    /** Sum of the shares */
    readonly attributedMinutes: number | null;
    /** Both are the same; null where the calendar does not reach */
    readonly exact: boolean | null;
  } | null;
  readonly journal: readonly JournalEntry[];
}

export type TimelineProof =
  | {
      readonly computable: true;
      readonly verdict:
        'IMPOSSIBLE' | 'OVERDUE_BY_CONSTRUCTION' | 'START_DEPENDENT' | 'SAFE_IF_DYNAMIC' | 'NOT_COMPUTABLE' | 'SAFE';
      readonly sentence: string;
      readonly sentenceEn: string;
      readonly slackUnit: 'minutes' | 'days';
      readonly best: Breaches;
      readonly worst: Breaches;
      readonly dynamicRescue: {
        readonly starts: number;
        readonly breaching: number;
        /** Tỷ lệ phút tiếp nhận bị quá hạn, 0 đến 1 · share of the starts that breach */
        readonly share: number;
        /** Còn lại ở phút xấu nhất; âm là quá hạn · left at the worst start; negative: exceeded */
        readonly worstSlack: number;
        /** RFC 3339, UTC */
        readonly worstStart: string;
        /** Starts that have the worst slack */
        readonly worstStarts: number;
        /** 0–23, Asia/Ho_Chi_Minh */
        readonly hours: readonly { readonly hour: number; readonly starts: number; readonly breaching: number }[];
        /** 1 = Monday to 7 = Sunday */
        readonly weekdays: readonly { readonly weekday: number; readonly starts: number; readonly breaching: number }[];
        /** Days with at least one breaching start */
        readonly dates: readonly { readonly date: string; readonly starts: number; readonly breaching: number }[];
        /** Cutting the later legs after each observed end keeps the limit from every start */
        readonly rescues: boolean;
      };
      readonly unkeepable: readonly {
        readonly leg: string;
        readonly arrivals: number;
        readonly unkeepable: number;
        readonly first: { readonly arrival: string; readonly earliest: string; readonly latest: string | null };
        readonly sentence: string;
        readonly sentenceEn: string;
      }[];
      readonly witness: FeasibilityWitness;
      readonly validity: {
        readonly years: readonly number[];
        /** Từ ngày này lịch chưa có thông báo chính thức · from this day on the hours rest on no notice */
        readonly provisionalFrom: string | null;
        /** Starts whose paths leave the loaded years: not counted */
        readonly excludedStarts: number;
        /** Versions of the calendars, the legal one first */
        readonly calendars: readonly string[];
      };
    }
  | {
      readonly computable: false;
      readonly verdict: 'NOT_COMPUTABLE';
      readonly sentence: string;
      readonly sentenceEn: string;
      readonly reason:
        | 'case-unknown'
        | 'limit-unknown'
        | 'route-not-offered'
        | 'processing-without-budget'
        | 'parallel-branches-with-pauses'
        | 'budget-broken'
        | 'calendar-missing'
        | 'calendar-never-open'
        | 'year-not-loaded'
        | 'every-start-leaves-loaded-years';
      readonly facts: Readonly<Record<string, string | number>>;
      readonly why: string;
      readonly whyEn: string;
    };

export interface Track {
  readonly code: string;
  readonly at: string;
  readonly phase: Phase;
  readonly phaseName: string;
  readonly phaseNameEn: string;
  readonly ended: boolean;
  readonly procedure: {
    readonly name: string;
    readonly nameEn: string;
    readonly illustration: { readonly why: string; readonly whyEn: string } | null;
  };
  /** Nơi đang giữ hồ sơ · who has it now */
  readonly office: { readonly name: string; readonly nameEn: string };
  readonly since: string;
  readonly receivedBy: { readonly name: string; readonly nameEn: string };
  readonly receivedAt: string | null;
  readonly promise: {
    readonly at: string;
    readonly estimate: boolean;
    readonly provisional: boolean;
    readonly passed: boolean;
  } | null;
  readonly apologised: boolean;
  /** Đang chờ người nộp · the applicant has something to do */
  readonly waitsForApplicant: boolean;
}

/** Chuyển hồ sơ tới cơ quan có thẩm quyền · received, transferReturned → inTransfer; by the receiving agency. Custody stays with it until acceptTransfer. */
export interface TransferCommand {
  readonly type: 'transfer';
  readonly occurredAt?: string | undefined;
  readonly copy: 'electronic' | 'paper';
  readonly jurisdiction?: AreaFacts | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface VersionDiff {
  readonly code: string;
  readonly version: number;
  readonly against: number;
  /** Hồ sơ đang mở theo bản cũ; chúng ở lại bản ấy · open dossiers pinned to the older version */
  readonly openDossiers: number;
  readonly changes: readonly {
    readonly path: string;
    readonly kind: 'duration' | 'amount' | 'added' | 'removed' | 'moved' | 'field';
    readonly trend: 'rises' | 'falls' | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly sentence: string;
    readonly sentenceEn: string;
  }[];
  readonly summary: string;
  readonly summaryEn: string;
}

export interface VersionFeasibility {
  readonly code: string;
  readonly version: number;
  /** Of a draft */
  readonly revision: number | null;
  /** Tính trên lịch hiện hành · on the calendars as they stand now */
  readonly current: VersionVerdict;
  /** Khi công bố · as it was published; null for a draft or a seeded version */
  readonly published: VersionVerdict | null;
  readonly proofs: readonly {
    /** Of the route it proves */
    readonly digest: string;
    readonly caseKey: string;
    readonly route: string;
    readonly receiver: string;
    readonly decider: string;
    readonly proof: TimelineProof;
  }[];
}

export interface VersionVerdict {
  /** Của tuyến xấu nhất · of the worst route */
  readonly verdict:
    'IMPOSSIBLE' | 'OVERDUE_BY_CONSTRUCTION' | 'START_DEPENDENT' | 'SAFE_IF_DYNAMIC' | 'NOT_COMPUTABLE' | 'SAFE';
  readonly sentence: string;
  readonly sentenceEn: string;
  /** What an approval names, so that nobody stands for a verdict he has not seen */
  readonly digest: string;
  /** Days of reception, both included */
  readonly range: { readonly from: string; readonly to: string };
  readonly calendars: readonly string[];
  readonly routes: readonly {
    readonly caseKey: string;
    readonly channels: readonly ('counter' | 'online' | 'post')[];
    readonly route: 'sameAgency' | 'crosses' | 'crossesByPost';
    readonly routeName: string;
    readonly routeNameEn: string;
    readonly limit: string;
    /** Cơ quan có giờ làm việc được tính · an agency that keeps the hours that were counted */
    readonly receiver: string;
    readonly decider: string;
    readonly verdict:
      'IMPOSSIBLE' | 'OVERDUE_BY_CONSTRUCTION' | 'START_DEPENDENT' | 'SAFE_IF_DYNAMIC' | 'NOT_COMPUTABLE' | 'SAFE';
    readonly sentence: string;
    readonly sentenceEn: string;
    readonly reason:
      | 'case-unknown'
      | 'limit-unknown'
      | 'route-not-offered'
      | 'processing-without-budget'
      | 'parallel-branches-with-pauses'
      | 'budget-broken'
      | 'calendar-missing'
      | 'calendar-never-open'
      | 'year-not-loaded'
      | 'every-start-leaves-loaded-years'
      | null;
    readonly worstSlack: number | null;
    readonly slackUnit: 'minutes' | 'days' | null;
    /** Share of the starts from which it may be overdue */
    readonly worstShare: number | null;
    /** Share of the starts from which it must be overdue */
    readonly bestShare: number | null;
    readonly provisionalFrom: string | null;
    /** Of definition, route class, calendars and range */
    readonly digest: string;
  }[];
}

export interface WayOut {
  readonly way:
    | 'asConfigured'
    | 'clockFromCompetentReceipt'
    | 'transferExcluded'
    | 'sameDayWithCutoff'
    | 'electronicFirst'
    | 'splitBudgets'
    | 'doNotOffer';
  readonly sentence: string;
  readonly sentenceEn: string;
  /** Of doNotOffer: of the dossier handed in at the competent agency itself */
  readonly proof: TimelineProof;
  readonly promises: readonly ExamplePromise[];
  readonly costs: readonly {
    readonly kind: 'laterPromise' | 'estimateOnly' | 'shorterBudget' | 'worksOnCopy' | 'shorterLimit' | 'travels';
    /** Ai chịu · who pays */
    readonly who: 'applicant' | 'receiver' | 'decider' | 'carrier' | 'consulted';
    readonly leg: string | null;
    readonly minutes: number | null;
    readonly sentence: string;
    readonly sentenceEn: string;
  }[];
  /** Left out of the proof because it cannot be computed with it */
  readonly without: readonly 'supplement'[];
  /** The definition with it taken, to be drafted; null where no definition says it */
  readonly definition: ProcedureVersion | null;
}

/** Rút hồ sơ theo yêu cầu người nộp · Any phase before decided → withdrawn; by the agency with custody. */
export interface WithdrawCommand {
  readonly type: 'withdraw';
  readonly occurredAt?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}
