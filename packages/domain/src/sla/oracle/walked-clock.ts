/** A clock as the minute walker keeps it: every minute it used, one by one. */
import type { PlainRules } from './plain.js';
import { closing, dayNumber, granuleOf } from './plain.js';

/** Work minutes or days it may use, or neither; and the first minute that counts, when it is not the first of all. */
export interface Means {
  readonly minutes?: number;
  readonly days?: number;
  readonly countsFrom?: number;
}

/** What is found of a clock: minutes used, and the instants that have come. */
export interface Finding {
  readonly id: string;
  readonly epoch: number;
  readonly used: number;
  readonly due: number | null;
  readonly breach: number | null;
  /** When half of its minutes, rounded up, were used. */
  readonly half: number | null;
  readonly stopped: number | null;
  readonly outcome: 'early' | 'onTime' | 'overdue' | null;
  /** Whether its due instant rests on a day that is only expected; null while it rests. */
  readonly provisional: boolean | null;
}

export class WalkedClock {
  readonly kind: string;
  stopped: number | null = null;
  /** Minutes added by an extension, inside `minutes`. */
  added = 0;
  minutes: number | null;
  readonly days: number | null;
  readonly countsFrom: number;
  /** The end of every minute it used, in order. */
  readonly used: number[] = [];
  /** First minute in which it ran, worked or not. */
  firstRan: number | null = null;
  /** Close of the last day, once it has run into it. */
  lastDayReached: number | null = null;
  private readonly restedDays = new Set<number>();
  private outcome: Finding['outcome'] = null;

  constructor(
    readonly id: string,
    readonly epoch: number,
    private readonly begun: { readonly at: number; readonly means: Means; readonly rules: PlainRules },
  ) {
    const { at, means } = begun;
    this.kind = id.split(':')[0] ?? id;
    this.minutes = means.minutes ?? null;
    this.days = means.days ?? null;
    this.countsFrom = means.countsFrom ?? at;
  }

  rest(minute: number): void {
    this.restedDays.add(dayNumber(minute));
  }

  run(minute: number, worked: boolean): void {
    if (minute < this.countsFrom) return;
    this.firstRan ??= minute;
    if (this.days !== null && this.lastDayReached === null) {
      const close = this.closeOfLastDay();
      if (minute + 1 >= close) this.lastDayReached = close;
    }
    if (worked) this.used.push(minute + 1);
  }

  stop(at: number): void {
    if (this.stopped !== null) return;
    this.stopped = at;
    this.outcome = this.judged(at);
  }

  get usedSoFar(): number {
    return this.used.length;
  }

  /** Worked minutes left from `at` on, negative once it has overrun; null for a clock without an end. */
  leftFrom(at: number): number | null {
    if (this.minutes !== null) return this.minutes - this.used.length;
    const close = this.dueRunningOnFrom(at);
    if (close === null) return null;
    let left = 0;
    const { isWorking } = this.begun.rules;
    for (let minute = Math.min(at, close); minute < Math.max(at, close); minute++) if (isWorking(minute)) left++;
    return close < at ? -left : left;
  }

  /** What is found at `until`, the minute the walk ended with; a clock that rests is not asked where it would come due. */
  finding(until: number, rests: boolean): Finding {
    const { id, epoch, stopped, outcome } = this;
    const provisional = stopped === null && rests ? null : this.isProvisional(stopped ?? until);
    const used = this.used.length;
    return {
      id,
      epoch,
      used,
      due: this.due(),
      breach: this.breach(),
      half: this.half(),
      stopped,
      outcome,
      provisional,
    };
  }

  /** Any day from its start to where it came due, or would have, had it run on. */
  private isProvisional(until: number): boolean {
    const due = this.dueRunningOnFrom(until);
    if (due === null) return false;
    for (let day = dayNumber(this.begun.at); day <= dayNumber(due); day++) {
      if (this.begun.rules.isProvisional(day)) return true;
    }
    return false;
  }

  /** The granule of the due instant: only the legal limit has a coarser one than the minute. */
  private granule(due: number): { begin: number; end: number } {
    return granuleOf(due, this.kind === 'legal' ? this.begun.rules.granule : 'minute');
  }

  /** The instant at which its budget was used up; null while it is not. */
  private due(): number | null {
    if (this.minutes === null) return this.lastDayReached;
    return this.minutes === 0 ? this.firstRan : (this.used[this.minutes - 1] ?? null);
  }

  private half(): number | null {
    if (this.minutes === null) return null;
    const half = Math.ceil(this.minutes / 2);
    return half === 0 ? this.firstRan : (this.used[half - 1] ?? null);
  }

  /** The first minute it used after the granule of its due instant. */
  breach(): number | null {
    const due = this.due();
    if (due === null) return null;
    const { end } = this.granule(due);
    return this.used.find((instant) => instant - 1 >= end) ?? null;
  }

  /** Where it would have come due, had it run on from `at` for ever. */
  private dueRunningOnFrom(at: number): number | null {
    const due = this.due();
    if (due !== null) return due;
    if (this.days !== null) return this.closeOfLastDay();
    if (this.minutes === null) return null;
    let left = this.minutes - this.used.length;
    let minute = Math.max(at, this.countsFrom);
    for (; left > 0; minute++) if (this.begun.rules.isWorking(minute)) left--;
    return minute;
  }

  private judged(at: number): Finding['outcome'] {
    const due = this.dueRunningOnFrom(at);
    if (due === null) return null;
    if (this.breach() !== null) return 'overdue';
    return at < this.granule(due).begin ? 'early' : 'onTime';
  }

  /** Counted from the day after the start, pushed on by each day it rested, and on to a worked one. */
  closeOfLastDay(): number {
    let day = dayNumber(this.countsFrom) + (this.days ?? 0) + this.restedDays.size;
    for (;;) {
      const close = closing(day, this.begun.rules.isWorking);
      if (close !== null) return close;
      day++;
    }
  }
}
