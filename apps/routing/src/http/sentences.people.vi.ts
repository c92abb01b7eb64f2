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
    todo: 'Ghi rõ địa chỉ nơi cấp danh tính, hoặc đề nghị người quản trị máy chủ khai báo.',
  },
  'expires-in-past': {
    title: 'Thời điểm hết hạn đã qua.',
    todo: 'Chọn một thời điểm sau bây giờ, hoặc bỏ trống để khóa không tự hết hạn.',
  },
  'competence-too-early': {
    title: 'Ngày này sớm quá: quy định thẩm quyền không đổi cho những ngày đã qua.',
    todo: 'Chọn ngày {earliest} hoặc muộn hơn.',
  },
  'competence-overlaps': {
    title: 'Đã có quy định về cùng việc này trên cùng địa bàn, trong cùng thời gian.',
    todo: 'Kết thúc quy định {rule} trước, hoặc chọn thời gian không trùng với quy định đó.',
  },
  'competence-ended': {
    title: 'Quy định này đã hết hiệu lực.',
    todo: 'Ngày cuối của quy định là {lastDay}; nếu cần thì thêm một quy định mới.',
  },
};
