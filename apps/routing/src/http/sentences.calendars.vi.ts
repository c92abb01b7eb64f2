/** Câu trả lời khi quản trị lịch làm việc. */
import type { CalendarAdministrationCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const CALENDARS_VIETNAMESE: Pick<Sentences, CalendarAdministrationCode> = {
  'calendar-unsound': {
    title: 'Lịch mâu thuẫn với chính nó hoặc với quy định nên không dùng được.',
    todo: 'Sửa từng lỗi nêu dưới đây.',
  },
  'calendar-outdated': {
    title: 'Đã có bản lịch khác được công bố sau khi soạn bản nháp này.',
    todo: 'Xem bản {newest}, đưa nội dung vào bản nháp rồi công bố.',
  },
};
