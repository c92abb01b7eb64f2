/** Why a minute counted or did not, and what a class of lateness means for one dossier. */
import type { MinuteVerdict } from '@lien-thong/domain';

interface MinuteFacts {
  readonly nth: string;
  readonly grounds: string;
  /** Date, and name and notice of the day where it differs from its week. */
  readonly day: string;
}
type MinuteSentences = Readonly<Record<MinuteVerdict, (facts: MinuteFacts) => string>>;

export const MINUTE_VIETNAMESE: MinuteSentences = {
  counted: ({ nth }) => `Phút này được tính: phút thứ ${nth} của đồng hồ.`,
  closed: ({ day }) => `Không tính: ngày nghỉ (${day}).`,
  outsideHours: ({ day }) => `Không tính: ngoài giờ làm việc của ngày ${day}.`,
  rests: ({ grounds }) => `Không tính: đồng hồ tạm dừng (${grounds}).`,
  cutoff: () => 'Chưa tính: tiếp nhận sau giờ chốt, tính từ buổi làm việc kế tiếp.',
  notStarted: () => 'Chưa tính: đồng hồ chưa bắt đầu.',
  stopped: () => 'Không tính: đồng hồ đã dừng hẳn.',
  ahead: () => 'Phút này chưa tới.',
  unknown: () => 'Không xác định được: lịch làm việc chưa có đến ngày này.',
};

export const MINUTE_ENGLISH: MinuteSentences = {
  counted: ({ nth }) => `Counted: minute ${nth} of the clock.`,
  closed: ({ day }) => `Not counted: the day is not worked (${day}).`,
  outsideHours: ({ day }) => `Not counted: outside the office hours of ${day}.`,
  rests: ({ grounds }) => `Not counted: the clock rests (${grounds}).`,
  cutoff: () => 'Not counted yet: received after the cut-off, it counts from the next working morning.',
  notStarted: () => 'Not counted: the clock has not begun.',
  stopped: () => 'Not counted: the clock has stopped for good.',
  ahead: () => 'This minute has not come.',
  unknown: () => 'Cannot be told: the calendar does not reach that day.',
};
