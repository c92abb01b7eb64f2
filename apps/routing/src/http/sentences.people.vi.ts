/** Câu trả lời khi quản trị cán bộ, tài khoản và khóa truy cập. */
import type { PeopleCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const PEOPLE_VIETNAMESE: Pick<Sentences, PeopleCode> = {
  'own-admin-role': {
    title: 'Không thể tự bỏ quyền quản trị của chính mình.',
    todo: 'Nhờ một quản trị khác làm việc này.',
  },
  'last-admin': {
    title: 'Đây là tài khoản quản trị cuối cùng của hệ thống.',
    todo: 'Cấp quyền quản trị cho một người khác trước, rồi làm lại.',
  },
  'account-exists': {
    title: 'Cán bộ này đã có tài khoản.',
    todo: 'Đổi vai trò của tài khoản đang có, hoặc thu hồi rồi cấp lại.',
  },
  'subject-taken': {
    title: 'Danh tính này đã gắn với một cán bộ khác.',
    todo: 'Kiểm tra lại mã người dùng ở nơi cấp danh tính; mỗi người chỉ gắn với một cán bộ.',
  },
  'issuer-unknown': {
    title: 'Hệ thống chưa cấu hình nơi cấp danh tính.',
    todo: 'Ghi rõ địa chỉ nơi cấp danh tính trong mục issuer, hoặc đề nghị cấu hình OIDC_ISSUER.',
  },
  'expires-in-past': {
    title: 'Thời điểm hết hạn đã qua.',
    todo: 'Chọn một thời điểm sau bây giờ, hoặc bỏ trống để khóa không tự hết hạn.',
  },
};
