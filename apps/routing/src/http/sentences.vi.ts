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
import type { Sentences } from './sentences.js';

export const VIETNAMESE: Sentences = {
  'command-not-allowed': {
    title: 'Hồ sơ không ở trạng thái cho phép việc này.',
    todo: 'Xem danh sách việc được phép trong mục facts.allowed rồi chọn một việc trong đó.',
  },
  'actor-not-entitled': {
    title: 'Đơn vị của bạn không có quyền làm việc này với hồ sơ.',
    todo: 'Mục facts.needs nêu đơn vị có quyền; hãy liên hệ đơn vị đó.',
  },
  'dossier-not-found': {
    title: 'Không tìm thấy hồ sơ.',
    todo: 'Kiểm tra lại mã hồ sơ in trên giấy tiếp nhận.',
  },
  'version-stale': {
    title: 'Nội dung này đã được người khác cập nhật sau khi bạn mở.',
    todo: 'Tải lại, xem thay đổi rồi gửi lại với ETag mới.',
  },
  'key-reused': {
    title: 'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác.',
    todo: 'Tạo khóa mới cho yêu cầu mới; chỉ dùng lại khóa khi gửi lại đúng yêu cầu cũ.',
  },
  'occurred-in-future': {
    title: 'Thời điểm khai nằm trong tương lai.',
    todo: 'Khai lại thời điểm không muộn hơn hiện tại; kiểm tra đồng hồ máy.',
  },
  'occurred-before-last-fact': {
    title: 'Thời điểm khai sớm hơn sự việc gần nhất của hồ sơ.',
    todo: 'Khai thời điểm không sớm hơn facts.lastFactAt, bổ sung sự việc muộn bằng enterLate, hoặc đính chính thời điểm sai.',
  },
  'outside-calendar': {
    title: 'Không tính được: thời điểm nằm ngoài lịch làm việc đã nạp.',
    todo: 'Kiểm tra lại năm; nếu đúng, đề nghị quản trị nạp lịch của năm đó.',
  },
  'procedure-unknown': {
    title: 'Không có thủ tục hành chính mang mã này.',
    todo: 'Tra mã thủ tục tại /v1/procedures.',
  },
  'procedure-not-effective': {
    title: 'Thủ tục chưa có hoặc đã hết hiệu lực vào ngày này.',
    todo: 'Xem ngày hiệu lực tại /v1/procedures/{mã}.',
  },
  'procedure-limit-unknown': {
    title: 'Thủ tục chưa có thời hạn dùng được (thiếu số hoặc đơn vị).',
    todo: 'Đề nghị quản trị công bố thời hạn kèm căn cứ pháp lý trước khi tiếp nhận.',
  },
  'case-unknown': {
    title: 'Thủ tục không có trường hợp này.',
    todo: 'Chọn một trường hợp trong facts.cases.',
  },
  'jurisdiction-none': {
    title: 'Không tìm được cơ quan có thẩm quyền.',
    todo: 'Kiểm tra địa bàn; nếu vẫn nhận hồ sơ, giữ lại chờ điều phối kèm lý do (holdForJurisdiction).',
  },
  'jurisdiction-several': {
    title: 'Có nhiều cơ quan cùng có thẩm quyền.',
    todo: 'Xem facts.candidates; bổ sung thông tin địa bàn, hoặc giữ lại chờ điều phối (holdForJurisdiction).',
  },
  'jurisdiction-fact-missing': {
    title: 'Thiếu thông tin để xác định thẩm quyền.',
    todo: 'Bổ sung thông tin nêu ở facts.criterion trong mục jurisdiction.',
  },
  'outside-boundary-scope': {
    title: 'Thủ tục này không được nhận ngoài phạm vi địa giới quy định.',
    todo: 'Hướng dẫn người dân nộp tại cơ quan nêu ở facts.',
  },
  'area-unknown': {
    title: 'Không có địa bàn này.',
    todo: 'Tra tên cũ hoặc mới tại /v1/areas.',
  },
  'area-ambiguous': {
    title: 'Tên địa bàn trùng ở nhiều nơi.',
    todo: 'Gửi mã xã, hoặc kèm mã tỉnh; các lựa chọn ở facts.candidates.',
  },
  'area-split-needs-fact': {
    title: 'Đơn vị hành chính cũ này đã chia cho nhiều xã mới.',
    todo: 'Hỏi thôn, đường cụ thể rồi gửi communeCode là một trong facts.successors.',
  },
  'agency-unknown': {
    title: 'Không có cơ quan này trong danh bạ.',
    todo: 'Tra danh bạ tại /v1/agencies.',
  },
  'agency-not-competent': {
    title: 'Cơ quan nhận không có thẩm quyền với hồ sơ này.',
    todo: 'Tra lại thẩm quyền tại /v1/routing/resolve rồi chuyển đúng nơi.',
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
    todo: 'Đề nghị người giám sát của cả hai cơ quan quyết định nơi nhận (redirectTransfer).',
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
    todo: 'Chọn một mục trong facts.consultations.',
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
    todo: 'Gửi lấy ý kiến các mục trong facts.notAsked (requestConsultation), đôn đốc cơ quan phối hợp trả lời các mục trong facts.unanswered; quyết định khi đã đủ trả lời. Ý kiến bắt buộc không hủy được.',
  },
  'step-unknown': { title: 'Thủ tục không có bước này.', todo: 'Chọn một bước trong facts.steps.' },
  'step-already-open': { title: 'Bước này đang được thực hiện.', todo: 'Hoàn thành bước trước khi bắt đầu lại.' },
  'step-not-open': { title: 'Bước này chưa được bắt đầu.', todo: 'Bắt đầu bước (startStep) trước.' },
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
    todo: 'Bổ sung hoặc bỏ trường system cho khớp với ground.',
  },
  'extension-not-foreseen': {
    title: 'Pháp luật không cho gia hạn thủ tục này.',
    todo: 'Nếu chậm, lập văn bản xin lỗi và hẹn lại (apologise).',
  },
  'extension-not-in-working-time': {
    title: 'Thời hạn tính theo ngày lịch, không cộng thêm giờ hoặc ngày làm việc được.',
    todo: 'Chưa có gì được gia hạn. Nếu chậm, lập văn bản xin lỗi và hẹn lại (apologise).',
  },
  'extension-exhausted': { title: 'Đã hết số lần gia hạn.', todo: 'Lập văn bản xin lỗi và hẹn lại (apologise).' },
  'extension-too-long': {
    title: 'Thời gian gia hạn vượt mức cho phép.',
    todo: 'Chọn thời gian không quá facts.maximum.',
  },
  'extension-after-due': { title: 'Không thể gia hạn sau khi đã hết hạn.', todo: 'Lập văn bản xin lỗi và hẹn lại.' },
  'apology-already-issued': { title: 'Hồ sơ đã có văn bản xin lỗi, hẹn lại.', todo: 'Mỗi hồ sơ chỉ hẹn lại một lần.' },
  'apology-after-promise': {
    title: 'Văn bản xin lỗi phải lập trước ngày hẹn trả.',
    todo: 'Báo lãnh đạo đơn vị; hồ sơ được tính là trễ hẹn.',
  },
  'apology-date-not-later': {
    title: 'Ngày hẹn lại phải sau ngày hẹn cũ.',
    todo: 'Chọn thời điểm muộn hơn facts.promise.',
  },
  'reception-correction-illegal': {
    title: 'Thời điểm tiếp nhận đính chính mâu thuẫn với các sự việc sau đó.',
    todo: 'Chọn thời điểm không muộn hơn sự việc kế tiếp và không sau hiện tại.',
  },
  'second-person-required': {
    title: 'Việc này cần người thứ hai.',
    todo: 'Đính chính: gửi approvedBy là một cán bộ khác của đơn vị. Công bố: người khác với người soạn và người sửa sau cùng (xem facts).',
  },
  ...BITEMPORAL_VIETNAMESE,
  ...CUSTODY_VIETNAMESE,
  'malformed-json': {
    title: 'Nội dung gửi lên không phải JSON hợp lệ.',
    todo: 'Kiểm tra cú pháp JSON và mã hóa UTF-8.',
  },
  'invalid-body': { title: 'Nội dung gửi lên chưa đúng.', todo: 'Sửa các trường nêu ở errors rồi gửi lại.' },
  'invalid-query': { title: 'Tham số trên địa chỉ chưa đúng.', todo: 'Sửa các tham số nêu ở errors rồi gửi lại.' },
  'unreadable-request': {
    title: 'Yêu cầu HTTP không đọc được.',
    todo: 'Kiểm tra phương thức, phần đầu (header) và địa chỉ (UTF-8, mã hóa phần trăm).',
  },
  'request-timeout': {
    title: 'Yêu cầu không tới đủ trong thời gian cho phép.',
    todo: 'Gửi lại; cùng Idempotency-Key thì không việc nào bị ghi hai lần.',
  },
  'address-too-long': {
    title: 'Địa chỉ quá dài.',
    todo: 'Kiểm tra lại mã trong đường dẫn.',
  },
  'headers-too-large': {
    title: 'Địa chỉ và phần đầu (header) quá lớn (tối đa 16 KB).',
    todo: 'Rút gọn tham số và phần đầu.',
  },
  'forbidden-characters': {
    title: 'Văn bản chứa ký tự điều khiển, ký tự ẩn, ký tự đảo chiều hoặc mã Unicode hỏng.',
    todo: 'Xóa các ký tự đó ở trường nêu trong errors.',
  },
  'body-too-large': {
    title: 'Nội dung gửi lên quá lớn (tối đa 1 MB).',
    todo: 'Chia nhỏ; tệp đính kèm chỉ gửi mã băm.',
  },
  'body-too-deep': { title: 'Nội dung JSON lồng quá 32 cấp.', todo: 'Gửi đúng cấu trúc nêu trong /docs.' },
  'unsupported-media-type': {
    title: 'Kiểu nội dung không được hỗ trợ.',
    todo: 'Gửi Content-Type: application/json (hoặc application/x-ndjson cho gói lệnh).',
  },
  'not-found': { title: 'Không có địa chỉ này.', todo: 'Xem các địa chỉ tại /docs.' },
  'method-not-allowed': {
    title: 'Địa chỉ này không nhận phương thức đã dùng.',
    todo: 'Dùng phương thức nêu ở tiêu đề Allow.',
  },
  unauthenticated: {
    title: 'Chưa đăng nhập hoặc khóa truy cập không đúng.',
    todo: 'Đăng nhập lại hoặc kiểm tra khóa của đơn vị.',
  },
  forbidden: {
    title: 'Vai trò của bạn không được làm việc này.',
    todo: 'Liên hệ quản trị của đơn vị để được phân quyền.',
  },
  'origin-refused': {
    title: 'Yêu cầu đến từ một trang khác nên bị từ chối.',
    todo: 'Thao tác từ đúng trang của hệ thống.',
  },
  'sign-in-refused': {
    title: 'Không đăng nhập được: không xác nhận được danh tính hoặc tài khoản chưa được cấp quyền.',
    todo: 'Đăng nhập lại; nếu vẫn không được, liên hệ người quản trị của cơ quan.',
  },
  'sign-in-not-configured': {
    title: 'Hệ thống này chưa nối với nhà cung cấp danh tính.',
    todo: 'Đặt OIDC_ISSUER, OIDC_CLIENT_ID và OIDC_CLIENT_SECRET rồi khởi động lại.',
  },
  'idempotency-key-required': {
    title: 'Thiếu tiêu đề Idempotency-Key.',
    todo: 'Gửi một khóa mới (ví dụ UUID) cho mỗi việc; gửi lại cùng khóa khi thử lại.',
  },
  'idempotency-key-invalid': {
    title: 'Idempotency-Key không đúng dạng.',
    todo: 'Dùng 8–128 ký tự chữ, số, gạch ngang, gạch dưới, chấm, hai chấm.',
  },
  'if-match-required': {
    title: 'Thiếu tiêu đề If-Match.',
    todo: 'Tải lại nội dung, lấy ETag rồi gửi lại với If-Match để không ghi đè việc của người khác.',
  },
  'if-match-invalid': { title: 'If-Match không đúng dạng.', todo: 'Gửi nguyên giá trị ETag đã nhận.' },
  'cursor-invalid': {
    title: 'Con trỏ trang không đúng.',
    todo: 'Dùng nguyên giá trị next đã nhận, hoặc bắt đầu lại từ đầu.',
  },
  'cursor-epoch-stale': {
    title: 'Con trỏ thuộc về dữ liệu trước khi khôi phục.',
    todo: 'Đọc lại nguồn sự kiện từ đầu với kỷ nguyên ở facts.epoch.',
  },
  'bus-not-offered': {
    title: 'Không có kênh đẩy sự kiện cho người gọi này.',
    todo: 'Đọc GET /v1/events?after=…&wait=25: cùng các sự kiện đó, chờ tới khi có sự kiện mới.',
  },
  'batch-too-large': { title: 'Gói lệnh có quá nhiều mục.', todo: 'Chia thành các gói không quá facts.maximum mục.' },
  'rate-limited': { title: 'Gửi quá nhanh.', todo: 'Chờ số giây ở tiêu đề Retry-After rồi gửi lại cùng khóa.' },
  ...PEOPLE_VIETNAMESE,
  ...PROCEDURES_VIETNAMESE,
  ...FEASIBILITY_VIETNAMESE,
  ...ALERTS_VIETNAMESE,
  ...AMENDMENTS_VIETNAMESE,
  ...CALENDARS_VIETNAMESE,
  ...OUTAGES_VIETNAMESE,
  unavailable: {
    title: 'Hệ thống tạm thời chưa phục vụ được.',
    todo: 'Chờ rồi gửi lại với cùng Idempotency-Key; không có gì bị mất.',
  },
  'commit-unknown': {
    title: 'Chưa rõ việc vừa gửi đã được ghi hay chưa.',
    todo: 'Gửi lại với cùng Idempotency-Key để biết; việc không bị ghi hai lần.',
  },
  'internal-fault': {
    title: 'Hệ thống gặp lỗi.',
    todo: 'Gửi lại với cùng Idempotency-Key; báo quản trị mã yêu cầu kèm theo.',
  },
};
