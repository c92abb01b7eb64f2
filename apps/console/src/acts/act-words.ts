/** What each act is called on its button, and what it does to the dossier. */
import { catalogue } from '../words/catalogue.js';
import type { CommandType } from './form.js';

interface ActWords {
  readonly name: string;
  readonly does: string;
}

const vi: Readonly<Record<CommandType, ActWords>> = {
  receive: { name: 'Tiếp nhận', does: 'Hồ sơ được tiếp nhận và có mã, có ngày hẹn trả; thời hạn bắt đầu tính.' },
  refuseReception: { name: 'Từ chối tiếp nhận', does: 'Hồ sơ kết thúc tại đây; người nộp được báo lý do.' },
  resolveJurisdiction: { name: 'Xác định thẩm quyền', does: 'Hồ sơ đang giữ lại được gắn với cơ quan giải quyết.' },
  transfer: {
    name: 'Chuyển hồ sơ',
    does: 'Hồ sơ được gửi tới cơ quan có thẩm quyền. Đơn vị của bạn vẫn giữ hồ sơ cho tới khi nơi nhận tiếp nhận.',
  },
  confirmDelivery: { name: 'Xác nhận đã tới', does: 'Ghi nhận hồ sơ đã tới nơi nhận; tới nơi chưa phải là tiếp nhận.' },
  acceptTransfer: { name: 'Tiếp nhận', does: 'Đơn vị của bạn giữ hồ sơ từ lúc này và giải quyết.' },
  refuseTransfer: { name: 'Trả lại', does: 'Hồ sơ trở về cơ quan tiếp nhận; thời gian đã dùng không được tính lại.' },
  recallTransfer: { name: 'Rút lại', does: 'Hồ sơ đang chuyển trở về đơn vị của bạn.' },
  redirectTransfer: {
    name: 'Điều chuyển',
    does: 'Hồ sơ được chuyển sang cơ quan khác, hoặc trả về cơ quan tiếp nhận.',
  },
  assign: { name: 'Phân công', does: 'Cán bộ được chọn phụ trách hồ sơ.' },
  startStep: { name: 'Bắt đầu bước', does: 'Bước xử lý bắt đầu tính thời gian.' },
  completeStep: { name: 'Xong bước', does: 'Bước xử lý thôi tính thời gian.' },
  requestConsultation: {
    name: 'Lấy ý kiến',
    does: 'Cơ quan được chọn nhận yêu cầu cho ý kiến; việc giải quyết vẫn tiếp tục.',
  },
  answerConsultation: { name: 'Trả lời ý kiến', does: 'Ý kiến của đơn vị bạn được gửi tới cơ quan giải quyết.' },
  cancelConsultation: { name: 'Hủy lấy ý kiến', does: 'Cơ quan được hỏi không phải trả lời nữa.' },
  requestSupplement: { name: 'Yêu cầu bổ sung', does: 'Hồ sơ chờ người nộp bổ sung các giấy tờ nêu dưới đây.' },
  provideSupplement: { name: 'Nhận bổ sung', does: 'Phần bổ sung được nhận; hồ sơ trở lại nơi đang giải quyết.' },
  requestPayment: { name: 'Yêu cầu nộp tiền', does: 'Hồ sơ chờ người nộp hoàn thành nghĩa vụ tài chính.' },
  confirmPayment: { name: 'Xác nhận đã nộp tiền', does: 'Việc giải quyết tiếp tục.' },
  suspend: { name: 'Tạm dừng', does: 'Thời hạn ngừng tính vì lý do khách quan, cho tới khi tiếp tục.' },
  resume: { name: 'Tiếp tục', does: 'Thời hạn lại được tính.' },
  decide: { name: 'Quyết định', does: 'Hồ sơ có kết quả; không thể thay đổi sau khi gửi.' },
  dispatchResult: { name: 'Gửi kết quả', does: 'Kết quả được gửi về cơ quan tiếp nhận để trả cho người nộp.' },
  confirmResultArrival: { name: 'Kết quả đã về', does: 'Ghi nhận kết quả đã về nơi trả; có thể báo người nộp.' },
  notifyApplicant: { name: 'Báo người nộp', does: 'Ghi nhận đã mời người nộp đến nhận kết quả.' },
  returnResult: { name: 'Trả kết quả', does: 'Người nộp đã nhận kết quả; hồ sơ kết thúc.' },
  withdraw: { name: 'Rút hồ sơ', does: 'Hồ sơ kết thúc theo yêu cầu của người nộp.' },
  close: { name: 'Dừng giải quyết', does: 'Hồ sơ kết thúc theo căn cứ dưới đây.' },
  extend: { name: 'Gia hạn', does: 'Thời hạn giải quyết và ngày hẹn trả được lùi thêm.' },
  apologise: { name: 'Xin lỗi, hẹn lại', does: 'Ngày hẹn trả được đổi, kèm văn bản xin lỗi (mẫu số 04).' },
  deliverApology: { name: 'Giao văn bản xin lỗi', does: 'Ghi nhận người nộp đã nhận văn bản xin lỗi.' },
  correctReception: { name: 'Sửa giờ tiếp nhận', does: 'Mọi thời hạn được tính lại từ thời điểm đúng.' },
  correctTime: { name: 'Sửa giờ một sự việc', does: 'Các thời hạn được tính lại như thể sự việc đã ghi đúng giờ.' },
  enterLate: {
    name: 'Ghi sự việc biết muộn',
    does: 'Sự việc được ghi vào đúng chỗ trong nhật ký; thời hạn được tính lại.',
  },
  resolveConflict: { name: 'Giải quyết mâu thuẫn', does: 'Mâu thuẫn giữa lời khai và nhật ký được khép lại.' },
};

const en: Readonly<Record<CommandType, ActWords>> = {
  receive: {
    name: 'Receive',
    does: 'The dossier is received, gets its code and a promised day; the limit begins to run.',
  },
  refuseReception: { name: 'Refuse reception', does: 'The dossier ends here; the applicant is told why.' },
  resolveJurisdiction: {
    name: 'Find the competent agency',
    does: 'The dossier that is held gets the agency that decides it.',
  },
  transfer: {
    name: 'Transfer',
    does: 'The dossier is sent to the competent agency. Your agency keeps it until the receiver accepts it.',
  },
  confirmDelivery: { name: 'Confirm delivery', does: 'It has arrived at the receiver; arrived is not accepted.' },
  acceptTransfer: { name: 'Accept', does: 'Your agency has the dossier from now on, and decides it.' },
  refuseTransfer: {
    name: 'Send back',
    does: 'The dossier goes back to the receiving agency; no minute is given back.',
  },
  recallTransfer: { name: 'Recall', does: 'The dossier on its way comes back to your agency.' },
  redirectTransfer: { name: 'Redirect', does: 'The dossier goes to another agency, or back to the receiving one.' },
  assign: { name: 'Assign', does: 'The officer chosen is in charge of the dossier.' },
  startStep: { name: 'Start a step', does: 'The time of the step begins to run.' },
  completeStep: { name: 'Complete a step', does: 'The time of the step stops.' },
  requestConsultation: {
    name: 'Ask for an opinion',
    does: 'The agency chosen is asked; the processing goes on beside it.',
  },
  answerConsultation: { name: 'Give the opinion', does: 'The opinion of your agency goes to the one that decides.' },
  cancelConsultation: { name: 'Cancel the consultation', does: 'The agency asked need not answer any more.' },
  requestSupplement: {
    name: 'Ask for a supplement',
    does: 'The dossier waits for the applicant to bring the papers named below.',
  },
  provideSupplement: {
    name: 'Take the supplement in',
    does: 'The supplement is taken in; the dossier returns to where it was.',
  },
  requestPayment: { name: 'Ask for payment', does: 'The dossier waits for the applicant to pay.' },
  confirmPayment: { name: 'Confirm payment', does: 'The processing goes on.' },
  suspend: {
    name: 'Suspend',
    does: 'The limit stands still, for a reason that is nobody’s fault, until it is resumed.',
  },
  resume: { name: 'Resume', does: 'The limit runs again.' },
  decide: { name: 'Decide', does: 'The dossier has its result; it cannot be changed once sent.' },
  dispatchResult: { name: 'Send the result', does: 'The result goes back to the receiving agency, to be handed over.' },
  confirmResultArrival: {
    name: 'Result has arrived',
    does: 'The result is where it is handed over; the applicant can be told.',
  },
  notifyApplicant: { name: 'Notify the applicant', does: 'The applicant was asked to come for the result.' },
  returnResult: { name: 'Return the result', does: 'The applicant has the result; the dossier ends.' },
  withdraw: { name: 'Withdraw', does: 'The dossier ends because the applicant wants it.' },
  close: { name: 'Close', does: 'The dossier ends on the ground named below.' },
  extend: { name: 'Extend the limit', does: 'The limit and the promised day move back.' },
  apologise: { name: 'Apologise, promise anew', does: 'The promised day changes, with a letter of apology (form 04).' },
  deliverApology: { name: 'Hand over the apology', does: 'The applicant has the letter of apology.' },
  correctReception: { name: 'Correct the reception time', does: 'Every limit is counted anew from the right time.' },
  correctTime: { name: 'Correct the time of a fact', does: 'Limits are counted anew as if it had been written so.' },
  enterLate: { name: 'Enter late facts', does: 'Facts go to their place in the journal; limits are counted anew.' },
  resolveConflict: { name: 'Settle a conflict', does: 'The conflict of a claim with the journal is closed.' },
};

export const actWords = catalogue(vi, en);
