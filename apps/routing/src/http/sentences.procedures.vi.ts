/** Câu trả lời khi quản trị các bản của thủ tục. */
import type { Sentences } from './sentences.js';
import type { ProcedureAdministrationCode } from './problem-codes.js';

export const PROCEDURES_VIETNAMESE: Pick<Sentences, ProcedureAdministrationCode> = {
  'version-published': {
    title: 'Bản này đã công bố nên không sửa, không xóa và không công bố lại được.',
    todo: 'Soạn một bản mới từ bản này.',
  },
  'version-not-published': {
    title: 'Bản này còn là bản nháp, chưa công bố.',
    todo: 'Công bố trước, hoặc xóa bản nháp nếu không cần.',
  },
  'version-retired': {
    title: 'Bản này đã được ngừng dùng.',
    todo: 'Bản này ngừng dùng sau ngày {effectiveTo}; muốn dùng lại thì công bố bản mới.',
  },
  'effective-too-early': {
    title: 'Ngày hiệu lực quá sớm.',
    todo: 'Chọn ngày {earliest} hoặc muộn hơn.',
  },
  'lint-failed': {
    title: 'Bản nháp còn lỗi nên chưa công bố được.',
    todo: 'Sửa từng lỗi nêu dưới đây rồi công bố lại.',
  },
  'approval-required': {
    title: 'Mốc thời gian chưa được chứng minh là an toàn; cần người phê duyệt nêu lý do.',
    todo: 'Xem kết luận về tính khả thi; nếu vẫn công bố thì ghi lý do. Bạn là người chịu trách nhiệm phê duyệt.',
  },
  'verdict-stale': {
    title: 'Kết luận đã khác lúc đọc: lịch, cơ quan hoặc bản nháp đã thay đổi.',
    todo: 'Đọc lại kết luận rồi công bố.',
  },
};
