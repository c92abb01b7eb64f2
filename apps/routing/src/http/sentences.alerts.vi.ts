/** Câu trả lời khi xử lý cảnh báo. */
import type { AlertRefusalCode } from '@lien-thong/domain';
import type { Sentences } from './sentences.js';

export const ALERTS_VIETNAMESE: Pick<Sentences, AlertRefusalCode | 'alert-numbers-restarted'> = {
  'alert-not-found': {
    title: 'Không tìm thấy cảnh báo.',
    todo: 'Kiểm tra lại mã cảnh báo trong danh sách cảnh báo của đơn vị.',
  },
  'alert-not-entitled': {
    title: 'Chỉ người giám sát trong phạm vi phụ trách mới được xử lý cảnh báo này.',
    todo: 'Liên hệ người giám sát nêu trong mục chain của cảnh báo.',
  },
  'alert-needs-person': {
    title: 'Cảnh báo phải do một người đứng tên xử lý; phần mềm không đứng tên được.',
    todo: 'Đăng nhập bằng tài khoản cán bộ rồi thực hiện lại.',
  },
  'alert-closed': {
    title: 'Cảnh báo đã kết thúc.',
    todo: 'Xem facts.closeReason; nếu nguyên nhân trở lại thì hệ thống sẽ cảnh báo lại.',
  },
  'alert-already-acknowledged': {
    title: 'Đã có người nhận xử lý cảnh báo này.',
    todo: 'Xem người nhận ở facts.by; có thể giao cho người khác bằng thao tác giao việc.',
  },
  'alert-already-snoozed': {
    title: 'Người khác đã hẹn nhắc lại cảnh báo này.',
    todo: 'Xem facts.by và facts.until; muốn đổi thì tải lại rồi gửi kèm ETag mới ở If-Match.',
  },
  'alert-already-assigned': {
    title: 'Cảnh báo đã được giao cho người khác.',
    todo: 'Xem facts.to; muốn giao lại thì tải lại rồi gửi kèm ETag mới ở If-Match.',
  },
  'alert-not-snoozed': {
    title: 'Cảnh báo không ở trạng thái hẹn nhắc lại.',
    todo: 'Tải lại cảnh báo để xem trạng thái hiện tại.',
  },
  'alert-snooze-in-past': {
    title: 'Thời điểm hẹn nhắc lại đã qua.',
    todo: 'Chọn một thời điểm sau facts.now.',
  },
  'alert-snooze-too-long': {
    title: 'Thời điểm hẹn nhắc lại quá xa.',
    todo: 'Chọn thời điểm trong vòng facts.mostDays ngày.',
  },
  'alert-officer-unknown': {
    title: 'Không có cán bộ này, hoặc cán bộ không thuộc phạm vi của cảnh báo.',
    todo: 'Kiểm tra lại mã cán bộ.',
  },
  'alert-numbers-restarted': {
    title: 'Số thứ tự này chưa được cấp: dữ liệu đã được khôi phục từ bản sao lưu.',
    todo: 'Đọc lại danh sách cảnh báo, rồi đọc diễn biến từ đầu.',
  },
  'alert-changed': {
    title: 'Người khác đã xử lý cảnh báo này sau khi bạn mở.',
    todo: 'Tải lại, xem facts.by đã làm gì (facts.kind) rồi quyết định.',
  },
};
