/** Whose the lateness of a dossier is, in words. */
import type { Lateness, LatenessClass } from '@lien-thong/domain';

type Unlate = Exclude<Lateness['state'], 'late'>;

export interface LatenessWords extends Readonly<Record<Unlate, string>> {
  readonly late: (minutes: number) => string;
  readonly classes: Readonly<Record<LatenessClass, (owner: string, minutes: number) => string>>;
}

export const LATENESS_VIETNAMESE: LatenessWords = {
  noLimit: 'Thời hạn giải quyết chưa bắt đầu.',
  unknown: 'Không tính được phần trễ hạn: lịch làm việc chưa có đến ngày cần tính.',
  inTime: 'Không trễ hạn.',
  late: (minutes) => `Trễ hạn ${minutes} phút làm việc:`,
  classes: {
    ownExcess: (owner, minutes) => `${owner} vượt thời hạn của mình ${minutes} phút`,
    inherited: (owner, minutes) => `${owner} giữ ${minutes} phút trễ do khâu trước`,
    structural: (owner, minutes) =>
      `${minutes} phút khi ${owner} giữ là do các khâu cộng lại vượt thời hạn, không do ai`,
    outside: (owner, minutes) => `${minutes} phút thuộc về ${owner}`,
  },
};

export const LATENESS_ENGLISH: LatenessWords = {
  noLimit: 'The limit has not begun.',
  unknown: 'The lateness cannot be computed: the calendar does not reach that far.',
  inTime: 'Not late.',
  late: (minutes) => `Late by ${minutes} working minutes:`,
  classes: {
    ownExcess: (owner, minutes) => `${owner} exceeded its own sub-deadline by ${minutes}`,
    inherited: (owner, minutes) => `${minutes} held by ${owner} were inherited from those before`,
    structural: (owner, minutes) =>
      `${minutes} held by ${owner} are nobody’s: the budgets together do not fit into the limit`,
    outside: (owner, minutes) => `${minutes} were time of ${owner}`,
  },
};
