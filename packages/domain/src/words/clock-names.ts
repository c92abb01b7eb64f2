/** What each clock is called where people read. A clock that can be many carries its key or attempt after the name. */
import type { ClockKind } from '../sla/clock.js';

/** Vietnamese and English. */
export const CLOCK_NAMES: Readonly<Record<ClockKind, readonly [string, string]>> = {
  reception: ['thời hạn tiếp nhận', 'the reception'],
  legal: ['thời hạn giải quyết', 'the legal limit'],
  transfer: ['thời hạn chuyển hồ sơ', 'the transfer'],
  delivery: ['việc gửi hồ sơ trên đường truyền', 'the delivery'],
  acceptance: ['thời hạn tiếp nhận hồ sơ chuyển đến', 'the acceptance'],
  step: ['bước xử lý', 'the step'],
  consultation: ['thời hạn lấy ý kiến', 'the consultation'],
  supplement: ['thời hạn bổ sung hồ sơ', 'the supplement'],
  payment: ['thời hạn nộp phí, lệ phí', 'the payment'],
  resultTransfer: ['thời hạn chuyển kết quả', 'the way back of the result'],
  collection: ['thời gian chờ nhận kết quả', 'the collection of the result'],
};
