import { dayNumber, midnight } from './minutes.js';
import type { Minutes } from './minutes.js';
import type { PlainBudget } from './rules.js';

interface Means {
  readonly budget: PlainBudget & { readonly countsFrom?: number };
  readonly at: number;
  readonly granule: 'minute' | 'halfDay' | 'day';
  readonly minutes: Minutes;
}

type Stretch = readonly [from: number, to: number];

/** One clock as a list of stretches in which it ran. Everything asked of it is counted over the worked minutes of those. */
export class PlainClock {
  readonly kind: string;
  stopped: number | null = null;
  private work: number | null;
  private added = 0;
  readonly countsFrom: number;
  private readonly ran: Stretch[] = [];
  /** Runs since; null while it rests or has stopped. Not known before the first `run`. */
  private since: number | null = null;
  /** The last time anything was said of it. */
  private reached: number;

  constructor(
    readonly id: string,
    private readonly means: Means,
    readonly epoch = 1,
  ) {
    const { budget, at } = means;
    this.kind = id.split(':')[0] ?? id;
    this.work = 'work' in budget ? budget.work : null;
    this.countsFrom = budget.countsFrom ?? at;
    this.reached = at;
  }

  run(at: number): void {
    if (this.stopped !== null || this.since !== null) return;
    this.since = Math.max(at, this.reached);
  }

  rest(at: number): void {
    if (this.stopped !== null || this.since === null) return;
    this.close(Math.max(at, this.since));
    this.since = null;
  }

  /** It had not begun to run before that. */
  restUntil(at: number): void {
    if (this.since !== null) this.since = Math.max(this.since, at);
  }

  stop(at: number): void {
    if (this.stopped !== null) return;
    const end = Math.max(at, this.since ?? this.reached);
    this.close(end);
    this.since = null;
    this.stopped = end;
  }

  extend(minutes: number): void {
    if (this.work === null) return;
    this.work += minutes;
    this.added += minutes;
  }

  /** Another budget; what it has used stays used. */
  cutTo(minutes: number): void {
    if (this.stopped === null && this.work !== null) this.work = minutes;
  }

  /** The next epoch: nothing used, what was added stays. */
  again(budget: Means['budget'], at: number): PlainClock {
    const next = new PlainClock(this.id, { ...this.means, budget, at }, this.epoch + 1);
    next.extend(this.added);
    next.run(at);
    return next;
  }

  get running(): boolean {
    return this.since !== null;
  }

  /** Working minutes used up to `until`. */
  used(until: number): number {
    return this.stretches(until).reduce((sum, [from, to]) => sum + this.means.minutes.between(from, to), 0);
  }

  /** Minutes it may use, for one that counts work. */
  get budget(): number | null {
    return this.work;
  }

  /** First instant, not after `until`, at which it was overdue; null when it was not. */
  breach(until: number): number | null {
    const due = this.due(until);
    return due === null ? null : this.firstUseFrom(this.granuleEnd(due), until);
  }

  /** Instant, not after `until`, at which that share of its budget was used; null before. */
  warning(percent: number, until: number): number | null {
    if (this.work !== null) return this.whenUsed(Math.ceil((this.work * percent) / 100), until);
    const due = this.dayDue(Number.MAX_SAFE_INTEGER);
    if (due === null) return null;
    const from = this.countsFrom + Math.ceil(((due - this.countsFrom) * percent) / 100);
    for (const [start, end] of this.ran) if (from < end) return Math.max(start, from);
    return this.openFrom(from, until);
  }

  /** Instant, not after `until`, at which no more than so many working minutes were left; null before, and where it never had more. */
  remaining(left: number, until: number): number | null {
    const { minutes } = this.means;
    if (this.work !== null) return this.work > left ? this.whenUsed(this.work - left, until) : null;
    const due = this.dayDue(Number.MAX_SAFE_INTEGER);
    const whole = due === null ? 0 : minutes.between(this.countsFrom, due);
    if (whole <= left) return null;
    const from = minutes.nth(this.countsFrom, whole - left) + 1;
    for (const [start, end] of this.ran) if (from < end) return Math.max(start, from);
    return this.openFrom(from, until);
  }

  /** Working minutes left of the limit at `at`, as if it ran on from there; null for one in calendar days that rests. */
  left(at: number): number | null {
    if (this.work !== null) return this.work - this.used(at);
    if (this.since === null) return null;
    const due = this.dayDue(Number.MAX_SAFE_INTEGER);
    const { minutes } = this.means;
    if (due === null) return null;
    return due < at ? -minutes.between(due, at) : minutes.between(at, due);
  }

  /** The instant at or after `from` at which it runs on now, unless that lies after `until`. */
  private openFrom(from: number, until: number): number | null {
    if (this.since === null) return null;
    const instant = Math.max(this.since, this.countsFrom, from);
    return instant <= until ? instant : null;
  }

  private due(until: number): number | null {
    return this.work === null ? this.dayDue(until) : this.whenUsed(this.work, until);
  }

  private close(end: number): void {
    if (this.since !== null && end > this.since) this.ran.push([this.since, end]);
    this.reached = Math.max(this.reached, end);
  }

  /** What it ran up to `until` and that counted. */
  private stretches(until: number): readonly Stretch[] {
    const all: Stretch[] = this.since === null ? this.ran : [...this.ran, [this.since, until]];
    return all
      .map(([from, to]): Stretch => [Math.max(from, this.countsFrom), Math.min(to, until)])
      .filter(([from, to]) => from < to);
  }

  private whenUsed(minutes: number, until: number): number | null {
    let left = minutes;
    for (const [from, to] of this.stretches(until)) {
      if (left === 0) return from;
      const worked = this.means.minutes.between(from, to);
      if (left <= worked) return this.means.minutes.nth(from, left) + 1;
      left -= worked;
    }
    return left === 0 ? this.openFrom(this.countsFrom, until) : null;
  }

  private firstUseFrom(instant: number, until: number): number | null {
    for (const [from, to] of this.stretches(until)) {
      const start = Math.max(from, instant);
      if (start < to && this.means.minutes.between(start, to) > 0) return this.means.minutes.nth(start, 1) + 1;
    }
    return null;
  }

  /** Close of the last calendar day, moved by the days it rested, once it has run into it. */
  private dayDue(until: number): number | null {
    const { budget, minutes, at } = this.means;
    if (!('days' in budget)) return null;
    const rested = new Set<number>();
    let before = at;
    const ran: Stretch[] = this.since === null ? this.ran : [...this.ran, [this.since, until]];
    for (const [from, to] of ran) {
      for (let day = dayNumber(before); before < from && day <= dayNumber(from - 1); day++) rested.add(day);
      before = to;
      let day = dayNumber(this.countsFrom) + budget.days + rested.size;
      while (minutes.closing(day) === null) day += 1;
      const due = minutes.closing(day);
      if (due !== null && due <= to) return due;
    }
    return null;
  }

  private granuleEnd(due: number): number {
    const { granule } = this.means;
    const day = midnight(dayNumber(due));
    if (granule === 'day') return day + 1440;
    if (granule === 'halfDay') return due - day < 720 ? day + 720 : day + 1440;
    return due;
  }
}
