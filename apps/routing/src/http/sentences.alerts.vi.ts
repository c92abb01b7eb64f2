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
    todo: 'Liên hệ người giám sát của đơn vị nêu trong cảnh báo.',
  },
  'alert-needs-person': {
    title: 'Cảnh báo phải do một người đứng tên xử lý; phần mềm không đứng tên được.',
    todo: 'Đăng nhập bằng tài khoản cán bộ rồi thực hiện lại.',
  },
  'alert-closed': {
    title: 'Cảnh báo đã kết thúc.',
    todo: 'Không cần làm gì; nếu nguyên nhân trở lại thì hệ thống sẽ cảnh báo lại.',
  },
  'alert-already-acknowledged': {
    title: 'Đã có người nhận xử lý cảnh báo này.',
    todo: 'Tải lại để xem ai đã nhận; có thể giao cho người khác.',
  },
  'alert-already-snoozed': {
    title: 'Người khác đã hẹn nhắc lại cảnh báo này.',
    todo: 'Cảnh báo sẽ nhắc lại lúc {until}. Muốn đổi thì tải lại rồi hẹn giờ khác.',
  },
  'alert-already-assigned': {
    title: 'Cảnh báo đã được giao cho người khác.',
    todo: 'Tải lại để xem đã giao cho ai; muốn giao lại thì giao sau khi xem.',
  },
  'alert-not-snoozed': {
    title: 'Cảnh báo không ở trạng thái hẹn nhắc lại.',
    todo: 'Tải lại cảnh báo để xem trạng thái hiện tại.',
  },
  'alert-snooze-in-past': {
    title: 'Thời điểm hẹn nhắc lại đã qua.',
    todo: 'Chọn một thời điểm sau {now}.',
  },
  'alert-snooze-too-long': {
    title: 'Thời điểm hẹn nhắc lại quá xa.',
    todo: 'Chọn thời điểm trong vòng {mostDays} ngày.',
  },
  'alert-officer-unknown': {
    title: 'Không có cán bộ này, hoặc cán bộ không thuộc phạm vi của cảnh báo.',
    todo: 'Chọn lại cán bộ trong danh sách.',
  },
  'alert-numbers-restarted': {
    title: 'Số thứ tự này chưa được cấp: dữ liệu đã được khôi phục từ bản sao lưu.',
    todo: 'Đọc lại danh sách cảnh báo, rồi đọc diễn biến từ đầu.',
  },
  'alert-changed': {
    title: 'Người khác đã xử lý cảnh báo này sau khi bạn mở.',
    todo: 'Tải lại, xem người đó đã làm gì rồi quyết định.',
  },
};
