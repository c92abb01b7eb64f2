/** Câu trả lời khi quản trị các bản của thủ tục. */
import type { Sentences } from './sentences.js';
import type { ProcedureAdministrationCode } from './problem-codes.js';

export const PROCEDURES_VIETNAMESE: Pick<Sentences, ProcedureAdministrationCode> = {
  'version-published': {
    title: 'Bản này đã công bố nên không sửa, không xóa và không công bố lại được.',
    todo: 'Soạn bản mới bằng POST /v1/procedures/{mã}/versions.',
  },
  'version-not-published': {
    title: 'Bản này còn là bản nháp, chưa công bố.',
    todo: 'Công bố trước, hoặc xóa bản nháp nếu không cần.',
  },
  'version-retired': {
    title: 'Bản này đã được ngừng dùng.',
    todo: 'Xem ngày ngừng ở facts.effectiveTo; muốn dùng lại thì công bố bản mới.',
  },
  'effective-too-early': {
    title: 'Ngày hiệu lực quá sớm.',
    todo: 'Chọn ngày từ facts.earliest trở đi.',
  },
  'lint-failed': {
    title: 'Bản nháp còn lỗi nên chưa công bố được.',
    todo: 'Sửa từng lỗi nêu ở errors rồi công bố lại.',
  },
  'approval-required': {
    title: 'Mốc thời gian chưa được chứng minh là an toàn; cần người phê duyệt nêu lý do.',
    todo: 'Xem facts.verdict; nếu vẫn công bố, gửi approval.reason và approval.verdict (facts.digest). Bạn là người chịu trách nhiệm phê duyệt.',
  },
  'verdict-stale': {
    title: 'Kết luận đã khác lúc đọc: lịch, cơ quan hoặc bản nháp đã thay đổi.',
    todo: 'Đọc lại GET /v1/procedures/{mã}/versions/{bản}/feasibility rồi công bố với digest mới.',
  },
};
