/** Words of what somebody holds for a time: legs, steps, opinions. */
import { catalogue } from '../../words/catalogue.js';

const VI_HOLDER = {
  minimum: 'Số phút làm việc thật ít nhất tại bàn; ngắn hơn thế thì không ai làm kịp, dù chia lại ngân sách thế nào.',
  requires: 'Mã hệ thống, cách nhau bằng dấu phẩy; khi một hệ thống gặp sự cố thì chặng này được giảm trừ.',
} as const;
const EN_HOLDER = {
  minimum: 'Minutes of real work at the desk, at the least; nobody is faster, however the budgets are cut.',
  requires: 'Keys of systems, separated by commas; an outage of one of them relieves this leg.',
} as const;

export const HOLDER_WORDS = catalogue(
  {
    'legs.reception.budget': {
      label: 'Ngân sách',
      hint: 'Hồ sơ trực tuyến, bưu chính phải được tiếp nhận hoặc từ chối trong khoảng này.',
    },
    'legs.reception.minimumWorkMinutes': { label: 'Việc tối thiểu (phút)', hint: VI_HOLDER.minimum },
    'legs.reception.requires': { label: 'Hệ thống cần', hint: VI_HOLDER.requires },
    'legs.transfer.budget': {
      label: 'Ngân sách',
      hint: 'Nơi tiếp nhận phải chuyển xong trong khoảng này, tính chung cho mọi lần chuyển.',
    },
    'legs.transfer.minimumWorkMinutes': { label: 'Việc tối thiểu (phút)', hint: VI_HOLDER.minimum },
    'legs.transfer.requires': { label: 'Hệ thống cần', hint: VI_HOLDER.requires },
    'legs.delivery.budget': {
      label: 'Ngân sách',
      hint: 'Quá khoảng này mà chưa có biên nhận đã đến thì báo động; nằm trong chặng chuyển.',
    },
    'legs.delivery.minimumWorkMinutes': { label: 'Việc tối thiểu (phút)', hint: VI_HOLDER.minimum },
    'legs.delivery.requires': { label: 'Hệ thống cần', hint: VI_HOLDER.requires },
    'legs.acceptance.budget': {
      label: 'Ngân sách',
      hint: 'Nơi có thẩm quyền phải tiếp nhận hoặc trả lại trong khoảng này; hết giờ thì báo cấp trên, không tự tiếp nhận.',
    },
    'legs.acceptance.minimumWorkMinutes': { label: 'Việc tối thiểu (phút)', hint: VI_HOLDER.minimum },
    'legs.acceptance.requires': { label: 'Hệ thống cần', hint: VI_HOLDER.requires },
    'legs.resultTransfer.budget': {
      label: 'Ngân sách',
      hint: 'Kết quả phải về tới nơi tiếp nhận trong khoảng này sau khi quyết định.',
    },
    'legs.resultTransfer.minimumWorkMinutes': { label: 'Việc tối thiểu (phút)', hint: VI_HOLDER.minimum },
    'legs.resultTransfer.requires': { label: 'Hệ thống cần', hint: VI_HOLDER.requires },
    'steps.*.name': { label: 'Tên bước', hint: 'Hiện trong hộp việc và dòng thời gian của hồ sơ.' },
    'steps.*.nameEn': { label: 'Tên tiếng Anh', hint: 'Hiện cho người đọc bằng tiếng Anh.' },
    'steps.*.key': { label: 'Mã bước', hint: 'Đồng hồ của bước mang mã này; hai bước không được trùng mã.' },
    'steps.*.budget': { label: 'Ngân sách', hint: 'Nơi có thẩm quyền có từng này thời gian cho bước.' },
    'steps.*.minimumWorkMinutes': { label: 'Việc tối thiểu (phút)', hint: VI_HOLDER.minimum },
    'steps.*.requires': { label: 'Hệ thống cần', hint: VI_HOLDER.requires },
    'consultations.*.name': { label: 'Lấy ý kiến về', hint: 'Hiện cho nơi được hỏi và trong dòng thời gian.' },
    'consultations.*.nameEn': { label: 'Tên tiếng Anh', hint: 'Hiện cho người đọc bằng tiếng Anh.' },
    'consultations.*.key': { label: 'Mã ý kiến', hint: 'Đồng hồ của việc hỏi mang mã này; không được trùng.' },
    'consultations.*.budget': { label: 'Ngân sách', hint: 'Nơi được hỏi phải trả lời trong khoảng này.' },
    'consultations.*.minimumWorkMinutes': { label: 'Việc tối thiểu (phút)', hint: VI_HOLDER.minimum },
    'consultations.*.requires': { label: 'Hệ thống cần', hint: VI_HOLDER.requires },
    'consultations.*.pausesLegalClock': {
      label: 'Dừng đồng hồ trong lúc chờ',
      hint: 'Thời hạn đứng yên khi chờ ý kiến; có nhánh song song thì chưa tính được tính khả thi.',
    },
    'consultations.*.requiredForDecision': {
      label: 'Phải có ý kiến mới quyết định',
      hint: 'Chưa trả lời thì không quyết định được.',
    },
  },
  {
    'legs.reception.budget': {
      label: 'Budget',
      hint: 'What came online or by post is received or refused within this.',
    },
    'legs.reception.minimumWorkMinutes': { label: 'Minimum work (minutes)', hint: EN_HOLDER.minimum },
    'legs.reception.requires': { label: 'Systems it needs', hint: EN_HOLDER.requires },
    'legs.transfer.budget': {
      label: 'Budget',
      hint: 'The receiver passes the dossier on within this, all attempts together.',
    },
    'legs.transfer.minimumWorkMinutes': { label: 'Minimum work (minutes)', hint: EN_HOLDER.minimum },
    'legs.transfer.requires': { label: 'Systems it needs', hint: EN_HOLDER.requires },
    'legs.delivery.budget': {
      label: 'Budget',
      hint: 'Without a receipt of delivery within this an alert is raised; part of the transfer.',
    },
    'legs.delivery.minimumWorkMinutes': { label: 'Minimum work (minutes)', hint: EN_HOLDER.minimum },
    'legs.delivery.requires': { label: 'Systems it needs', hint: EN_HOLDER.requires },
    'legs.acceptance.budget': {
      label: 'Budget',
      hint: 'The competent agency accepts or sends back within this; a lapse goes up, it never accepts.',
    },
    'legs.acceptance.minimumWorkMinutes': { label: 'Minimum work (minutes)', hint: EN_HOLDER.minimum },
    'legs.acceptance.requires': { label: 'Systems it needs', hint: EN_HOLDER.requires },
    'legs.resultTransfer.budget': {
      label: 'Budget',
      hint: 'The result is back at the receiver within this after the decision.',
    },
    'legs.resultTransfer.minimumWorkMinutes': { label: 'Minimum work (minutes)', hint: EN_HOLDER.minimum },
    'legs.resultTransfer.requires': { label: 'Systems it needs', hint: EN_HOLDER.requires },
    'steps.*.name': { label: 'Name of the step', hint: 'Shown in the inbox and on the timeline of a dossier.' },
    'steps.*.nameEn': { label: 'English name', hint: 'Shown to readers of English.' },
    'steps.*.key': { label: 'Key of the step', hint: 'Its clock has this key; no two steps may share one.' },
    'steps.*.budget': { label: 'Budget', hint: 'The competent agency has this much time for the step.' },
    'steps.*.minimumWorkMinutes': { label: 'Minimum work (minutes)', hint: EN_HOLDER.minimum },
    'steps.*.requires': { label: 'Systems it needs', hint: EN_HOLDER.requires },
    'consultations.*.name': { label: 'Opinion on', hint: 'Shown to whoever is asked, and on the timeline.' },
    'consultations.*.nameEn': { label: 'English name', hint: 'Shown to readers of English.' },
    'consultations.*.key': { label: 'Key of the opinion', hint: 'Its clock has this key; no two may share one.' },
    'consultations.*.budget': { label: 'Budget', hint: 'Whoever is asked answers within this.' },
    'consultations.*.minimumWorkMinutes': { label: 'Minimum work (minutes)', hint: EN_HOLDER.minimum },
    'consultations.*.requires': { label: 'Systems it needs', hint: EN_HOLDER.requires },
    'consultations.*.pausesLegalClock': {
      label: 'The clock stands still meanwhile',
      hint: 'The limit rests while the opinion is open; beside other branches feasibility cannot be computed.',
    },
    'consultations.*.requiredForDecision': {
      label: 'The decision waits for it',
      hint: 'Without the answer nothing can be decided.',
    },
  },
);
