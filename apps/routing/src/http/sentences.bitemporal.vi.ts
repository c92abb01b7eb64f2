/** Câu trả lời khi đính chính thời điểm, bổ sung sự việc muộn và giải quyết mâu thuẫn. */
import type { BitemporalCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const BITEMPORAL_VIETNAMESE: Pick<Sentences, BitemporalCode> = {
  'fact-not-declared': {
    title: 'Sự việc này do hệ thống phát hiện hoặc suy ra, không ai khai.',
    todo: 'Chọn một sự việc do đơn vị khai; cảnh báo và quá hạn tự thay đổi theo các sự việc đó.',
  },
  'fact-not-yours': {
    title: 'Không có sự việc nào như vậy do đơn vị bạn ghi.',
    todo: 'Đơn vị đã ghi sự việc mới được đính chính thời điểm của nó; xem nhật ký hồ sơ.',
  },
  'time-unchanged': {
    title: 'Sự việc đã mang đúng thời điểm này.',
    todo: 'Không cần đính chính.',
  },
  'time-correction-illegal': {
    title: 'Ở thời điểm đính chính, sự việc này không thể xảy ra.',
    todo: 'Chọn thời điểm mà trạng thái hồ sơ khi đó cho phép việc này.',
  },
  'late-facts-not-in-order': {
    title: 'Các sự việc bổ sung không theo thứ tự thời gian.',
    todo: 'Xếp các sự việc theo thứ tự thời gian, việc trước ghi trước.',
  },
  'late-facts-mixed': {
    title: 'Sự việc về một ý kiến phải được bổ sung riêng.',
    todo: 'Mỗi lần chỉ bổ sung sự việc của một lần lấy ý kiến, hoặc sự việc không thuộc lần lấy ý kiến nào.',
  },
  'late-fact-not-late': {
    title: 'Không sự việc nào trong đó sớm hơn sự việc gần nhất của hồ sơ.',
    todo: 'Ghi như một việc thông thường, với thời điểm xảy ra.',
  },
  'late-fact-illegal': {
    title: 'Một sự việc bổ sung không thể xảy ra vào thời điểm đã khai.',
    todo: 'Sửa hoặc bỏ sự việc thứ {fact} trong danh sách bổ sung.',
  },
  'conflict-already-open': {
    title: 'Điều này đã được ghi thành một mâu thuẫn đang mở.',
    todo: 'Xem mâu thuẫn số {conflict} của hồ sơ và giải quyết nó.',
  },
  'conflict-not-open': {
    title: 'Không có mâu thuẫn đang mở mang số này.',
    todo: 'Tải lại hồ sơ để xem các mâu thuẫn đang mở.',
  },
  'conflict-not-superseded': {
    title: 'Nhật ký chưa được sửa kể từ khi có mâu thuẫn này.',
    todo: 'Đính chính sự việc bị mâu thuẫn hoặc bổ sung sự việc muộn trước, hoặc giải quyết là giữ nguyên nhật ký.',
  },
  'conflict-recorded': {
    title: 'Điều đã khai mâu thuẫn với một sự việc sau đó; nó đã được giữ lại thành một mâu thuẫn, chưa có hiệu lực.',
    todo: 'Không gửi lại. Đây là mâu thuẫn số {conflict} của hồ sơ; một người thứ hai sẽ giải quyết.',
  },
};
