/** What a limit in calendar days rests for an outage: whole days, since a part of one would give more back than it took (ADR 0028). */
import { dayOf, startOfDay } from '../time/instant.js';
import type { Day } from '../time/instant.js';
import type { Stretch } from './clock.js';

/** The whole days (Asia/Ho_Chi_Minh) inside a stretch, as one; none where it holds no midnight to midnight. */
export function wholeDaysIn({ from, to }: Stretch): readonly Stretch[] {
  const first = dayOf(from);
  const begins = startOfDay(first) === from ? from : startOfDay((first + 1) as Day);
  const ends = startOfDay(dayOf(to));
  return begins < ends ? [{ from: begins, to: ends }] : [];
}
