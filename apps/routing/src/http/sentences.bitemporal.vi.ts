/** Câu trả lời khi đính chính thời điểm, bổ sung sự việc muộn và giải quyết mâu thuẫn. */
import type { BitemporalCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const BITEMPORAL_VIETNAMESE: Pick<Sentences, BitemporalCode> = {
  'fact-not-declared': {
    title: 'Sự việc này do hệ thống phát hiện hoặc suy ra, không ai khai.',
    todo: 'Chọn seq của một sự việc do đơn vị khai; cảnh báo và quá hạn tự thay đổi theo các sự việc đó.',
  },
  'fact-not-yours': {
    title: 'Không có sự việc nào như vậy do đơn vị bạn ghi.',
    todo: 'Đơn vị đã ghi sự việc mới được đính chính thời điểm của nó; xem seq trong nhật ký hồ sơ.',
  },
  'time-unchanged': {
    title: 'Sự việc đã mang đúng thời điểm này.',
    todo: 'Không cần đính chính.',
  },
  'time-correction-illegal': {
    title: 'Ở thời điểm đính chính, sự việc này không thể xảy ra.',
    todo: 'facts.rule cho biết vì sao; chọn thời điểm mà trạng thái hồ sơ khi đó cho phép.',
  },
  'late-facts-not-in-order': {
    title: 'Các sự việc bổ sung không theo thứ tự thời gian.',
    todo: 'Xếp facts theo occurredAt tăng dần.',
  },
  'late-facts-mixed': {
    title: 'Sự việc về một ý kiến phải được bổ sung riêng.',
    todo: 'Mỗi lần chỉ bổ sung sự việc của một lần lấy ý kiến, hoặc sự việc không thuộc lần lấy ý kiến nào.',
  },
  'late-fact-not-late': {
    title: 'Không sự việc nào trong đó sớm hơn sự việc gần nhất của hồ sơ.',
    todo: 'Gửi như một hành vi thông thường, với occurredAt.',
  },
  'late-fact-illegal': {
    title: 'Một sự việc bổ sung không thể xảy ra vào thời điểm đã khai.',
    todo: 'facts.fact là thứ tự của sự việc, facts.rule là lý do; sửa hoặc bỏ sự việc đó.',
  },
  'conflict-already-open': {
    title: 'Điều này đã được ghi thành một mâu thuẫn đang mở.',
    todo: 'Xem mâu thuẫn facts.conflict và giải quyết nó.',
  },
  'conflict-not-open': {
    title: 'Không có mâu thuẫn đang mở mang số này.',
    todo: 'Xem openConflicts của hồ sơ, hoặc GET /v1/conflicts.',
  },
  'conflict-not-superseded': {
    title: 'Nhật ký chưa được sửa kể từ khi có mâu thuẫn này.',
    todo: 'Đính chính sự việc facts.contradicts hoặc bổ sung sự việc muộn trước, hoặc giải quyết là kept.',
  },
  'conflict-recorded': {
    title: 'Điều đã khai mâu thuẫn với một sự việc sau đó; nó đã được giữ lại thành một mâu thuẫn, chưa có hiệu lực.',
    todo: 'Không gửi lại. facts.conflict là số của mâu thuẫn trong nhật ký; một người thứ hai giải quyết bằng resolveConflict.',
  },
};
