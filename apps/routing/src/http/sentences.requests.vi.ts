/** Câu trả lời cho yêu cầu gửi không đúng cách, trước khi xét tới hồ sơ. */
import type { RequestCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const REQUESTS_VIETNAMESE: Pick<Sentences, RequestCode> = {
  'malformed-json': {
    title: 'Nội dung gửi lên không đọc được.',
    todo: 'Không phải lỗi của người dùng: báo bộ phận phụ trách phần mềm đang gửi.',
  },
  'invalid-body': {
    title: 'Nội dung gửi lên chưa đúng.',
    todo: 'Sửa các ô nêu dưới đây rồi gửi lại.',
  },
  'invalid-query': {
    title: 'Điều kiện tìm, lọc trên địa chỉ chưa đúng.',
    todo: 'Sửa điều kiện nêu dưới đây, hoặc mở lại trang từ trình đơn.',
  },
  'unreadable-request': {
    title: 'Yêu cầu gửi lên không đọc được.',
    todo: 'Không phải lỗi của người dùng: báo bộ phận phụ trách phần mềm đang gửi.',
  },
  'request-timeout': {
    title: 'Yêu cầu không tới đủ trong thời gian cho phép.',
    todo: 'Kiểm tra đường truyền rồi gửi lại; một việc không bị ghi hai lần.',
  },
  'address-too-long': {
    title: 'Địa chỉ quá dài.',
    todo: 'Kiểm tra lại mã trên địa chỉ, hoặc mở lại trang từ trình đơn.',
  },
  'headers-too-large': {
    title: 'Yêu cầu gửi lên quá dài (tối đa 16 KB cho địa chỉ và phần đầu).',
    todo: 'Bớt điều kiện lọc; nếu vẫn vậy thì đăng nhập lại.',
  },
  'forbidden-characters': {
    title: 'Văn bản chứa ký tự điều khiển, ký tự ẩn, ký tự đảo chiều hoặc mã Unicode hỏng.',
    todo: 'Gõ lại ô nêu dưới đây, không dán nguyên từ tệp khác.',
  },
  'body-too-large': {
    title: 'Nội dung gửi lên quá lớn (tối đa 1 MB).',
    todo: 'Chia nhỏ nội dung; tệp đính kèm gửi riêng.',
  },
  'body-too-deep': {
    title: 'Nội dung gửi lên không đúng cấu trúc: quá nhiều lớp lồng nhau.',
    todo: 'Không phải lỗi của người dùng: báo bộ phận phụ trách phần mềm đang gửi.',
  },
  'unsupported-media-type': {
    title: 'Kiểu nội dung gửi lên không được hỗ trợ.',
    todo: 'Không phải lỗi của người dùng: báo bộ phận phụ trách phần mềm đang gửi.',
  },
  'not-found': {
    title: 'Không có nội dung này.',
    todo: 'Kiểm tra lại địa chỉ hoặc mã; có thể nội dung đã bị xóa.',
  },
  'method-not-allowed': {
    title: 'Địa chỉ này không nhận việc đã yêu cầu.',
    todo: 'Không phải lỗi của người dùng: báo bộ phận phụ trách phần mềm đang gửi.',
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
    todo: 'Đề nghị người quản trị máy chủ khai báo nhà cung cấp danh tính.',
  },
  'idempotency-key-required': {
    title: 'Yêu cầu gửi lên thiếu số để nhận ra khi gửi lại.',
    todo: 'Không phải lỗi của người dùng: báo bộ phận phụ trách phần mềm đang gửi.',
  },
  'idempotency-key-invalid': {
    title: 'Số của yêu cầu gửi lên không đúng dạng.',
    todo: 'Không phải lỗi của người dùng: báo bộ phận phụ trách phần mềm đang gửi.',
  },
  'if-match-required': {
    title: 'Yêu cầu sửa không cho biết đang sửa từ bản nào.',
    todo: 'Tải lại trang rồi làm lại, để không ghi đè việc của người khác.',
  },
  'if-match-invalid': {
    title: 'Yêu cầu sửa nêu bản không đúng dạng.',
    todo: 'Tải lại trang rồi làm lại.',
  },
  'cursor-invalid': {
    title: 'Không đọc tiếp được danh sách từ chỗ này.',
    todo: 'Mở lại danh sách từ đầu.',
  },
  'cursor-epoch-stale': {
    title: 'Dữ liệu đã được khôi phục từ bản sao lưu sau lần đọc trước.',
    todo: 'Mở lại danh sách từ đầu.',
  },
  'bus-not-offered': {
    title: 'Đơn vị này không dùng kênh đẩy sự kiện.',
    todo: 'Phần mềm của đơn vị đọc danh sách sự kiện thay cho kênh đẩy; báo bộ phận phụ trách phần mềm.',
  },
  'batch-too-large': {
    title: 'Một lần gửi quá nhiều việc.',
    todo: 'Chia thành các lần gửi không quá {maximum} việc.',
  },
  'rate-limited': {
    title: 'Gửi quá nhanh.',
    todo: 'Chờ {retryAfterSeconds} giây rồi gửi lại.',
  },
};
