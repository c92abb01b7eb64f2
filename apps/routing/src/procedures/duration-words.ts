/** Durations as people say them. */
import { amountOf, isSameDay, unitOf } from '@lien-thong/domain';
import type { Duration } from '@lien-thong/domain';

export interface Words {
  readonly vi: string;
  readonly en: string;
}

const UNITS = {
  wd: { vi: 'ngày làm việc', en: 'working day' },
  wh: { vi: 'giờ làm việc', en: 'working hour' },
  cd: { vi: 'ngày', en: 'calendar day' },
} as const;

/** One and less are singular in English: 0.4 working day. */
const plural = (amount: string, unit: string): string => (Number(amount) > 1 ? `${unit}s` : unit);

/** `1,5 ngày làm việc`, `1.5 working days`. */
export function durationWords(duration: Duration | null): Words {
  if (duration === null) return { vi: 'không có', en: 'none' };
  if (isSameDay(duration)) return { vi: 'trong ngày', en: 'the same day' };
  const unit = unitOf(duration);
  const amount = amountOf(duration as Parameters<typeof amountOf>[0]);
  const { vi, en } = UNITS[unit as keyof typeof UNITS];
  return { vi: `${amount.replace('.', ',')} ${vi}`, en: `${amount} ${plural(amount, en)}` };
}
