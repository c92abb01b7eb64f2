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
  | 'dossier.receptionCorrected.v1'
  | 'dossier.calendarRestated.v1'
  | 'dossier.subDeadlinesRecut.v1'
  | 'dossier.clockWarned.v1'
  | 'dossier.clockBreached.v1'
  | 'dossier.transferLapsed.v1';

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
  | 'correctReception';

/** Tiếp nhận hồ sơ được chuyển tới · awaitingAcceptance → processing; by the competent agency, which has custody from then on. */
export interface AcceptTransferCommand {
  readonly type: 'acceptTransfer';
  readonly occurredAt?: string | undefined;
  readonly private?: PrivatePart | undefined;
  readonly receipt?: SignedReceipt | undefined;
}

export interface AdministrationAct {
  readonly kind: 'person' | 'software';
  /** Mã cán bộ, hoặc mã cơ quan của phần mềm · an officer id, or the agency whose software it was */
  readonly id: string;
  /** Giờ của hệ thống · domain time, RFC 3339, UTC */
  readonly at: string;
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
    readonly clock: Clock;
  }[];
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
  | CorrectReceptionCommand;

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
  readonly extensions: number;
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
          | 'extension-exhausted'
          | 'extension-too-long'
          | 'extension-after-due'
          | 'apology-already-issued'
          | 'apology-after-promise'
          | 'apology-date-not-later'
          | 'reception-correction-illegal'
          | 'second-person-required'
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
      readonly extension: { readonly times: number; readonly maximum: string; readonly legalBasis: string } | null;
      readonly subDeadlines?: { readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome' } | undefined;
      readonly warnPercents: readonly number[];
    };
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

/** Gia hạn · Adds `by` (working time, as 1wd or 4wh) to the legal limit where the procedure allows; by the competent agency. */
export interface ExtendCommand {
  readonly type: 'extend';
  readonly occurredAt?: string | undefined;
  readonly by: string;
  readonly legalBasis: string;
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
      }
    | undefined;
  /** Thay đổi nhỏ nhất để an toàn, theo từng cách chia · the smallest safe change, per policy */
  readonly synthesis?: readonly ('proportional' | 'reserveForDecider' | 'firstCome')[] | undefined;
  /** Các lối ra, ngân sách chia theo cách này · the ways out, budgets split by this policy */
  readonly waysOut?: 'proportional' | 'reserveForDecider' | 'firstCome' | null | undefined;
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
    | 'extension-exhausted'
    | 'extension-too-long'
    | 'extension-after-due'
    | 'apology-already-issued'
    | 'apology-after-promise'
    | 'apology-date-not-later'
    | 'reception-correction-illegal'
    | 'second-person-required'
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
  readonly extension: { readonly times: number; readonly maximum: string; readonly legalBasis: string } | null;
  readonly subDeadlines?: { readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome' } | undefined;
  readonly warnPercents?: readonly number[] | undefined;
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
  readonly extension: { readonly times: number; readonly maximum: string; readonly legalBasis: string } | null;
  readonly subDeadlines?: { readonly policy: 'proportional' | 'reserveForDecider' | 'firstCome' } | undefined;
  readonly warnPercents: readonly number[];
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
    | 'cannotBeComputed';
  readonly level: 'info' | 'warning' | 'high' | 'breached' | 'unknown';
  readonly cause: {
    readonly code: string;
    readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  };
  /** Who can do something about it */
  readonly owner: Owner | null;
  /** Clocks it rests on */
  readonly evidence: readonly string[];
  /** The act that would help */
  readonly decision: CommandName | null;
}

/** Biên nhận đã ký (JWS rút gọn, Ed25519), khi cơ quan có khóa riêng và việc này là giao nhận · signed receipt (compact JWS, Ed25519), where the agency has a key of its own and the act moves custody */
export type SignedReceipt = string;

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
  }[];
  readonly attribution: readonly {
    readonly owner: Owner;
    readonly legalMinutes: number | null;
    readonly deskMinutes: number | null;
    readonly segments: number;
  }[];
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
