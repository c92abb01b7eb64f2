/** Lời văn của báo cáo phút làm việc và trễ hạn, và phần trễ hạn của từng hồ sơ. */
import type { ReportWords } from './sentences.reports.en.js';

export const REPORT_VIETNAMESE: ReportWords = {
  causes: {
    ownExcess: 'Vượt thời hạn của chính mình: vẫn trễ dù các bên khác đều đúng hạn của họ',
    inherited: 'Trễ do khâu trước: đã kịp hạn nếu các khâu trước đúng hạn của họ',
    structural: 'Trễ do quy định: tổng thời gian các khâu vượt thời hạn giải quyết, không bên nào vượt hạn của mình',
    outside: 'Ngoài kế hoạch: người nộp, sự cố hệ thống hoặc nguyên nhân khách quan mà thời hạn vẫn tính',
  },
  owners: {
    exchange: 'Trục liên thông điện tử',
    publicPost: 'Bưu chính công ích',
    applicant: 'Người nộp hồ sơ',
    system: 'Sự cố hệ thống dùng chung',
    external: 'Nguyên nhân khách quan',
  },
  pairs: { nobody: 'chưa cơ quan nào nhận', itself: 'tự giải quyết' },
  excluded: {
    'calendar-does-not-reach': 'Không tính được: lịch làm việc chưa có đến ngày đó',
    'limit-not-begun': 'Thời hạn giải quyết chưa bắt đầu',
    'not-read-yet': 'Vừa kết thúc, chưa vào sổ',
    'open-not-computable': 'Đang giải quyết, chưa tính được thời hạn',
    'open-overdue': 'Đang giải quyết và đã quá hạn: xem phần trễ hạn của từng hồ sơ',
    'open-in-time': 'Đang giải quyết, còn trong hạn',
    open: 'Đang giải quyết',
    'never-received': 'Không được tiếp nhận',
  },
};
