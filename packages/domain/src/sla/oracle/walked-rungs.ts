/**
 * A second opinion on every rung and breach: at each minute it is looked, by hand, what has come that was not told yet. What is learnt
 * late is walked again from the beginning; what was told before stays told.
 */
import { Walker } from './minute-walk.js';
import type { PlainFact, PlainRules } from './plain.js';
import type { LeastWork } from './plain-plan.js';
import { leastByHand, plannedByHand } from './plain-plan.js';
import type { WalkedClock } from './walked-clock.js';

export interface PlainRungs {
  readonly percents: (kind: string) => readonly number[];
  readonly minutes: (kind: string) => readonly number[];
  readonly levels: readonly string[];
  readonly leastWork: LeastWork;
}

/** `legal 1 remaining:120`: clock, epoch and rung; with the minute of it. */
export type ToldRungs = ReadonlyMap<string, number>;

/** A fact as it became known. `at` is the minute up to which was looked before; a late one has happened before others known. */
export interface Learnt {
  readonly at: number;
  /** All facts known then, in the order in which they happened; the last one is new unless `late`. */
  readonly facts: readonly PlainFact[];
  readonly late: boolean;
}

/** Minutes in which a clock ran, worked or not, as pairs. */
class Runs {
  private readonly stretches: { from: number; to: number }[] = [];

  add(minute: number): void {
    const last = this.stretches.at(-1);
    if (last?.to === minute) last.to = minute + 1;
    else this.stretches.push({ from: minute, to: minute + 1 });
  }

  /** First minute not before `from` in which it ran, or `now`, in which it runs. */
  firstFrom(from: number, now: number): number {
    for (const stretch of this.stretches) if (stretch.to > from) return Math.max(stretch.from, from);
    return Math.max(from, now);
  }
}

export class RungWalk {
  readonly told = new Map<string, number>();
  private walker: Walker;
  private runs = new Map<string, Runs>();
  private answered = new Set<string>();
  private attempt = 0;
  private minute = 0;
  private started = false;
  /** Looks after which nothing new can have come, but for shares of calendar days: none was worked, no fact was learnt. */
  private fresh = 0;
  private readonly crossings = new Map<string, { readonly due: number; readonly at: number | null }>();
  private counted: { readonly minute: number; readonly due: number; readonly left: number } | null = null;

  constructor(
    private readonly rules: PlainRules,
    private readonly rungs: PlainRungs,
  ) {
    this.walker = new Walker(rules);
  }

  /** Worked minutes by owner, up to where it was walked. */
  get owned(): Readonly<Record<string, number>> {
    return this.walker.owned;
  }

  /** Walks on to the minute at which something is learnt, looks, and takes it in. */
  learn({ at, facts, late }: Learnt): void {
    // What happened before the last known fact finds nothing that was not looked at in its time.
    if (at >= this.minute) this.walkTo(at);
    const last = facts.at(-1);
    if (late) this.again(facts);
    else if (last !== undefined) this.take(last);
  }

  /** Walks on, looking at every minute, the last one included. */
  walkTo(until: number): void {
    if (!this.started) return;
    for (; this.minute < until; this.step()) this.look();
    this.look();
  }

  private take(fact: PlainFact): void {
    if (!this.started) this.minute = fact.at;
    this.started = true;
    this.fresh = 2;
    this.walker.take(fact);
    this.counted = null;
    if (fact.type === 'consultationAnswered') this.answered.add(String(fact['consultation']));
    if (fact.type === 'transferDispatched' || fact.type === 'transferRedirected')
      this.attempt = Number(fact['attempt']);
  }

  /** Everything from the beginning, without looking, up to the last of the facts. */
  private again(facts: readonly PlainFact[]): void {
    this.walker = new Walker(this.rules);
    this.runs = new Map();
    this.answered = new Set();
    this.started = false;
    for (const fact of facts) {
      while (this.started && this.minute < fact.at) this.step();
      this.take(fact);
    }
  }

  private runsNow(clock: WalkedClock): boolean {
    return clock.stopped === null && !this.walker.rests(clock);
  }

  private step(): void {
    for (const clock of this.walker.clocks) {
      if (!this.runsNow(clock) || this.minute < clock.countsFrom) continue;
      const key = `${clock.id} ${clock.epoch}`;
      const runs = this.runs.get(key) ?? new Runs();
      this.runs.set(key, runs);
      runs.add(this.minute);
    }
    this.walker.step(this.minute, []);
    if (this.rules.isWorking(this.minute)) this.fresh = Math.max(this.fresh, 1);
    this.minute += 1;
  }

  private tell(clock: WalkedClock, rung: string, at: number | null): void {
    const key = `${clock.id} ${clock.epoch} ${rung}`;
    if (at !== null && at <= this.minute && !this.told.has(key)) this.told.set(key, at);
  }

  private look(): void {
    const isFresh = this.fresh > 0;
    this.fresh -= isFresh ? 1 : 0;
    for (const clock of this.walker.clocks) {
      if (!isFresh && clock.days === null) continue;
      this.tell(clock, 'breach', clock.breach());
      if (!this.runsNow(clock)) continue;
      for (const percent of this.rungs.percents(clock.kind)) this.tell(clock, `${percent}`, this.share(clock, percent));
      for (const minutes of this.rungs.minutes(clock.kind)) {
        if (!this.told.has(`${clock.id} ${clock.epoch} remaining:${minutes}`)) {
          this.tell(clock, `remaining:${minutes}`, this.remaining(clock, minutes));
        }
      }
    }
    if (isFresh && this.rungs.levels.length > 0) this.lookAtPlan();
  }

  /** When so many minutes had been used. */
  private used(clock: WalkedClock, minutes: number): number | null {
    return minutes === 0 ? clock.firstRan : (clock.used[minutes - 1] ?? null);
  }

  private firstRan(clock: WalkedClock, from: number): number | null {
    if (this.minute < clock.countsFrom) return null;
    return (this.runs.get(`${clock.id} ${clock.epoch}`) ?? new Runs()).firstFrom(from, this.minute);
  }

  private share(clock: WalkedClock, percent: number): number | null {
    if (clock.minutes !== null) return this.used(clock, Math.ceil((clock.minutes * percent) / 100));
    if (clock.days === null) return null;
    const due = clock.lastDayReached ?? clock.closeOfLastDay();
    return this.firstRan(clock, clock.countsFrom + Math.ceil(((due - clock.countsFrom) * percent) / 100));
  }

  private remaining(clock: WalkedClock, minutes: number): number | null {
    if (clock.minutes !== null) return clock.minutes > minutes ? this.used(clock, clock.minutes - minutes) : null;
    if (clock.days === null) return null;
    const due = clock.lastDayReached ?? clock.closeOfLastDay();
    const key = `${clock.id} ${clock.epoch} ${minutes}`;
    let crossing = this.crossings.get(key);
    if (crossing?.due !== due) {
      crossing = { due, at: this.crossingBefore(due, minutes, clock.countsFrom) };
      this.crossings.set(key, crossing);
    }
    return crossing.at === null ? null : this.firstRan(clock, crossing.at);
  }

  /** Counted back from the due minute: where no more than so many worked ones are left; null when there never were more. */
  private crossingBefore(due: number, minutes: number, from: number): number | null {
    let left = 0;
    for (let at = due; at > from; at--) {
      if (this.rules.isWorking(at - 1)) left += 1;
      if (left > minutes) return at;
    }
    return null;
  }

  /** Worked minutes left of the limit from this minute on; null where it cannot be kept any more, or rests in calendar days. */
  private left(legal: WalkedClock): number | null {
    if (legal.breach() !== null) return null;
    if (legal.minutes !== null) return legal.minutes - legal.used.length;
    if (legal.days === null || !this.runsNow(legal)) return null;
    const due = legal.lastDayReached ?? legal.closeOfLastDay();
    const known = this.counted;
    // Since it was counted last at most one minute was worked, the one just passed.
    const isKnown = known?.due === due && known.minute < this.minute;
    const left = isKnown
      ? known.left - (this.rules.isWorking(this.minute - 1) ? 1 : 0)
      : (legal.leftFrom(this.minute) ?? 0);
    this.counted = { minute: this.minute, due, left };
    return left;
  }

  private lookAtPlan(): void {
    const legal = this.walker.clocks.find(({ id, stopped }) => id === 'legal' && stopped === null);
    const left = legal === undefined ? null : this.left(legal);
    if (legal === undefined || left === null) return;
    const { walker, rules, answered, attempt } = this;
    const now = { walker, rules, answered, attempt, leastWork: this.rungs.leastWork };
    if (plannedByHand(now) <= left) return;
    for (const level of this.rungs.levels) {
      if (level === 'warning' || leastByHand(now) > left) this.tell(legal, `risk:${level}`, this.minute);
    }
  }
}
