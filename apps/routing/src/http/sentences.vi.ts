/** Câu trả lời cho mọi mã lỗi, bằng tiếng Việt. */
import { ALERTS_VIETNAMESE } from './sentences.alerts.vi.js';
import { AMENDMENTS_VIETNAMESE } from './sentences.amendments.vi.js';
import { BITEMPORAL_VIETNAMESE } from './sentences.bitemporal.vi.js';
import { CALENDARS_VIETNAMESE } from './sentences.calendars.vi.js';
import { CUSTODY_VIETNAMESE } from './sentences.custody.vi.js';
import { FEASIBILITY_VIETNAMESE } from './sentences.feasibility.vi.js';
import { OUTAGES_VIETNAMESE } from './sentences.outages.vi.js';
import { PEOPLE_VIETNAMESE } from './sentences.people.vi.js';
import { PROCEDURES_VIETNAMESE } from './sentences.procedures.vi.js';
import { REQUESTS_VIETNAMESE } from './sentences.requests.vi.js';
import type { Sentences } from './sentences.js';

export const VIETNAMESE: Sentences = {
  'command-not-allowed': {
    title: 'Hồ sơ không ở trạng thái cho phép việc này.',
    todo: 'Tải lại hồ sơ và chọn một việc đang được phép ở trạng thái hiện tại.',
  },
  'actor-not-entitled': {
    title: 'Đơn vị của bạn không có quyền làm việc này với hồ sơ.',
    todo: 'Liên hệ đơn vị đang giữ hoặc đã tiếp nhận hồ sơ.',
  },
  'dossier-not-found': {
    title: 'Không tìm thấy hồ sơ.',
    todo: 'Kiểm tra lại mã hồ sơ in trên giấy tiếp nhận.',
  },
  'version-stale': {
    title: 'Nội dung này đã được người khác cập nhật sau khi bạn mở.',
    todo: 'Tải lại, xem người khác đã đổi gì, rồi quyết định có làm tiếp không.',
  },
  'key-reused': {
    title: 'Yêu cầu này trùng số với một yêu cầu khác đã gửi.',
    todo: 'Tải lại trang rồi làm lại việc này từ đầu.',
  },
  'occurred-in-future': {
    title: 'Thời điểm khai nằm trong tương lai.',
    todo: 'Khai lại thời điểm không muộn hơn hiện tại; kiểm tra đồng hồ máy.',
  },
  'occurred-before-last-fact': {
    title: 'Thời điểm khai sớm hơn sự việc gần nhất của hồ sơ.',
    todo: 'Khai thời điểm không sớm hơn {lastFactAt}. Nếu việc này thật sự xảy ra trước đó, hãy bổ sung như một sự việc muộn, hoặc đính chính thời điểm sai.',
  },
  'outside-calendar': {
    title: 'Không tính được: thời điểm nằm ngoài lịch làm việc đã nạp.',
    todo: 'Kiểm tra lại năm; nếu đúng, đề nghị quản trị nạp lịch của năm đó.',
  },
  'procedure-unknown': {
    title: 'Không có thủ tục hành chính mang mã này.',
    todo: 'Tra lại mã thủ tục trong mục Quy trình.',
  },
  'procedure-not-effective': {
    title: 'Thủ tục chưa có hoặc đã hết hiệu lực vào ngày này.',
    todo: 'Xem ngày hiệu lực của thủ tục trong mục Quy trình.',
  },
  'procedure-limit-unknown': {
    title: 'Thủ tục chưa có thời hạn dùng được (thiếu số hoặc đơn vị).',
    todo: 'Đề nghị quản trị công bố thời hạn kèm căn cứ pháp lý trước khi tiếp nhận.',
  },
  'case-unknown': {
    title: 'Thủ tục không có trường hợp này.',
    todo: 'Chọn một trường hợp có trong thủ tục.',
  },
  'jurisdiction-none': {
    title: 'Không tìm được cơ quan có thẩm quyền.',
    todo: 'Kiểm tra lại địa bàn; nếu vẫn nhận hồ sơ thì giữ lại chờ điều phối và ghi lý do.',
  },
  'jurisdiction-several': {
    title: 'Có nhiều cơ quan cùng có thẩm quyền.',
    todo: 'Bổ sung thông tin địa bàn để chỉ còn một cơ quan, hoặc giữ lại chờ điều phối và ghi lý do.',
  },
  'jurisdiction-fact-missing': {
    title: 'Thiếu thông tin để xác định thẩm quyền.',
    todo: 'Bổ sung nơi cư trú, nơi có đất hoặc địa bàn mà thủ tục này xét thẩm quyền.',
  },
  'outside-boundary-scope': {
    title: 'Thủ tục này không được nhận ngoài phạm vi địa giới quy định.',
    todo: 'Hướng dẫn người dân nộp tại cơ quan có thẩm quyền trong Danh bạ.',
  },
  'area-unknown': {
    title: 'Không có địa bàn này.',
    todo: 'Tra tên cũ hoặc tên mới của địa bàn trong Danh bạ.',
  },
  'area-ambiguous': {
    title: 'Tên địa bàn trùng ở nhiều nơi.',
    todo: 'Chọn đúng xã, phường trong danh sách gợi ý, hoặc cho biết tỉnh.',
  },
  'area-split-needs-fact': {
    title: 'Đơn vị hành chính cũ này đã chia cho nhiều xã mới.',
    todo: 'Hỏi thôn, tổ dân phố hoặc tên đường, rồi chọn xã, phường mới tương ứng.',
  },
  'agency-unknown': {
    title: 'Không có cơ quan này trong danh bạ.',
    todo: 'Tra lại tên cơ quan trong Danh bạ.',
  },
  'agency-not-competent': {
    title: 'Cơ quan nhận không có thẩm quyền với hồ sơ này.',
    todo: 'Tra lại cơ quan có thẩm quyền trong Danh bạ rồi chuyển đúng nơi.',
  },
  'supplement-rounds-exhausted': {
    title: 'Đã hết số lần yêu cầu bổ sung theo quy định.',
    todo: 'Giải quyết trên hồ sơ hiện có, hoặc từ chối kèm lý do.',
  },
  'supplement-timeout-passed': {
    title: 'Đã quá thời hạn bổ sung hồ sơ.',
    todo: 'Đóng hồ sơ theo căn cứ pháp lý và hướng dẫn người dân nộp lại.',
  },
  'payment-timeout-passed': {
    title: 'Đã quá thời hạn thực hiện nghĩa vụ tài chính.',
    todo: 'Đóng hồ sơ theo căn cứ pháp lý và hướng dẫn người dân nộp lại.',
  },
  'transfer-attempts-exhausted': {
    title: 'Hồ sơ đã bị chuyển trả đủ số lần cho phép.',
    todo: 'Đề nghị người giám sát của cả hai cơ quan quyết định nơi nhận.',
  },
  'redirects-exhausted': {
    title: 'Hồ sơ đã được chuyển hướng đủ số lần cho phép.',
    todo: 'Trả hồ sơ về cơ quan tiếp nhận để xử lý trực tiếp.',
  },
  'transfer-not-lapsed': {
    title: 'Lần chuyển này chưa quá hạn giao nhận nên chưa thể chuyển hướng.',
    todo: 'Chờ đến hạn nêu trong hồ sơ, hoặc để cơ quan tiếp nhận rút lại.',
  },
  'consultation-unknown': {
    title: 'Thủ tục không có mục lấy ý kiến này.',
    todo: 'Chọn một mục lấy ý kiến có trong thủ tục.',
  },
  'consultation-not-idle': {
    title: 'Mục lấy ý kiến này đã được gửi.',
    todo: 'Xem câu trả lời trong hồ sơ; mỗi mục chỉ gửi một lần.',
  },
  'consultation-not-open': {
    title: 'Mục lấy ý kiến này không còn chờ trả lời.',
    todo: 'Tải lại hồ sơ để xem tình trạng.',
  },
  'consultation-of-itself': {
    title: 'Cơ quan giải quyết không tự lấy ý kiến của mình.',
    todo: 'Chọn cơ quan phối hợp khác.',
  },
  'consultations-unanswered': {
    title: 'Chưa đủ ý kiến phối hợp bắt buộc để quyết định.',
    todo: 'Gửi lấy ý kiến những mục chưa gửi, đôn đốc cơ quan phối hợp trả lời những mục đã gửi; quyết định khi đã đủ trả lời. Ý kiến bắt buộc không hủy được.',
  },
  'step-unknown': {
    title: 'Thủ tục không có bước này.',
    todo: 'Chọn một bước có trong thủ tục.',
  },
  'step-already-open': { title: 'Bước này đang được thực hiện.', todo: 'Hoàn thành bước trước khi bắt đầu lại.' },
  'step-not-open': {
    title: 'Bước này chưa được bắt đầu.',
    todo: 'Bắt đầu bước này trước.',
  },
  'step-already-completed': { title: 'Bước này đã hoàn thành.', todo: 'Chuyển sang bước tiếp theo.' },
  'payment-not-foreseen': {
    title: 'Thủ tục không có nghĩa vụ tài chính.',
    todo: 'Không yêu cầu nộp tiền; kiểm tra cấu hình thủ tục.',
  },
  'close-ground-not-met': {
    title: 'Chưa đủ căn cứ để đóng hồ sơ.',
    todo: 'Chờ hết thời hạn bổ sung hoặc nộp tiền, hoặc nêu căn cứ khác.',
  },
  'suspension-system-mismatch': {
    title: 'Phải nêu tên hệ thống khi tạm dừng do sự cố hệ thống, và chỉ khi đó.',
    todo: 'Chọn hệ thống bị sự cố, hoặc chọn căn cứ tạm dừng khác.',
  },
  'extension-not-foreseen': {
    title: 'Pháp luật không cho gia hạn thủ tục này.',
    todo: 'Nếu chậm, lập văn bản xin lỗi và hẹn lại.',
  },
  'extension-not-in-working-time': {
    title: 'Thời hạn tính theo ngày lịch, không cộng thêm giờ hoặc ngày làm việc được.',
    todo: 'Chưa có gì được gia hạn. Nếu chậm, lập văn bản xin lỗi và hẹn lại.',
  },
  'extension-exhausted': {
    title: 'Đã hết số lần gia hạn.',
    todo: 'Lập văn bản xin lỗi và hẹn lại.',
  },
  'extension-too-long': {
    title: 'Thời gian gia hạn vượt mức cho phép.',
    todo: 'Chọn thời gian ngắn hơn, không quá mức nêu trong thủ tục.',
  },
  'extension-after-due': { title: 'Không thể gia hạn sau khi đã hết hạn.', todo: 'Lập văn bản xin lỗi và hẹn lại.' },
  'apology-already-issued': { title: 'Hồ sơ đã có văn bản xin lỗi, hẹn lại.', todo: 'Mỗi hồ sơ chỉ hẹn lại một lần.' },
  'apology-after-promise': {
    title: 'Văn bản xin lỗi phải lập trước ngày hẹn trả.',
    todo: 'Báo lãnh đạo đơn vị; hồ sơ được tính là trễ hẹn.',
  },
  'apology-date-not-later': {
    title: 'Ngày hẹn lại phải sau ngày hẹn cũ.',
    todo: 'Chọn thời điểm muộn hơn ngày hẹn đang có.',
  },
  'reception-correction-illegal': {
    title: 'Thời điểm tiếp nhận đính chính mâu thuẫn với các sự việc sau đó.',
    todo: 'Chọn thời điểm không muộn hơn sự việc kế tiếp và không sau hiện tại.',
  },
  'second-person-required': {
    title: 'Việc này cần người thứ hai.',
    todo: 'Đính chính: chọn một cán bộ khác của đơn vị cùng đứng tên. Công bố, duyệt: người làm phải khác với người soạn và người sửa sau cùng.',
  },
  ...BITEMPORAL_VIETNAMESE,
  ...CUSTODY_VIETNAMESE,
  ...REQUESTS_VIETNAMESE,
  ...PEOPLE_VIETNAMESE,
  ...PROCEDURES_VIETNAMESE,
  ...FEASIBILITY_VIETNAMESE,
  ...ALERTS_VIETNAMESE,
  ...AMENDMENTS_VIETNAMESE,
  ...CALENDARS_VIETNAMESE,
  ...OUTAGES_VIETNAMESE,
  unavailable: {
    title: 'Hệ thống tạm thời chưa phục vụ được.',
    todo: 'Chờ một lát rồi gửi lại; không có gì bị mất.',
  },
  'commit-unknown': {
    title: 'Chưa rõ việc vừa gửi đã được ghi hay chưa.',
    todo: 'Gửi lại để biết; một việc không bị ghi hai lần.',
  },
  'internal-fault': {
    title: 'Hệ thống gặp lỗi.',
    todo: 'Gửi lại; nếu vẫn lỗi, báo quản trị kèm giờ xảy ra.',
  },
};
