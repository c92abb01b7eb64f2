/** Câu trả lời khi quản trị sự cố hệ thống dùng chung. */
import type { OutageCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const OUTAGES_VIETNAMESE: Pick<Sentences, OutageCode> = {
  'outage-system-unknown': {
    title: 'Không bản thủ tục nào đã công bố cần hệ thống này.',
    todo: 'Chọn một hệ thống trong danh sách, hoặc công bố bản thủ tục nêu rõ cần hệ thống đó.',
  },
  'outage-interval-empty': {
    title: 'Sự cố phải kết thúc sau khi bắt đầu ít nhất một phút.',
    todo: 'Sửa giờ bắt đầu hoặc giờ kết thúc; để trống giờ kết thúc nếu sự cố chưa kết thúc.',
  },
  'outage-not-over': {
    title: 'Chỉ ghi nhận được phần sự cố đã xảy ra.',
    todo: 'Chọn giờ bắt đầu không sau {now}; để trống giờ kết thúc khi chưa biết lúc hệ thống trở lại, ghi bổ sung sau.',
  },
  'outage-end-missing': {
    title: 'Sự cố này đã có giờ kết thúc được duyệt nên không mở lại được.',
    todo: 'Nêu giờ kết thúc mới, hoặc hủy sự cố này rồi ghi sự cố khác.',
  },
  'outage-nothing-proposed': {
    title: 'Sự cố này không có đề nghị nào đang chờ duyệt.',
    todo: 'Đọc lại sự cố; nếu còn phải sửa, gửi đề nghị mới.',
  },
  'outage-proposal-changed': {
    title: 'Đề nghị đã khác với bản quý vị đã đọc.',
    todo: 'Đọc lại đề nghị rồi duyệt.',
  },
  'outage-cancelled': {
    title: 'Sự cố này đã bị hủy.',
    todo: 'Ghi một sự cố mới nếu hệ thống thật sự đã ngừng.',
  },
};
