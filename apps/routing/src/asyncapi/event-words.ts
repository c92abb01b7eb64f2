/** What each event says, Vietnamese first, English beside it. */
import type { EventType } from '@lien-thong/domain';

export const EVENT_WORDS: Readonly<Record<EventType, readonly [string, string]>> = {
  'dossier.submitted.v1': ['Hồ sơ được nộp trực tuyến hoặc qua bưu chính', 'Handed in online or by post'],
  'dossier.received.v1': ['Hồ sơ được tiếp nhận', 'Taken in; carries the code, the pinned procedure, the promise'],
  'dossier.receptionRefused.v1': ['Từ chối tiếp nhận', 'Not taken in, with a reason code'],
  'dossier.jurisdictionResolved.v1': ['Xác định cơ quan có thẩm quyền', 'The competent agency was found later'],
  'dossier.transferDispatched.v1': ['Đã chuyển đi', 'Sent to the competent agency; not yet its own'],
  'dossier.transferDelivered.v1': ['Đã đến nơi', 'Arrived at the agency it was sent to'],
  'dossier.transferAccepted.v1': ['Cơ quan có thẩm quyền đã nhận', 'Taken over: custody moves'],
  'dossier.transferRefused.v1': ['Cơ quan được chuyển từ chối', 'Sent back, with a reason code'],
  'dossier.transferRecalled.v1': ['Rút lại việc chuyển', 'Taken back by its sender'],
  'dossier.transferRedirected.v1': ['Người giám sát chuyển hướng', 'Sent elsewhere, or home, by a supervisor'],
  'dossier.assigned.v1': ['Phân công cán bộ', 'An officer was put in charge'],
  'dossier.stepStarted.v1': ['Bắt đầu một bước', 'A step of the procedure was begun'],
  'dossier.stepCompleted.v1': ['Xong một bước', 'A step of the procedure was done'],
  'dossier.consultationRequested.v1': ['Lấy ý kiến cơ quan khác', 'Another agency was asked for its opinion'],
  'dossier.consultationAnswered.v1': ['Cơ quan được hỏi trả lời', 'It answered'],
  'dossier.consultationCancelled.v1': ['Thôi lấy ý kiến', 'Its opinion is no longer wanted'],
  'dossier.supplementRequested.v1': ['Yêu cầu bổ sung', 'The applicant is to hand in more'],
  'dossier.supplementProvided.v1': ['Đã bổ sung', 'The applicant did'],
  'dossier.paymentRequested.v1': ['Yêu cầu nộp phí', 'A fee is to be paid'],
  'dossier.paymentConfirmed.v1': ['Đã nộp phí', 'It was paid'],
  'dossier.suspended.v1': ['Tạm dừng', 'Work rests on a ground that is nobody’s fault'],
  'dossier.resumed.v1': ['Tiếp tục', 'Work goes on'],
  'dossier.decided.v1': ['Đã có quyết định', 'Granted or refused'],
  'dossier.resultDispatched.v1': ['Đã gửi kết quả', 'The result was sent to the receiving agency'],
  'dossier.resultArrived.v1': ['Kết quả đã đến', 'It arrived there'],
  'dossier.applicantNotified.v1': ['Đã báo người nộp', 'The applicant was told'],
  'dossier.resultReturned.v1': ['Đã trả kết quả', 'The applicant has the result: the end'],
  'dossier.withdrawn.v1': ['Người nộp rút hồ sơ', 'Withdrawn by the applicant: the end'],
  'dossier.closed.v1': ['Đóng hồ sơ', 'Closed on a legal ground: the end'],
  'dossier.limitExtended.v1': ['Gia hạn', 'The time limit was extended'],
  'dossier.apologyDelivered.v1': [
    'Đã giao văn bản xin lỗi',
    'The receiving agency handed the letter of apology to the applicant',
  ],
  'dossier.versionAmended.v1': [
    'Chuyển sang bản thủ tục khác',
    'The dossier came under another version of its procedure, or back; due minutes before and after',
  ],
  'dossier.apologyIssued.v1': ['Xin lỗi và hẹn lại', 'An apology with a new date'],
  'dossier.receptionCorrected.v1': [
    'Sửa thời điểm tiếp nhận',
    'The time of reception was put right; clocks are counted anew',
  ],
  'dossier.timeCorrected.v1': [
    'Sửa thời điểm của một sự việc',
    'The time of a fact was put right; the journal reads as if it had been declared so, and clocks are counted anew',
  ],
  'dossier.lateFactsEntered.v1': [
    'Bổ sung sự việc biết muộn',
    'Facts learnt after later ones were entered at their place; clocks are counted anew',
  ],
  'dossier.conflictFound.v1': [
    'Phát hiện mâu thuẫn',
    'A claim about the past contradicts a later fact; it is kept and has taken no effect',
  ],
  'dossier.conflictResolved.v1': ['Giải quyết mâu thuẫn', 'A second person settled the conflict'],
  'dossier.calendarRestated.v1': [
    'Tính lại theo bản lịch mới',
    'The calendar has another version; due minutes were reckoned anew, by the notices named',
  ],
  'dossier.outageRelieved.v1': [
    'Trừ thời gian sự cố hệ thống dùng chung',
    'An outage of a shared system relieves the dossier, another interval of it does, or it no longer does',
  ],
  'dossier.subDeadlinesRecut.v1': [
    'Chia lại hạn các chặng còn lại',
    'A leg ended early or late: the budgets of the legs to come were cut anew, with their derivation',
  ],
  'dossier.clockWarned.v1': ['Sắp đến hạn', 'A clock has used this share of its time'],
  'dossier.clockRunsLow.v1': [
    'Sắp hết thời gian',
    'So many working minutes are left, or what is still to come is more than what is left of the limit',
  ],
  'dossier.clockBreached.v1': ['Quá hạn', 'A clock has run over, at the instant named'],
  'dossier.transferLapsed.v1': [
    'Quá hạn tiếp nhận bản chuyển',
    'Nobody took the transfer over in time; a supervisor decides',
  ],
};
