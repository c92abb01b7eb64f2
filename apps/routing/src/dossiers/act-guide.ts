/** What each act means to a stranger: what it does, from which phases to which, who may (DESIGN 4.1), and the least it needs. */
import type { CommandType } from '@lien-thong/domain';

export interface ActGuide {
  readonly vi: string;
  readonly en: string;
  /** The fields beside `type` that it cannot do without, filled in. */
  readonly example: Readonly<Record<string, unknown>>;
}

const INTAKE = {
  procedureCode: '1.004873',
  channel: 'counter',
  jurisdiction: { residence: { communeCode: '11411' } },
};
const reason = 'wrong-address';

export const ACT_GUIDE: Readonly<Record<CommandType, ActGuide>> = {
  submit: {
    vi: 'Ghi nhận hồ sơ nộp trực tuyến hoặc qua bưu chính',
    en: 'A dossier came in online or by post: – → submitted; by the receiving agency.',
    example: { intake: { ...INTAKE, channel: 'online' } },
  },
  receive: {
    vi: 'Tiếp nhận hồ sơ',
    en: 'Receive: – (with `intake`) or submitted → received when another agency decides, processing when the receiver itself does, jurisdictionPending with `holdForJurisdiction`; by the receiving agency.',
    example: { intake: INTAKE },
  },
  refuseReception: {
    vi: 'Từ chối tiếp nhận',
    en: 'submitted → receptionRefused; by the receiving agency.',
    example: { reason },
  },
  resolveJurisdiction: {
    vi: 'Xác định cơ quan có thẩm quyền',
    en: 'jurisdictionPending → received or processing; by the receiving agency (with better facts) or the provincial coordinator (with `decision`).',
    example: { jurisdiction: INTAKE.jurisdiction },
  },
  transfer: {
    vi: 'Chuyển hồ sơ tới cơ quan có thẩm quyền',
    en: 'received, transferReturned → inTransfer; by the receiving agency. Custody stays with it until acceptTransfer.',
    example: { copy: 'electronic' },
  },
  confirmDelivery: {
    vi: 'Xác nhận hồ sơ đã tới',
    en: 'inTransfer → awaitingAcceptance; by the competent agency (its receipt). Delivered is not accepted. `version` does not change.',
    example: {},
  },
  acceptTransfer: {
    vi: 'Tiếp nhận hồ sơ được chuyển tới',
    en: 'awaitingAcceptance → processing; by the competent agency, which has custody from then on.',
    example: {},
  },
  refuseTransfer: {
    vi: 'Trả lại hồ sơ được chuyển tới',
    en: 'awaitingAcceptance → transferReturned; by the competent agency. No minute is given back.',
    example: { reason: 'wrongJurisdiction' },
  },
  recallTransfer: {
    vi: 'Rút lại hồ sơ đang chuyển',
    en: 'inTransfer, awaitingAcceptance → received; by the receiving agency.',
    example: { reason },
  },
  redirectTransfer: {
    vi: 'Điều chuyển hồ sơ',
    en: 'After a lapse or a third return: inTransfer, awaitingAcceptance, transferReturned → inTransfer to `to`, or received when `to` is null; by a supervisor over both agencies.',
    example: { to: null, reason },
  },
  assign: {
    vi: 'Phân công cán bộ',
    en: 'Open phases, unchanged; by the agency with custody.',
    example: { officerId: 'officer-1' },
  },
  startStep: {
    vi: 'Bắt đầu một bước xử lý',
    en: 'processing, unchanged; by the competent agency. `step`: a key of the procedure version.',
    example: { step: 'verify' },
  },
  completeStep: {
    vi: 'Hoàn thành một bước xử lý',
    en: 'processing, unchanged; by the competent agency.',
    example: { step: 'verify' },
  },
  requestConsultation: {
    vi: 'Lấy ý kiến cơ quan khác',
    en: 'Opens a consultation of the procedure version beside the processing; by the competent agency.',
    example: { consultation: 'tax', agencyId: 'haiphong-tax' },
  },
  answerConsultation: {
    vi: 'Trả lời lấy ý kiến',
    en: 'Closes an open consultation; by the consulted agency.',
    example: { consultation: 'tax', outcome: 'agreed' },
  },
  cancelConsultation: {
    vi: 'Hủy lấy ý kiến',
    en: 'Cancels an open consultation that the decision does not require; by the competent agency.',
    example: { consultation: 'tax', reason },
  },
  requestSupplement: {
    vi: 'Yêu cầu bổ sung hồ sơ',
    en: 'submitted, processing → awaitingSupplement; by the agency with custody. `components`: what is missing.',
    example: { components: ['birth-certificate'], reason: 'missing-paper' },
  },
  provideSupplement: {
    vi: 'Nhận phần bổ sung',
    en: 'awaitingSupplement → the phase it came from; by the receiving agency at its counter, or the competent one.',
    example: { copy: 'electronic' },
  },
  requestPayment: {
    vi: 'Yêu cầu nộp nghĩa vụ tài chính',
    en: 'processing → awaitingPayment; by the competent agency, where the procedure foresees it. `amountVnd`: whole đồng.',
    example: { feeCode: 'landTax', amountVnd: 100_000 },
  },
  confirmPayment: {
    vi: 'Xác nhận đã nộp',
    en: 'awaitingPayment → processing; by the competent agency.',
    example: { receiptNumber: 'BL-0001' },
  },
  suspend: {
    vi: 'Tạm dừng vì lý do khách quan',
    en: 'processing and the awaiting phases → suspended; by the competent agency, or the one the dossier is addressed to. `system`: with ground systemOutage.',
    example: { ground: 'courtOrder', evidence: 'QD-12/2026' },
  },
  resume: {
    vi: 'Tiếp tục sau tạm dừng',
    en: 'suspended → the phase it came from; by the competent agency, or the one the dossier is addressed to.',
    example: {},
  },
  decide: {
    vi: 'Quyết định',
    en: 'processing → decided, or readyForReturn when the receiver is competent; by the competent agency, after every required consultation is answered.',
    example: { outcome: 'granted' },
  },
  dispatchResult: {
    vi: 'Gửi kết quả về nơi tiếp nhận',
    en: 'decided → resultInTransfer; by the competent agency.',
    example: { copy: 'electronic' },
  },
  confirmResultArrival: {
    vi: 'Xác nhận kết quả đã về',
    en: 'resultInTransfer → readyForReturn; by the receiving agency. `version` does not change.',
    example: {},
  },
  notifyApplicant: {
    vi: 'Báo người nộp tới nhận kết quả',
    en: 'readyForReturn, unchanged; by the receiving agency.',
    example: { means: 'sms' },
  },
  returnResult: {
    vi: 'Trả kết quả',
    en: 'readyForReturn → returned; by the receiving agency.',
    example: { means: 'counter' },
  },
  withdraw: {
    vi: 'Rút hồ sơ theo yêu cầu người nộp',
    en: 'Any phase before decided → withdrawn; by the agency with custody.',
    example: {},
  },
  close: {
    vi: 'Dừng giải quyết',
    en: 'Any phase before decided → closed, on a ground; by the agency with custody.',
    example: { ground: 'legalGround', legalBasis: 'Nghị định 61/2018/NĐ-CP Điều 17' },
  },
  extend: {
    vi: 'Gia hạn',
    en: 'Adds `by`, in the unit of the limit (1wd, 4wh; 10cd for a limit in calendar days), where and as often as the procedure allows, before it has run out; by the competent agency. `approvedBy`: a second person, where the procedure asks for one. What was promised moves as far.',
    example: { by: '1wd', legalBasis: 'Nghị định 61/2018/NĐ-CP Điều 19' },
  },
  apologise: {
    vi: 'Xin lỗi và hẹn lại',
    en: 'A later date is promised, with a letter of apology; by the competent agency.',
    example: { reason: 'overload', newPromise: '2026-03-06T17:00:00+07:00' },
  },
  deliverApology: {
    vi: 'Giao văn bản xin lỗi cho người nộp',
    en: 'Open phases, unchanged; by the receiving agency, once for each letter the competent agency has issued.',
    example: { means: 'counter' },
  },
  correctReception: {
    vi: 'Sửa thời điểm tiếp nhận',
    en: 'Any phase, unchanged; by the receiving agency. Beyond eight hours a second person signs (`approvedBy`).',
    example: { receivedAt: '2026-03-02T08:00:00+07:00', reason: 'late-entry' },
  },
  correctTime: {
    vi: 'Sửa thời điểm của một sự việc đã ghi',
    en: 'Any phase, unchanged; by the agency that recorded the fact `seq`. Beyond eight hours from the time vouched for a second person signs (`approvedBy`). Where a later fact could not have followed: 409 conflict-recorded.',
    example: { seq: 4, to: '2026-03-02T08:00:00+07:00', reason: 'typed-wrong' },
  },
  enterLate: {
    vi: 'Bổ sung sự việc biết muộn, trước các sự việc đã ghi',
    en: 'Any phase, unchanged: acts that were done before the last fact, each decided in the state of its time by the agency that could have done it then. Not for custody, decision, result, payment, extension and ends. Where a later fact could not have followed: 409 conflict-recorded.',
    example: {
      facts: [{ type: 'assign', officerId: 'officer-1', occurredAt: '2026-03-02T08:00:00+07:00' }],
      reason: 'found-on-paper',
    },
  },
  resolveConflict: {
    vi: 'Giải quyết một mâu thuẫn của nhật ký',
    en: 'Any phase, unchanged: closes the conflict of that number, `kept` (the journal was right) or `superseded` (it has been put right since); by a second person of the receiving or competent agency, or its supervisor.',
    example: { conflict: 7, resolution: 'kept', reason: 'asked-both' },
  },
};
