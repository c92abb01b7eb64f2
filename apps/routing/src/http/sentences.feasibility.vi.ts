/** Câu trả lời của phần chứng minh mốc thời gian. */
import type { FeasibilityCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const FEASIBILITY_VIETNAMESE: Pick<Sentences, FeasibilityCode> = {
  'feasibility-busy': {
    title: 'Đang có quá nhiều yêu cầu chứng minh chờ đến lượt.',
    todo: 'Gửi lại sau {retryAfterSeconds} giây.',
  },
  'feasibility-underway': {
    title: 'Việc chứng minh lâu hơn thời gian một yêu cầu được chờ; hệ thống vẫn đang tính.',
    todo: 'Gửi lại yêu cầu này sau {retryAfterSeconds} giây: phần đã tính được giữ lại.',
  },
  'feasibility-too-large': {
    title: 'Mốc thời gian có nhiều chặng hơn mức chứng minh được.',
    todo: 'Để lại nhiều nhất {most} bước và lần lấy ý kiến.',
  },
  'feasibility-too-long': {
    title: 'Việc chứng minh bị dừng vì quá lâu.',
    todo: 'Hỏi ít ngày hơn, ít lần bổ sung hơn, hoặc gửi lại khi hệ thống bớt bận.',
  },
};
