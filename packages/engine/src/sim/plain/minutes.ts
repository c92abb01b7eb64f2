/** Working time counted minute by minute: asks of every minute whether it is worked, once, and never asks the calendar to add. */
import { dayFromIso, startOfDay } from '@lien-thong/domain';
import type { Calendar, Minute } from '@lien-thong/domain';

const FIRST = startOfDay(dayFromIso('2026-10-01'));
const LAST = startOfDay(dayFromIso('2027-12-31'));
const HANOI = 420;
const A_DAY = 1440;

export const dayNumber = (minute: number): number => Math.floor((minute + HANOI) / A_DAY);
export const midnight = (day: number): number => day * A_DAY - HANOI;
export const timeOfDay = (minute: number): number => minute - midnight(dayNumber(minute));

export class Minutes {
  /** worked[i] = minutes worked from FIRST up to, without, FIRST + i. */
  private readonly worked = new Int32Array(LAST - FIRST + 1);
  /** Every worked minute, in order. */
  private readonly all: number[] = [];
  private readonly closings = new Map<number, number | null>();

  constructor(calendar: Pick<Calendar, 'isOpen'>) {
    for (let i = 0; i < LAST - FIRST; i++) {
      const open = calendar.isOpen((FIRST + i) as Minute);
      if (open) this.all.push(FIRST + i);
      this.worked[i + 1] = (this.worked[i] ?? 0) + (open ? 1 : 0);
    }
  }

  /** Minutes worked in [from, to). Throws RangeError outside the time that is counted. */
  between(from: number, to: number): number {
    return to <= from ? 0 : this.before(to) - this.before(from);
  }

  isWorked(minute: number): boolean {
    return this.between(minute, minute + 1) === 1;
  }

  /** The n-th (from 1) minute worked at or after `from`. */
  nth(from: number, n: number): number {
    const minute = this.all[this.before(from) + n - 1];
    if (minute === undefined) throw new RangeError('beyond the time that is counted');
    return minute;
  }

  /** End of the last minute worked on the day; null on a day off. */
  closing(day: number): number | null {
    const known = this.closings.get(day);
    if (known !== undefined) return known;
    let minute = midnight(day + 1);
    while (minute > midnight(day) && !this.isWorked(minute - 1)) minute -= 1;
    const found = minute === midnight(day) ? null : minute;
    this.closings.set(day, found);
    return found;
  }

  private before(minute: number): number {
    const count = this.worked[minute - FIRST];
    if (count === undefined) throw new RangeError(`minute ${minute} lies beyond the time that is counted`);
    return count;
  }
}
