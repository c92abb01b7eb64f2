/** Words of every value of the lists in `codes.ts`. */
import { catalogue } from '../words/catalogue.js';
import type { LISTS } from './codes.js';

type ListWords = { readonly [List in keyof typeof LISTS]: Readonly<Record<(typeof LISTS)[List][number], string>> };

const vi: ListWords = {
  hold: { no: 'Tiếp nhận theo nơi đã khai', yes: 'Chưa rõ cơ quan có thẩm quyền: tiếp nhận và giữ lại để xác định' },
  heldReason: {
    'unknown-place': 'Không tìm thấy địa danh đã khai',
    'several-communes': 'Đơn vị cũ nay thuộc nhiều xã, phường',
    'facts-contradict': 'Giấy tờ khai khác nhau',
    'ask-province': 'Cần hỏi đầu mối cấp tỉnh',
  },
  refuseReception: {
    'not-a-procedure-of-ours': 'Không thuộc thủ tục được tiếp nhận tại đây',
    'not-complete': 'Thành phần hồ sơ không đủ',
    'invalid-paper': 'Giấy tờ không hợp lệ',
    duplicate: 'Đã nộp hồ sơ này rồi',
    'applicant-not-entitled': 'Người nộp không có quyền yêu cầu',
  },
  refuseTransfer: {
    wrongJurisdiction: 'Không thuộc thẩm quyền của đơn vị',
    incompleteCopy: 'Bản chuyển thiếu giấy tờ so với bản kê',
    unreadable: 'Bản chuyển không đọc được',
    duplicate: 'Hồ sơ này đã nhận rồi',
  },
  recallTransfer: {
    'sent-in-error': 'Chuyển nhầm',
    'wrong-address': 'Chuyển sai nơi',
    'paper-missing': 'Chuyển thiếu giấy tờ',
    'applicant-asked': 'Người nộp đề nghị',
  },
  redirectTransfer: {
    lapsed: 'Nơi nhận quá hạn không tiếp nhận',
    bounced: 'Bị trả lại nhiều lần',
    'wrong-address': 'Chuyển sai nơi',
    'receiver-down': 'Nơi nhận đang gặp sự cố',
  },
  cancelConsultation: {
    'not-needed': 'Không còn cần ý kiến',
    'no-answer': 'Quá hạn không trả lời',
    'asked-in-error': 'Hỏi nhầm cơ quan',
  },
  requestSupplement: {
    'missing-paper': 'Thiếu giấy tờ',
    'invalid-paper': 'Giấy tờ không hợp lệ hoặc hết hạn',
    'unclear-copy': 'Bản chụp không rõ',
    'facts-contradict': 'Thông tin trên giấy tờ khác nhau',
  },
  extend: {
    'field-survey': 'Cần kiểm tra thực địa',
    overload: 'Số lượng hồ sơ tăng đột biến',
    'complex-case': 'Hồ sơ phức tạp',
    'opinion-awaited': 'Chờ ý kiến cơ quan phối hợp',
  },
  apologise: {
    overload: 'Số lượng hồ sơ tăng đột biến',
    'opinion-awaited': 'Chờ ý kiến cơ quan phối hợp',
    'system-down': 'Hệ thống thông tin gặp sự cố',
    'lost-paper': 'Thất lạc giấy tờ',
    'officer-absent': 'Cán bộ thụ lý vắng mặt',
  },
  correctReception: {
    'late-entry': 'Nhập vào hệ thống sau khi tiếp nhận',
    'typed-wrong': 'Ghi nhầm',
    'found-on-paper': 'Theo giấy tiếp nhận',
  },
  correctTime: {
    'typed-wrong': 'Ghi nhầm',
    'typed-late': 'Nhập muộn',
    'found-on-paper': 'Theo sổ, phiếu giấy',
  },
  enterLate: {
    'found-on-paper': 'Theo sổ, phiếu giấy',
    'system-down': 'Khi đó hệ thống không dùng được',
    forgotten: 'Quên ghi nhận',
  },
  resolveConflict: {
    'asked-both': 'Đã hỏi cả hai bên',
    'paper-shows': 'Đã đối chiếu với giấy tờ',
    'typed-wrong': 'Một bên ghi nhầm',
  },
  fee: {
    fee: 'Phí',
    charge: 'Lệ phí',
    landTax: 'Thuế đất',
    registrationTax: 'Lệ phí trước bạ',
    landFee: 'Tiền sử dụng đất',
  },
  resolveBy: { facts: 'Khai lại nơi làm căn cứ', decision: 'Đầu mối cấp tỉnh chỉ định cơ quan' },
  copy: { electronic: 'Bản điện tử', paper: 'Bản giấy' },
  destination: { agency: 'Chuyển tới cơ quan khác', home: 'Trả về cơ quan tiếp nhận' },
  opinion: { agreed: 'Đồng ý', disagreed: 'Không đồng ý', noOpinion: 'Không có ý kiến' },
  decision: { granted: 'Giải quyết: đồng ý', refused: 'Từ chối giải quyết' },
  suspension: {
    systemOutage: 'Hệ thống dùng chung gặp sự cố',
    courtOrder: 'Theo yêu cầu của tòa án, cơ quan điều tra',
    forceMajeure: 'Sự kiện bất khả kháng',
  },
  closing: {
    supplementTimeout: 'Quá hạn bổ sung',
    paymentTimeout: 'Quá hạn nộp tiền',
    courtOrder: 'Theo quyết định của tòa án, cơ quan có thẩm quyền',
    legalGround: 'Căn cứ khác theo pháp luật',
  },
  notice: {
    sms: 'Tin nhắn',
    email: 'Thư điện tử',
    phone: 'Gọi điện thoại',
    portal: 'Cổng dịch vụ công',
    counter: 'Báo trực tiếp tại quầy',
  },
  returning: { counter: 'Tại quầy', post: 'Qua bưu chính', electronic: 'Bản điện tử' },
  handing: {
    counter: 'Tại quầy',
    post: 'Qua bưu chính',
    sms: 'Tin nhắn',
    email: 'Thư điện tử',
    phone: 'Gọi điện thoại',
    portal: 'Cổng dịch vụ công',
  },
  resolution: { kept: 'Giữ nguyên: nhật ký ghi đúng', superseded: 'Nhật ký đã được sửa lại' },
};

const en: ListWords = {
  hold: { no: 'Receive by the place declared', yes: 'Competent agency not clear: receive and hold until it is found' },
  heldReason: {
    'unknown-place': 'The place declared was not found',
    'several-communes': 'The former unit belongs to several communes now',
    'facts-contradict': 'Papers contradict each other',
    'ask-province': 'The provincial coordinator must be asked',
  },
  refuseReception: {
    'not-a-procedure-of-ours': 'Not a procedure received here',
    'not-complete': 'Papers are not complete',
    'invalid-paper': 'A paper is not valid',
    duplicate: 'Handed in before',
    'applicant-not-entitled': 'The applicant is not entitled',
  },
  refuseTransfer: {
    wrongJurisdiction: 'Not in our competence',
    incompleteCopy: 'The copy lacks papers of the list',
    unreadable: 'The copy cannot be read',
    duplicate: 'We have this dossier already',
  },
  recallTransfer: {
    'sent-in-error': 'Sent in error',
    'wrong-address': 'Sent to the wrong place',
    'paper-missing': 'A paper was missing',
    'applicant-asked': 'The applicant asked for it',
  },
  redirectTransfer: {
    lapsed: 'Not accepted in time',
    bounced: 'Sent back too often',
    'wrong-address': 'Sent to the wrong place',
    'receiver-down': 'The receiver has an outage',
  },
  cancelConsultation: {
    'not-needed': 'No longer needed',
    'no-answer': 'No answer in time',
    'asked-in-error': 'The wrong agency was asked',
  },
  requestSupplement: {
    'missing-paper': 'A paper is missing',
    'invalid-paper': 'A paper is not valid or has expired',
    'unclear-copy': 'A copy is not legible',
    'facts-contradict': 'Papers contradict each other',
  },
  extend: {
    'field-survey': 'A survey on the spot is needed',
    overload: 'Sudden rise of dossiers',
    'complex-case': 'A complex case',
    'opinion-awaited': 'The opinion of another agency is awaited',
  },
  apologise: {
    overload: 'Sudden rise of dossiers',
    'opinion-awaited': 'The opinion of another agency is awaited',
    'system-down': 'An information system is down',
    'lost-paper': 'A paper was lost',
    'officer-absent': 'The officer in charge is absent',
  },
  correctReception: {
    'late-entry': 'Entered after it was received',
    'typed-wrong': 'Typed wrong',
    'found-on-paper': 'As the paper receipt has it',
  },
  correctTime: { 'typed-wrong': 'Typed wrong', 'typed-late': 'Typed late', 'found-on-paper': 'As on paper' },
  enterLate: {
    'found-on-paper': 'As on paper',
    'system-down': 'The system could not be used then',
    forgotten: 'Forgotten then',
  },
  resolveConflict: {
    'asked-both': 'Both sides were asked',
    'paper-shows': 'Compared with the papers',
    'typed-wrong': 'One side typed it wrong',
  },
  fee: {
    fee: 'Fee',
    charge: 'Charge',
    landTax: 'Land tax',
    registrationTax: 'Registration charge',
    landFee: 'Land use fee',
  },
  resolveBy: { facts: 'Declare the place anew', decision: 'The provincial coordinator names the agency' },
  copy: { electronic: 'Electronic copy', paper: 'Paper' },
  destination: { agency: 'Send to another agency', home: 'Back to the receiving agency' },
  opinion: { agreed: 'Agreed', disagreed: 'Not agreed', noOpinion: 'No opinion' },
  decision: { granted: 'Granted', refused: 'Refused' },
  suspension: {
    systemOutage: 'Outage of a shared system',
    courtOrder: 'Order of a court or an investigating agency',
    forceMajeure: 'Force majeure',
  },
  closing: {
    supplementTimeout: 'The supplement did not come in time',
    paymentTimeout: 'The payment did not come in time',
    courtOrder: 'Order of a court or a competent agency',
    legalGround: 'Another ground in law',
  },
  notice: {
    sms: 'Text message',
    email: 'E-mail',
    phone: 'Telephone',
    portal: 'Public service portal',
    counter: 'Told at the counter',
  },
  returning: { counter: 'At the counter', post: 'By post', electronic: 'Electronically' },
  handing: {
    counter: 'At the counter',
    post: 'By post',
    sms: 'Text message',
    email: 'E-mail',
    phone: 'Telephone',
    portal: 'Public service portal',
  },
  resolution: { kept: 'Kept: the journal was right', superseded: 'The journal has been put right' },
};

export const listWords = catalogue(vi, en);
