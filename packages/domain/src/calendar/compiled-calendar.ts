import type { Day, Minute } from '../time/instant.js';
import { dayOf, plusDays, plusMinutes, startOfDay } from '../time/instant.js';
import type { Calendar, DayExplanation } from './calendar.js';
import { OutsideCalendar } from './calendar.js';
import type { CompiledDays } from './compile.js';
import type { DayPattern } from './day-pattern.js';
import type { WorkBlock } from './layers.js';

const MINUTES_PER_DAY = 1440;
const BUCKET = 256; // working minutes per entry of the index that finds a day by its work

interface CalendarParts {
  readonly id: string;
  readonly version: string;
  readonly minutesPerDay: number;
  readonly days: CompiledDays;
}

/** Answers every question of a calendar from prefix sums: a lookup or two, whatever the distance. */
export class CompiledCalendar implements Calendar {
  readonly id: string;
  readonly version: string;
  readonly minutesPerDay: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  private readonly days: CompiledDays;
  private readonly start: Minute;
  private readonly length: number;
  private readonly totalWork: number;
  private readonly dayOfBucket: Uint16Array;

  constructor({ id, version, minutesPerDay, days }: CalendarParts) {
    this.id = id;
    this.version = version;
    this.minutesPerDay = minutesPerDay;
    this.days = days;
    this.firstDay = days.firstDay;
    this.lastDay = plusDays(days.firstDay, days.count - 1);
    this.start = startOfDay(days.firstDay);
    this.length = days.count * MINUTES_PER_DAY;
    this.totalWork = days.workedBefore[days.count] ?? 0;
    this.dayOfBucket = indexByWork(days.workedBefore);
  }

  workBetween(a: Minute, b: Minute): number {
    return this.workUntil(b) - this.workUntil(a);
  }

  addWork(t: Minute, minutes: number): Minute {
    if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`no number of working minutes: ${minutes}`);
    const target = this.workUntil(t) + minutes;
    return minutes === 0 ? t : this.momentOfWork(target);
  }

  isOpen(m: Minute): boolean {
    const from = this.workUntil(m);
    return this.workUntil(plusMinutes(m, 1)) > from;
  }

  nextOpening(m: Minute): Minute {
    return plusMinutes(this.momentOfWork(this.workUntil(m) + 1), -1);
  }

  isWorkingDay(d: Day): boolean {
    return this.patternOn(d).minutes > 0;
  }

  openOf(d: Day): Minute {
    return plusMinutes(startOfDay(d), this.workedPatternOn(d).opens);
  }

  closeOf(d: Day): Minute {
    return plusMinutes(startOfDay(d), this.workedPatternOn(d).closes);
  }

  nextWorkingDay(d: Day): Day {
    return this.rollForward(plusDays(d, 1));
  }

  rollForward(d: Day): Day {
    const found = this.days.nextWorked[this.indexOf(d)] ?? this.days.count;
    if (found === this.days.count) throw new OutsideCalendar(this);
    return plusDays(this.firstDay, found);
  }

  provisional(from: Minute, to: Minute): boolean {
    const first = this.indexTouched(from < to ? from : to);
    const last = this.indexTouched(from < to ? to : from);
    const { provisionalBefore } = this.days;
    return (provisionalBefore[last + 1] ?? 0) > (provisionalBefore[first] ?? 0);
  }

  blocksOf(d: Day): readonly WorkBlock[] {
    return this.patternOn(d).blocks;
  }

  explainDay(d: Day): DayExplanation {
    return this.days.explain(this.indexOf(d));
  }

  /** Working minutes from the beginning of the calendar to t. */
  private workUntil(t: Minute): number {
    const local = t - this.start;
    if (!(local >= 0 && local <= this.length)) throw new OutsideCalendar(this);
    const index = Math.floor(local / MINUTES_PER_DAY);
    if (index === this.days.count) return this.totalWork;
    const before = this.days.workedBefore[index] ?? 0;
    return before + (this.pattern(index).workedBefore[local - index * MINUTES_PER_DAY] ?? 0);
  }

  /** Least minute before which `work` ≥ 1 working minutes of the calendar lie. */
  private momentOfWork(work: number): Minute {
    if (work > this.totalWork) throw new OutsideCalendar(this);
    const { workedBefore } = this.days;
    let index = this.dayOfBucket[Math.floor((work - 1) / BUCKET)] ?? 0;
    while ((workedBefore[index + 1] ?? 0) < work) index++;
    const ofDay = this.pattern(index).reachedAt[work - (workedBefore[index] ?? 0)] ?? 0;
    return plusMinutes(this.start, index * MINUTES_PER_DAY + ofDay);
  }

  private pattern(index: number): DayPattern {
    const pattern = this.days.patterns[this.days.patternOf[index] ?? 0];
    if (pattern === undefined) throw new OutsideCalendar(this);
    return pattern;
  }

  private indexOf(d: Day): number {
    if (!(d >= this.firstDay && d <= this.lastDay)) throw new OutsideCalendar(this);
    return d - this.firstDay;
  }

  /** The end of the last day belongs to that day. */
  private indexTouched(m: Minute): number {
    return m - this.start === this.length ? this.days.count - 1 : this.indexOf(dayOf(m));
  }

  private patternOn(d: Day): DayPattern {
    return this.pattern(this.indexOf(d));
  }

  private workedPatternOn(d: Day): DayPattern {
    const pattern = this.patternOn(d);
    if (pattern.minutes === 0) throw new RangeError(`day ${d} is not worked in calendar ${this.id}`);
    return pattern;
  }
}

/** For each full bucket of working minutes, the day on which its first minute is worked. */
function indexByWork(workedBefore: Int32Array): Uint16Array {
  const total = workedBefore.at(-1) ?? 0;
  const index = new Uint16Array(Math.ceil(total / BUCKET));
  let day = 0;
  for (let bucket = 0; bucket < index.length; bucket++) {
    while ((workedBefore[day + 1] ?? 0) < bucket * BUCKET + 1) day++;
    index[bucket] = day;
  }
  return index;
}
